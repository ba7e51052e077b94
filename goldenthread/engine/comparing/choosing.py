"""Which chart an indicator may be drawn as: one whose limits would mean something, or one without limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import mean

from goldenthread.engine.comparing.axes import MONTH, QUARTER, one_kind
from goldenthread.engine.comparing.xmr import LOW_MEAN, RUN, TO_SHOW, Chart, xmr
from goldenthread.engine.definitions import NOBODY, Indicator, Median, Proportion
from goldenthread.engine.protecting.figures import Figure

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


def choose(indicator: Indicator, figures: Sequence[Figure]) -> Choice:
    """The chart for the figures of an indicator over time, the earliest first. ValueError for periods of two kinds."""
    drawn = one_kind(figure.period for figure in figures)
    known = [figure for figure in figures if figure.value is not None]
    if indicator.is_of_days:
        return Choice(Kind.RUN, "it is a caseload: each point holds most of the one before, so limits would mislead")
    if isinstance(indicator.measure, Proportion) and _small(known):
        if indicator.protects is NOBODY:
            return Choice(Kind.COUNTS, f"each point is of fewer than {LARGE_ENOUGH}, too few to see a direction in")
        return Choice(Kind.RUN, f"each point is of fewer than {LARGE_ENOUGH}, too few for limits")
    if isinstance(indicator.measure, Median):
        return Choice(Kind.RUN, "limits of this kind are not known to hold for middle values")
    if drawn not in (MONTH, QUARTER):
        return Choice(Kind.RUN, "limits are for months or quarters that follow each other")
    if len(known) < TO_SHOW:
        return Choice(Kind.RUN, f"there are {len(known)} points, and limits need {TO_SHOW}")
    if not isinstance(indicator.measure, Proportion) and _mean_count(known) < LOW_MEAN:
        return Choice(Kind.RUN, f"the mean is below {LOW_MEAN}, too few for limits: longer periods tell more")
    return Choice(Kind.XMR, f"it is counted anew in each period, and there are {len(known)} points")


def control_chart(indicator: Indicator, figures: Sequence[Figure], *, run: int = RUN) -> Chart:
    """The XmR chart of some figures; NoLimits where another chart is to be chosen."""
    choice = choose(indicator, figures)
    if choice.kind is not Kind.XMR:
        raise NoLimits(f"No limits are drawn for {indicator.code}: {choice.why}.")
    return xmr([figure.value for figure in figures], run=run)


def _small(known: Sequence[Figure]) -> bool:
    return not known or mean(figure.denominator or 0 for figure in known) < LARGE_ENOUGH


def _mean_count(known: Sequence[Figure]) -> Fraction:
    counts = (figure.value if figure.numerator is None else Fraction(figure.numerator) for figure in known)
    return mean(count or Fraction(0) for count in counts)
