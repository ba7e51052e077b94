"""Which periods may stand on one axis: those of one kind. Six months beside a year would look like a fall by half."""

import re
from collections.abc import Iterable

from goldenthread.engine.periods import Period

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


def kind(period: Period) -> str:
    """What kind of period it is: a day, a month, a quarter, a year, …"""
    return next((name for name, codes in _KINDS if codes.fullmatch(period.code)), OTHER)


def one_kind(periods: Iterable[Period]) -> str | None:
    """The kind of some periods, none where there are none. ValueError where they are of several, or not comparable."""
    kinds = {kind(period) for period in periods}
    if len(kinds) > 1:
        raise ValueError(f"{', '.join(sorted(kinds))}: periods of different kinds never stand on one axis")
    return kinds.pop() if kinds else None
