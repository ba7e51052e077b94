"""Text to a table, with the line on which each row stands, as a text editor counts."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from goldenthread.engine.reading.received import NotRead
from goldenthread.engine.reading.tabular import (
    LOOK_FOR_HEADERS_IN,
    MOST_COLUMNS,
    ROW,
    Gathering,
    Record,
    Sheet,
    Uneven,
    filled,
    finished,
    fitted,
    without_blank_end,
)

DELIMITERS = ",;\t|"
_BEGINNING = 1_000_000

csv.field_size_limit(2**31 - 1)  # a value may be as long as its file: the file is in memory already


@dataclass(frozen=True)
class _Record:
    """A record and the lines of the text that it takes, counted from nought: from `first` up to but not `after`."""

    first: int
    after: int
    values: list[str]
    open_quotation: bool = False


class TextGrid:
    """A file of text."""

    def __init__(self, text: str) -> None:
        self.name = ""
        self._text = text
        self._delimiter = _delimiter(text)

    def first_records(self) -> list[Record]:
        """The first few lines that are not blank, among which the headers are to be found."""
        records = _records(_lines(self._text[:_BEGINNING]), self._delimiter)
        found = ((each.first + 1, each.values) for each in records)
        return list(islice(filled(found), LOOK_FOR_HEADERS_IN))

    def read(self, header_row: int) -> Sheet:
        """The table whose headers stand on a line. NotRead where there are none, or far too many."""
        beginning = _records(_lines(self._text[:_BEGINNING]), self._delimiter)
        written = next((each.values for each in beginning if each.first + 1 == header_row), None)
        if written is None:
            raise NotRead(f"There are no headers on line {header_row}.")
        headers = without_blank_end(written)
        if len(headers) > MOST_COLUMNS:
            raise NotRead(f"There are {len(headers):,} columns; at most {MOST_COLUMNS:,} can be read. Is it a table?")
        plain = _read_plain(self._text, self._delimiter, headers, header_row)
        return plain or _read_with_care(self._text, self._delimiter, headers, header_row)


# --- the plain way: no quotation marks, so that every line is a row --------------------------------------------------


def _read_plain(text: str, delimiter: str, headers: Sequence[str], header_row: int) -> Sheet | None:
    """The table, read in one go, where nothing in it needs care; none where something does."""
    if '"' in text or "\0" in text:
        return None
    uneven: list[Uneven] = []

    def keep(row: arrow_csv.InvalidRow) -> str:
        uneven.append(Uneven(row.number, row.actual_columns, row.text, open_quotation=False))
        return "skip"

    names = [str(at) for at in range(len(headers))]
    try:
        rows = arrow_csv.read_csv(
            pa.BufferReader(text.encode()),
            # One thread: rows that do not fit are only then numbered.
            read_options=arrow_csv.ReadOptions(use_threads=False, skip_rows=header_row, column_names=names),
            parse_options=arrow_csv.ParseOptions(
                delimiter=delimiter, quote_char=False, ignore_empty_lines=False, invalid_row_handler=keep
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid:  # no rows at all, or one that is longer than it can hold
        return None
    if any(fitted(each.text.split(delimiter), len(headers)) is not None for each in uneven):
        return None
    rows = rows.append_column(ROW, _line_numbers(rows.num_rows, header_row, {each.row for each in uneven}))
    blank = [each for each in uneven if not each.text.replace(delimiter, "").strip()]
    kept = [each for each in uneven if each not in blank] if blank else uneven
    return Sheet(tuple(headers), header_row, finished(_without_blank_rows(rows, names)), tuple(kept))


def _line_numbers(rows: int, header_row: int, skipped: set[int]) -> pa.Array:
    first, last = header_row + 1, header_row + rows + len(skipped)
    if not skipped:
        return pa.array(range(first, last + 1), pa.int64())
    return pa.array([line for line in range(first, last + 1) if line not in skipped], pa.int64())


def _without_blank_rows(rows: pa.Table, names: Sequence[str]) -> pa.Table:
    """The rows in which something stands. Most have something in the first column, so the others are seldom asked."""
    blank = pc.equal(pc.utf8_trim_whitespace(rows["0"]), "")
    if not pc.any(blank).as_py():
        return rows
    for name in names[1:]:
        blank = pc.and_(blank, pc.equal(pc.utf8_trim_whitespace(rows[name]), ""))
    return rows.filter(pc.invert(blank))


# --- with care: quotation marks, within which a value may go on over lines, or which were left open ------------------


def _read_with_care(text: str, delimiter: str, headers: Sequence[str], header_row: int) -> Sheet:
    lines, width = _lines(text), len(headers)
    uneven: list[Uneven] = []
    gathering = Gathering(width)
    for record in _records(lines, delimiter):
        if record.first + 1 <= header_row:
            continue
        for one in _told_apart(record, lines, delimiter, width):
            values = fitted(one.values, width)
            if values is None or one.open_quotation:
                uneven.append(_uneven(one, lines))
            else:
                gathering.add(one.first + 1, values)
    return Sheet(tuple(headers), header_row, gathering.table(), tuple(uneven))


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
        fitted(record.values, width) is not None
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


def _uneven(record: _Record, lines: Sequence[str]) -> Uneven:
    text = "".join(lines[record.first : record.after]).rstrip("\r\n")
    return Uneven(record.first + 1, len(record.values), text, record.open_quotation)


def _delimiter(text: str) -> str:
    """What stands between values: whichever of the usual ones is most often on the first few lines."""
    start = [line for line in text[:10_000].splitlines() if line.strip()][:10]
    return max(DELIMITERS, key=lambda each: sum(line.count(each) for line in start))
