"""What an XmR chart says in words and shapes: how the process varies now, and whether its target can be met.

NHS England's *Making Data Count* decides variation by the last point alone, and assurance by where the target lies
beside the limits. Blue, orange and grey go with them, never red, amber and green; no word and no shape is told by
colour alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goldenthread.engine.comparing import verdicts
from goldenthread.engine.comparing.verdicts import ALIKE_SHAPE, HIGHER, LOWER, Judgement
from goldenthread.engine.comparing.xmr import Chart, Mark, Rule
from goldenthread.engine.definitions import Band, Better


class Variation(StrEnum):
    """How the last point stands to the process."""

    COMMON_CAUSE = "ordinary variation: no signal"
    IMPROVEMENT_HIGH = "improvement, by higher values"
    IMPROVEMENT_LOW = "improvement, by lower values"
    CONCERN_HIGH = "concern, by higher values"
    CONCERN_LOW = "concern, by lower values"
    NEITHER_HIGH = "a signal of higher values; neither way is better by itself"
    NEITHER_LOW = "a signal of lower values; neither way is better by itself"


class Assurance(StrEnum):
    """What the process, left as it is, does about its target."""

    MEETS = "as it runs now, it will meet its target every time"
    MISSES = "as it runs now, it will miss its target every time"
    EITHER = "as it runs now, it will meet its target at some times and miss it at others, by chance"


SHAPES: dict[StrEnum, str] = {
    Variation.COMMON_CAUSE: ALIKE_SHAPE,
    Variation.IMPROVEMENT_HIGH: verdicts.SHAPES[HIGHER, Judgement.BETTER],
    Variation.IMPROVEMENT_LOW: verdicts.SHAPES[LOWER, Judgement.BETTER],
    Variation.CONCERN_HIGH: verdicts.SHAPES[HIGHER, Judgement.WORSE],
    Variation.CONCERN_LOW: verdicts.SHAPES[LOWER, Judgement.WORSE],
    Variation.NEITHER_HIGH: verdicts.SHAPES[HIGHER, Judgement.HIGHER],
    Variation.NEITHER_LOW: verdicts.SHAPES[LOWER, Judgement.LOWER],
    Assurance.MEETS: "✔",
    Assurance.MISSES: "✘",
    Assurance.EITHER: "?",
}
"""A shape for each that no other shares; those of variation are of the alphabet of tests."""


@dataclass(frozen=True)
class Process:
    """What a chart says. `rules` are those that mark the last point; `assurance` is none without a target."""

    variation: Variation
    assurance: Assurance | None
    rules: tuple[Rule, ...]


def variation_at(chart: Chart, at: int, better: Better | Band, *, concern_wins: bool = True) -> Variation:
    """What one point of a chart says by itself."""
    return _variation(_highest(chart.marks[at], better, concern_wins), better)


def process(
    chart: Chart, better: Better | Band, *, target: Fraction | None = None, concern_wins: bool = True
) -> Process:
    """What a chart says. Where its last point bears an improving and a concerning mark, `concern_wins` decides."""
    last = chart.last
    marks = chart.marks[last] if last is not None else frozenset[Mark]()
    high = _highest(marks, better, concern_wins)
    rules = tuple(sorted({mark.rule for mark in marks if mark.high is high}, key=list(Rule).index))
    return Process(_variation(high, better), _assurance(chart, better, target), rules)


def _highest(marks: frozenset[Mark], better: Better | Band, concern_wins: bool) -> bool | None:
    """Whether the last point signals upwards; none where it does not signal."""
    directions = {mark.high for mark in marks}
    if len(directions) < 2:
        return next(iter(directions), None)
    if better not in (Better.HIGHER, Better.LOWER):
        # Both ways at once, and neither is better: the way of the limit or the mean says more than that of the trend.
        return next((mark.high for mark in marks if mark.rule is not Rule.TREND), True)
    improving = better is Better.HIGHER
    return not improving if concern_wins else improving


def _variation(high: bool | None, better: Better | Band) -> Variation:
    if high is None:
        return Variation.COMMON_CAUSE
    if better not in (Better.HIGHER, Better.LOWER):
        return Variation.NEITHER_HIGH if high else Variation.NEITHER_LOW
    if high is (better is Better.HIGHER):
        return Variation.IMPROVEMENT_HIGH if high else Variation.IMPROVEMENT_LOW
    return Variation.CONCERN_HIGH if high else Variation.CONCERN_LOW


def _assurance(chart: Chart, better: Better | Band, target: Fraction | None) -> Assurance | None:
    """A target on a limit is passed, or failed. None without a target, or where no way is better."""
    last = chart.last
    limits = chart.limits[last] if last is not None else None
    if target is None or limits is None or better not in (Better.HIGHER, Better.LOWER):
        return None
    easiest, hardest = (limits.lower, limits.upper) if better is Better.HIGHER else (limits.upper, limits.lower)
    met = target <= easiest if better is Better.HIGHER else target >= easiest
    missed = target >= hardest if better is Better.HIGHER else target <= hardest
    if met:
        return Assurance.MEETS
    return Assurance.MISSES if missed else Assurance.EITHER
