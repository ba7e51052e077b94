"""Which indicators read which datasets, and which of their columns."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from goldenthread.catalogue.counts import supplied_indicators
from goldenthread.catalogue.listing import cohorts, indicators
from goldenthread.catalogue.supplied import SUPPLIED_FIGURES
from goldenthread.engine.definitions import At, During, Indicator, Median, Proportion, Share, Total
from goldenthread.engine.words import columns_read


def datasets_read(indicator: Indicator) -> set[str]:
    """The datasets whose records an indicator counts, for itself, for its population and for its groups."""
    from goldenthread.engine.counting import fingerprints  # noqa: PLC0415 - it loads what most commands never need

    return fingerprints.datasets_read(indicator, cohorts())


def indicators_reading(dataset: str) -> list[Indicator]:
    """The indicators that stand on a dataset; on supplied figures, those that are never counted from records."""
    if dataset == SUPPLIED_FIGURES.dataset:
        return supplied_indicators()
    return [indicator for indicator in indicators().values() if dataset in datasets_read(indicator)]


@cache
def used_by() -> Mapping[tuple[str, str], Sequence[str]]:
    """The codes of the indicators that need a column, by dataset and column.

    An indicator of a cohort is named under every dataset that the cohort is made from, with no column: its query reads
    them whole. What figures are only divided by is not among them.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, indicator in indicators().items():
        for where in _read(indicator):
            found[where].add(code)
    return {where: sorted(codes) for where, codes in sorted(found.items())}


def _read(indicator: Indicator) -> Iterator[tuple[str, str]]:
    if cohort := cohorts().get(indicator.dataset):
        yield from ((dataset, "") for dataset in cohort.reads)
        return
    yield from ((indicator.dataset, column) for column in {*_over(indicator), *_measured(indicator)})


def _over(indicator: Indicator) -> Iterator[str]:
    if isinstance(indicator.over, At):
        yield from (indicator.over.opened, indicator.over.closed)
    elif isinstance(indicator.over, During):
        yield indicator.over.date


def _measured(indicator: Indicator) -> Iterator[str]:
    measure = indicator.measure
    texts = [measure.where]
    if isinstance(measure, Proportion | Median | Total | Share):
        texts.append(measure.of)
    if isinstance(measure, Share):
        texts.append(measure.part)
    for text in texts:
        yield from columns_read(text)
