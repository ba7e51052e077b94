"""Families: brothers and sisters come together, so counts of children vary more than independent children would."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.definitions import CHILDREN, Indicator


@dataclass(frozen=True)
class Families:
    """How much the variance of a count grows because children come in families, and where that is known from.

    `inflation` is 1 where it is not allowed for.
    """

    inflation: float
    source: str

    def __post_init__(self) -> None:
        if self.inflation < 1:
            raise ValueError(f"families cannot make counts vary less: {self.inflation}")

    @property
    def are_allowed_for(self) -> bool:
        """Whether any test that is given this is made wider by it."""
        return self.inflation > 1

    @property
    def told(self) -> str:
        """What tests about children allow for, and from where that is known."""
        times = rounded(Fraction(self.inflation), 1)
        return f"tests about children let chance vary {times} times as much (its variance), by {self.source}"

    def of(self, indicator: Indicator) -> float:
        """By how much the variance of what an indicator counts grows for them; 1 for what is not about children."""
        return self.inflation if indicator.protects is CHILDREN else 1


INDEPENDENT = Families(1, "each counted by itself")
"""No allowance: what is counted does not come in families."""


def inflation(groups: Mapping[int, int]) -> float:
    """By how much the variance of a count of children grows, from how many families of each size there were.

    Families come independently of each other and children with them (a compound Poisson process), so the variance is
    that of the families times the mean square of their size: 1 where every child comes alone. ValueError where there is
    no family.
    """
    children = sum(size * number for size, number in groups.items())
    if children <= 0:
        raise ValueError("there is no family to judge from")
    return sum(size**2 * number for size, number in groups.items()) / children
