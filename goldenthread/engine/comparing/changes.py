"""Changes in words: only as much as a named test supports.

*Fewer*, *more* and a number between two counts are arithmetic. *Higher*, *lower*, *similar*, *rising*, *falling* and
*trend* are claims, and each comes from a verdict.
"""

from collections.abc import Sequence

from goldenthread.engine.comparing.answering import (
    A_CASELOAD,
    NO_EVENTS,
    NONE_AT_ALL,
    Answer,
    Standing,
    change,
    changes_of_flows,
    hangs_on_families,
    in_band,
    over_five_years,
    standings,
)
from goldenthread.engine.comparing.benchmarks import InBand
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.comparing.told import Said
from goldenthread.engine.comparing.verdicts import (
    ALIKE_SHAPE,
    CANNOT_TELL,
    HIGHER,
    SIMILAR,
    Judgement,
    Verdict,
    in_brief,
    judged,
    shape,
)
from goldenthread.engine.comparing.wording import a_year_before, allowing, day_in_words, listed
from goldenthread.engine.definitions import NEITHER, Band, Better, Count, InShort
from goldenthread.engine.protecting.figures import Figure, with_unit

ALIKE = "the difference is no more than chance explains"
WAYS = {Better.HIGHER: ("higher", "more"), Better.LOWER: ("lower", "fewer")}
"""What is better, of a share or a rate, and of a number."""


def with_change(sentence: str, series: Series) -> list[Said | str]:
    """A figure's own sentence with how it differs from a year before, as far as that can be told."""
    answer = change(series)
    before = series.before
    if answer is None or before is None or before.value is None or series.now.value is None:
        return [sentence, *_without_change(series)]
    if not isinstance(series.indicator.measure, Count):
        return [sentence, _what_it_was(series, before, answer)]
    opened = f"{sentence.removesuffix('.')}, {_how_many(series.now, before)}"
    if answer.verdict.because == NO_EVENTS:
        return [f"{opened}."]
    if answer.verdict.because == A_CASELOAD:
        return [_of_a_stock(opened, series, answer)]
    return [_of_a_count(opened, series, answer)]


def change_in_brief(series: Series) -> str:
    """How a figure differs from a year before, as shape and words; nothing where nothing is set beside it.

    A stock is told by what began and what ended: `◇ fewer began`.
    """
    answer = change(series)
    if answer is None:
        return ""
    flows = [(flow, found.verdict) for flow, found in changes_of_flows(series)]
    if answer.verdict.because != A_CASELOAD or len(flows) < 2:
        return in_brief(answer.verdict.finding, series.indicator.better)
    ways = [
        f"{shape(verdict.finding, NEITHER)} {_more_or_fewer(flow, verdict)}"
        for flow, verdict in flows
        if verdict.claims
    ]
    return ", ".join(ways) or f"{ALIKE_SHAPE} could be chance, by what began and ended"


def trend_told(series: Series) -> Said | None:
    """What the trend test finds over five years; nothing where it cannot be made."""
    answer = over_five_years(series)
    if answer is None or answer.verdict.finding is CANNOT_TELL:
        return None
    finding = answer.verdict.finding
    what = "no steady rise or fall" if finding is SIMILAR else f"a {'rising' if finding is HIGHER else 'falling'} trend"
    how = f"five-point trend test{allowing(answer.verdict)}"
    better = _which_is_better(answer.verdict, series)
    return Said(f"Over the five years to {series.now.period} there is {what} ({how}){better}.", (answer,))


def beside(series: Series) -> list[Said | str]:
    """How it stands beside the figures of others: targets, other areas."""
    judged_ones = {each.other.name: each for each in standings(series)}
    found: list[Said | str] = []
    for other in (each for each in series.others if each.value is not None):
        named = f"{other.group}, {other.shown} ({other.said_by})"
        standing = judged_ones.get(other.name)
        found.append(_beside(named, standing, series) if standing else f"To set beside it: {named}.")
    return found


