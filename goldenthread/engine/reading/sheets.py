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

csv.field_size_limit(2**31 - 1)  # a value may be as long as its file: the file is in memory already


class NotATable(Exception):
    """The text cannot be read as a table; the message says why and what to do."""


@dataclass(frozen=True)
class Uneven:
    """A row that has not as many values as there are headers, as it came; perhaps for an open quotation mark."""

    row: int
    found: int
    text: str
    open_quotation: bool


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


@dataclass(frozen=True)
class _Record:
    """A record and the lines of the text that it takes, counted from nought: from `first` up to but not `after`."""

    first: int
    after: int
    values: list[str]
    open_quotation: bool = False


def first_records(text: str) -> list[Record]:
    """The first few lines that are not blank, among which the headers are to be found."""
    records = _records(_lines(text), _delimiter(text))
    return [(each.first + 1, each.values) for each in islice(records, _LOOK_FOR_HEADERS_IN)]


def read_sheet(text: str, header_row: int) -> Sheet:
    """The table whose headers stand on a line. NotATable where there are no headers."""
    lines, delimiter = _lines(text), _delimiter(text)
    records = _records(lines, delimiter)
    headers = next((each.values for each in records if each.first + 1 == header_row), None)
    if headers is None:
        raise NotATable(f"There are no headers on line {header_row}.")
    while headers and not headers[-1].strip():
        headers.pop()
    uneven: list[Uneven] = []
    one_by_one = (one for each in records for one in _told_apart(each, lines, delimiter, len(headers)))
    chunks = list(_chunks(one_by_one, lines, len(headers), uneven))
    return Sheet(tuple(headers), header_row, pa.concat_tables(chunks), tuple(uneven))


def _lines(text: str) -> list[str]:
    """The lines as a text editor counts them, each with its end."""
    return list(io.StringIO(text, newline=""))


def _records(lines: Sequence[str], delimiter: str) -> Iterator[_Record]:
    """Each record that is not blank. A value in quotation marks may go on over several lines."""
    reader = csv.reader(lines, delimiter=delimiter)
    first = 0
    for values in reader:
        if any(value.strip() for value in values):
            yield _Record(first, reader.line_num, values)
        first = reader.line_num


def _told_apart(record: _Record, lines: Sequence[str], delimiter: str, width: int) -> Iterator[_Record]:
    """The record, or each of its lines where a quotation mark that was left open has run good rows together.

    It has if the record does not end, has not as many values as there are headers, or goes on over lines that are as
    many values by themselves.
    """
    own = lines[record.first : record.after]
    left_open = record.after == len(lines) and _left_open(own, delimiter)
    fits = len(own) == 1 or (
        _fitted(record.values, width) is not None
        and not any(line.count(delimiter) >= max(1, width - 1) for line in own[1:])
    )
    if fits and not left_open:
        yield record
        return
    for at, line in enumerate(own, record.first):
        for alone in _records([line], delimiter):
            yield _Record(at, at + 1, alone.values, _left_open([line], delimiter))


def _left_open(lines: Sequence[str], delimiter: str) -> bool:
    """Whether a quotation mark is opened on these lines and not closed on them."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _chunks(records: Iterator[_Record], lines: Sequence[str], width: int, uneven: list[Uneven]) -> Iterator[pa.Table]:
    yield _chunk([], [], width)
    while piece := list(islice(records, _CHUNK)):
        rows: list[Sequence[str]] = []
        numbers: list[int] = []
        for record in piece:
            fitted = _fitted(record.values, width)
            if fitted is None or record.open_quotation:
                uneven.append(_uneven(record, lines))
            else:
                rows.append(fitted)
                numbers.append(record.first + 1)
        yield _chunk(rows, numbers, width)


def _uneven(record: _Record, lines: Sequence[str]) -> Uneven:
    text = "".join(lines[record.first : record.after]).rstrip("\r\n")
    return Uneven(record.first + 1, len(record.values), text, record.open_quotation)


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
