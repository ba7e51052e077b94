"""Which chart a page draws of an indicator: over which kind of period."""

from collections.abc import Sequence
from functools import lru_cache

from goldenthread.catalogue import indicators
from goldenthread.engine.comparing.charting import Charted, charted
from goldenthread.engine.comparing.series import Break, Known
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.choosing import kinds_in, of_kind
from goldenthread.workflow.results.reading import ALL

CLOSEST = ("month", "quarter")
"""The kinds of period over which limits may be drawn, the closest look first."""


def chart_over(found: Known, indicator: Indicator, every: str) -> Charted:
    """The chart of an indicator's whole over one kind of period."""
    figures = found.figures(indicator.code)
    points = of_kind([figure for figure in figures if figure.breakdown == ALL], every)
    targets = tuple(figure for figure in figures if found.is_target(figure))
    return _charted(indicator.code, tuple(points), targets, tuple(found.breaks.get(indicator.code, ())))


@lru_cache(maxsize=2048)
def _charted(code: str, points: tuple[Figure, ...], targets: tuple[Figure, ...], breaks: tuple[Break, ...]) -> Charted:
    """The same figures, as one face shows them, always give the same chart: a page of fifty need not wait for them."""
    return charted(indicators()[code], points, breaks=breaks, targets=targets)


def closest_chart(found: Known, indicator: Indicator) -> Charted:
    """The chart that looks closest at an indicator: one with limits where they mean something."""
    drawn = [chart_over(found, indicator, every) for every in CLOSEST]
    return next((each for each in drawn if each.chart), drawn[0])


def kinds_offered(found: Known, indicator: Indicator, every: Sequence[Figure]) -> list[tuple[str, str]]:
    """The kinds of period that a page offers, first the one over which a chart with limits may be drawn, if any."""
    offered = kinds_in(every)
    if indicator.is_of_days:
        return offered
    closest = next((each for each in CLOSEST if chart_over(found, indicator, each).chart), "")
    return sorted(offered, key=lambda pair: pair[0] != closest) if closest else offered
