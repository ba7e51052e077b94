"""Workbooks: templates to fill in, and tables to read.

They are made in memory: what stands in a list of issues is about children, and is never written to a temporary file.
Everything that is not a number or a date is written as text, never as a formula.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from goldenthread.engine.definitions import Code, CodeList, Column, Dataset, Date, Kind, Number, WholeNumber
from goldenthread.engine.periods import EARLIEST, LATEST
from goldenthread.engine.rendering.delimited import Cell, is_like_a_formula
from goldenthread.engine.rendering.dictionary import code_lists, in_force, kind_in_words, remarks_on

CODES, HELP = "Codes", "Help"
"""Sheets of a template that are not read when it comes back."""

_LAST_ROW = 1_048_575
_LONGEST_NAME = 31
_LONGEST_HINT, _LONGEST_TITLE = 255, 32
_NAVY = "#14213d"
# Excel shows when a workbook was made. A fixed day lets the same template be the same file.
_MADE = {"author": "Golden Thread", "created": datetime(2020, 1, 1)}

Rows = Sequence[Sequence[Cell]]


class TooLong(Exception):
    """A table has more rows than a sheet; the message says what to do."""


def template(dataset: Dataset, rows: Rows = ()) -> bytes:
    """A workbook to fill in: the dataset's own sheet with its headers and `rows`, the codes, and how to fill it in."""
    with _Workbook(dataset.title) as book:
        sheet = book.sheet(dataset.name, [column.name for column in dataset.columns])
        lists = code_lists(dataset)
        at = dict(_places(lists))
        for number, column in enumerate(dataset.columns):
            width = max(12, min(len(column.name), 40) + 3)
            sheet.set_column(number, number, width, book.format_of(column.kind))
            sheet.data_validation(1, number, _LAST_ROW, number, _asked(column, at))
        for number, row in enumerate(rows, start=1):
            _write(book, sheet, number, row, [column.kind for column in dataset.columns])
        if lists:
            _codes_sheet(book, lists)
        _help_sheet(book, dataset)
    return book.content


@dataclass(frozen=True)
class Sheet:
    """A table to read: its name, its headers, its rows, and how wide each column is, in letters."""

    name: str
    headers: Sequence[str]
    rows: Rows
    widths: Sequence[int]


def workbook(title: str, sheets: Sequence[Sheet]) -> bytes:
    """A workbook to read: sheets whose tables can be sorted and filtered. TooLong where one does not fit."""
    for sheet in sheets:
        if len(sheet.rows) > _LAST_ROW:
            raise TooLong(
                f"A sheet of a workbook holds {_LAST_ROW:,} rows, and there are {len(sheet.rows):,}. Take CSV instead."
            )
    with _Workbook(title) as book:
        for sheet in sheets:
            made = book.sheet(sheet.name, sheet.headers)
            for number, width in enumerate(sheet.widths):
                made.set_column(number, number, width)
            for number, row in enumerate(sheet.rows, start=1):
                _write(book, made, number, row, [None] * len(sheet.headers))
            made.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.headers) - 1)
    return book.content


def listing(name: str, headers: Sequence[str], rows: Rows, widths: Sequence[int]) -> bytes:
    """A workbook to read with one sheet, of its own name. TooLong where it does not fit."""
    return workbook(name, [Sheet(name, headers, rows, widths)])


