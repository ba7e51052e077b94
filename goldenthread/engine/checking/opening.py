"""Opening the files of a return: what each is, which tables are in it, and what of it cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.recognising import Ambiguous, recognise, whole
from goldenthread.engine.checking.sources import Opened
from goldenthread.engine.definitions import ERROR, QUERY, WARNING, Format, Severity, Table
from goldenthread.engine.reading.decoding import decode
from goldenthread.engine.reading.documents import document_of
from goldenthread.engine.reading.received import Kind, NotRead, Received, kind_of
from goldenthread.engine.reading.tabular import Grid
from goldenthread.engine.reading.texts import TextGrid

HELP_SHEETS = ("codes", "help")
"""Sheets of our own templates that explain them; they are passed over in silence."""


@dataclass
class Opening:
    """What comes of opening files: tables, what was told outside them, issues, and why a file or sheet was not read."""

    tables: list[Opened] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    not_read: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def refuse(
        self,
        file: str,
        on_sheet: str,
        message: str,
        *,
        table: str = "",
        code: str = "file-not-read",
        severity: Severity = WARNING,
    ) -> None:
        """Note that a file, one of its sheets, or one of its tables was not read."""
        self.issues.append(Issue(code, severity, message, file, on_sheet))
        self.not_read[file, on_sheet, table] = message


def open_file(file: Received, formats: Sequence[Format], opening: Opening) -> None:
    """Open one file, adding what is in it. Nothing is raised for what is wrong with it."""
    try:
        kind = kind_of(file.content)
        if kind is Kind.XML:
            _open_document(file, formats, opening)
        elif kind is Kind.WORKBOOK:
            _open_workbook(file, formats, opening)
        else:
            _open_text(file, formats, opening)
    except NotRead as problem:
        opening.refuse(file.name, "", str(problem), severity=ERROR)


def _open_text(file: Received, formats: Sequence[Format], opening: Opening) -> None:
    decoded = decode(file.content)
    before = len(opening.tables)
    _open_grid(file, TextGrid(decoded.text), formats, opening)
    if decoded.remark and len(opening.tables) > before:
        opening.issues.append(Issue("encoding", QUERY, decoded.remark, file.name))


def _open_workbook(file: Received, formats: Sequence[Format], opening: Opening) -> None:
    from goldenthread.engine.reading.workbooks import grids_of  # noqa: PLC0415 - most returns need no library for it

    shown, hidden = grids_of(file.content)
    for name in hidden:
        message = f"The sheet {name!r} is hidden, and was not read. Show it, if it belongs to the return."
        opening.refuse(file.name, name, message, code="sheet-hidden")
    before = len(opening.tables)
    for grid in shown:
        if grid.name.casefold() not in HELP_SHEETS:
            _open_grid(file, grid, formats, opening)
    if len(opening.tables) == before:
        opening.refuse(
            file.name, "", f"None of its sheets is a table known here. {_known(formats)} Nothing was read from it."
        )


def _open_grid(file: Received, grid: Grid, formats: Sequence[Format], opening: Opening) -> None:
    records = grid.first_records()
    called = grid.name or file.name.rpartition(".")[0]
    if not records:
        if grid.name:
            message = f"The sheet {grid.name!r} is empty."
            opening.refuse(file.name, grid.name, message, code="sheet-empty")
            return
        raise NotRead("The file is empty. Send it again with its rows, or leave it out.")
    try:
        match = recognise(records, formats, called=called)
        if match is None:
            _not_recognised(file, grid, formats, opening)
            return
        opening.tables.append(Opened(file.name, match, grid.read(match.header_row), grid.name))
    except Ambiguous as doubt:
        opening.refuse(file.name, grid.name, str(doubt), code="table-ambiguous")


def _not_recognised(file: Received, grid: Grid, formats: Sequence[Format], opening: Opening) -> None:
    if grid.name:
        message = f"The columns of the sheet {grid.name!r} are not those of any table known here. It was not read."
        opening.refuse(file.name, grid.name, message, code="sheet-not-recognised")
        return
    if file.name.lower().endswith((".xlsx", ".xlsm")):
        raise NotRead(
            "This is not an Excel workbook, although its name says so. Open it in the program that wrote it and save it"
            " as an Excel workbook (.xlsx)."
        )
    message = f"Its columns are not those of any table known here. {_known(formats)} Nothing was read from it."
    opening.refuse(file.name, "", message)


def _known(formats: Sequence[Format]) -> str:
    return f"Known are: {'; '.join(format_.title for format_ in formats)}."


def _open_document(file: Received, formats: Sequence[Format], opening: Opening) -> None:
    document = document_of(file.content)
    format_ = next((each for each in formats if each.root == document.root), None)
    if format_ is None:
        known = ", ".join(f"{each.root} ({each.title})" for each in formats if each.root)
        raise NotRead(
            f"The root element of this XML is {document.root}, which is none that is known here: {known}. Nothing was"
            " read from it."
        )
    by_path = {table.path: table for table in format_.tables if table.path}
    tables = document.tables({path: tuple(table.headers) for path, table in by_path.items()})
    opening.told |= tables.told
    found = [Opened(file.name, whole(format_, by_path[path]), sheet) for path, sheet in tables.sheets.items()]
    filled = [each for each in found if each.sheet.read]
    if not filled:
        raise NotRead(f"There are no records in this XML of the kind {format_.title}. Send it again with its records.")
    opening.tables += filled
    opening.issues += [
        Issue(remark.code, WARNING, remark.message, file.name, row=remark.row) for remark in tables.remarks
    ]
    if empty := [each.match.table for each in found if not each.sheet.read]:
        opening.issues.append(Issue("tables-without-rows", QUERY, _without_rows(empty), file.name))


def _without_rows(tables: Sequence[Table]) -> str:
    titles = ", ".join(table.title for table in tables)
    return f"There is nothing in this file about: {titles}. That is taken for silence: not that there was none of it."


def first_of_each(opening: Opening) -> Iterator[Opened]:
    """The tables to count: the first of each. The others are named, with the reason."""
    first: dict[str, Opened] = {}
    for each in opening.tables:
        table, format_ = each.match.table, each.match.format
        if table.dataset is None:
            message = f"Recognised as the table {table.title}. {table.why}"
            opening.issues.append(Issue("table-not-counted", QUERY, message, each.file, each.on_sheet))
            opening.not_read[each.file, each.on_sheet, table.name] = message
            continue
        known = first.setdefault(table.dataset, each)
        same = (known.match.format.name, known.match.table.name) == (format_.name, table.name)
        beside = table.many and known.match.table.many
        if known is not each and not beside and (same or known.file != each.file):
            message = f"The table {table.title} came twice. {known.place} was taken; this was not."
            opening.refuse(each.file, each.on_sheet, message, table=table.name, code="table-twice")
        else:
            yield each


def missing_tables(opened: Sequence[Opened], used_by: Mapping[str, Sequence[str]]) -> Iterator[Issue]:
    """The tables that a return of a format should have and has not, with what that stops."""
    for format_ in {
        each.match.format.name: each.match.format for each in opened if each.match.format.complete
    }.values():
        here = {each.match.table.name for each in opened if each.match.format.name == format_.name}
        file = next(each.file for each in opened if each.match.format.name == format_.name)
        for table in format_.tables:
            if table.name not in here and not table.path:
                yield Issue("table-missing", WARNING, _missing(table, used_by), file)


def _missing(table: Table, used_by: Mapping[str, Sequence[str]]) -> str:
    stopped = sorted({code for feed in table.feeds() if not feed.merges for code in used_by.get(feed.dataset, ())})
    lost = f"What cannot be worked out without it: {', '.join(stopped)}." if stopped else "No indicator needs it."
    called = f"{table.sheet} ({table.title})" if table.sheet and table.sheet != table.title else table.title
    return f"{called} is missing. Everything else was taken. {lost}"
