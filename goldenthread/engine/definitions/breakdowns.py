"""Breakdowns: the groups into which a figure is divided.

Two groups are never declared because every breakdown has them: `not recorded`, and `not on the code list`.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ByCode:
    """Groups made of the codes of a column; `dataset` is where the column stands, found through the child.

    Codes that are `unrecorded` say that nothing is known, or are so rare that a group of them would tell who is meant.
    """

    code: str
    title: str
    dataset: str
    column: str
    groups: Mapping[str, tuple[str, ...]]
    unrecorded: tuple[str, ...] = ()

    def labels(self) -> tuple[str, ...]:
        """The declared groups, in the order in which they are shown."""
        return tuple(self.groups)


@dataclass(frozen=True)
class AgeBand:
    """Ages in completed years, both ends included."""

    label: str
    low: int
    high: int


@dataclass(frozen=True)
class ByAge:
    """Age bands. Age is that on the day the figure is about: `column` of `dataset` is the month of birth.

    A stock is counted at month ends, where the month of birth gives an exact age. An event has its own date and
    therefore its own age column (`During.age`); an indicator over events that declares none has no age groups.
    """

    code: str
    title: str
    dataset: str
    column: str
    bands: tuple[AgeBand, ...]

    def labels(self) -> tuple[str, ...]:
        """The declared groups, in the order in which they are shown."""
        return tuple(band.label for band in self.bands)


Breakdown = ByCode | ByAge
