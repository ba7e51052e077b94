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
    """A row for which `where` is true is at fault. A row for which it is unknown is not."""

    code: str
    message: str
    where: str
    column: str
    severity: Severity = ERROR


@dataclass(frozen=True)
class Repeated:
    """A row that has the same values as an earlier one in the columns `on` (every column, where none is named)."""

    code: str
    message: str
    on: tuple[str, ...] = ()
    severity: Severity = ERROR


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


AnyCheck = Check | Repeated | Overlapping | Unmatched | Differs
