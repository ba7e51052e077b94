"""What a chart says in words: which it is and why, how the process varies, what its target is to it, which points
signal, and what is not joined. The only place where such words come from, for page, description, report and voice.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from goldenthread.engine.comparing.answering import Answer
from goldenthread.engine.comparing.charting import Charted
from goldenthread.engine.comparing.choosing import Kind
from goldenthread.engine.comparing.false_signals import chance_of_a_signal
from goldenthread.engine.comparing.process import SHAPES, Variation
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.series import Break, places_of
from goldenthread.engine.comparing.told import Said, Told, told
from goldenthread.engine.comparing.verdicts import HIGHER, LOWER, SIMILAR, Finding, Verdict
from goldenthread.engine.comparing.wording import day_in_words, listed, when
from goldenthread.engine.comparing.xmr import IN_A_PART, Chart, Limits, Mark, Rule
from goldenthread.engine.definitions import Proportion
from goldenthread.engine.english import begun
from goldenthread.engine.protecting.figures import Figure, between, with_unit

CALLED = {
    Kind.XMR: "a control chart (XmR)",
    Kind.RUN: "a run chart, without limits",
    Kind.COUNTS: "single points, each with its 95% interval and nothing joined",
}
SIDES = {True: "high", False: "low"}


def rules_of(chart: Chart) -> str:
    """The name of the test that a control chart makes, with its setting."""
    return f"XmR rules of Making Data Count, {chart.run} points"


def which(charted: Charted) -> str:
    """Which chart it is, and why that one."""
    return f"This is {CALLED[charted.choice.kind]}, because {charted.choice.why}."


def chart_told(charted: Charted) -> Told:
    """All that a chart says, beside the figures themselves."""
    return told(
        which(charted),
        _how_to_read(charted),
        variation_told(charted),
        assurance_told(charted),
        signals_told(charted),
        _unsettled(charted),
        _by_chance(charted),
        *_warnings(charted),
        *_breaks(charted),
        _left_out(charted),
    )


def in_short(charted: Charted) -> tuple[str, str]:
    """How the process varies and what its target is to it, by shape and word; blank where that cannot be said."""
    found = charted.process
    if found is None:
        return "", ""
    assurance = f"{SHAPES[found.assurance]} {found.assurance}" if found.assurance and charted.is_settled else ""
    return f"{SHAPES[found.variation]} {found.variation}", assurance


def last_signal(charted: Charted) -> str:
    """That the last point signals, by shape and word; nothing where it does not, or no limits are drawn."""
    chart, found = charted.chart, charted.process
    if chart is None or chart.last is None or found is None or found.variation is Variation.COMMON_CAUSE:
        return ""
    return f"{SHAPES[found.variation]} its chart signals {when(charted.figures[chart.last].period)}"


def variation_told(charted: Charted) -> Said | None:
    """How the last point stands to the process, by shape and word; nothing where no limits are drawn."""
    chart, found = charted.chart, charted.process
    if chart is None or found is None or chart.last is None:
        return None
    because = f" ({listed([str(rule) for rule in found.rules])})" if found.rules else ""
    at = when(charted.figures[chart.last].period)
    text = f"Variation, by the last point, {at}: {SHAPES[found.variation]} {found.variation}{because}."
    return Said(text, (_answer(charted, chart, chart.last),))


def assurance_told(charted: Charted) -> Said | str | None:
    """What the process, left as it is, does about its target, by shape and word."""
    chart, found, target = charted.chart, charted.process, charted.target
    if chart is None or found is None or chart.last is None:
        return None
    if target is None:
        return "Assurance: none can be given, because there is no target for these periods."
    if not charted.is_settled:
        return f"Assurance: none can be given beside the target of {target.shown}, because most points are signals."
    if found.assurance is None:
        return f"Assurance: none can be given beside the target of {target.shown}, because no way is the wanted one."
    text = f"Assurance, beside the target of {target.shown}: {SHAPES[found.assurance]} {found.assurance}."
    return Said(text, (_answer(charted, chart, chart.last),))


def signals_told(charted: Charted) -> Said | None:
    """Which points signal, by which rule; that none does where none does. Nothing where no limits are drawn."""
    chart = charted.chart
    if chart is None or chart.last is None:
        return None
    marked = [at for at, marks in enumerate(chart.marks) if marks]
    points = len(charted.known)
    by = (_answer(charted, chart, marked[-1] if marked else chart.last),)
    if not marked:
        return Said(f"None of the {points} points is a signal.", by)
    are = "is a signal" if len(marked) == 1 else "are signals"
    found = "; ".join(_by_rule(charted, chart))
    return Said(f"{len(marked)} of the {points} points {are}: {found}.", by)


def _unsettled(charted: Charted) -> str:
    if charted.is_settled:
        return ""
    return (
        "Where most points are signals the mean and the limits are of no level at which they ever ran, and say nothing"
        " of the next one. Ask what changed; once a change of practice is declared, limits are worked out anew from it."
    )


def _by_rule(charted: Charted, chart: Chart) -> Iterator[str]:
    for rule in Rule:
        for high in (True, False):
            places = [at for at, marks in enumerate(chart.marks) if Mark(rule, high) in marks]
            if places:
                yield f"{rule} ({SIDES[high]}), {listed(_stretches(charted.figures, places))}"


def _stretches(figures: Sequence[Figure], places: Sequence[int]) -> list[str]:
    """`March 2013`, `April 2013 to October 2013`: places that follow each other as one."""
    runs = [[at for _, at in run] for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])]
    return [
        str(figures[run[0]].period) if len(run) == 1 else f"from {figures[run[0]].period} to {figures[run[-1]].period}"
        for run in runs
    ]


def _how_to_read(charted: Charted) -> str:
    """Between what chance alone moves the points, and the setting of the rules; or what the bars are."""
    chart = charted.chart
    if chart is None or chart.last is None:
        if any(charted.interval(at) for at in range(len(charted.figures))):
            return "The bars are 95% intervals: how far chance alone may have moved each point."
        return ""
    limits = chart.limits[chart.last]
    if limits is None:
        return ""
    mean, reach = worded_limits(charted.figures[chart.last], limits)
    rules = f"{chart.run} points in a row on one side of the mean, or in one direction, are a signal"
    return f"The mean is {mean}, and chance alone moves points in the range {reach}. The rules are set so that {rules}."


def worded_limits(like: Figure, limits: Limits) -> tuple[str, str]:
    """The mean, and the range between the limits, as people read them; no limit beyond what there can be."""
    places = max(like.places, 1)
    low, high = within_reason(like.unit, limits)
    return with_unit(rounded(limits.mean, places), like.unit), between(
        rounded(low, places), rounded(high, places), like.unit
    )


def within_reason(unit: str, limits: Limits) -> tuple[Fraction, Fraction]:
    """The limits, no lower than nought, and of a share no higher than all."""
    low = max(limits.lower, Fraction(0))
    return low, min(limits.upper, Fraction(100)) if unit == "%" else limits.upper


def _by_chance(charted: Charted) -> str:
    if charted.drawn is None:
        return ""
    hundred = rounded(Fraction(chance_of_a_signal(charted.drawn)) * 100, 0)
    return f"Of a hundred charts like this in which nothing changes, about {hundred} have a signal by chance."


def _warnings(charted: Charted) -> list[str]:
    """What to be careful of; that a mean is small says something of counts alone."""
    if charted.chart is None or isinstance(charted.indicator.measure, Proportion):
        return []
    return charted.chart.warnings


def _breaks(charted: Charted) -> Iterator[str]:
    for each in charted.breaks:
        why = f" {each.reason}" if each.reason else ""
        yield f"{begun(each.what)} changed on {day_in_words(each.on)}: {_what_it_does(charted, each)}.{why}"


def _what_it_does(charted: Charted, each: Break) -> str:
    """What a break does to the line and to the limits of a chart."""
    if each.parts:
        return f"{each.how}, so nothing is joined across that day"
    if each.checked:
        return f"the count was {each.checked}, so the line goes on"
    if charted.chart is None:
        return f"{each.how}, so the line goes on"
    places = places_of(each, [figure.period for figure in charted.figures])
    if places and places[-1] in {part.start for part in charted.chart.parts}:
        return f"limits are worked out anew from {charted.figures[places[-1]].period} on"
    return f"points after it are judged by what was before, until {IN_A_PART} follow it without another change"


def _left_out(charted: Charted) -> str:
    if not charted.left_out:
        return ""
    are = "one earlier point is" if charted.left_out == 1 else f"{charted.left_out} earlier points are"
    return f"The last {len(charted.figures)} points are drawn; {are} in the table alone."


def _answer(charted: Charted, chart: Chart, at: int) -> Answer:
    """What the rules found at a point."""
    found: Finding = SIMILAR
    if marks := chart.marks[at]:
        found = HIGHER if _is_high(charted, at, marks) else LOWER
    names = tuple(figure.name for figure in charted.known)
    return Answer("Does chance explain the last of these points?", names, Verdict(rules_of(chart), found))


def _is_high(charted: Charted, at: int, marks: frozenset[Mark]) -> bool:
    ways = {mark.high for mark in marks}
    return ways == {True} if len(ways) == 1 else charted.says(at).name.endswith("HIGH")
