"""XmR charts: limits from how far each point is from the one before it, and the four rules that mark a signal.

The rules are those of NHS England's *Making Data Count* (SPC charts SQL query v2.4): limits at 2.66 mean moving ranges,
a shift of seven points, a trend of seven points, two of three points beyond two thirds of the way to a limit, and no
screening of outliers. Arithmetic is exact, so that a point on the mean is on it. Not for caseloads: see `choosing`.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import lcm

LIMITS = Fraction(266, 100)
RANGE_LIMIT = Fraction(3267, 1000)
TO_SHOW, IN_A_PART = 15, 12
RUN = 7
RUNS_ALLOWED = (6, 7, 8)
LOW_MEAN = 5

Values = Sequence[Fraction | None]


class Rule(StrEnum):
    """What marks a point."""

    OUTSIDE = "outside the limits"
    SHIFT = "a run on one side of the mean"
    TREND = "a run in one direction"
    TWO_OF_THREE = "two of three near a limit"


@dataclass(frozen=True)
class Mark:
    """One signal at one point: by which rule, and whether upwards."""

    rule: Rule
    high: bool


@dataclass(frozen=True)
class Limits:
    """What is drawn beside a stretch of points. Where no two points follow each other it is a mean alone."""

    mean: Fraction
    mean_range: Fraction

    @property
    def upper(self) -> Fraction:
        """The upper process limit."""
        return self.mean + LIMITS * self.mean_range

    @property
    def lower(self) -> Fraction:
        """The lower process limit. It may be below nought, where a count cannot be."""
        return self.mean - LIMITS * self.mean_range

    @property
    def near(self) -> Fraction:
        """How far from the mean a point is near a limit: two thirds of the way."""
        return Fraction(2, 3) * LIMITS * self.mean_range

    @property
    def range_upper(self) -> Fraction:
        """The upper limit of moving ranges."""
        return RANGE_LIMIT * self.mean_range


@dataclass(frozen=True)
class Chart:
    """A series with its limits and marks, point by point; none of either where there is no value.

    `run` is how many points make a shift or a trend: it is printed on the chart.
    """

    values: tuple[Fraction | None, ...]
    limits: tuple[Limits | None, ...]
    marks: tuple[frozenset[Mark], ...]
    run: int
    parts: tuple[range, ...]

    @property
    def signals(self) -> int:
        """How many points carry a mark."""
        return sum(1 for each in self.marks if each)

    @property
    def last(self) -> int | None:
        """The place of the last point that has a value."""
        return next((at for at in reversed(range(len(self.values))) if self.values[at] is not None), None)

    @property
    def warnings(self) -> list[str]:
        """What to be careful of in reading it."""
        told = []
        counted = [sum(1 for at in part if self.values[at] is not None) for part in self.parts]
        if sum(counted) < TO_SHOW:
            told.append(f"Trial limits: there are {sum(counted)} points, and limits need {TO_SHOW}.")
        elif few := [each for each in counted if each < IN_A_PART]:
            told.append(f"Trial limits: a part has {min(few)} points, and limits need {IN_A_PART} in each.")
        if any(limits.mean < LOW_MEAN for limits in self.limits if limits):
            told.append(f"The mean is below {LOW_MEAN}, where these limits signal falsely more often.")
        return told


def xmr(values: Values, *, run: int = RUN, rebases: Sequence[int] = (), carried: Collection[int] = ()) -> Chart:
    """The chart of a series, the earliest first; None where a point is missing, which breaks a run and a moving range.

    `rebases` are the places from which limits are worked out anew. A trend may cross one, a shift may not. From those
    places that are `carried` limits go on as they were instead, and nothing after them alters these. ValueError for a
    run that is not 6, 7 or 8 points, or a rebase outside the series.
    """
    if run not in RUNS_ALLOWED:
        raise ValueError(f"a run has 6, 7 or 8 points, not {run}")
    if any(not 0 < at < len(values) for at in rebases):
        raise ValueError(f"limits cannot begin anew at {list(rebases)} of {len(values)} points")
    parts = tuple(range(first, end) for first, end in pairwise([0, *sorted(set(rebases)), len(values)]))
    limits: list[Limits | None] = []
    level: Limits | None = None
    for part in parts:
        level = level if part.start in carried else _worked_out([values[at] for at in part])
        limits += [level if values[at] is not None else None for at in part]
    marks: list[set[Mark]] = [set() for _ in values]
    for at, mark in _all_marks(values, limits, parts, run):
        marks[at].add(mark)
    return Chart(tuple(values), tuple(limits), tuple(map(frozenset, marks)), run, parts)


def apart(values: Values, parts: Sequence[range], *, run: int = RUN, rebases: Sequence[int] = ()) -> Chart:
    """The chart of a series whose parts are not alike: no limit, shift or trend reaches from one into another.

    Within a part limits are worked out anew from each of the `rebases` that 12 points follow before the next. Fewer
    points are judged by the limits before them. Where there are none, points have neither limits nor marks.
    """
    limits: list[Limits | None] = [None] * len(values)
    marks: list[frozenset[Mark]] = [frozenset()] * len(values)
    drawn: list[range] = []
    for part in parts:
        settled = settled_in(part, values, rebases)
        if not settled:
            continue
        first = settled[0]
        inside = [at - first for at in sorted(set(rebases)) if first < at < part.stop]
        carried = [at for at in inside if at + first not in settled]
        own = xmr(values[first : part.stop], run=run, rebases=inside, carried=carried)
        limits[first : part.stop], marks[first : part.stop] = own.limits, own.marks
        drawn += (range(begins, ends) for begins, ends in pairwise([*settled, part.stop]))
    return Chart(tuple(values), tuple(limits), tuple(marks), run, tuple(drawn))


def settled_in(part: range, values: Values, rebases: Sequence[int]) -> list[int]:
    """The places in a part from which there are limits of their own: those that enough points follow before the next
    of the `rebases`. None where there are too few points everywhere.
    """
    begins = [part.start, *sorted(at for at in set(rebases) if part.start < at < part.stop)]
    return [at for at, following in pairwise([*begins, part.stop]) if _is_enough(values[at:following])]


def _is_enough(values: Values) -> bool:
    return sum(1 for value in values if value is not None) >= IN_A_PART


def _worked_out(values: Values) -> Limits | None:
    """The limits of some points that follow each other; none where there is no value."""
    known, scale = _whole(values)
    found = [value for value in known if value is not None]
    if not found:
        return None
    ranges = [abs(b - a) for a, b in pairwise(known) if a is not None and b is not None]
    mean_range = Fraction(sum(ranges), len(ranges) * scale) if ranges else Fraction(0)
    return Limits(Fraction(sum(found), len(found) * scale), mean_range)


def _whole(values: Values) -> tuple[list[int | None], int]:
    """The values as whole numbers of one fraction, which is the second of the two: exact, and quick to compare."""
    scale = lcm(*(value.denominator for value in values if value is not None))
    return [None if value is None else value.numerator * (scale // value.denominator) for value in values], scale


def _all_marks(
    values: Values, limits: Sequence[Limits | None], parts: Sequence[range], run: int
) -> Iterator[tuple[int, Mark]]:
    yield from _trends(_whole(values)[0], run)
    for part in parts:
        own = next((limits[at] for at in part if limits[at]), None)
        if own is None:
            continue
        levels = [own.mean, own.upper - own.mean, own.near]
        whole, scale = _whole([*levels, *(values[at] for at in part)])
        mean, reach, near = (int(level * scale) for level in levels)
        known = whole[len(levels) :]
        # How far each point of the part is from its own mean, in the direction that is looked at.
        for high in (True, False):
            away = [None if each is None else (each - mean) * (1 if high else -1) for each in known]
            for at, rule in (*_outside(away, reach), *_shifts(away, run), *_two_of_three(away, near, reach)):
                yield part[at], Mark(rule, high)


def _outside(away: Sequence[int | None], reach: int) -> Iterator[tuple[int, Rule]]:
    for at, distance in enumerate(away):
        if distance is not None and distance > reach:
            yield at, Rule.OUTSIDE


def _shifts(away: Sequence[int | None], run: int) -> Iterator[tuple[int, Rule]]:
    for first in range(len(away) - run + 1):
        if all(distance is not None and distance > 0 for distance in away[first : first + run]):
            yield from ((at, Rule.SHIFT) for at in range(first, first + run))


def _two_of_three(away: Sequence[int | None], near: int, reach: int) -> Iterator[tuple[int, Rule]]:
    for first in range(len(away) - 2):
        distances = [(at, distance) for at in range(first, first + 3) if (distance := away[at]) is not None]
        if len(distances) < 3 or any(distance <= 0 for _, distance in distances):
            continue
        close = [at for at, distance in distances if near < distance <= reach]
        if len(close) >= 2:
            yield from ((at, Rule.TWO_OF_THREE) for at in close)


def _trends(values: Sequence[int | None], run: int) -> Iterator[tuple[int, Mark]]:
    for first in range(len(values) - run + 1):
        steps = list(pairwise(values[first : first + run]))
        for high in (True, False):
            if all(a is not None and b is not None and (b > a if high else b < a) for a, b in steps):
                yield from ((at, Mark(Rule.TREND, high)) for at in range(first, first + run))
