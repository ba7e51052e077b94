"""Understanding stretches of time as people write them in a table: quarters, years, months."""

import re
from collections.abc import Iterable

from goldenthread.engine.periods import Span, UnknownPeriod, parse

_YEAR = r"(?P<start>\d{4})\s*[/-]\s*(?:\d{2})?(?P<end>\d{2})"
_PART = r"(?:Q(?:uarter)?\s*(?P<part>[1-4]))"
_WAYS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"{_YEAR}", rf"{_YEAR}[\s,]*{_PART}", rf"{_PART}[\s,]*(?:of\s*)?{_YEAR}")
)
EXPECTED = "Write a quarter as 2013/14 Q3, a year as 2013/14, a month as 2014-02"


def understood(texts: Iterable[str]) -> dict[str, Span]:
    """The days that each text means, of those that mean some."""
    return {text: span for text in texts if (span := _span(text))}


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
