"""Sentences: the only place they come from, for pages, charts' descriptions, reports and screen readers alike.

*Rise*, *fall*, *trend*, *significant*, *similar*, *higher* and *lower* stand in a sentence only where a named test
supports them, and the sentence carries what the test found. A plain difference of two counts is arithmetic.
"""

from goldenthread.engine.comparing.changes import band_told, beside, breaks_told, trend_told, with_change
from goldenthread.engine.comparing.choosing import LARGE_ENOUGH
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.comparing.told import Said, Told, told
from goldenthread.engine.comparing.wording import filled, when
from goldenthread.engine.definitions import Proportion
from goldenthread.engine.definitions.kept import NO_POPULATION, NOTHING_TO_COUNT, SUPPLIED
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD

__all__ = ["Said", "Told", "tell", "tell_in_short", "when"]

_WITHOUT_A_VALUE = {
    HIDDEN: (
        "The number of {noun} {period} is not shown, because it is between 1 and 5 or would give such a number away."
    ),
    WITHHELD: "The number of {noun} {period} is not shown, because a very small number could be worked out from it.",
    NOT_COVERED: "How many {noun} there were {period} is not known: no return that has been accepted covers it.",
    NO_POPULATION: "The rate of {noun} {period} cannot be given: there is no population estimate to divide by.",
    NOTHING_TO_COUNT: "No figure can be given for {noun} {period}: the accepted returns hold none that can be counted.",
}


def tell(series: Series) -> Told:
    """What a figure says; how it differs from a year before, over five years and from the figures of others, as far as
    tests support it; whose word it is; and how much is not known.
    """
    figure, noun = series.now, series.indicator.noun
    if figure.value is None:
        why = _WITHOUT_A_VALUE[figure.status].format(noun=noun, period=when(figure.period))
        return told(why, _unknown(figure))
    return told(
        *with_change(_value(series), series),
        _likely(figure),
        breaks_told(series),
        *beside(series),
        band_told(series),
        trend_told(series),
        _supplied(figure),
        _unknown(figure),
        _all_or_none(series),
    )


def tell_in_short(series: Series) -> Told:
    """The beginning of the same, for where many are read one after another: what it comes to, how that differs from a
    year before, and what a break in recording does to that. `tell` has the rest.
    """
    if series.now.value is None:
        return tell(series)
    return told(*with_change(_value(series), series), breaks_told(series), _supplied(series.now))


def _value(series: Series) -> str:
    figure = series.now
    slots = {
        "value": figure.shown,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "period": when(figure.period),
    }
    return filled(series.indicator.sentence, slots)


def _supplied(figure: Figure) -> str:
    """Whose word it is, where nothing was counted here."""
    if figure.status != SUPPLIED:
        return ""
    return f"The figure is as supplied, not counted from records: {figure.said_by}."


def _likely(figure: Figure) -> str:
    """How far chance reaches, for a share or a rate."""
    if not figure.interval or not (figure.unit == "%" or figure.unit.startswith("per ")):
        return ""
    families = " and for families" if figure.families > 1 else ""
    return (
        f"Allowing for chance{families}, the underlying figure is likely to lie in the range"
        f" {figure.shown_interval} (95% interval)."
    )


def _all_or_none(series: Series) -> str:
    """What to ask where a share of many is all or nothing of them: that is rarer than records that are not sent."""
    of, number = series.now.denominator, series.now.numerator
    if not isinstance(series.indicator.measure, Proportion) or series.now.breakdown != "all":
        return ""
    if of is None or of < LARGE_ENOUGH or number not in (0, of):
        return ""
    rare, lacking = ("All", "those that are not so") if number else ("Not one", "those that are so")
    return f"{rare} of {of:,}: that is rare, so ask whether {lacking} are recorded and sent."


def _unknown(figure: Figure) -> str:
    if figure.unknown is None and figure.value is not None and figure.breakdown == "all":
        # Not "1 to 5": others, nought among them, go unsaid so that the few cannot be had from a year and its quarters.
        return "For how many more it is not recorded is not shown, because they may be few."
    if not figure.unknown:
        return ""
    more = " more" if figure.value is not None else ""
    number = f"{figure.unknown:,}" if figure.unknown > 1 else "one"
    return f"For {number}{more} it is not recorded."
