"""Which indicators read which datasets."""

from goldenthread.catalogue.counts import supplied_indicators
from goldenthread.catalogue.listing import cohorts, indicators
from goldenthread.catalogue.supplied import SUPPLIED_FIGURES
from goldenthread.engine.definitions import Indicator


def datasets_read(indicator: Indicator) -> set[str]:
    """The datasets whose records an indicator counts, for itself, for its population and for its groups."""
    from goldenthread.engine.counting import fingerprints  # noqa: PLC0415 - it loads what most commands never need

    return fingerprints.datasets_read(indicator, cohorts())


def indicators_reading(dataset: str) -> list[Indicator]:
    """The indicators that stand on a dataset; on supplied figures, those that are never counted from records."""
    if dataset == SUPPLIED_FIGURES.dataset:
        return supplied_indicators()
    return [indicator for indicator in indicators().values() if dataset in datasets_read(indicator)]
