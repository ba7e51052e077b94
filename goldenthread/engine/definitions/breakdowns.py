"""Breakdowns: the groups into which a figure is divided.

Two groups are never declared because every breakdown has them: `not recorded`, and `not on the list`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NOT_RECORDED = "not recorded"
NOT_ON_THE_LIST = "not on the list"


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


@dataclass(frozen=True)
class Places:
    """Where the places of an area are listed: `dataset` holds the columns named here.

    A row is a place: its `kind`, its `name`, the place that it is `part_of`, the day on which it `opened`, and that on
    which it `closed`, blank while it is there.
    """

    dataset: str
    kind: str
    name: str
    part_of: str
    opened: str
    closed: str


@dataclass(frozen=True)
class ByPlace:
    """Groups that are places of a `kind`. Which there are is evidence: every area has its own, and they change.

    `column` of `dataset`, found through the child, names a place of that kind; or one of the kind `through`, which is
    part of it. A row belongs to the place on its own day, as the returns that had begun by then say it: where places
    are put together anew, earlier figures stay with the places of their time.
    """

    code: str
    title: str
    dataset: str
    column: str
    places: Places
    kind: str
    through: str = ""

    @property
    def names(self) -> str:
        """The kind of place that stands in the column."""
        return self.through or self.kind

    def labels(self) -> tuple[str, ...]:
        """None: they are found in the evidence."""
        return ()


Breakdown = ByCode | ByAge | ByPlace


def nested(breakdowns: Sequence[Breakdown]) -> dict[str, str]:
    """Which breakdowns are of parts of the places of another: by the code of the parts that of their wholes."""
    places = [each for each in breakdowns if isinstance(each, ByPlace)]
    return {part.code: whole.code for part in places for whole in places if whole.through == part.kind}


def is_named(group: str) -> bool:
    """Whether a group is one that was declared or listed, and not of values that are missing or unlisted."""
    return group not in (NOT_RECORDED, NOT_ON_THE_LIST)