def _beside(named: str, standing: Standing, series: Series) -> Said:
    verdict = standing.answer.verdict
    if verdict.finding is SIMILAR:
        said = f"Beside {named}, it is similar: {ALIKE}{allowing(verdict)}."
    else:
        said = f"Beside {named}, it is {_beyond_chance(verdict, series)}."
    if standing.plain.finding is not verdict.finding:
        way = "higher" if standing.plain.finding is HIGHER else "lower"
        said += f" If children were independent of each other, it would be {way} by more than chance explains."
    return Said(said, (standing.answer,))


def band_told(series: Series) -> Said | None:
    """Where it stands to the band in which it is best; nothing where there is no such band."""
    found, band = in_band(series), series.indicator.better
    if found is None or not isinstance(band, Band):
        return None
    where, answer = found
    low, high = (with_unit(rounded(each, 0), series.now.unit) for each in (band.low, band.high))
    said = {
        InBand.WITHIN: "it is within that by more than chance explains",
        InBand.BELOW: "it is below that by more than chance explains",
        InBand.ABOVE: "it is above that by more than chance explains",
        InBand.ACROSS: "whether it is within that cannot be told from chance",
    }
    by = () if where is InBand.ACROSS else (answer,)
    return Said(f"It is best between {low} and {high}: {said[where]}{allowing(answer.verdict)}.", by)


def breaks_told(series: Series) -> str:
    """What a break does to what is set beside a figure; nothing where there is none."""
    before = series.before
    if before is None:
        return ""
    if parting := series.parting(before.period):
        on = day_in_words(parting.on)
        return f"Recording changed on {on}: {parting.how}. So nothing before that day is set beside it."
    if mended := series.reconciled(before.period):
        on = day_in_words(mended.on)
        return f"Recording changed on {on}, and the count was {mended.checked}, so it is compared across that day."
    if changed := series.practice_changed(before.period):
        return f"Practice changed between the two, on {day_in_words(changed.on)}."
    return ""


def _without_change(series: Series) -> list[Said | str]:
    """What is said of a stock without a year before: what began and what ended is known all the same."""
    counted = _flows_counted(series)
    return [f"{counted}."] if counted else []


def _how_many(now: Figure, before: Figure) -> str:
    difference = rounded((now.value or 0) - (before.value or 0), 0)
    earlier = a_year_before(now.period)
    if difference == 0:
        return f"the same number as {earlier}"
    return f"{abs(difference):,} {'more' if difference > 0 else 'fewer'} than {earlier}"


def _what_it_was(series: Series, before: Figure, answer: Answer) -> Said | str:
    earlier, verdict = a_year_before(series.now.period), answer.verdict
    if verdict.because == NONE_AT_ALL:
        return f"It was {before.shown} {earlier} too: {verdict.because}."
    if verdict.finding is CANNOT_TELL and series.now.value == before.value:
        return f"It was the same {earlier}."
    was = f"It was {before.shown} {earlier}"
    if verdict.finding is CANNOT_TELL:
        return f"{was}. {_no_test(verdict)}"
    if verdict.finding is SIMILAR:
        return Said(f"{was}, and {ALIKE}{allowing(verdict)}.{_without_allowing(series)}", (answer,))
    return Said(f"{was}; it is {_beyond_chance(verdict, series)}.", (answer,))


def _without_allowing(series: Series) -> str:
    """That a finding hangs on the allowance for families; nothing where it does not."""
    if not hangs_on_families(series):
        return ""
    return _without_that_allowance("it would be a greater difference than chance explains")


def _without_that_allowance(what: str) -> str:
    return f" Without that allowance, which is an assumption, {what}."


def _no_test(verdict: Verdict) -> str:
    return f"The difference cannot be judged, because {verdict.because}."


def _of_a_count(opened: str, series: Series, answer: Answer) -> Said | str:
    verdict = answer.verdict
    if verdict.because == NONE_AT_ALL:
        return f"{opened}: {verdict.because}."
    if verdict.finding is CANNOT_TELL:
        return f"{opened}. {_no_test(verdict)}"
    if verdict.finding is SIMILAR:
        said = f"{opened}: no more than chance explains{allowing(verdict)}.{_without_allowing(series)}"
        return Said(said, (answer,))
    better = _which_is_better(verdict, series, number=True)
    return Said(f"{opened}: a greater difference than chance explains{allowing(verdict)}{better}.", (answer,))


