"""Small words of sentences: periods with their prepositions, lists, numbers in their slots."""

from collections.abc import Mapping, Sequence
from datetime import date
from string import Formatter
from typing import Any

from goldenthread.engine.comparing.axes import ROLLING, SCHOOL_YEAR, YEAR, kind
from goldenthread.engine.comparing.verdicts import Verdict
from goldenthread.engine.english import begun
from goldenthread.engine.periods import Period, day


def when(period: Period) -> str:
    """A period with the preposition that it takes in a sentence: on a day, in a year, from April to June."""
    if period.is_day:
        return f"on {period}"
    several = ".." in period.code or period.code[-2:-1] in ("H", "Q")
    return f"from {period}" if several else f"in {period}"


def briefly(period: Period) -> str:
    """A period in as few letters as an axis has room for."""
    days = (period.last - period.first).days
    if days < 32:
        return f"{period.first:%b %Y}"
    if days < 190:
        return f"{period.first:%b}–{period.last:%b %Y}"
    return f"to {period.last:%b %Y}" if period.code.startswith("12m") else str(period).removeprefix("school year ")


def a_year_before(period: Period) -> str:
    """What the same period of a year before is called beside it."""
    return "the year before" if kind(period) in (YEAR, SCHOOL_YEAR, ROLLING) else "a year before"


def day_in_words(on: date) -> str:
    """A day as people read it."""
    return str(day(on))


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def allowing(*verdicts: Verdict) -> str:
    """That families were allowed for, where they were in any of some tests."""
    return ", allowing for families" if any(each.families > 1 for each in verdicts) else ""


def filled(sentence: str, slots: Mapping[str, Any]) -> str:
    """A sentence with its slots filled, beginning with a capital."""
    told = _Slots().vformat(sentence, (), slots)
    return begun(told)


class _Slots(Formatter):
    """Slots with thousands separated. `{numerator:child was|children were}` is a number with the words it takes; where
    the same slot comes again, as in `{numerator:was|were}`, it is the words alone.
    """

    def __init__(self) -> None:
        self._written: list[str] = []

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """What fills a slot, whose name is remembered."""
        self._written.append(field_name)
        return super().get_field(field_name, args, kwargs)

    def format_field(self, value: Any, format_spec: str) -> str:
        """A number with its words, or a value as it is."""
        written = f"{value:,}" if isinstance(value, int) else str(value)
        if not format_spec:
            return written
        one, many = format_spec.split("|")
        words = one if value == 1 else many
        return words if self._written.count(self._written[-1]) > 1 else f"{written} {words}"
