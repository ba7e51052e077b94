"""Understanding stretches of time as people write them in a table: quarters, years, months."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from goldenthread.engine.periods import Span, UnknownPeriod, add_months, parse

_YEAR = r"(?P<start>\d{4})\s*[/-]\s*(?:\d{2})?(?P<end>\d{2})"
_PART = r"(?:Q(?:uarter)?\s*(?P<part>[1-4]))"
_WAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"{_YEAR}", rf"{_YEAR}[\s,]*{_PART}", rf"{_PART}[\s,]*(?:of\s*)?{_YEAR}")
)
EXPECTED = "Write a quarter as 2013/14 Q3, a year as 2013/14, a month as 2014-02"


def understood(texts: Iterable[str], year_ends: tuple[int, int] | None = None) -> dict[str, Span]:
    """The days that each text means, of those that mean some.

    A year that is written as one number is understood where it is said on which month and day it ends.
    """
    return {text: span for text in texts if (span := _span(text) or _year(text, year_ends))}


def _year(text: str, ends: tuple[int, int] | None) -> Span | None:
    if ends is None or not (found := re.fullmatch(r"(?P<year>(?:19|20)\d\d)(?P<next>\d\d)?", text.strip())):
        return None
    year = int(found["year"])
    if found["next"] is not None:
        if (year + 1) % 100 != int(found["next"]):
            return None
        year += 1
    last = date(year, *ends)
    return Span(add_months(last, -12) + timedelta(days=1), last)


def _span(text: str) -> Span | None:
    for way in _WAYS:
        if found := way.fullmatch(text.strip().removeprefix("FY")):
            parts = found.groupdict()
            quarter = f"Q{parts['part']}" if parts.get("part") else ""
            return _parsed(f"FY{parts['start']}-{parts['end']}{quarter}")
    return _parsed(text.strip())


def _parsed(code: str) -> Span | None:
    try:
        return parse(code).span
    except UnknownPeriod:
        return None
