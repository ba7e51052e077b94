"""Excel workbooks to grids of text, with the rows and cells as Excel shows them."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from goldenthread.engine.reading.received import NotRead
from goldenthread.engine.reading.tabular import (
    LOOK_FOR_HEADERS_IN,
    Gathering,
    OddCell,
    Record,
    Remark,
    Sheet,
    filled,
    without_blank_end,
)

# A sheet of fifty thousand rows unpacks to some 50 MB. What unpacks to more than these was made to fill a memory.
MOST_UNPACKED = 1024 * 1024 * 1024
MOST_CELLS = 30_000_000
_PIECE = 1024 * 1024
_OVERLAP = 2_000  # letters: no cell that we look for is longer

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    CalamineError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    LookupError,
    struct.error,
)
_IS_DAMAGED = (
    "This is not an Excel workbook, or it is damaged or cut short. Open it in Excel, save it as an Excel workbook"
    " (.xlsx) and send that."
)

_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_ODD = re.compile(
    rb"<(?:\w+:)?c\b(?P<about>[^>]*?)>\s*(?:<(?:\w+:)?f\b[^>]*?(?:/>|>(?P<formula>[^<]*)</(?:\w+:)?f>))?\s*"
    rb"(?:<(?:\w+:)?v\b[^>]*?(?:/>|>(?P<value>[^<]*)</(?:\w+:)?v>))?\s*</(?:\w+:)?c>"
)
_SHEET = re.compile(rb'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\b\w+:id="([^"]*)"')
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_IS_ERROR = re.compile(rb'\bt="e"')


class SheetGrid:
    """One sheet of a workbook."""

    def __init__(self, name: str, sheet: CalamineSheet, odd_cells: tuple[OddCell, ...]) -> None:
        self.name = name
        self._sheet = sheet
        self._odd = odd_cells

    def first_records(self) -> list[Record]:
        """The first few rows that are not blank, among which the headers are to be found."""
        return list(islice(filled(self._records()), LOOK_FOR_HEADERS_IN))

    def read(self, header_row: int) -> Sheet:
        """The table whose headers stand on a row."""
        records = self._records()
        headers = without_blank_end(next(values for row, values in records if row == header_row))
        odd = tuple(each for each in self._odd if each.row > header_row and each.at < len(headers))
        with_odd_cells = {each.row for each in odd}
        gathering = Gathering(len(headers))
        for row, values in records:
            kept = values[: len(headers)]
            if any(value.strip() for value in kept) or row in with_odd_cells:
                gathering.add(row, kept + [""] * (len(headers) - len(kept)))
        return Sheet(tuple(headers), header_row, gathering.table(), (), odd, tuple(self._merged(header_row)))

    def _records(self) -> Iterator[Record]:
        """Every row from the first, with columns from A on, wherever on the sheet the first value stands."""
        _, first = self._sheet.start or (0, 0)
        try:
            for row, values in enumerate(self._sheet.iter_rows(), start=1):
                yield row, [""] * first + [_text(value) for value in values]
        except CalamineError as error:
            raise NotRead(_IS_DAMAGED) from error

    def _merged(self, header_row: int) -> Iterator[Remark]:
        for (first_row, first), (last_row, last) in self._sheet.merged_cell_ranges or ():
            if last_row + 1 > header_row:
                cells = f"{_letters(first)}{first_row + 1}:{_letters(last)}{last_row + 1}"
                yield Remark(
                    "merged-cells",
                    f"The cells {cells} are merged. Only the first of them holds a value; the others were read as"
                    " blank. Unmerge them and fill in each.",
                    row=max(first_row + 1, header_row),
                )


def grids_of(content: bytes) -> tuple[list[SheetGrid], list[str]]:
    """The sheets of a workbook that are shown, and the names of those that are hidden, which are not read.

    NotRead where it is no Excel workbook, holds macros, is damaged, or would not fit in memory.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sheets = _looked_through(archive)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except _DAMAGED as error:
        raise NotRead(_IS_DAMAGED) from error
    shown, hidden = [], []
    for at, about in enumerate(workbook.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        if about.visible is not SheetVisibleEnum.Visible:
            hidden.append(about.name)
            continue
        try:
            sheet = workbook.get_sheet_by_index(at)
        except _DAMAGED as error:
            raise NotRead(_IS_DAMAGED) from error
        shown.append(SheetGrid(about.name, sheet, sheets.get(about.name, ())))
    return shown, hidden


# --- looking through the archive before a library opens it ------------------------------------------------------------


def _looked_through(archive: zipfile.ZipFile) -> dict[str, tuple[OddCell, ...]]:
    """The odd cells of each sheet, by its name. NotRead where what is in there must not be opened."""
    names = archive.namelist()
    if "xl/workbook.xml" not in names:
        raise NotRead(
            "This is an archive, or a document of another program, not an Excel workbook (.xlsx). Save the tables as"
            " an Excel workbook or as CSV; of an archive, take the files out and send those."
        )
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise NotRead(
            "This workbook holds macros, and is not opened. Save it as an Excel workbook without macros (.xlsx)."
        )
    paths = _paths_of_sheets(archive)
    unpacked = 0
    found: dict[str, tuple[OddCell, ...]] = {}
    for name in names:
        odd: list[OddCell] = []
        furthest = [0, 0]
        last = b""
        for piece in _pieces(archive, name):
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED:
                raise NotRead(
                    f"Unpacked, this workbook has more than {MOST_UNPACKED // _PIECE:,} MB and was not opened. Save the"
                    " sheets as CSV and send those."
                )
            if name in paths:
                window = last + piece
                _note(window, odd, furthest, over=len(last))
                last = window[-_OVERLAP:]
        if name in paths:
            _check_reach(paths[name], furthest)
            found[paths[name]] = tuple({(cell.row, cell.at): cell for cell in odd}.values())
    return found


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as member:
        while piece := member.read(_PIECE):
            yield piece


def _note(window: bytes, odd: list[OddCell], furthest: list[int], *, over: int) -> None:
    """Note the odd cells in a stretch of a sheet, and how far to the right and down its cells reach."""
    for place in _CELL.finditer(window, max(0, over - _OVERLAP)):
        furthest[0] = max(furthest[0], int(place[2]))
        furthest[1] = max(furthest[1], _number(place[1]))
    if b"<f" not in window and b":f" not in window and b'"e"' not in window:
        return
    for cell in _ODD.finditer(window):
        about, value = cell["about"], (cell["value"] or b"").strip()
        is_error = bool(_IS_ERROR.search(about))
        is_formula = b"<f" in cell[0] or b":f" in cell[0]
        where = _PLACE.search(about)
        if where is None or not (is_error or (is_formula and not value)):
            continue
        text = value if is_error else b"=" + (cell["formula"] or b"")
        shown = _unescaped(text.decode("utf-8", "replace"))
        odd.append(OddCell(int(where[2]), _number(where[1]) - 1, shown, is_formula=not is_error))


def _check_reach(sheet: str, furthest: list[int]) -> None:
    rows, columns = furthest
    if rows * columns > MOST_CELLS:
        raise NotRead(
            f"The sheet {sheet!r} reaches to row {rows:,} and column {_letters(columns - 1)}, which is more than can be"
            " read. Delete the rows and columns after the last of the table, and save it."
        )


def _paths_of_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """The name of each sheet by the path of its part in the archive."""
    links = _small(archive, "xl/_rels/workbook.xml.rels")
    targets = {}
    for link in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", links):
        named, leads = re.search(rb'\bId="([^"]*)"', link), re.search(rb'\bTarget="([^"]*)"', link)
        if named and leads:
            targets[named[1]] = leads[1].decode("utf-8", "replace")
    named_sheets = _SHEET.findall(_small(archive, "xl/workbook.xml"))
    return {
        _within("xl", targets[link]): _unescaped(name.decode("utf-8", "replace"))
        for name, link in named_sheets
        if link in targets
    }


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part that tells of the others; nothing where it is not there."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as member:
        return member.read(8 * _PIECE)


def _within(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"


def _unescaped(name: str) -> str:
    for escaped, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        name = name.replace(escaped, letter)
    return name


# --- cells ------------------------------------------------------------------------------------------------------------


def _text(value: object) -> str:
    """What stands in a cell, as its sender would type it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        bare = value.time() == time(0)
        return f"{value:%d/%m/%Y}" if bare else f"{value:%d/%m/%Y %H:%M:%S}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value) if isinstance(value, time | timedelta | int) else ""


def _number(letters: bytes) -> int:
    """The number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _letters(at: int) -> str:
    """The letters of a column, counted from nought."""
    letters = ""
    number = at + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
