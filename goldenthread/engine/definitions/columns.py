"""Columns and the kinds of value that stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class CodeList:
    """The codes that a column may hold, each with its meaning, and who says so.

    `codes` are all that there ever were. `since` and `until` are the first and the last year of those that came or
    went; a year is named by the calendar year in which it ends (2014 is 2013/14). `also` are other ways of writing a
    code, each with the code that is meant. A code is also understood from its label, and from the code within a
    lettered spelling (`a) WBRI`, `q) 6: Police`), never from the letter.
    """

    name: str
    title: str
    codes: Mapping[str, str]
    source: str
    since: Mapping[str, int] = field(default_factory=dict)
    until: Mapping[str, int] = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)

    def of_year(self, year: int) -> dict[str, str]:
        """The codes in force in a year, with their meanings."""
        return {
            code: meaning
            for code, meaning in self.codes.items()
            if self.since.get(code, year) <= year <= self.until.get(code, year)
        }

    def editions(self) -> list[int]:
        """The years with which a new code came or an old one was gone, the latest first."""
        return sorted({*self.since.values(), *(year + 1 for year in self.until.values())}, reverse=True)


@dataclass(frozen=True)
class Text:
    """Any text; of a shape, where a regular expression `shape` is given, with `like` as an example of it.

    `free` text is what somebody wrote in sentences: it is searched for what identifies people before it is kept.
    """

    shape: str = ""
    like: str = ""
    free: bool = False


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
    are counted. `or_last_day` means that a blank stands for the last day that the return covers.
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    expected: bool = False
    identity: bool = False
    or_last_day: bool = False

    @property
    def must_be_there(self) -> bool:
        """Whether a file without the column cannot be taken."""
        return self.required or self.expected
