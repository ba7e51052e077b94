"""Datasets: what a kind of record is, whoever sends it and in whatever format."""

from dataclasses import dataclass, replace
from typing import Self

from goldenthread.engine.definitions.checks import AnyCheck
from goldenthread.engine.definitions.columns import Column, Text


@dataclass(frozen=True)
class ChildId:
    """The column with the sender's own number for a child, and the numbering scheme it belongs to.

    In the rows that are counted it is replaced by `child_key`, a keyed hash of agency, scheme and number. Two datasets
    that number children by the same scheme therefore agree on who is who without naming anyone.
    """

    column: str
    scheme: str


@dataclass(frozen=True)
class From:
    """A column of another dataset of the same return, found through the child."""

    dataset: str
    column: str


@dataclass(frozen=True)
class BirthMonth:
    """The first day of the month of birth: enough to give an exact age at any month's end."""

    name: str
    born: str
    meaning: str


@dataclass(frozen=True)
class AgeAt:
    """Age in completed years on the day in column `on`, worked out on the way in, where the date of birth still is."""

    name: str
    on: str
    born: str | From
    meaning: str


Derived = BirthMonth | AgeAt


@dataclass(frozen=True)
class Dataset:
    """A kind of record: its columns, what is worked out on the way in, and its checks.

    `child` is absent where rows are not about one child (populations, say). Two columns are never declared because
    every dataset has them: `child_key`, and the place in the file that the row came from.
    `dated_by` is the column that says which period a row is about: a date, or a year (2013 is then the financial year
    2013/14). Rows that last have the day on which they ended in `lasts_until`. Rows that lie wholly outside what their
    return is about are told of; and where its sender does not say what that is, it is inferred from those of one day.
    Of a `restricted` dataset, what is wrong is shown with its text to its sender alone: the board sees where and what,
    not what stands there. `reports_standing` marks datasets whose rows describe what stands on a day, such as who is
    a care leaver: rows from before the period are not out of place in it.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    dated_by: str
    lasts_until: str = ""
    child: ChildId | None = None
    derived: tuple[Derived, ...] = ()
    checks: tuple[AnyCheck, ...] = ()
    source: str = ""
    restricted: bool = False
    reports_standing: bool = False

    def column(self, name: str) -> Column:
        """The declared column of that name; KeyError where there is none."""
        return {column.name: column for column in self.columns}[name]

    def kept(self) -> tuple[Column, ...]:
        """The columns that are counted: all but those that identify."""
        return tuple(column for column in self.columns if not column.identity)

    def showable(self) -> tuple[Column, ...]:
        """The columns that stand beside a child's key where somebody may look at records: no name, no free text."""
        return tuple(each for each in self.kept() if not (isinstance(each.kind, Text) and each.kind.free))

    def identifying(self) -> tuple[Column, ...]:
        """The columns that go to the vault."""
        return tuple(column for column in self.columns if column.identity)

    def changed(self, *, add: tuple[Column, ...] = (), drop: tuple[str, ...] = ()) -> Self:
        """The same dataset as a later year has it: a column of a name already there replaces it."""
        gone = {*drop, *(column.name for column in add)}
        stay = tuple(column for column in self.columns if column.name not in gone)
        return replace(self, columns=stay + add)
