"""How many signals chance alone would give, to be set beside how many there are.

The rates of XmR charts are those of 3,000 simulations of a process in which nothing changes, with seven-point rules and
24 points, unless said: how many charts in a hundred bear at least one mark.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from goldenthread.engine.comparing.differences import APART, THEY_OVERLAP
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, Verdict

NORMAL_BY_POINTS = ((12, 0.055), (24, 0.159), (36, 0.248))
COUNT_BY_MEAN = ((1, 0.42), (2, 0.29), (5, 0.20), (10, 0.17))
SHARE_BY_DENOMINATOR = ((10, 0.24), (30, 0.18), (100, 0.15))
_AT = 24
LEVEL_OF_TESTS = 0.05
_LEVELS: Mapping[str, float] = {APART: 0.0056}
"""How often a test finds what is chance, where that is not five in a hundred: two equal figures whose intervals are
equally wide lie 2.77 of their standard errors apart where their 95% intervals cease to overlap."""


@dataclass(frozen=True)
class Drawn:
    """A chart that was drawn: its number of points, and its mean count, or the mean number that its shares are of."""

    points: int
    mean_count: float | None = None
    mean_denominator: float | None = None
    signals: bool = False


@dataclass(frozen=True)
class Signals:
    """How many of some charts or tests signal, and how many would if nothing had changed."""

    of: int
    observed: int
    expected: float


def chance_of_a_signal(chart: Drawn) -> float:
    """How likely it is that a chart of a process in which nothing changes bears at least one mark."""
    if chart.mean_count is not None:
        at_24 = _between(COUNT_BY_MEAN, chart.mean_count)
    elif chart.mean_denominator is not None:
        at_24 = _between(SHARE_BY_DENOMINATOR, chart.mean_denominator)
    else:
        at_24 = _between(NORMAL_BY_POINTS, _AT)
    return min(1.0, at_24 * _between(NORMAL_BY_POINTS, chart.points) / _between(NORMAL_BY_POINTS, _AT))


def of_charts(charts: Sequence[Drawn]) -> Signals:
    """The charts that bear a mark, beside how many would by chance."""
    return Signals(len(charts), sum(each.signals for each in charts), sum(map(chance_of_a_signal, charts)))


def of_tests(verdicts: Iterable[Verdict]) -> Signals:
    """The tests that claim a difference, beside how many would by chance: five in a hundred of most tests."""
    made = [each for each in verdicts if each.finding is not CANNOT_TELL or each.because == THEY_OVERLAP]
    expected = fsum(_LEVELS.get(each.test, LEVEL_OF_TESTS) for each in made)
    return Signals(len(made), sum(each.claims for each in made), expected)


def _between(known: Sequence[tuple[int, float]], at: float) -> float:
    """A value between those that were simulated, in a straight line; outside them that of the nearest."""
    places = [place for place, _ in known]
    after = bisect_right(places, at)
    if after == 0:
        return known[0][1]
    if after == len(known):
        return known[-1][1]
    (low, a), (high, b) = known[after - 1], known[after]
    return a + (b - a) * (at - low) / (high - low)
