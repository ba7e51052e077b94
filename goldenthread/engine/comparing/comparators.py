"""What a group of other areas comes to: from a dated list, by a named average, of so many with data.

The average decides what one is told: the Department for Education's local authority tool takes the mean of rates, its
dashboard the median, and a pooled rate divides once what all have together. So none is left unnamed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import median


class Average(StrEnum):
    """How several areas are made into one number."""

    MEAN = "mean"
    MEDIAN = "median"
    POOLED = "pooled rate"


@dataclass(frozen=True)
class Neighbour:
    """Another area: how many, of how many; or, where no more is published, its finished `value`; or none of these."""

    name: str
    numerator: int | None = None
    denominator: int | None = None
    value: Fraction | None = None

    def rate(self, per: int) -> Fraction | None:
        """How many for each `per`; none where it published nothing, or there is nobody to divide by."""
        if self.numerator is not None and self.denominator:
            return Fraction(self.numerator * per, self.denominator)
        return self.value


@dataclass(frozen=True)
class Comparator:
    """What a list of areas comes to. `listed` names the list with its date; `value` is none where no area has data."""

    listed: str
    average: Average
    value: Fraction | None
    with_data: int
    of: int

    @property
    def in_words(self) -> str:
        """Which list, which average, and how many of it have data."""
        return f"{self.average} of {self.with_data} of {self.of} areas on the list {self.listed}"


def comparator(neighbours: Sequence[Neighbour], *, listed: str, average: Average, per: int = 100) -> Comparator:
    """What some areas come to, for each `per` people; those without data are left out, and counted.

    A pooled rate needs the numbers behind every rate: an area that published its rate alone is without data for it.
    """
    values = _pooled(neighbours, per) if average is Average.POOLED else _rates(neighbours, per)
    return Comparator(listed, average, _average(values, average), len(values), len(neighbours))


def _rates(neighbours: Sequence[Neighbour], per: int) -> list[tuple[Fraction, int]]:
    return [(rate, 1) for each in neighbours if (rate := each.rate(per)) is not None]


def _pooled(neighbours: Sequence[Neighbour], per: int) -> list[tuple[Fraction, int]]:
    """How many for each `per`, and of how many, of every area whose numbers are known."""
    return [
        (Fraction(each.numerator * per), each.denominator)
        for each in neighbours
        if each.numerator is not None and each.denominator
    ]


def _average(values: Sequence[tuple[Fraction, int]], average: Average) -> Fraction | None:
    """The average of values that each weigh something; none of none."""
    if not values:
        return None
    if average is Average.MEDIAN:
        return median(value for value, _ in values)
    return sum((value for value, _ in values), Fraction(0)) / sum(weight for _, weight in values)
