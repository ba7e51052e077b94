"""An indicator over time as a chart shows it: which chart, its points and gaps, its limits and marks, its target.

Page, description, report and voice are all made from this one thing, and so say the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

from goldenthread.engine.comparing.answering import counts_no_events
from goldenthread.engine.comparing.axes import YEAR, kind, without_gaps
from goldenthread.engine.comparing.choosing import MOST_POINTS, Choice, Kind, choose, control_chart
from goldenthread.engine.comparing.false_signals import Drawn
from goldenthread.engine.comparing.process import Process, Variation, process, variation_at
from goldenthread.engine.comparing.series import Break, Known, limits, stretches
from goldenthread.engine.comparing.xmr import Chart
from goldenthread.engine.definitions import Indicator, Median, Proportion, Share
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure

MOST_DAYS = 60
"""Caseloads are looked at over five years: no limits go with them that a change long ago could spoil."""


@dataclass(frozen=True)
class Charted:
    """What is drawn of an indicator. `figures` have a place for every period from the first to the last.

    `chart` is none where no limits are drawn; `targets` are what each point should come to, none where it has none;
    `left_out` is how many earlier points are not drawn.
    """

    indicator: Indicator
    figures: tuple[Figure, ...]
    choice: Choice
    parts: tuple[range, ...]
    breaks: tuple[Break, ...]
    chart: Chart | None
    targets: tuple[Figure | None, ...]
    left_out: int

    @property
    def known(self) -> list[Figure]:
        """The points that have a value."""
        return [figure for figure in self.figures if figure.value is not None]

    @property
    def target(self) -> Figure | None:
        """The latest of the targets."""
        return next((each for each in reversed(self.targets) if each), None)

    @cached_property
    def process(self) -> Process | None:
        """What the chart says of how the process varies and of its target; none where no limits are drawn."""
        if self.chart is None:
            return None
        return process(self.chart, self.indicator.better, target=self.target.value if self.target else None)

    @property
    def is_settled(self) -> bool:
        """Whether the points run at one level for the most part, so that limits say something of the next one."""
        return self.chart is None or 2 * self.chart.signals <= len(self.known)

    @property
    def drawn(self) -> Drawn | None:
        """The chart as one counts signals that chance gives; none where no limits are drawn."""
        if self.chart is None:
            return None
        signals, points = self.chart.signals > 0, len(self.known)
        if isinstance(self.indicator.measure, Proportion):
            return Drawn(points, mean_denominator=fmean(each.denominator or 0 for each in self.known), signals=signals)
        counts = (each.value if each.numerator is None else each.numerator for each in self.known)
        return Drawn(points, mean_count=fmean(each or 0 for each in counts), signals=signals)

    def says(self, at: int) -> Variation:
        """What one point says by itself."""
        return variation_at(self.chart, at, self.indicator.better) if self.chart else Variation.COMMON_CAUSE

    def interval(self, at: int) -> tuple[float, float] | None:
        """The 95% interval of one point; none beside limits, which take its place."""
        if self.chart or counts_no_events(self.indicator):
            return None
        found = limits(self.figures[at], self.indicator, families=self.figures[at].families)
        return (float(found[0]), float(found[1])) if found else None


def chart_of(known: Known, indicator: Indicator, points: Sequence[Figure]) -> Charted:
    """The chart of some figures of an indicator, with the breaks and the targets that are known of it."""
    targets = [figure for figure in known.figures(indicator.code) if known.is_target(figure)]
    return charted(indicator, points, breaks=known.breaks.get(indicator.code, ()), targets=targets)


def charted(
    indicator: Indicator,
    figures: Sequence[Figure],
    *,
    breaks: Sequence[Break] = (),
    targets: Sequence[Figure] = (),
) -> Charted:
    """The figures of an indicator over time, the earliest first and of one kind of period, as a chart shows them.

    `targets` are those of any of its periods. ValueError for periods of two kinds.
    """
    every = _with_gaps(figures)
    shown = every[-(MOST_DAYS if indicator.is_of_days else MOST_POINTS) :]
    choice = choose(indicator, shown, breaks)
    periods = [figure.period for figure in shown]
    return Charted(
        indicator,
        tuple(shown),
        choice,
        tuple(stretches(periods, breaks)),
        tuple(each for each in breaks if periods and each.lies_between(periods[0], periods[-1])),
        control_chart(indicator, shown, breaks) if choice.kind is Kind.XMR else None,
        tuple(_target_of(figure, targets, indicator) for figure in shown),
        len(every) - len(shown),
    )


def _target_of(point: Figure, targets: Sequence[Figure], indicator: Indicator) -> Figure | None:
    """The target of a point: that of its period, otherwise that of the year it lies in, where it holds for a part.

    How many there should be in a year says nothing of a month; what share there should be does.
    """
    for each in targets:
        if each.period == point.period:
            return each
    if not isinstance(indicator.measure, Proportion | Median | Share):
        return None
    years = (each for each in targets if kind(each.period) == YEAR and point.period.span in each.period.span)
    return next(years, None)


def _with_gaps(figures: Sequence[Figure]) -> list[Figure]:
    if not figures:
        return []
    by_code = {figure.period.code: figure for figure in figures}
    periods = without_gaps([figure.period for figure in figures])
    return [by_code.get(period.code) or _blank(figures[0], period) for period in periods]


def _blank(like: Figure, period: Period) -> Figure:
    """The point of a period that no evidence covers."""
    return Figure(like.indicator, period, like.breakdown, like.group, NOT_COVERED, like.unit, like.places, like.edition)
