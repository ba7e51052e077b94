"""What is worked out from what: the indicators that read each column of each dataset."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from goldenthread.catalogue.listing import cohorts, indicators
from goldenthread.engine.definitions import At, During, Indicator, Median, Proportion, Share, Total
from goldenthread.engine.words import columns_read


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
