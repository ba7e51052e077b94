"""Text to a table, with the line on which each row stands, as a text editor counts."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pyarrow as pa

DELIMITERS = ",;\t|"
ROW = "source_row"
_CHUNK = 50_000
_LOOK_FOR_HEADERS_IN = 10


class NotATable(Exception):
    """The text cannot be read as a table; the message says why and what to do."""


@dataclass(frozen=True)
class Uneven:
    """A row that has not as many values as there are headers, with what it says."""

    row: int
    found: int
    text: str


@dataclass(frozen=True)
class Sheet:
    """A table as it came. `rows` has one text column for each header, named `0`, `1`, …, and `source_row`."""

    headers: tuple[str, ...]
    header_row: int
    rows: pa.Table
    uneven: tuple[Uneven, ...]

    @property
    def read(self) -> int:
        """How many rows there were, uneven ones included."""
        return int(self.rows.num_rows) + len(self.uneven)


Record = tuple[int, list[str]]


def first_records(text: str) -> list[Record]:
    """The first few lines that are not blank, among which the headers are to be found."""
    return list(islice(_records(text, _delimiter(text)), _LOOK_FOR_HEADERS_IN))


def read_sheet(text: str, header_row: int) -> Sheet:
    """The table whose headers stand on a line. NotATable where there are no headers."""
    records = _records(text, _delimiter(text))
    headers = next((values for row, values in records if row == header_row), None)
    if headers is None:
        raise NotATable(f"There are no headers on line {header_row}.")
    while headers and not headers[-1].strip():
        headers.pop()
    uneven: list[Uneven] = []
    chunks = list(_chunks(records, len(headers), uneven))
    return Sheet(tuple(headers), header_row, pa.concat_tables(chunks), tuple(uneven))


def _records(text: str, delimiter: str) -> Iterator[Record]:
    """Each line that is not blank, with its number. A value in quotation marks may go on over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for values in reader:
            if any(value.strip() for value in values):
                yield line, values
            line = reader.line_num + 1
    except csv.Error as error:
        raise NotATable(
            f"The file cannot be read beyond line {line}: {error}. Is a quotation mark open that is never closed?"
        ) from error


def _chunks(records: Iterator[Record], width: int, uneven: list[Uneven]) -> Iterator[pa.Table]:
    yield _chunk([], [], width)
    while piece := list(islice(records, _CHUNK)):
        rows: list[Sequence[str]] = []
        numbers: list[int] = []
        for number, values in piece:
            fitted = _fitted(values, width)
            if fitted is None:
                uneven.append(Uneven(number, len(values), ", ".join(values)[:200]))
            else:
                rows.append(fitted)
                numbers.append(number)
        yield _chunk(rows, numbers, width)


def _fitted(values: list[str], width: int) -> Sequence[str] | None:
    """The values of a row, without blank ones beyond the last header; none where their number is not right."""
    if len(values) > width and not any(value.strip() for value in values[width:]):
        return values[:width]
    return values if len(values) == width else None


def _chunk(rows: Sequence[Sequence[str]], numbers: Sequence[int], width: int) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [()] * width
    arrays = {str(at): pa.array(column, pa.string()) for at, column in enumerate(columns)}
    return pa.table({**arrays, ROW: pa.array(numbers, pa.int64())})


def _delimiter(text: str) -> str:
    """What stands between values: whichever of the usual ones is most often on the first few lines."""
    start = [line for line in text[:10_000].splitlines() if line.strip()][:_LOOK_FOR_HEADERS_IN]
    return max(DELIMITERS, key=lambda each: sum(line.count(each) for line in start))
