"""What a figure would come to a year on if nothing changed, how far off that may be, and where it cannot be given.

From five years on: a random walk with drift (Hyndman and Athanasopoulos, *Forecasting: principles and practice*, 5.2
and 5.5). The changes from year to year are taken for independent draws from one normal distribution; the next is their
mean, with a 95% prediction interval by Student's t that allows for the mean being estimated from few.

With fewer years, what is counted anew each month and varies around one level is expected to stay within the limits of
its XmR chart; a process that signals is not one that can be foretold. Nothing is foretold across a break, in recording
or in practice.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from statistics import mean, stdev

from scipy.special import stdtrit

from goldenthread.engine.comparing.axes import MONTH, kind
from goldenthread.engine.comparing.choosing import MOST_POINTS, Kind, choose
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.comparing.wording import when
from goldenthread.engine.comparing.xmr import xmr
from goldenthread.engine.periods import Period, Span, add_months, day, month_end, naming
from goldenthread.engine.protecting.figures import Figure, with_unit

FEWEST_YEARS, MOST_YEARS = 5, 10
"""Four changes are the fewest that say how far they vary; what happened more than ten years ago says little of now."""

CHANGES = "random walk with drift, 95% prediction interval"
LEVEL = "mean and limits of an XmR chart without signals"


@dataclass(frozen=True)
class Forecast:
    """What a figure would be in `of`, and between which limits, as `method` has it from some figures.

    `because` says why it cannot be given; then there is no number.
    """

    indicator: str
    of: Period | None = None
    value: Fraction = Fraction(0)
    lower: Fraction = Fraction(0)
    upper: Fraction = Fraction(0)
    method: str = ""
    drawn_from: tuple[Figure, ...] = ()
    because: str = ""


def forecast(series: Series) -> Forecast:
    """What the figure of a series would be a year on if it went on as it has, or why that cannot be said."""
    since = replace(series, breaks=[replace(each, rebases=False) for each in series.breaks])
    years = since.years(MOST_YEARS)
    if len(years) >= FEWEST_YEARS:
        return _from_changes(series, years)
    there = "there is 1" if len(years) == 1 else f"there are {len(years) or 'none'}"
    few = f"it needs {FEWEST_YEARS} yearly figures in a row, and {there}{_parted(series)}"
    if series.indicator.is_of_days:
        return Forecast(series.indicator.code, because=few)
    return _from_level(since, few)


def foretold(found: Forecast) -> str:
    """A forecast in words, with what it rests on and what it assumes."""
    if found.of is None:
        return f"A forecast cannot be given: {found.because}."
    first, last = found.drawn_from[0], found.drawn_from[-1]
    places, unit = last.places, last.unit
    about, low, high = (with_unit(rounded(each, places), unit) for each in (found.value, found.lower, found.upper))
    if found.method == LEVEL:
        return (
            f"If it ran on as it does now, each month of {found.of} would come to about {about}, nearly always between"
            f" {low} and {high}. Worked out from {len(found.drawn_from)} months that vary around one level ({LEVEL});"
            " it assumes that nothing about how it runs is altered, and that months do not depend on each other."
        )
    number = len(found.drawn_from) - 1
    return (
        f"If it went on changing from year to year as it did between {first.period} and {last.period}, it would be"
        f" about {about} {when(found.of)}; 19 times in 20 it would lie between {low} and {high}.{_which_way(found)}"
        f" Worked out from {number} yearly changes ({CHANGES}); it assumes that the next change is one like those, and"
        " independent of them."
    )


def _from_changes(series: Series, years: Sequence[Figure]) -> Forecast:
    code, values = series.indicator.code, [each.value for each in years if each.value is not None]
    changes = [later - earlier for earlier, later in pairwise(values)]
    if (spread := stdev(map(float, changes))) == 0:
        return Forecast(code, because="it changed alike in every year, so nothing says how far the next may differ")
    number = len(changes)
    middle = values[-1] + mean(changes)
    reach = Fraction(float(stdtrit(number - 1, 0.975)) * spread * sqrt(1 + 1 / number))
    value, lower, upper = (_possible(each, years[-1]) for each in (middle, middle - reach, middle + reach))
    return Forecast(code, _a_year_on(years[-1].period), value, lower, upper, CHANGES, tuple(years))


def _from_level(series: Series, few: str) -> Forecast:
    code, months = series.indicator.code, _months(series)
    choice = choose(series.indicator, months)
    if choice.kind is not Kind.XMR:
        return Forecast(code, because=f"{few}; nor from its months, because {choice.why}")
    chart = xmr([each.value for each in months])
    limits = chart.limits[-1]
    if limits is None or not limits.mean_range:
        return Forecast(code, because=f"{few}; nor from its months, because all of them came to the same")
    if chart.signals:
        why = f"{chart.signals} of {len(months)} {'signals' if chart.signals == 1 else 'signal'}"
        return Forecast(code, because=f"{few}; nor from its months, because on their chart {why} a change")
    value, lower, upper = (_possible(each, months[-1]) for each in (limits.mean, limits.lower, limits.upper))
    after = day(series.now.period.last + timedelta(days=1)).first
    coming = naming(Span(after, month_end(add_months(after, 11))))
    return Forecast(code, coming, value, lower, upper, LEVEL, tuple(months))


def _months(series: Series) -> list[Figure]:
    """The months up to the figure in an unbroken row, the earliest first: none beyond a gap or a break."""
    by_end = {each.period.last: each for each in series.figures if kind(each.period) == MONTH}
    found: list[Figure] = []
    at = by_end.get(series.now.period.last)
    while at and at.value is not None and not series.parting(at.period) and len(found) < MOST_POINTS:
        found.append(at)
        at = by_end.get(month_end(add_months(at.period.last, -1)))
    return found[::-1]


def _a_year_on(period: Period) -> Period:
    last = month_end(add_months(period.last, 12))
    return day(last) if period.is_day else naming(Span(add_months(period.first, 12), last))


def _possible(value: Fraction, like: Figure) -> Fraction:
    """No count is below nought, and no share outside of 0 to 100%."""
    most = Fraction(100) if like.unit == "%" else max(value, Fraction(0))
    return min(max(value, Fraction(0)), most)


def _parted(series: Series) -> str:
    broken = [each for each in series.breaks if not each.checked and each.on <= series.now.period.last]
    return f", since {broken[-1].what} changed on {day(broken[-1].on)}" if broken else ""


def _which_way(found: Forecast) -> str:
    """Whether the limits hold the figure as it is, so that it may come to more as well as to less."""
    now = found.drawn_from[-1]
    if now.value is None or not found.lower <= now.value <= found.upper:
        return ""
    return f" What it is now, {now.shown}, lies between these too, so it may come to more or to less."
