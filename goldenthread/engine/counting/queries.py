"""Which indicators are counted together, and over what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from goldenthread.engine.counting.groups import usable_of
from goldenthread.engine.counting.parts import Part, covered
from goldenthread.engine.counting.places import places_read
from goldenthread.engine.counting.populations import populations_read
from goldenthread.engine.counting.supplied import Told
from goldenthread.engine.definitions import (
    CHILDREN,
    At,
    Breakdown,
    ByCode,
    Cohort,
    Dataset,
    During,
    Indicator,
    Measure,
    Median,
    Proportion,
    Share,
    Supplied,
    Total,
)
from goldenthread.engine.periods import (
    Period,
    Span,
    add_months,
    common,
    flow_periods_within,
    month_ends_within,
)
from goldenthread.engine.words import columns_read

_DAYS_OF_A_PERIOD = {"period_start", "period_end"}


@dataclass(frozen=True)
class Query:
    """Indicators that read the same rows of the same periods, and are therefore counted together.

    `by_month` where what a row says is the same in every period: it is then looked at once, in its month, and longer
    periods are made of months.
    """

    dataset: str
    over: At | During
    by_month: bool
    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]

    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Every breakdown that any of the indicators has, once."""
        found = {each.code: each for indicator in self.indicators for each in usable_of(indicator)}
        return tuple(found.values())

    def divisions(self) -> dict[int, Breakdown | None]:
        """The ways in which what is counted is divided, by number: 0 is the whole, then each breakdown."""
        return dict(enumerate([None, *self.breakdowns()]))

    def reads(self) -> set[str]:
        """The datasets that are read."""
        through = {each.dataset for each in self.looked_up()}
        return {self.dataset, *through, *places_read(self.breakdowns()), *populations_read(self.indicators)}

    def looked_up(self) -> list[Breakdown]:
        """The breakdowns whose column stands in another dataset, found through the child."""
        return [each for each in self.breakdowns() if each.dataset != self.dataset]

    def is_of_child(self, breakdown: Breakdown) -> bool:
        """Whether a child is in one group of it only: at one time or, where what is told is a code, ever."""
        return breakdown.dataset != self.dataset and (isinstance(self.over, At) or isinstance(breakdown, ByCode))

    def is_about_children(self) -> bool:
        """Whether any of the indicators counts or protects children."""
        return any(CHILDREN in (each.counts, each.protects) for each in self.indicators)


@dataclass(frozen=True)
class Evidence:
    """All that figures are worked out from: what is declared, the parts, and the figures supplied, by indicator."""

    datasets: Mapping[str, Dataset]
    parts: Sequence[Part]
    cohorts: Mapping[str, Cohort]
    told: Mapping[str, Sequence[Told]]

    def rows_of(self, name: str) -> Dataset:
        """What the rows of a dataset or a cohort are."""
        return self.cohorts[name].dataset if name in self.cohorts else self.datasets[name]

    def sent(self, name: str) -> Sequence[str]:
        """The datasets that agencies send of which a dataset or a cohort is made."""
        return self.cohorts[name].reads if name in self.cohorts else [name]

    def covers(self, name: str) -> list[Span]:
        """The days that a dataset's parts speak of; of a cohort those for which they also reach back far enough."""
        if name not in self.cohorts:
            return covered(name, self.parts)
        cohort = self.cohorts[name]
        spans = (
            (add_months(each.first, cohort.looks_back), add_months(each.last, -cohort.looks_ahead))
            for each in common(*map(self.covers, cohort.reads))
        )
        return [Span(first, last) for first, last in spans if first <= last]


def together(indicators: Sequence[Indicator], evidence: Evidence) -> Iterator[Query]:
    """The fewest queries that count some indicators."""
    for (dataset, _, by_month), group in groupby(sorted(indicators, key=counted_by), key=counted_by):
        found = tuple(group)
        over = found[0].over
        if not isinstance(over, Supplied):
            periods = _periods(tuple(evidence.covers(dataset)), at_one_day=isinstance(over, At))
            yield Query(dataset, over, by_month, found, periods)


def counted_by(indicator: Indicator) -> tuple[str, str, bool]:
    """What indicators of one query have in common: dataset, over what, and whether by month."""
    return indicator.dataset, repr(indicator.over), _is_by_month(indicator)


def _is_by_month(indicator: Indicator) -> bool:
    read = {column for text in _predicates(indicator.measure) for column in columns_read(text)}
    return isinstance(indicator.over, During) and not read & _DAYS_OF_A_PERIOD


def _predicates(measure: Measure) -> tuple[str, ...]:
    if isinstance(measure, Share):
        return measure.where, measure.of, measure.part
    return (measure.where, measure.of) if isinstance(measure, Proportion | Median | Total) else (measure.where,)


@cache
def _periods(covers: Sequence[Span], *, at_one_day: bool) -> tuple[Period, ...]:
    """The periods in some spans. Most datasets cover the same days, whose periods are then the same ones."""
    within = month_ends_within if at_one_day else flow_periods_within
    return tuple(period for span in covers for period in within(span))
