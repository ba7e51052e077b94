"""The table in a file or a pasted text: its headers and rows, each row under the number that a spreadsheet shows."""

from dataclasses import dataclass

from goldenthread.engine.reading.decoding import decode
from goldenthread.engine.reading.received import Kind, NotRead, kind_of
from goldenthread.engine.reading.tabular import ROW, Grid, Record, Sheet
from goldenthread.engine.reading.texts import TextGrid
from goldenthread.engine.reading.workbooks import grids_of
from goldenthread.workflow.actions.importing.matching import known_words
from goldenthread.workflow.history.refusals import Refused

LARGEST_LOG = 10 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 10_000, 60

_XML = "This is XML. Save the action log as an Excel workbook (.xlsx) or as CSV, and bring that."


@dataclass(frozen=True)
class Row:
    """One row of a log: its number in the file, and its values, one for each header."""

    number: int
    values: tuple[str, ...]


@dataclass(frozen=True)
class Unread:
    """A row that has not as many values as there are headers, as it came."""

    number: int
    text: str


@dataclass(frozen=True)
class Log:
    """A table as it came, the sheet it stood on, and the names of the sheets of its file."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    unread: tuple[Unread, ...]
    sheet: str
    sheets: tuple[str, ...]


def log_in(content: bytes, *, sheet: str = "") -> Log:
    """The table in a file, on a sheet of that name, or on the one whose headers say most.

    Refused where there is none, and where there is more than can be taken at once.
    """
    if len(content) > LARGEST_LOG:
        raise Refused(
            f"The file has {len(content) // 1024**2:,} MB, and at most {LARGEST_LOG // 1024**2} MB are taken."
        )
    try:
        grids = _grids(content)
        chosen = _chosen(grids, sheet)
        table = chosen.read(_header_row(chosen.first_records()))
    except NotRead as problem:
        raise Refused(str(problem)) from problem
    if table.read > MOST_ROWS:
        raise Refused(f"There are {table.read:,} rows, and at most {MOST_ROWS:,} are taken at once. Bring it in parts.")
    if len(table.headers) > MOST_COLUMNS:
        raise Refused(f"There are {len(table.headers):,} columns, and at most {MOST_COLUMNS} are taken.")
    if not table.read:
        raise Refused("There are headers, and no row below them. Bring the log with its rows.")
    return Log(
        table.headers, tuple(_rows(table)), tuple(_unread(table)), chosen.name, tuple(each.name for each in grids)
    )


def _grids(content: bytes) -> list[Grid]:
    kind = kind_of(content)
    if kind is Kind.XML:
        raise NotRead(_XML)
    if kind is Kind.TEXT:
        return [TextGrid(decode(content).text)]
    shown, _ = grids_of(content)
    filled: list[Grid] = [each for each in shown if each.first_records()]
    if not filled:
        raise NotRead("No sheet of this workbook that is shown has anything on it.")
    return filled


def _chosen(grids: list[Grid], sheet: str) -> Grid:
    named = [each for each in grids if each.name == sheet]
    return named[0] if named else max(grids, key=lambda each: _most_known(each.first_records()))


def _most_known(records: list[Record]) -> int:
    return max((known_words(values) for _, values in records), default=0)


def _header_row(records: list[Record]) -> int:
    """The first of the rows whose headers say most; where none says anything, the first row."""
    if not records:
        raise NotRead("There is nothing in it. Bring the log with its headers and rows.")
    most = _most_known(records)
    return next(row for row, values in records if known_words(values) == most)


def _rows(table: Sheet) -> list[Row]:
    columns = [table.rows.column(str(at)).to_pylist() for at in range(len(table.headers))]
    numbers = table.rows.column(ROW).to_pylist()
    return [
        Row(number, tuple(value or "" for value in values)) for number, *values in zip(numbers, *columns, strict=True)
    ]


def _unread(table: Sheet) -> list[Unread]:
    return [Unread(each.row, each.text) for each in table.uneven]
