"""Which chart an indicator may be drawn as: one whose limits would mean something, or one without limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import mean

from goldenthread.engine.comparing.axes import MONTH, QUARTER, one_kind
from goldenthread.engine.comparing.series import Break, places_of, stretches
from goldenthread.engine.comparing.xmr import IN_A_PART, LOW_MEAN, RUN, TO_SHOW, Chart, apart, settled_in
from goldenthread.engine.definitions import NOBODY, Indicator, Median, Proportion
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD

LARGE_ENOUGH = 30
MOST_POINTS = 36
"""Two to three years are looked at together: over more, a process that changed is judged by limits it had long ago."""


class Kind(StrEnum):
    """A kind of chart."""

    XMR = "XmR chart"
    RUN = "run chart"
    COUNTS = "counts with their interval"


@dataclass(frozen=True)
class Choice:
    """Which chart, and why that one."""

    kind: Kind
    why: str


class NoLimits(ValueError):
    """Control limits were asked for where they would mean nothing; the message says why."""


def choose(indicator: Indicator, figures: Sequence[Figure], breaks: Sequence[Break] = ()) -> Choice:
    """The chart for the figures of an indicator over time, the earliest first. ValueError for periods of two kinds.

    Limits are worked out from what the reader may see alone: from all points they would give a hidden one away. So
    there are none where a point is hidden, because those that are left would put them in the wrong place.
    """
    drawn = one_kind(figure.period for figure in figures)
    known = [figure for figure in figures if figure.value is not None]
    if indicator.of_waiting:
        return Choice(Kind.RUN, "who waits on one day may still wait on the next, so limits would mislead")
    if indicator.is_of_days:
        return Choice(Kind.RUN, "it is a caseload: each point holds most of the one before, so limits would mislead")
    if isinstance(indicator.measure, Proportion) and _small(known):
        if indicator.protects is NOBODY:
            return Choice(Kind.COUNTS, f"each point is of fewer than {LARGE_ENOUGH}, too few to see a direction in")
        return Choice(Kind.RUN, f"each point is of fewer than {LARGE_ENOUGH}, too few for limits")
    if isinstance(indicator.measure, Median):
        return Choice(Kind.RUN, "limits of this kind are not known to hold for middle values")
    if indicator.seasonal:
        return Choice(Kind.RUN, "its months differ by the calendar, and limits would take that for a signal")
    if known and not any(figure.value for figure in known):
        return Choice(Kind.RUN, "every point is nought, as the limits would be")
    if drawn not in (MONTH, QUARTER):
        return Choice(Kind.RUN, "limits are for months or quarters that follow each other")
    if hidden := sum(1 for figure in figures if figure.status in (HIDDEN, WITHHELD)):
        return Choice(Kind.RUN, f"{_points(hidden)} not shown, and limits without them would be in the wrong place")
    if len(known) < TO_SHOW:
        return Choice(Kind.RUN, f"there are {len(known)} points, and limits need {TO_SHOW}")
    if not isinstance(indicator.measure, Proportion) and _mean_count(known) < LOW_MEAN:
        return Choice(Kind.RUN, f"the mean is below {LOW_MEAN}, too few for limits: longer periods tell more")
    if why := _too_few_since(figures, breaks):
        return Choice(Kind.RUN, why)
    return Choice(Kind.XMR, f"it is counted anew in each period, and there are {len(known)} points")


def control_chart(
    indicator: Indicator, figures: Sequence[Figure], breaks: Sequence[Break] = (), *, run: int = RUN
) -> Chart:
    """The XmR chart of some figures, anew after each break; NoLimits where another chart is to be chosen.

    Where practice changed limits are worked out anew, from the first whole period after it, as soon as there are enough
    points; until then points are judged by what was before.
    """
    choice = choose(indicator, figures, breaks)
    if choice.kind is not Kind.XMR:
        raise NoLimits(f"No limits are drawn for {indicator.code}: {choice.why}.")
    parts = stretches([figure.period for figure in figures], breaks)
    return apart([figure.value for figure in figures], parts, run=run, rebases=_rebases(figures, breaks))


def _rebases(figures: Sequence[Figure], breaks: Sequence[Break]) -> list[int]:
    """The places at which practice changed: two, where it did so within a period, which then stands by itself."""
    periods = [figure.period for figure in figures]
    return [at for each in breaks if each.rebases for at in places_of(each, periods)]


def _too_few_since(figures: Sequence[Figure], breaks: Sequence[Break]) -> str:
    """Why there are no limits after the last break among some figures; nothing where there are."""
    *before, last = stretches([figure.period for figure in figures], breaks)
    since = sum(1 for at in last if figures[at].value is not None)
    if since >= IN_A_PART or not before:
        settled = settled_in(last, [figure.value for figure in figures], _rebases(figures, breaks))
        return "" if settled else f"practice changed, and limits need {IN_A_PART} points before it or after"
    return f"recording changed, there are {since} points since then, and limits need {IN_A_PART}"


def _points(number: int) -> str:
    return "a point is" if number == 1 else f"{number} points are"


def _small(known: Sequence[Figure]) -> bool:
    return not known or mean(figure.denominator or 0 for figure in known) < LARGE_ENOUGH


def _mean_count(known: Sequence[Figure]) -> Fraction:
    counts = (figure.value if figure.numerator is None else Fraction(figure.numerator) for figure in known)
    return mean(count or Fraction(0) for count in counts)
