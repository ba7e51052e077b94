"""Sentences: the only place they come from, for pages, charts' descriptions and reports alike.

No sentence says *rise*, *fall*, *trend* or *significant*: those words need a test, and no test is made here yet. A
plain difference between two counts is arithmetic, and is told as such.
"""

from collections.abc import Sequence
from string import Formatter
from typing import Any

from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.definitions import Count, Indicator
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.figures import NO_POPULATION, NOT_COVERED, NOTHING_TO_COUNT, SUPPLIED, Figure
from goldenthread.engine.protecting.primary import HIDDEN, LARGEST, SMALLEST, WITHHELD

_WITHOUT_A_VALUE = {
    HIDDEN: (
        "The number of {noun} {period} is not shown, because it is between 1 and 5 or would give such a number away."
    ),
    WITHHELD: "The number of {noun} {period} is not shown by group, because one of the groups is very small.",
    NOT_COVERED: "How many {noun} there were {period} is not known: no return that has been accepted covers it.",
    NO_POPULATION: "The rate of {noun} {period} cannot be given: there is no population estimate to divide by.",
    NOTHING_TO_COUNT: "No figure can be given for {noun} {period}: the accepted returns hold none that can be counted.",
}
_WOULD_TELL = "The number of {noun} {period} is not shown, because a very small number could be worked out from it."
_UNTESTED = "Whether the difference is more than chance has not been tested."


def tell(figure: Figure, indicator: Indicator, *, earlier: Figure | None = None) -> str:
    """What a figure says; beside the same point `earlier`, where that is given; and how much is not known."""
    if figure.value is None:
        withheld = figure.status == WITHHELD and figure.breakdown == "all"
        why = _WOULD_TELL if withheld else _WITHOUT_A_VALUE[figure.status]
        told = [why.format(noun=indicator.noun, period=when(figure.period))]
    else:
        told = [
            _filled(indicator.sentence, figure),
            _difference(figure, earlier, indicator),
            _likely(figure),
            _supplied(figure),
        ]
    return " ".join(filter(None, [*told, _unknown(figure)]))


def when(period: Period) -> str:
    """A period with the preposition that it takes in a sentence: on a day, in a year, from April to June."""
    if period.is_day:
        return f"on {period}"
    several = ".." in period.code or period.code[-2:-1] in ("H", "Q")
    return f"from {period}" if several else f"in {period}"


def _difference(figure: Figure, earlier: Figure | None, indicator: Indicator) -> str:
    """How far two counts are apart; what a share, a rate or a middle value was, which says nothing of a change.

    Nothing where either is not shown: the difference would give it away.
    """
    if earlier is None or figure.value is None or earlier.value is None:
        return ""
    if not isinstance(indicator.measure, Count):
        return f"It was {earlier.shown} {when(earlier.period)}."
    change = rounded(figure.value - earlier.value, 0)
    if change == 0:
        compared = f"That is the same number as {when(earlier.period)}."
    else:
        compared = f"That is {abs(change):,} {'more' if change > 0 else 'fewer'} than {when(earlier.period)}."
    return f"{compared} {_UNTESTED}" if indicator.is_of_days else compared


def beside(others: Sequence[Figure]) -> str:
    """The figures of others that stand beside ours: targets, other areas. Nothing where there are none."""
    told = [f"{each.group}, {each.shown} ({each.said_by})" for each in others if each.value is not None]
    return f"To set beside it: {'; '.join(told)}." if told else ""


def _supplied(figure: Figure) -> str:
    """Whose word it is, where nothing was counted here."""
    if figure.status != SUPPLIED:
        return ""
    return f"The figure is as supplied, not counted from records: {figure.said_by}."


def _likely(figure: Figure) -> str:
    """How far chance reaches, for a share or a rate."""
    if not figure.interval or not (figure.unit == "%" or figure.unit.startswith("per ")):
        return ""
    return (
        "Allowing for chance, the underlying figure is likely to lie in the range"
        f" {figure.shown_interval} (95% interval)."
    )


def _unknown(figure: Figure) -> str:
    if figure.unknown is None and figure.value is not None and figure.breakdown == "all":
        return f"For {SMALLEST} to {LARGEST} more it is not recorded."
    if not figure.unknown:
        return ""
    more = " more" if figure.value is not None else ""
    number = f"{figure.unknown:,}" if figure.unknown > 1 else "one"
    return f"For {number}{more} it is not recorded."


def _filled(sentence: str, figure: Figure) -> str:
    slots = {
        "value": figure.shown,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "period": when(figure.period),
    }
    told = _Slots().vformat(sentence, (), slots)
    return told[0].upper() + told[1:]


class _Slots(Formatter):
    """Slots with thousands separated. `{numerator:child was|children were}` is a number with the words it takes."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """A number with its words, or a value as it is."""
        written = f"{value:,}" if isinstance(value, int) else str(value)
        if not format_spec:
            return written
        one, many = format_spec.split("|")
        return f"{written} {one if value == 1 else many}"