def _of_a_stock(opened: str, series: Series, answer: Answer) -> Said | str:
    """A stock is judged by what began and what ended: the stock itself holds most of what it held before."""
    counted = _flows_counted(series)
    if not counted:
        return f"{opened}. {_no_test(answer.verdict)}"
    judged_ones = changes_of_flows(series)
    if len(judged_ones) < len(series.flows):
        why = "what began and what ended cannot be set beside the year before"
        return f"{opened}; {counted}. The difference cannot be judged: {why}."
    by = tuple(found for _, found in judged_ones)
    said = f"{opened}; {counted}, and {_flows_judged(judged_ones)}{allowing(*(each.verdict for each in by))}."
    return Said(said + _flows_without_allowing([flow for flow, _ in judged_ones]), by)


def _flows_counted(series: Series) -> str:
    """`681 plans began and 915 ended in the year`; nothing where one of them is not shown."""
    known = [(flow, flow.indicator.in_short) for flow in series.flows if flow.now.value is not None]
    if len(known) < 2:
        return ""
    said, last = [], ""
    for flow, words in known:
        one, many, did = _words(words)
        noun = one if flow.now.value == 1 else many
        said.append(f"{flow.now.shown} {did}" if noun == last else f"{flow.now.shown} {noun} {did}")
        last = noun
    return f"{listed(said)} in the year{_flows_before([flow for flow, _ in known])}"


def _flows_before(flows: Sequence[Series]) -> str:
    """`(916 and 1,028 the year before)`; nothing where one of them is not known, or a break parts it."""
    before = [flow.before for flow in flows if flow.before and not flow.parting(flow.before.period)]
    shown = [each.shown for each in before if each.value is not None]
    return f" ({listed(shown)} the year before)" if len(shown) == len(flows) else ""


def _flows_judged(judged_ones: list[tuple[Series, Answer]]) -> str:
    claimed = [(flow, found) for flow, found in judged_ones if found.verdict.claims]
    alike = [flow for flow, found in judged_ones if not found.verdict.claims]
    ways = [_more_or_fewer(flow, found.verdict) for flow, found in claimed]
    if not claimed:
        return "both differ from the year before by no more than chance explains"
    said = f"{listed(ways)} than the year before by more than chance explains"
    if alike:
        did = listed([_words(flow.indicator.in_short)[2] for flow in alike])
        said += f", while how many {did} differs from it by no more than chance explains"
    return said


def _flows_without_allowing(flows: Sequence[Series]) -> str:
    """Of which flows the finding hangs on the allowance for families; nothing where it does of none."""
    hanging = [_words(flow.indicator.in_short)[2] for flow in flows if hangs_on_families(flow)]
    if not hanging:
        return ""
    what = f"how many {listed(hanging)} would differ from the year before by more than chance explains"
    return _without_that_allowance(what)


def _more_or_fewer(flow: Series, verdict: Verdict) -> str:
    return f"{'more' if verdict.finding is HIGHER else 'fewer'} {_words(flow.indicator.in_short)[2]}"


def _words(words: InShort | None) -> tuple[str, str, str]:
    return (words.one, words.many, words.did) if words else ("record", "records", "there were")


def _beyond_chance(verdict: Verdict, series: Series) -> str:
    """`lower by more than chance explains, allowing for families, and lower is better`."""
    way = "higher" if verdict.finding is HIGHER else "lower"
    return f"{way} by more than chance explains{allowing(verdict)}{_which_is_better(verdict, series)}"


def _which_is_better(verdict: Verdict, series: Series, *, number: bool = False) -> str:
    """Which way is better, and whether that is the way it went; nothing where no way is, or none was found."""
    ways = WAYS.get(series.indicator.better) if isinstance(series.indicator.better, Better) else None
    if ways is None or not verdict.claims:
        return ""
    is_so = judged(verdict.finding, series.indicator.better) is Judgement.BETTER
    return f", and {ways[number]} {'is' if is_so else 'would be'} better"
