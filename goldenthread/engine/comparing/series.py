"""A series: the figures of one indicator with all that may be said beside them, and what breaks them apart."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from goldenthread.engine.comparing import intervals
from goldenthread.engine.comparing.benchmarks import Interval
from goldenthread.engine.comparing.families import INDEPENDENT, Families
from goldenthread.engine.definitions import Count, Indicator, Median, Rate, Share
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.periods import Period, add_months, financial_year_of, month_end, twelve_months
from goldenthread.engine.protecting.figures import Figure


@dataclass(frozen=True)
class Break:
    """Recording changed on a day, or practice did; `how` says what that did to the numbers.

    Where recording changed both sides are alike only where somebody reconciled the count by hand: `checked` says who,
    and when. Where practice changed they are, and what is to be expected is another: `rebases`, which has limits worked
    out anew. `reason` is what changed, where it is told.
    """

    on: date
    how: str
    checked: str = ""
    reason: str = ""
    rebases: bool = False

    @property
    def what(self) -> str:
        """What it is that changed."""
        return "practice" if self.rebases else "recording"

    @property
    def parts(self) -> bool:
        """Whether numbers on both sides are not alike."""
        return not (self.checked or self.rebases)

    def lies_between(self, earlier: Period, later: Period) -> bool:
        """Whether it touches two periods differently."""
        return earlier.first < self.on <= later.last


def stretches(periods: Sequence[Period], breaks: Iterable[Break]) -> list[range]:
    """The places of some periods, the earliest first, in stretches within which nothing parts one from the next."""
    cuts = {at for each in breaks if each.parts for at in places_of(each, periods)}
    return [range(first, end) for first, end in pairwise([0, *sorted(cuts), len(periods)])]


def places_of(break_: Break, periods: Sequence[Period]) -> list[int]:
    """The places of those periods, the earliest first, that it touches otherwise than the one before: two where it lies
    within a period, the last of which is the first that is whole after it.
    """
    return [at for at, two in enumerate(pairwise(periods), start=1) if break_.lies_between(*two)]


@dataclass(frozen=True)
class Series:
    """One indicator at one period, `now`, and all that a sentence about it may draw on.

    `figures` are those of its whole at every period; `others` are of others for the same period: targets, other areas.
    `flows` are the series of what begins and what ends, where it is a stock that names them.
    """

    indicator: Indicator
    now: Figure
    figures: Sequence[Figure] = ()
    others: Sequence[Figure] = ()
    breaks: Sequence[Break] = ()
    flows: Sequence["Series"] = ()
    families: Families = INDEPENDENT

    @property
    def before(self) -> Figure | None:
        """The figure for the same length of time a year before."""
        return year_before(self.figures, self.now)

    @property
    def allowance(self) -> float:
        """By how much its variance grows because children come in families; 1 for what is not about children."""
        return self.families.of(self.indicator)

    def parting(self, earlier: Period) -> Break | None:
        """The last break because of which an earlier period is not alike; none where it is."""
        return self._last_since(earlier, [each for each in self.breaks if each.parts])

    def reconciled(self, earlier: Period) -> Break | None:
        """The last break after an earlier period across which the count was reconciled."""
        return self._last_since(earlier, [each for each in self.breaks if each.checked])

    def practice_changed(self, earlier: Period) -> Break | None:
        """The last change of practice after an earlier period; none where there is none."""
        return self._last_since(earlier, [each for each in self.breaks if each.rebases])

    def years(self, how_many: int) -> list[Figure]:
        """The figure and those of as many years before, the earliest first; none beyond a break or a gap."""
        return list(self._back(how_many))[::-1]

    def _last_since(self, earlier: Period, breaks: Iterable[Break]) -> Break | None:
        found = [each for each in breaks if each.lies_between(earlier, self.now.period)]
        return max(found, key=lambda each: each.on, default=None)

    def _back(self, how_many: int) -> Iterator[Figure]:
        at: Figure | None = self.now
        while at and at.value is not None and how_many and not self.parting(at.period):
            yield at
            at, how_many = year_before(self.figures, at), how_many - 1


@dataclass(frozen=True)
class Known:
    """All that is known of several indicators, by code: figures of every breakdown, and breaks in recording.

    `target` is the name under which targets stand among the figures of others.
    """

    indicators: Mapping[str, Indicator]
    figures: Callable[[str], Sequence[Figure]]
    breaks: Mapping[str, Sequence[Break]] = field(default_factory=dict)
    families: Families = INDEPENDENT
    target: str = ""

    def is_target(self, figure: Figure) -> bool:
        """Whether a figure is what ours should come to."""
        return figure.breakdown == COMPARATOR and figure.group == self.target and figure.value is not None

    def series(self, now: Figure) -> Series:
        """The series of a figure, with the flows that it is the balance of, and the figures of others beside it."""
        code = now.indicator
        found = self.figures(code)
        return Series(
            self.indicators[code],
            now,
            [figure for figure in found if figure.breakdown == now.breakdown and figure.group == now.group],
            [figure for figure in found if figure.breakdown == COMPARATOR and figure.period.code == now.period.code],
            self.breaks.get(code, ()),
            tuple(self._flows(now)),
            self.families,
        )

    def _flows(self, now: Figure) -> Iterator[Series]:
        """What began and what ended in the year to a day; nothing where either is not covered."""
        year = _year_to(now.period)
        for code in self.indicators[now.indicator].flows or ():
            whole = (each for each in self.figures(code) if each.breakdown == now.breakdown and each.group == now.group)
            yield from (self.series(each) for each in whole if each.period.code == year.code)


def year_before(figures: Sequence[Figure], figure: Figure) -> Figure | None:
    """The figure for the same length of time a year before another; of two, the one whose period is named alike."""
    before, days = month_end(add_months(figure.period.last, -12)), _days(figure)
    found = [each for each in figures if each.period.last == before and abs(_days(each) - days) <= 1]
    return max(found, key=lambda each: each.period.code[:2] == figure.period.code[:2], default=None)


def limits(figure: Figure, indicator: Indicator, *, families: float = 1) -> Interval | None:
    """The 95% limits that a test judges a figure by, in its unit; none where there is nothing to work them out from.

    A full count is taken as one of the numbers that chance could have made of what brings children to notice. A share
    of amounts has none: half-days that one pupil missed are not independent of each other. Nor are the times at which
    one child went missing.
    """
    x, n, measure = figure.numerator, figure.denominator, indicator.measure
    if figure.value is None or isinstance(measure, Share) or indicator.recurs:
        return None
    if isinstance(measure, Count):
        return intervals.poisson(float(figure.value), families=families)
    if isinstance(measure, Median):
        return figure.limits
    if x is None or not n:
        return None
    if isinstance(measure, Rate):
        return intervals.rate(x, n, per=measure.per, families=families)
    lower, upper = intervals.wilson(x, n, families=families)
    return 100 * lower, 100 * upper


def _year_to(period: Period) -> Period:
    """The year that ends with a day: the financial year where it does, otherwise twelve months."""
    year = financial_year_of(period.last)
    return year if year.last == period.last else twelve_months(period.last.year, period.last.month)


def _days(figure: Figure) -> int:
    return (figure.period.last - figure.period.first).days
