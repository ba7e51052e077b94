"""Which chart a page draws of an indicator: over which kind of period."""

from collections.abc import Sequence

from goldenthread.engine.comparing.charting import Charted, chart_of
from goldenthread.engine.comparing.choosing import Kind
from goldenthread.engine.comparing.series import Known
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.choosing import kinds_in, of_kind
from goldenthread.workflow.results.reading import ALL

CLOSEST = ("month", "quarter")
"""The kinds of period over which limits may be drawn, the closest look first."""


def chart_over(found: Known, indicator: Indicator, every: str) -> Charted:
    """The chart of an indicator's whole over one kind of period."""
    whole = [figure for figure in found.figures(indicator.code) if figure.breakdown == ALL]
    return chart_of(found, indicator, of_kind(whole, every))


def control_chart_of(found: Known, indicator: Indicator) -> Charted | None:
    """The chart with limits that looks closest at an indicator; none where limits would mislead over every period."""
    if indicator.is_of_days:
        return None
    drawn = (chart_over(found, indicator, every) for every in CLOSEST)
    return next((each for each in drawn if each.choice.kind is Kind.XMR), None)


def kinds_offered(found: Known, indicator: Indicator, every: Sequence[Figure]) -> list[tuple[str, str]]:
    """The kinds of period that a page offers, first the one over which a chart with limits may be drawn, if any."""
    offered = kinds_in(every)
    if indicator.is_of_days:
        return offered
    closest = next((each for each in CLOSEST if chart_over(found, indicator, each).chart), "")
    return sorted(offered, key=lambda pair: pair[0] != closest) if closest else offered
