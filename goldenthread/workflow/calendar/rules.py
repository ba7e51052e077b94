"""What can be expected of an agency and how often, and how a return that is owed can stand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from goldenthread import catalogue
from goldenthread.engine.periods import (
    Period,
    financial_year_of,
    half_year_of,
    month_of,
    quarter_of,
    school_year_of,
)
from goldenthread.workflow.history.refusals import Refused


@dataclass(frozen=True)
class Every:
    """How often something is expected: in words, how its periods are written, and the one that holds a day."""

    words: str
    written: str
    holding: Callable[[date], Period]


EVERY: Mapping[str, Every] = {
    "month": Every("every month", "2014-02", month_of),
    "quarter": Every("every quarter", "FY2013-14Q3", quarter_of),
    "half-year": Every("every half year", "FY2013-14H1", half_year_of),
    "year": Every("every financial year", "FY2013-14", financial_year_of),
    "school-year": Every("every school year", "AY2013-14", school_year_of),
}

COUNTS = "counts"
_WHATEVER = "template"  # a format that any dataset may come in, so it says nothing of what is expected


@cache
def things() -> Mapping[str, str]:
    """What can be expected, by name, with its title: returns that have a name, counts, and single datasets."""
    formats = {name: each.title.partition(" (")[0] for name, each in catalogue.formats().items() if name != _WHATEVER}
    datasets = {name: each.title for name, each in catalogue.datasets().items()}
    return {**formats, COUNTS: "Counts", **datasets}


def named(what: str) -> str:
    """The name of what somebody calls by its name or its title; Refused where nothing is called so."""
    known = {name.lower(): name for name in things()} | {title.lower(): name for name, title in things().items()}
    found = known.get(" ".join(what.lower().split()))
    if found is None:
        raise Refused(f"Nothing called '{what}' can be expected. Choose from: {', '.join(things())}.")
    return found


def dataset_of(thing: str) -> str:
    """The dataset by which one tells that something has come."""
    return catalogue.SUPPLIED_FIGURES.dataset if thing == COUNTS else thing


def datasets_in(thing: str) -> set[str]:
    """Every dataset whose records something brings."""
    if thing in catalogue.formats():
        return {feed.dataset for table in catalogue.formats()[thing].tables for feed in table.feeds()}
    return {dataset_of(thing)}


def restricted_in(named: Iterable[str]) -> list[str]:
    """The titles of the restricted datasets among some, by name."""
    known = catalogue.datasets()
    return sorted(known[name].title for name in named if known[name].restricted)


NOT_DUE, DUE_SOON, LATE, MISSING = "not due", "due soon", "late", "missing"
RECEIVED, RECEIVED_LATE, IN_PART = "received", "received late", "accepted in part"

STATES: Mapping[str, str] = {
    MISSING: "it has not come, and the next one was due, or it is overdue by very long",
    LATE: "it was due and has not come",
    DUE_SOON: "it is due within the next two weeks",
    NOT_DUE: "it is not due yet",
    RECEIVED: "it came in time",
    RECEIVED_LATE: "it came after it was due",
    IN_PART: "it came, and some of its rows were held back",
}
"""Every way in which a return that is owed can stand, the worst first, and what that means."""

OVERDUE = (MISSING, LATE)

SOON = timedelta(days=14)
REMIND_AGAIN = timedelta(days=14)
LONGEST_WAIT = 366
"""Days after a period's end by which a return can be due at the latest."""
