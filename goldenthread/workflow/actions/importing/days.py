"""Days as people write them into a spreadsheet."""

import re
from datetime import date, datetime
from functools import lru_cache

from goldenthread.engine.periods import month_end

_WAYS = (
    "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d-%m-%y", "%d.%m.%y", "%d %B %Y", "%d %b %Y",
    "%d-%b-%Y", "%d-%b-%y", "%d %b %y", "%d %B %y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d",
)  # fmt: skip
_MONTHS = ("%B %Y", "%b %Y", "%b-%y", "%B-%y", "%b %y", "%m/%Y", "%Y-%m")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?$")
_ENDING = re.compile(r"(?<=\d)(st|nd|rd|th)\b", re.IGNORECASE)
_LIKE_A_DAY = re.compile(r"\d+\s*[-/.]\s*\d+\s*[-/.]\s*\d+")


@lru_cache(maxsize=10_000)
def day_in(text: str) -> date | None:
    """The day that a text says, in any of the usual ways, the day before the month; of a month its last day.

    None where it says none.
    """
    said = _plain(text)
    for way in _WAYS:
        if found := _read(said, way):
            return found
    for way in _MONTHS:
        if found := _read(said, way):
            return month_end(found)
    return None


def is_like_a_day(text: str) -> bool:
    """Whether a text is written as a day in figures, whether or not there is such a day."""
    return bool(_LIKE_A_DAY.search(text)) or text.strip().isdecimal()


def _plain(text: str) -> str:
    without = _ENDING.sub("", _TIME.sub("", text.strip())).replace(",", " ").replace("Sept ", "Sep ")
    return " ".join(without.split())


def _read(text: str, way: str) -> date | None:
    try:
        return datetime.strptime(text, way).date()
    except ValueError:
        return None
