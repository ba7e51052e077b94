"""Which periods may stand on one axis: those of one kind. Six months beside a year would look like a fall by half."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from goldenthread.engine.periods import (
    Period,
    add_months,
    day,
    financial_year_of,
    half_year_of,
    month_end,
    month_of,
    quarter_of,
    school_year_of,
    twelve_months,
)

DAY, MONTH, QUARTER, HALF, YEAR = "day", "month", "quarter", "half year", "year"
SCHOOL_YEAR, ROLLING, OTHER = "school year", "twelve months", "other"

_KINDS = (
    (DAY, re.compile(r"\d{4}-\d{2}-\d{2}")),
    (MONTH, re.compile(r"\d{4}-\d{2}")),
    (QUARTER, re.compile(r"FY\d{4}-\d{2}Q[1-4]")),
    (HALF, re.compile(r"FY\d{4}-\d{2}H[12]")),
    (YEAR, re.compile(r"FY\d{4}-\d{2}")),
    (SCHOOL_YEAR, re.compile(r"AY\d{4}-\d{2}")),
    (ROLLING, re.compile(r"12m\d{4}-\d{2}")),
)


@cache
def kind(period: Period) -> str:
    """What kind of period it is: a day, a month, a quarter, a year, …"""
    return next((name for name, codes in _KINDS if codes.fullmatch(period.code)), OTHER)


def one_kind(periods: Iterable[Period]) -> str | None:
    """The kind of some periods, none where there are none. ValueError where they are of several, or not comparable."""
    kinds = {kind(period) for period in periods}
    if len(kinds) > 1:
        raise ValueError(f"{', '.join(sorted(kinds))}: periods of different kinds never stand on one axis")
    return kinds.pop() if kinds else None


_ENDING: Mapping[str, Callable[[date], Period]] = {
    DAY: day,
    MONTH: month_of,
    QUARTER: quarter_of,
    HALF: half_year_of,
    YEAR: financial_year_of,
    SCHOOL_YEAR: school_year_of,
    ROLLING: lambda last: twelve_months(last.year, last.month),
}
_MONTHS_APART = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12, SCHOOL_YEAR: 12, ROLLING: 1}


def without_gaps(periods: Sequence[Period]) -> list[Period]:
    """Some periods of one kind, the earliest first, with those that lack between them; days are ends of months.

    A point that lacks is a place on the axis all the same: those on either side of it do not follow each other.
    """
    of = one_kind(periods) or ""
    apart = [_months_apart(earlier, later) for earlier, later in pairwise(periods)]
    step = _MONTHS_APART.get(of, min(apart, default=0))
    if step < 1 or of not in _ENDING or all(each == step for each in apart):
        return list(periods)
    ends = [add_months(periods[0].last.replace(day=1), months) for months in range(0, sum(apart) + 1, step)]
    given = {period.code: period for period in periods}
    found = [_ENDING[of](month_end(end)) for end in ends]
    return (
        [given.get(period.code, period) for period in found] if given.keys() <= {p.code for p in found} else [*periods]
    )


def _months_apart(earlier: Period, later: Period) -> int:
    return 12 * (later.last.year - earlier.last.year) + later.last.month - earlier.last.month
