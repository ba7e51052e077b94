"""Tables as they came: headers, rows of text, and where in the file each row stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

ROW = "source_row"
NTH = "source_nth"
LOOK_FOR_HEADERS_IN = 30
MOST_COLUMNS = 16_384  # what Excel can show; a table that has more is none

Record = tuple[int, list[str]]
"""A row of text, and the number under which a text editor or Excel shows it."""


@dataclass(frozen=True)
class Uneven:
    """A row that has not as many values as there are headers, as it came; perhaps for an open quotation mark."""

    row: int
    found: int
    text: str
    open_quotation: bool


@dataclass(frozen=True)
class OddCell:
    """A cell of a workbook that shows no value: a formula that was never worked out, or Excel's word for an error.

    `at` is the position of its column, from nought.
    """

    row: int
    at: int
    text: str
    is_formula: bool


@dataclass(frozen=True)
class Remark:
    """Something to tell the sender of a whole table, with the row where it can be seen."""

    code: str
    message: str
    row: int | None = None
    asks: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table as it came.

    `rows` has one text column for each header, named `0`, `1`, …, without space around the values and with nothing
    where one is blank; the row's place in the file in `source_row`, and in `source_nth` its place among the rows.
    """

    headers: tuple[str, ...]
    header_row: int
    rows: pa.Table
    uneven: tuple[Uneven, ...] = ()
    odd_cells: tuple[OddCell, ...] = ()
    remarks: tuple[Remark, ...] = ()
    let_go: int = 0

    @property
    def read(self) -> int:
        """How many rows there were, uneven ones and those that were let go included."""
        return int(self.rows.num_rows) + self.let_go + len(self.uneven)

    def without_rows(self) -> "Sheet":
        """The same, once its rows are held elsewhere: a large file need not be in memory twice."""
        return replace(self, rows=self.rows.schema.empty_table(), let_go=self.let_go + self.rows.num_rows)


class Grid(Protocol):
    """Somewhere in a file that a table may be: a text file, or one sheet of a workbook. `name` is the sheet's."""

    name: str

    def first_records(self) -> list[Record]:
        """The first few rows that are not blank, among which the headers are to be found."""

    def read(self, header_row: int) -> Sheet:
        """The table whose headers stand on a row."""


@dataclass
class Gathering:
    """Rows of text on their way into a table, a chunk at a time: a row of Python's takes many times an Arrow row."""

    width: int
    chunks: list[pa.Table] = field(default_factory=list)
    rows: list[Sequence[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    _CHUNK = 50_000

    def add(self, row: int, values: Sequence[str]) -> None:
        """One row of exactly so many values."""
        self.rows.append(values)
        self.numbers.append(row)
        if len(self.rows) >= self._CHUNK:
            self._close()

    def table(self) -> pa.Table:
        """All of them."""
        self._close()
        return finished(pa.concat_tables(self.chunks))

    def _close(self) -> None:
        columns: Iterable[Sequence[str]] = list(zip(*self.rows, strict=True)) if self.rows else [()] * self.width
        arrays = {str(at): pa.array(column, pa.string()) for at, column in enumerate(columns)}
        self.chunks.append(pa.table({**arrays, ROW: pa.array(self.numbers, pa.int64())}))
        self.rows, self.numbers = [], []


def finished(rows: pa.Table) -> pa.Table:
    """Rows without space around their values, with nothing where one is blank, and numbered in their order."""
    for at, name in enumerate(rows.column_names):
        if name != ROW:
            bare = pc.utf8_trim_whitespace(rows.column(name))
            rows = rows.set_column(at, name, pc.if_else(pc.equal(bare, ""), pa.scalar(None, pa.string()), bare))
    return rows.append_column(NTH, pa.array(range(rows.num_rows), pa.int64()))


def without_blank_end(headers: Sequence[str]) -> list[str]:
    """Headers without the blank ones after the last."""
    last = max((at for at, header in enumerate(headers) if header.strip()), default=-1)
    return list(headers[: last + 1])


def fitted(values: Sequence[str], width: int) -> Sequence[str] | None:
    """The values of a row, without blank ones beyond the last header; none where their number is not right."""
    if len(values) > width and not any(value.strip() for value in values[width:]):
        return values[:width]
    return values if len(values) == width else None


def filled(records: Iterable[Record]) -> Iterator[Record]:
    """The rows in which something stands."""
    return ((row, values) for row, values in records if any(value.strip() for value in values))
