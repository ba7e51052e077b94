"""Reductions: a caseload that is meant to grow smaller, and what would show that this had a cost."""

from dataclasses import dataclass
from enum import StrEnum


class Worry(StrEnum):
    """Which way of a balancing measure would be a worry beside a smaller caseload."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True)
class Balancing:
    """A measure that is looked at beside a reduction: its code, which way would be a worry, and why that is one."""

    code: str
    worry: Worry
    why: str


@dataclass(frozen=True)
class Reduction:
    """A caseload (`of`) that the board asks about: `people` are those in it, in the plural.

    `not_seen` is what no measure here could show, however each turned out.
    """

    name: str
    title: str
    people: str
    of: str
    balancing: tuple[Balancing, ...]
    not_seen: str

    def codes(self) -> list[str]:
        """The indicators that it draws on."""
        return [self.of, *(each.code for each in self.balancing)]
