"""Formats: how datasets are written down in the files that partners already have."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Feed:
    """A dataset that the rows of a table fill besides the one that they are mainly about.

    `headers` are the table's headers, each with the column of `dataset` that it fills. Where `filled` names headers,
    only rows in which one of these is filled are rows of the dataset. Rows that `merges` are put together by child, the
    first to say something being believed: ten lists that each repeat a child's particulars come to one row. `splits` is
    a header whose value is a list (JSON, or with semicolons or commas between): each item is a row.
    """

    dataset: str
    headers: Mapping[str, str]
    constants: Mapping[str, str] = field(default_factory=dict)
    filled: tuple[str, ...] = ()
    merges: bool = False
    splits: str = ""


@dataclass(frozen=True)
class Lookup:
    """What rows are told by a key into another table of the same return, which names the child where they do not.

    `key` is a header of the row's own table, whose text stands under `there` in the table named `table`. `brings` are
    headers of that table, each with the column that it fills here. A key that is there for two different answers, or
    not at all, brings nothing.
    """

    key: str
    table: str
    there: str
    brings: Mapping[str, str]


@dataclass(frozen=True)
class Melt:
    """A table in which every column that is not declared is a measure.

    Each row becomes one row for each such column: its header goes to the dataset's column `measure`, what stands in it
    to `value`; where that is one of the symbols on the code list of the column `marker`, it goes there, as the reason
    why there is no value. A blank is marked `blank`.
    """

    measure: str
    value: str
    marker: str = ""


@dataclass(frozen=True)
class Table:
    """One table of a format.

    `headers` are the sender's column headers, each with the dataset's column that it fills (None: known, not taken).
    A table is recognised by its headers, not by the name of its file: `recognised_by` are those that no other table of
    the format has together. A table whose `dataset` is None is recognised, kept in the vault and not counted; `why`
    says so to the sender.

    `aliases` are other ways of writing a header; case, spaces and punctuation never matter. `sheet` is the usual name
    of its sheet in a workbook, which only decides between tables whose headers fit equally well. In XML, `path` leads
    from the root to the element that is a row (`Children/Child/CINdetails`), and a header is the path from that element
    to a value below it (`FactorsIdentifiedAtAssessment`), or from an element around it, which is then named first
    (`Child/ChildIdentifiers/LAchildID`); the value of the row's element itself is called like the element.

    `constants` are columns that say the same in every row, or what is said where a column is left blank; `{file}`
    stands for the name of the file, `{sender}` for whoever sends it, `{file month}` for the day, or the first day of
    the month, that the name of the file writes, and `{file year}` for the same or the first day of the year. `spans`
    are headers that name a stretch of time, each with the two columns that its first and last day fill. `also` are the
    other datasets that its rows fill. `melts` says that undeclared columns are measures. Where several headers fill one
    column, the first that is filled does.

    `shapes` are headers whose text this format alone wants written in one way: a regular expression, and an example.
    A table whose columns need not be `mostly_ours` is recognised however many others there are. One that is about other
    `months` than the return is judged by those. There may be `many` of one kind in a return, each with other columns.
    `year_ends` is the month and day on which a year ends that is written as one number. `looks_up` says what its rows
    are told by another table of the return. `splits` is a header whose value is a list: each item is a row (`Feed`).
    """

    name: str
    title: str
    headers: Mapping[str, str | None]
    recognised_by: tuple[str, ...]
    dataset: str | None = None
    why: str = ""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sheet: str = ""
    path: str = ""
    constants: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    also: tuple[Feed, ...] = ()
    melts: Melt | None = None
    months: int | None = None
    shapes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    mostly_ours: bool = True
    many: bool = False
    year_ends: tuple[int, int] | None = None
    looks_up: Lookup | None = None
    splits: str = ""

    def feeds(self) -> tuple[Feed, ...]:
        """Every dataset that its rows fill, the main one first."""
        if self.dataset is None:
            return ()
        taken = {header: name for header, name in self.headers.items() if name}
        if self.looks_up:
            taken |= self.looks_up.brings
        main = Feed(self.dataset, taken, self.constants, splits=self.splits)
        return (main, *self.also)


@dataclass(frozen=True)
class Window:
    """A return about the months before a day on which it was made, which it does not name.

    The day is told by ages in years with decimals (`ages`: table, header of the age, header of the date of birth),
    where they agree; otherwise by the latest of the dates in `dates` (table and header).
    """

    months: int
    ages: tuple[tuple[str, str, str], ...] = ()
    dates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Format:
    """A file format: its tables, and how its dates are written (`day_first` is 31/03/2018, otherwise 2018-03-31).

    `year_told_by` names datasets and columns whose latest date says which financial year a return of this format is
    about; the first of them that the return holds is asked. Where it is empty, the dates of all its datasets say which
    years it is about (`Dataset.dated_by`). It is used only where the sender does not say. `window` is given instead
    where a return is about some months before the day on which it was made.

    `root` is the root element of its XML. `year_element` and `day_element` are paths from the root to the elements that
    name the year in which the return ends, and its reference date. A return of a `complete` format has all its tables:
    those that are missing are told of. `loses` says what such a file holds that is not taken, and why. `blank` is
    what the systems that write it put where there is no value.
    """

    name: str
    title: str
    tables: tuple[Table, ...]
    day_first: bool
    source: str
    year_told_by: tuple[tuple[str, str], ...] = ()
    window: Window | None = None
    root: str = ""
    year_element: str = ""
    day_element: str = ""
    complete: bool = False
    loses: Mapping[str, str] = field(default_factory=dict)
    blank: str = ""
