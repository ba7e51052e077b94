"""The five-point trend test of public health in England (Fingertips, Department of Health and Social Care).

A line is laid through the last five yearly points, each weighted by how narrow its interval is. There is a trend where
the slope is more than chance explains (chi-squared with one degree of freedom, 99.8%) and keeps its sign whichever one
of the points is left out. The sums are exact, so that four points on one level have no slope at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, LOWER, SIMILAR, Verdict

TEST = "five-point trend test"
POINTS = 5
CRITICAL = Fraction("9.549536")  # chi-squared, 1 degree of freedom, 99.8%
_WIDTH_OF_95 = 3.92  # standard errors between the limits of a 95% interval

Number = Fraction | float


@dataclass(frozen=True)
class Point:
    """The figure of one year with its 95% limits; none where there is none."""

    value: Number | None
    lower: Number | None
    upper: Number | None


def trend(points: Sequence[Point], *, families: float = 1) -> Verdict:
    """What the test says of the last five of some yearly points, the earliest first.

    Its finding is HIGHER for a line that rises, LOWER for one that falls, SIMILAR for no trend, and CANNOT_TELL where
    there are fewer than five points, or one of them has no interval of any width. `families` widens the intervals.
    """
    last = points[-POINTS:]
    if len(last) < POINTS:
        return _cannot(f"there are {len(last)} yearly points of the {POINTS} that it needs", families)
    known = [
        (Fraction(each.value), _weight(each, families)) for each in last if _usable(each) and each.value is not None
    ]
    if len(known) < POINTS:
        return _cannot("a point has no interval to weigh it by", families)
    values, weights = [value for value, _ in known], [weight for _, weight in known]
    slope, variance = _slope(range(1, POINTS + 1), values, weights)
    left_out = [_slope(*_without(at, values, weights))[0] for at in range(POINTS)]
    if slope**2 / variance <= CRITICAL or not (
        all(each > 0 for each in left_out) or all(each < 0 for each in left_out)
    ):
        return Verdict(TEST, SIMILAR, families=families)
    return Verdict(TEST, HIGHER if slope > 0 else LOWER, families=families)


def _cannot(because: str, families: float) -> Verdict:
    return Verdict(TEST, CANNOT_TELL, families=families, because=because)


def _usable(point: Point) -> bool:
    return None not in (point.value, point.lower, point.upper) and point.upper > point.lower  # type: ignore[operator]


def _weight(point: Point, families: float) -> Fraction:
    standard_error = float((point.upper or 0) - (point.lower or 0)) / _WIDTH_OF_95
    return Fraction(1 / (standard_error**2 * families))


def _slope(years: Sequence[int], values: Sequence[Fraction], weights: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """The weighted slope, and its variance."""
    every = list(zip(years, values, weights, strict=True))
    w, wk, wkk = (_sum(weight * k**power for k, _, weight in every) for power in (0, 1, 2))
    wy, wky = (_sum(weight * k**power * y for k, y, weight in every) for power in (0, 1))
    spread = w * wkk - wk**2
    return (w * wky - wk * wy) / spread, w / spread


def _without(
    at: int, values: Sequence[Fraction], weights: Sequence[Fraction]
) -> tuple[list[int], list[Fraction], list[Fraction]]:
    kept = [place for place in range(POINTS) if place != at]
    return [place + 1 for place in kept], [values[place] for place in kept], [weights[place] for place in kept]


def _sum(numbers: Iterable[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0))
