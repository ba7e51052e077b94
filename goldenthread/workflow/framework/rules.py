"""What the board keeps about an indicator, who may change it, and of which periods a target can be set."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from goldenthread.engine.comparing.axes import DAY, HALF, MONTH, QUARTER, SCHOOL_YEAR, YEAR
from goldenthread.engine.periods import (
    Period,
    day,
    financial_year_of,
    half_year_of,
    month_end,
    month_of,
    quarter_of,
    school_year_of,
)
from goldenthread.workflow.history.transitions import Transition, Transitions

KEEP = "keep the framework"

STANDS, REPLACED, WITHDRAWN = "stands", "replaced", "withdrawn"


def _ways(subject: str) -> Transitions:
    return Transitions(
        subject=subject,
        initial=STANDS,
        ways=(
            Transition("replaced", sources=(STANDS,), target=REPLACED),
            Transition("withdrawn", sources=(STANDS,), target=WITHDRAWN, capability=KEEP),
        ),
    )


OWNER, TARGET, COMPARATORS = _ways("owner"), _ways("target"), _ways("note of comparators")
DIFFERENCE = _ways("reason for a difference")
"""Each stands until the program replaces it by a newer one, or somebody withdraws it. What it said stays readable."""

WHY: Mapping[str, str] = {
    "date": "the two were counted on different days, or from records of different days",
    "definition": "the two do not count the same",
    "rounding": "one of them was rounded, or made from rounded numbers",
    "late recording": "something was entered after one of them had been counted",
    "not known": "it has been looked into, and nobody knows yet",
}
"""Why our figure and the published one of the same thing can differ."""

LONGEST_POST, LONGEST_NAME, LONGEST_WHY = 120, 200, 500


def _month_end_of(on: date) -> Period:
    return day(month_end(on))


HOLDING: Mapping[str, Callable[[date], Period]] = {
    DAY: _month_end_of,
    MONTH: month_of,
    QUARTER: quarter_of,
    HALF: half_year_of,
    YEAR: financial_year_of,
    SCHOOL_YEAR: school_year_of,
}
"""The kinds of period that a target can be of, each with the one that holds a day. Caseloads are counted as months
end."""


def following(period: Period, kind: str) -> Period:
    """The next period of a kind."""
    return HOLDING[kind](period.last + timedelta(days=1))
