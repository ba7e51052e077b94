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
    """Another area: how many, of how many; none of either where it published nothing."""

    name: str
    numerator: int | None
    denominator: int | None

    @property
    def has_data(self) -> bool:
        """Whether a rate of it can be given."""
        return self.numerator is not None and bool(self.denominator)


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
    """What some areas come to, for each `per` people; those without data are left out, and counted."""
    known = [
        (each.numerator, each.denominator) for each in neighbours if each.numerator is not None and each.denominator
    ]
    value = _average([(Fraction(x), Fraction(n)) for x, n in known], average) * per if known else None
    return Comparator(listed, average, value, len(known), len(neighbours))


def _average(known: Sequence[tuple[Fraction, Fraction]], average: Average) -> Fraction:
    if average is Average.POOLED:
        return sum((x for x, _ in known), Fraction(0)) / sum(n for _, n in known)
    rates = [x / n for x, n in known]
    return median(rates) if average is Average.MEDIAN else sum(rates, Fraction(0)) / len(rates)
