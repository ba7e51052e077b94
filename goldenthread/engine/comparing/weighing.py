"""Is a reduction safe? A caseload beside its balancing measures: what each one's test says, and what follows from all.

That nothing speaks against it is never said where something could not be asked: what no return covers, what lies across
a break and what cannot be tested is each named. And it is never called safe: a test that finds nothing may have been of
too few, and no measure here sees a child whom nobody tells of.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.engine.comparing.answering import Answer, change, changes_of_flows
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.comparing.told import Said, Told, told
from goldenthread.engine.comparing.verdicts import (
    ALIKE_SHAPE,
    CANNOT_TELL,
    HIGHER,
    LOWER,
    SIMILAR,
    UNTOLD_SHAPE,
    Finding,
)
from goldenthread.engine.comparing.wording import a_year_before, allowing, day_in_words, listed
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.reductions import Balancing, Reduction, Worry
from goldenthread.engine.english import begun
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD


class Sign(StrEnum):
    """What a balancing measure says of a reduction."""

    WORRY = "speaks against it"
    NO_WORRY = "went the other way"
    ALIKE = "no sign either way"
    NOT_COVERED = "not covered"
    NOT_SHOWN = "not shown"
    BREAK = "across a break"
    NO_TEST = "no test possible"


SHAPES = {Sign.WORRY: "✘", Sign.NO_WORRY: "□", Sign.ALIKE: ALIKE_SHAPE}
NOT_ASKED = UNTOLD_SHAPE
"""The shape of whatever could not be asked."""
SILENT = (Sign.NOT_COVERED, Sign.NOT_SHOWN, Sign.BREAK, Sign.NO_TEST)


@dataclass(frozen=True)
class Weight:
    """One balancing measure: its series, what it says, and the words of that with the test that they rest on."""

    balancing: Balancing
    indicator: Indicator
    series: Series
    sign: Sign
    said: Said

    @property
    def marked(self) -> str:
        """The sign, by shape and word."""
        return f"{SHAPES.get(self.sign, NOT_ASKED)} {self.sign}"

    @property
    def before(self) -> Figure | None:
        """The figure a year before; none where a break makes it another thing."""
        return None if self.sign is Sign.BREAK else self.series.before


@dataclass(frozen=True)
class Weighed:
    """A reduction with all its measures. `short` is the answer in a few words, `beyond` what it does not cover."""

    reduction: Reduction
    series: Series
    is_smaller: bool
    short: Told
    weights: tuple[Weight, ...]
    beyond: Told


def weigh(reduction: Reduction, series_of: Callable[[str], Series]) -> Weighed:
    """A reduction beside its balancing measures; `series_of` gives the series of an indicator."""
    stock = series_of(reduction.of)
    weights = tuple(_weight(each, series_of(each.code)) for each in reduction.balancing)
    before = stock.before
    is_smaller = _can_be_set_beside(stock) and (stock.now.value or 0) < ((before.value if before else None) or 0)
    if is_smaller:
        short = told(_fewer(stock, reduction), *_answer(weights), _flows(stock))
    else:
        short = told(_why_none(stock, reduction))
    return Weighed(reduction, stock, is_smaller, short, weights, told(*_beyond(reduction, weights)))


def _can_be_set_beside(series: Series) -> bool:
    before = series.before
    known = series.now.value is not None and before is not None and before.value is not None
    return known and before is not None and not series.parting(before.period)


def _fewer(series: Series, reduction: Reduction) -> str:
    before = series.before.value if series.before else None
    fewer = int((before or 0) - (series.now.value or 0))
    return f"There are {fewer:,} fewer {reduction.people} than {a_year_before(series.now.period)}."


def _flows(series: Series) -> str | Said:
    """Whether chance explains what made it smaller: what began and what ended are tested, the caseload is not."""
    tested = [(flow, found) for flow, found in changes_of_flows(series) if found.verdict.finding is not CANNOT_TELL]
    if len(tested) < 2:
        return "Whether chance alone explains the number is not known: what began and what ended cannot both be tested."
    ways = listed([f"{_did(flow)} {_FLOWS[answer.verdict.finding]}" for flow, answer in tested])
    verdicts = [answer.verdict for _, answer in tested]
    text = f"Of the two numbers that make it, beside the year before: {ways}{allowing(*verdicts)}."
    return Said(text, tuple(answer for _, answer in tested))


_FLOWS = {
    HIGHER: "more by more than chance explains",
    LOWER: "fewer by more than chance explains",
    SIMILAR: "no further apart than chance explains",
}


def _did(flow: Series) -> str:
    words = flow.indicator.in_short
    return f"how many {words.did}," if words else f"{flow.indicator.title.lower()},"


def _why_none(series: Series, reduction: Reduction) -> str:
    before = series.before
    if series.now.value is None or before is None or before.value is None:
        return f"Whether there are fewer {reduction.people} is not known: a year or the one before it is not covered."
    if parting := series.parting(before.period):
        return (
            f"Whether there are fewer {reduction.people} cannot be told: recording changed on"
            f" {day_in_words(parting.on)}."
        )
    return (
        f"There are not fewer {reduction.people} than {a_year_before(series.now.period)}, so the question is not asked."
    )


def _answer(weights: Sequence[Weight]) -> Iterator[str | Said]:
    """What can be concluded, the worry first, and never that it is safe."""
    worries = [each for each in weights if each.sign is Sign.WORRY]
    silent = [each for each in weights if each.sign in SILENT]
    tested = len(weights) - len(silent)
    by = tuple(answer for each in weights if each.sign not in SILENT for answer in each.said.by)
    if worries:
        names = listed([f"“{each.indicator.title}”" for each in worries])
        speak = "speaks" if len(worries) == 1 else "speak"
        yield Said(f"It cannot be called safe: {names} {speak} against it, by more than chance explains.", by)
    elif tested:
        yield Said(
            f"None of the {tested} balancing measures that can be tested speaks against it by more than chance"
            " explains, which is not proof that it is safe.",
            by,
        )
    else:
        yield "Whether it is safe cannot be said: none of its balancing measures can be tested."
    if silent and tested:
        yield f"{len(silent)} of its {len(weights)} balancing measures cannot be asked: nothing is concluded from them."


def _beyond(reduction: Reduction, weights: Sequence[Weight]) -> Iterator[str]:
    for sign in SILENT:
        if named := [f"“{each.indicator.title}”" for each in weights if each.sign is sign]:
            yield f"{begun(sign)}: {listed(named)}."
    yield "A test that finds nothing may have had too few children to find it, and one in twenty finds what is chance."
    yield f"No measure here shows {reduction.not_seen}."


def _weight(balancing: Balancing, series: Series) -> Weight:
    sign, said = _judged(balancing, series, change(series))
    return Weight(balancing, series.indicator, series, sign, said)


def _judged(balancing: Balancing, series: Series, answer: Answer | None) -> tuple[Sign, Said]:
    before = series.before
    for figure in (series.now, before):
        if figure and figure.status in (HIDDEN, WITHHELD):
            return Sign.NOT_SHOWN, Said("One of the two numbers is not shown, so they are not set beside each other.")
    if series.now.value is None or before is None or before.value is None:
        which = "it" if series.now.status == NOT_COVERED or series.now.value is None else "the year before"
        return Sign.NOT_COVERED, Said(f"No return that has been accepted covers {which}.")
    if parting := series.parting(before.period):
        return Sign.BREAK, Said(f"Recording changed on {day_in_words(parting.on)}: {parting.how}.")
    if answer is None or answer.verdict.finding is CANNOT_TELL:
        return Sign.NO_TEST, Said(f"Not tested, because {answer.verdict.because if answer else 'there is no test'}.")
    if balancing.worry is Worry.MORE and series.now.value == before.value == 0:
        return Sign.NO_TEST, Said("None in either year: that may be so, or it may be that nobody records them.")
    return _sign(balancing, answer.verdict.finding), Said(_in_words(answer), (answer,))


def _sign(balancing: Balancing, finding: Finding) -> Sign:
    if finding is SIMILAR:
        return Sign.ALIKE
    return Sign.WORRY if (finding is HIGHER) is (balancing.worry is Worry.MORE) else Sign.NO_WORRY


def _in_words(answer: Answer) -> str:
    verdict = answer.verdict
    if verdict.finding is SIMILAR:
        return f"No further apart than chance explains{allowing(verdict)} ({verdict.test})."
    way = "Higher" if verdict.finding is HIGHER else "Lower"
    return f"{way} by more than chance explains{allowing(verdict)} ({verdict.test})."
