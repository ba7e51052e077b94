"""A part beside the rest of the whole that it belongs to: a place beside all other places together.

The part is never set beside a whole that holds it: the larger the part, the more it would be set beside itself.
"""

from collections.abc import Mapping, Sequence

from goldenthread.engine.comparing.differences import of_counts, of_proportions
from goldenthread.engine.comparing.false_signals import of_tests
from goldenthread.engine.comparing.verdicts import (
    CANNOT_TELL,
    HIGHER,
    LOWER,
    SIMILAR,
    Finding,
    Verdict,
    shape,
)
from goldenthread.engine.definitions import NEITHER, Indicator, Proportion, Rate
from goldenthread.engine.protecting.figures import Figure

NO_TEST = "no test"
_WORDS: Mapping[Finding, str] = {
    HIGHER: "above the rest",
    LOWER: "below the rest",
    SIMILAR: "could be chance",
    CANNOT_TELL: "not judged",
}


def beside_the_rest(part: Figure, whole: Figure, indicator: Indicator, *, families: float = 1) -> Verdict:
    """Whether a part differs from the rest of a whole, of the same period, by more than chance explains.

    Only shares and rates are judged: of plain counts nobody says how many could have been counted. What is hidden, or
    is all that there is, cannot be told.
    """
    numbers = (part.numerator, part.denominator, whole.numerator, whole.denominator)
    x, n, all_x, all_n = numbers
    if not isinstance(indicator.measure, Proportion | Rate):
        return Verdict(NO_TEST, CANNOT_TELL, because="it is neither a share nor a rate")
    if part.value is None or whole.value is None or x is None or n is None or all_x is None or all_n is None:
        return Verdict(NO_TEST, CANNOT_TELL, because="one of the numbers is not there")
    if n >= all_n or all_x < x:
        return Verdict(NO_TEST, CANNOT_TELL, because="there is no rest")
    if isinstance(indicator.measure, Rate):
        return of_counts(x, all_x - x, exposures=(n, all_n - n), families=families)
    return of_proportions((x, n), (all_x - x, all_n - n), families=families)


def in_words(verdict: Verdict) -> str:
    """The shape and the words for what was found."""
    return f"{shape(verdict.finding, NEITHER)} {_WORDS[verdict.finding]}"


def how_many_by_chance(verdicts: Sequence[Verdict]) -> str:
    """How many of some tests found a difference, beside how many would if there were none."""
    found = of_tests(verdicts)
    if not found.of:
        return "Nothing here could be tested."
    expected = f"about {found.expected:.0f}" if found.expected >= 1 else "fewer than one"
    return (
        f"Tested: {found.of}. Found above or below the rest: {found.observed}. Where nothing sets a place apart, chance"
        f" alone puts {expected} of {found.of} there."
    )
