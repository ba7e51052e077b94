"""Funnels: many areas side by side, each by how far chance could have taken it from the average of them all.

An area lies outside the 95% or the 99.8% funnel exactly where the average of all lies outside its own 95% or 99.8%
interval, so one interval gives both. The tails are named as public health in England names them: 0.025 and 0.001.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goldenthread.engine.comparing.intervals import rate, wilson

LEVELS = (0.95, 0.998)
_STEPS = 60  # halvings; each limit is then found to the last digit of a float


class Place(StrEnum):
    """Where an area lies beside the funnel."""

    LOW_0001 = "Low (0.001)"
    LOW_0025 = "Low (0.025)"
    WITHIN = "Not significant"
    HIGH_0025 = "High (0.025)"
    HIGH_0001 = "High (0.001)"


@dataclass(frozen=True)
class Area:
    """An area: how it is called, how many, and of how many."""

    name: str
    numerator: int
    denominator: int


@dataclass(frozen=True)
class Funnel:
    """Areas about their pooled average, or `about` that of a whole. `is_share`: how many of how many; otherwise events
    of a population.
    """

    areas: tuple[Area, ...]
    is_share: bool
    families: float = 1
    about: Area | None = None

    @property
    def average(self) -> Fraction:
        """All of them taken together: summed, then divided once; or that of the whole, where one is given."""
        if self.about is not None:
            return Fraction(self.about.numerator, self.about.denominator)
        return Fraction(sum(each.numerator for each in self.areas), sum(each.denominator for each in self.areas))

    def place(self, area: Area) -> Place:
        """Where an area lies."""
        found = Place.WITHIN
        for confidence, low, high in zip(LEVELS, _LOW, _HIGH, strict=True):
            lower, upper = self._interval(area.numerator, area.denominator, confidence)
            if upper < self.average:
                found = low
            elif lower > self.average:
                found = high
        return found

    def limits(self, denominator: int, confidence: float) -> tuple[float, float]:
        """Between which values an area of that size lies by chance alone: the two curves of the funnel at a point."""
        whole, average = float(denominator), float(self.average)
        middle = average * whole
        highest = whole if self.is_share else middle * 2 + 50 * self.families
        lowest = _crossing(0, middle, lambda x: self._interval(x, whole, confidence)[1] >= average)
        upmost = _crossing(middle, highest, lambda x: self._interval(x, whole, confidence)[0] > average)
        return lowest / whole, upmost / whole

    def _interval(self, x: float, n: float, confidence: float) -> tuple[float, float]:
        if self.is_share:
            return wilson(x, n, confidence=confidence, families=self.families)
        return rate(x, n, per=1, confidence=confidence, families=self.families)


_LOW = (Place.LOW_0025, Place.LOW_0001)
_HIGH = (Place.HIGH_0025, Place.HIGH_0001)


def funnel(areas: Sequence[Area], *, is_share: bool, families: float = 1, about: Area | None = None) -> Funnel | None:
    """The funnel of some areas; none where all of them together have nobody. Areas with nobody are left out."""
    peopled = tuple(area for area in areas if area.denominator > 0)
    return Funnel(peopled, is_share, families, about) if peopled else None


def _crossing(below: float, above: float, is_past: Callable[[float], bool]) -> float:
    """Where between two numbers something that is not so at the first begins to be so."""
    if is_past(below):
        return below
    for _ in range(_STEPS):
        half = (below + above) / 2
        below, above = (below, half) if is_past(half) else (half, above)
    return above
