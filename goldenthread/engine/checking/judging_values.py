"""Judging staged values one by one, and the text in them: errors hold their rows back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldenthread.engine.checking import scanning, spans
from goldenthread.engine.checking.finding import Found, of_source, tell_of
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.merging import put_together
from goldenthread.engine.checking.sources import Source
from goldenthread.engine.checking.staging import ID, SOURCE, Staged, mask
from goldenthread.engine.checking.values import Fault, faults_of, is_year_first, not_shaped, text_sql
from goldenthread.engine.definitions import ERROR, WARNING, Column, Date, Text
from goldenthread.engine.reading.tabular import OddCell, Uneven

_SHOWN = 200  # letters of a line that could not be told into values

Place = tuple[int, int, str]
"""A value: its source, row and column."""


def judge_values(staged: Staged) -> Iterator[Issue]:
    """What each value by itself shows; rows with errors are held back once every fault in them is told."""
    for source in staged.sources:
        if source.is_main:
            yield from (_uneven(source, uneven) for uneven in source.opened.sheet.uneven)
            yield from _mixed_dates(staged, source)
    odd: set[Place] = set()
    for source, cell, column in _odd_cells(staged):
        odd.add((source.number, cell.row, column.name))
        yield _odd_cell(source, cell, column)
    _hold_back_what_lacks_a_column(staged)
    occurring = list(_that_occur(staged, [*_of_columns(staged), *_of_formats(staged)]))
    for column, fault in occurring:
        for as_told in _as_told(staged, column, fault):
            yield from _told(staged, column, as_told, odd)
    if errors := " OR ".join(f"({fault.where})" for _, fault in occurring if fault.severity is ERROR):
        staged.hold_back(f"SELECT {ID} FROM {staged.table} WHERE {errors}")
    yield from _particulars_that_differ(staged)
    yield from _identifying_text(staged)


def _of_columns(staged: Staged) -> Iterator[tuple[Column, Fault]]:
    for column in staged.present():
        yield from ((column, fault) for fault in faults_of(column, counts=_counts(staged, column)))


def _of_formats(staged: Staged) -> Iterator[tuple[Column, Fault]]:
    """Texts that are not written as their format alone wants them."""
    for source in staged.sources:
        shapes = source.match.table.shapes if source.is_main else {}
        for name in source.columns():
            if shape := shapes.get(source.header_as_declared(name)):
                fault = not_shaped(text_sql(name), *shape)
                where = f"{fault.where} AND {SOURCE} = {source.number}"
                yield staged.dataset.column(name), replace(fault, where=where)


def _counts(staged: Staged, column: Column) -> bool:
    """Whether figures stand on a column: without its dates, or a date of birth, a row would be miscounted."""
    dates = {staged.dataset.dated_by, staged.dataset.lasts_until}
    dates |= {derived.born for derived in staged.dataset.derived if isinstance(derived.born, str)}
    return column.must_be_there or column.name in dates or not isinstance(column.kind, Date)


def _that_occur(staged: Staged, faults: Sequence[tuple[Column, Fault]]) -> Iterator[tuple[Column, Fault]]:
    """The faults that any row has, found in one reading of the rows."""
    if not faults:
        return
    counts = ", ".join(f"count(*) FILTER (WHERE {fault.where})" for _, fault in faults)
    (numbers,) = staged.connection.execute(f"SELECT {counts} FROM {staged.table} WHERE NOT held").fetchall()
    yield from (each for each, number in zip(faults, numbers, strict=True) if number)


def _told(staged: Staged, column: Column, fault: Fault, odd: set[Place]) -> Iterator[Issue]:
    """The rows with a fault, except where Excel shows no value in the cell: those are told of already."""

    def message(found: Found) -> str:
        return "" if (found.source.number, found.row, column.name) in odd else fault.message

    yield from tell_of(staged, staged.at_fault(fault.where), column.name, fault.code, fault.severity, message)


def _as_told(staged: Staged, column: Column, fault: Fault) -> Iterator[Fault]:
    """A fault as it is told of: a stretch of time that is not understood once, where its first day should be."""
    spans_in = [
        (each.number, pair) for each in staged.sources if each.is_main for pair in each.match.table.spans.values()
    ]
    first = [str(number) for number, (name, _) in spans_in if name == column.name]
    last = [str(number) for number, (_, name) in spans_in if name == column.name]
    if fault.code != "not-a-date" or not [*first, *last]:
        yield fault
        return
    yield replace(fault, where=f"{fault.where} AND {SOURCE} NOT IN ({', '.join([*first, *last])})")
    if first:
        message = f"This is no stretch of time that is understood. {spans.EXPECTED}."
        yield Fault("not-a-period", fault.severity, message, f"{fault.where} AND {SOURCE} IN ({', '.join(first)})")


def _uneven(source: Source, uneven: Uneven) -> Issue:
    counted = f"{uneven.found:,} value{'' if uneven.found == 1 else 's'}"
    expected = len(source.opened.sheet.headers)
    message = f"The line has {counted} where {expected} are expected. It was held back."
    if uneven.open_quotation:
        message = (
            "A quotation mark is opened on this line and never closed. It was held back. Close it, or take it out."
        )
    text = uneven.text[:_SHOWN]
    return Issue(
        "uneven-row", ERROR, message, source.opened.file, row=uneven.row, text=text, dataset=source.feed.dataset
    )


def _mixed_dates(staged: Staged, source: Source) -> Iterator[Issue]:
    """One warning for a file that writes dates in two ways, naming a column for each."""
    filled = source.columns()
    dates = [column for column in staged.present() if isinstance(column.kind, Date) and column.name in filled]
    ways: dict[bool, list[str]] = {True: [], False: []}
    for column in dates:
        asked = (
            f'SELECT DISTINCT {is_year_first(column)} FROM {staged.table} WHERE "{column.name}" IS NOT NULL'
            f" AND {SOURCE} = {source.number} ORDER BY 1"
        )
        for (way,) in staged.connection.execute(asked).fetchall():
            ways[bool(way)].append(source.header_of(column.name))
    if ways[True] and ways[False]:
        message = (
            f"Dates are written in two ways: with the year first in {ways[True][0]}, with the day first in"
            f" {ways[False][0]}. Both were understood. Write all of them as 31/03/2018."
        )
        yield of_source(source, "mixed-dates", WARNING, message, header=ways[True][0])


def _odd_cells(staged: Staged) -> Iterator[tuple[Source, OddCell, Column]]:
    """The cells without a value in columns of the dataset; those of a table's other datasets are told of there."""
    for source in staged.sources:
        if source.feed.merges:
            continue
        column_at = {position: name for name, position in source.columns().items()}
        for cell in source.opened.sheet.odd_cells:
            if cell.at in column_at:
                yield source, cell, staged.dataset.column(column_at[cell.at])


