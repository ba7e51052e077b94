"""Which indicators read which datasets."""

from goldenthread.catalogue.listing import cohorts, indicators
from goldenthread.catalogue.supplied import SUPPLIED_FIGURES
from goldenthread.engine.counting import fingerprints
from goldenthread.engine.definitions import Indicator, Supplied


def datasets_read(indicator: Indicator) -> set[str]:
    """The datasets whose records an indicator counts, for itself, for its population and for its groups."""
    return fingerprints.datasets_read(indicator, cohorts())


def indicators_reading(dataset: str) -> list[Indicator]:
    """The indicators that stand on a dataset; on supplied figures, those that are never counted from records."""
    if dataset == SUPPLIED_FIGURES.dataset:
        return supplied_indicators()
    return [indicator for indicator in indicators().values() if dataset in datasets_read(indicator)]


def supplied_indicators() -> list[Indicator]:
    """The indicators whose figures agencies supply, having counted themselves."""
    return [indicator for indicator in indicators().values() if isinstance(indicator.over, Supplied)]
