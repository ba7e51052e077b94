"""Columns and the kinds of value that stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CodeList:
    """The codes that a column may hold, each with its meaning, and who says so."""

    name: str
    title: str
    codes: Mapping[str, str]
    source: str


@dataclass(frozen=True)
class Text:
    """Any text."""


@dataclass(frozen=True)
class Date:
    """A day. Never a time: partners' clocks differ, and no measure needs one."""


@dataclass(frozen=True)
class WholeNumber:
    """A number without decimals, at least `low` and at most `high` where these are given."""

    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Number:
    """A number that may have decimals, up to six of them."""


@dataclass(frozen=True)
class Code:
    """One of the codes of a list. Another value is kept as it came and reported, never dropped."""

    of: CodeList


Kind = Text | Date | WholeNumber | Number | Code


@dataclass(frozen=True)
class Column:
    """One column of a dataset.

    `required` means that a row without it is held back. `expected` means that a row may leave it blank, because a
    blank says something, but that a file without the column cannot be taken: every row would say it. `identity`
    means that the value names a child or says where one lives: it goes to the vault and is never in the rows that
    are counted.
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    expected: bool = False
    identity: bool = False

    @property
    def must_be_there(self) -> bool:
        """Whether a file without the column cannot be taken."""
        return self.required or self.expected