def _odd_cell(source: Source, cell: OddCell, column: Column) -> Issue:
    severity = ERROR if column.required else WARNING
    code = "formula-without-value" if cell.is_formula else "error-cell"
    message = (
        "This cell is a formula without a stored value. Open the workbook in Excel and save it."
        if cell.is_formula
        else "Excel shows an error in this cell instead of a value. Fill it in, or leave it blank."
    )
    kept = "The row was held back." if column.required else "The row was kept without it."
    opened = source.opened
    where = (opened.file, opened.on_sheet, cell.row, source.header_of(column.name))
    return Issue(code, severity, f"{message} {kept}", *where, cell.text, source.feed.dataset)


def _hold_back_what_lacks_a_column(staged: Staged) -> None:
    """Hold back all rows of a table that lacks a column without which none can be taken: its headers are told of."""
    for source in staged.sources:
        if source.lacks(staged.dataset):
            staged.hold_back(f"SELECT {ID} FROM {staged.table} WHERE {SOURCE} = {source.number}")


def _particulars_that_differ(staged: Staged) -> Iterator[Issue]:
    """Where a child's particulars stand in several tables and are not the same in all; the first is believed."""

    def told(found: Found) -> str:
        return (
            f"Row {found.other} says otherwise of the same child ({found.asked[0]}), and was believed. Which is right?"
        )

    for column, sql in put_together(staged):
        shown = f"(SELECT {text_sql(column.name)} FROM {staged.table} AS first WHERE first.{ID} = found.other)"
        code = "particulars-differ"
        yield from tell_of(staged, sql, column.name, code, WARNING, told, asked=[shown], other_in=staged)


def _identifying_text(staged: Staged) -> Iterator[Issue]:
    """Mask what identifies people in text that is kept for counting, and tell of it."""

    def told(found: Found) -> str:
        return f"This text holds {found.asked[0]}. It was kept with that taken out; leave it out next time."

    for column in staged.present():
        if column.identity or not isinstance(column.kind, Text) or column.kind.shape:
            continue
        asked = f'SELECT DISTINCT "{column.name}" FROM {staged.table} WHERE "{column.name}" IS NOT NULL'
        texts = [text for (text,) in staged.connection.execute(asked).fetchall()]
        if found := scanning.masked(texts, free=column.kind.free):
            sql = mask(staged, column, found)
            yield from tell_of(staged, sql, column.name, "identifying-text", WARNING, told, asked=["found.what"])
