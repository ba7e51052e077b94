"""Checks: what must hold of a row, or between rows, and how to say so when it does not.

Messages are read by whoever sent the row. They say what was found and what is expected, and may name columns in
braces: `"ended on {end_date}, before it started on {start_date}"`. Checks between rows may also name `{other_row}`,
the line at which the other row stands.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error holds its row back, a warning keeps it, a query keeps it and asks."""

    ERROR = "error"
    WARNING = "warning"
    QUERY = "query"


ERROR, WARNING, QUERY = Severity.ERROR, Severity.WARNING, Severity.QUERY


@dataclass(frozen=True)
class Check:
    """A row for which `where` is true is at fault. A row for which it is unknown is not.

    The check is made although a file lacks the columns `may_lack`: they are blank then.
    """

    code: str
    message: str
    where: str
    column: str
    severity: Severity = ERROR
    may_lack: tuple[str, ...] = ()


@dataclass(frozen=True)
class Repeated:
    """A row that has the same values as an earlier one in the columns `on` (every column, where none is named).

    Where `filled`, a row in which one of them is blank is like no other. Only rows for which `where` is true are asked.
    """

    code: str
    message: str
    on: tuple[str, ...] = ()
    severity: Severity = ERROR
    filled: bool = False
    where: str = ""


@dataclass(frozen=True)
class Overlapping:
    """A row of a child that opens before an earlier row of that child has closed. Half-open: they may touch."""

    code: str
    message: str
    opened: str
    closed: str
    severity: Severity = WARNING


@dataclass(frozen=True)
class Unmatched:
    """A row of a child who is not in the dataset `to` of the same return."""

    code: str
    message: str
    to: str
    severity: Severity = WARNING


@dataclass(frozen=True)
class Differs:
    """A row whose `column` says otherwise than the same child's `column` in the dataset `to` of the same return."""

    code: str
    message: str
    column: str
    to: str
    severity: Severity = WARNING


@dataclass(frozen=True)
class NotPreceded:
    """A row whose day `on` no row of the same child in the dataset `to` precedes, on that day or within `days` before.

    `day` is the column of that dataset. Rows so early in what the return is about that the other row may lie before it
    are passed over. Where `days` is none, any earlier day will do; then children who have no row in the other dataset
    at all, and returns about a few months, are passed over, because what came earlier may lie before the return.
    """

    code: str
    message: str
    on: str
    to: str
    day: str
    days: int | None = None
    severity: Severity = WARNING


@dataclass(frozen=True)
class NotWithin:
    """A row whose day `on` lies in no stretch, `opened` to `closed`, of the same child in the dataset `to`.

    Both ends count. Rows of children who have no row in that dataset at all are left to `Unmatched`.
    """

    code: str
    message: str
    on: str
    to: str
    opened: str
    closed: str
    severity: Severity = WARNING


AnyCheck = Check | Repeated | Overlapping | Unmatched | Differs | NotPreceded | NotWithin