class _Workbook:
    """A workbook while it is being made, with the looks that its cells share."""

    def __init__(self, title: str) -> None:
        self._held = BytesIO()
        self.book = xlsxwriter.Workbook(self._held, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
        self.book.set_properties({**_MADE, "title": title})
        self.heading = self._look(bold=True, font_color="#ffffff", bg_color=_NAVY, valign="top")
        self.title = self._look(bold=True, font_size=16)
        self.bold = self._look(bold=True)
        self.wrapped = self._look(text_wrap=True, valign="top")
        self.text = self._look(num_format="@")
        self.day = self._look(num_format="dd/mm/yyyy", align="left")
        self.quoted = self._look(num_format="@", quote_prefix=True)

    def __enter__(self) -> "_Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        self.book.close()

    @property
    def content(self) -> bytes:
        """The workbook, once it is closed."""
        return self._held.getvalue()

    def sheet(self, name: str, headers: Sequence[str]) -> Worksheet:
        """A sheet with its headers, which stay in sight."""
        sheet = self.book.add_worksheet(name[:_LONGEST_NAME])
        for number, header in enumerate(headers):
            sheet.write_string(0, number, header, self.heading)
        sheet.freeze_panes(1, 0)
        return sheet

    def format_of(self, kind: Kind) -> Format | None:
        """How the cells of a column look: numbers of children keep their noughts, days are written dd/mm/yyyy."""
        if isinstance(kind, WholeNumber | Number):
            return None
        return self.day if isinstance(kind, Date) else self.text

    def _look(self, **looks: Any) -> Format:
        return self.book.add_format(looks)


def _write(book: _Workbook, sheet: Worksheet, row: int, cells: Sequence[Cell], kinds: Sequence[Kind | None]) -> None:
    for number, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
        if cell is None or cell == "":
            continue
        if day := _day(cell, kind):
            sheet.write_datetime(row, number, day, book.day)
        elif isinstance(cell, int | float) or (isinstance(kind, WholeNumber | Number) and _is_number(cell)):
            sheet.write_number(row, number, float(cell))
        else:
            sheet.write_string(row, number, cell, book.quoted if is_like_a_formula(cell) else book.text)


def _day(cell: Cell, kind: Kind | None) -> date | None:
    """The day that the text of a date column says; none where it says none."""
    if not isinstance(kind, Date) or not isinstance(cell, str):
        return None
    try:
        return datetime.strptime(cell, "%d/%m/%Y").date()
    except ValueError:
        return None


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()


def _places(lists: Sequence[CodeList]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The first and the last row of each code list on the sheet of codes, as Excel counts them."""
    first = 2
    for of in lists:
        last = first + len(of.codes) - 1
        yield of.name, (first, last)
        first = last + 1


def _asked(column: Column, at: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    """What Excel says beside a cell of the column, and what it minds. It only warns: pasting must not be in vain."""
    remarks = "; ".join(remarks_on(column))
    hint = f"{column.meaning} ({kind_in_words(column.kind)}{f'; {remarks}' if remarks else ''})"
    said = {
        "input_title": column.name[:_LONGEST_TITLE],
        "input_message": hint[:_LONGEST_HINT],
        "error_type": "warning",
        "error_title": column.name[:_LONGEST_TITLE],
    }
    match column.kind:
        case Code(of=of):
            first, last = at[of.name]
            where = {"validate": "list", "source": f"={CODES}!$B${first}:$B${last}"}
            return {**said, **where, "error_message": "This is not a code of the list: see the sheet Codes."}
        case Date():
            span: dict[str, Any] = {
                "validate": "date",
                "criteria": "between",
                "minimum": date(EARLIEST, 1, 1),
                "maximum": date(LATEST, 12, 31),
            }
            return {**said, **span, "error_message": "This is not a date. Write it as 31/03/2018."}
        case WholeNumber(low=low) if low is not None:
            bound = {"validate": "integer", "criteria": ">=", "value": low}
            return {**said, **bound, "error_message": f"This should be a whole number, at least {low}."}
        case _:
            return {**said, "validate": "any"}


def _codes_sheet(book: _Workbook, lists: Sequence[CodeList]) -> None:
    sheet = book.sheet(CODES, ("List", "Code", "Meaning", "In force"))
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 1, 16, book.text)
    sheet.set_column(2, 2, 70)
    sheet.set_column(3, 3, 28)
    rows = [(of.title, code, meaning, in_force(of, code)) for of in lists for code, meaning in of.codes.items()]
    for number, row in enumerate(rows, start=1):
        _write(book, sheet, number, row, [None] * len(row))


def _help_sheet(book: _Workbook, dataset: Dataset) -> None:
    sheet = book.book.add_worksheet(HELP)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 3, 50)
    sheet.write_string(0, 0, f"How to fill in: {dataset.title}", book.title)
    lines = list(_how_to(dataset))
    for number, line in enumerate(lines, start=1):
        sheet.merge_range(number, 0, number, 3, line, book.wrapped)
        sheet.set_row(number, 15 * (1 + len(line) // 150))
    start = len(lines) + 2
    for at, header in enumerate(("Column", "What it means", "What stands in it", "Remarks")):
        sheet.write_string(start, at, header, book.heading)
    for number, column in enumerate(dataset.columns, start=start + 1):
        says = (column.name, column.meaning, kind_in_words(column.kind), "; ".join(remarks_on(column)))
        for at, text in enumerate(says):
            sheet.write_string(number, at, text, book.wrapped)


def _how_to(dataset: Dataset) -> Iterator[str]:
    own = dataset.name[:_LONGEST_NAME]
    yield dataset.about
    yield f"Fill in the sheet {own}, one row for each record, below the headings. No title, no totals."
    yield "Leave the headings as they are. A column that you have nothing for may stay empty, unless it is needed."
    yield "Write dates as 31/03/2018. Leave a cell empty where you do not know: do not write 'n/a' or '-'."
    if code_lists(dataset):
        yield f"Columns of codes offer the codes of their list. The sheet {CODES} says what each means."
    yield f"Save it as a workbook (.xlsx) or as CSV, and send it. The sheets {CODES} and {HELP} are passed over."
