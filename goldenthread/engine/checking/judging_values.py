"""Judging staged values one by one, and the text in them: errors hold their rows back."""

from collections.abc import Iterator, Sequence

from goldenthread.engine.checking import scanning, spans
from goldenthread.engine.checking.finding import Found, and_more, found_by, issue, of_source, places
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.merging import put_together
from goldenthread.engine.checking.sources import Source
from goldenthread.engine.checking.staging import ID, SOURCE, Staged, masked_with
from goldenthread.engine.checking.values import Fault, faults_of, is_year_first, text_sql
from goldenthread.engine.definitions import ERROR, WARNING, Column, Date, Text
from goldenthread.engine.reading.tabular import OddCell, Uneven
from goldenthread.engine.words.literals import literal

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
    staged.connection.execute(f"CREATE OR REPLACE TEMP TABLE to_hold ({ID} BIGINT)")
    faults = [
        (column, fault) for column in staged.present() for fault in faults_of(column, counts=_counts(staged, column))
    ]
    for column, fault in _that_occur(staged, faults):
        yield from _of_fault(staged, column, fault, odd)
    for source in staged.sources:
        yield from _of_shapes(staged, source)
    staged.hold_back(f"SELECT {ID} FROM to_hold")
    yield from _particulars_that_differ(staged)
    yield from _identifying_text(staged)


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


def _of_fault(staged: Staged, column: Column, fault: Fault, odd: set[Place]) -> Iterator[Issue]:
    rows = f"SELECT {ID}, NULL AS other FROM {staged.table} WHERE NOT held AND ({fault.where})"
    found, number = found_by(staged, rows, column.name)
    if fault.severity is ERROR:
        staged.connection.execute(f"INSERT INTO to_hold SELECT {ID} FROM found")
    told_already = [each for each in found if (each.source.number, each.row, column.name) in odd]
    issues = [_as_told(each, column, fault, staged) for each in found if each not in told_already]
    yield from and_more([each for each in issues if each], len(issues), number - len(told_already))


def _of_shapes(staged: Staged, source: Source) -> Iterator[Issue]:
    """Texts that are not written as this format alone wants them."""
    for column, header in ((name, source.header_as_declared(name)) for name in source.columns()):
        if source.is_main and header in source.match.table.shapes:
            shape, like = source.match.table.shapes[header]
            fault = f"NOT regexp_full_match({text_sql(column)}, {literal(shape)}) AND {SOURCE} = {source.number}"
            rows = f"SELECT {ID}, NULL AS other FROM {staged.table} WHERE NOT held AND {fault}"
            found, number = found_by(staged, rows, column)
            message = f"This is not written as expected, which is like {like}. It was kept as it is."
            issues = [issue(each, "shape", WARNING, message, column, staged) for each in found]
            yield from and_more(issues, len(issues), number)


def _as_told(found: Found, column: Column, fault: Fault, staged: Staged) -> Issue | None:
    """The issue of a fault; of a stretch of time that was not understood, one, where its first day should be."""
    if fault.code == "not-a-date" and found.source.is_main:
        for first, last in found.source.match.table.spans.values():
            if column.name == last:
                return None
            if column.name == first:
                message = f"This is no stretch of time that is understood. {spans.EXPECTED}."
                return issue(found, "not-a-period", fault.severity, message, column.name, staged)
    return issue(found, fault.code, fault.severity, fault.message, column.name, staged)


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
    for column, sql in put_together(staged):
        shown = f"(SELECT {text_sql(column.name)} FROM {staged.table} AS first WHERE first.{ID} = found.other)"
        found, number = found_by(staged, sql, column.name, [shown])
        where = places(staged, [each.other for each in found], [each.source for each in found])
        issues = []
        for each, place in zip(found, where, strict=True):
            if each.source.match.table.headers.get(each.source.header_as_declared(column.name)):
                continue  # the table's main dataset has the column as well, and a check of its own
            message = (
                f"Row {place} says otherwise of the same child ({each.asked[0]}), and was believed. Which is right?"
            )
            issues.append(issue(each, "particulars-differ", WARNING, message, column.name, staged))
        yield from and_more(issues, len(issues), number)


def _identifying_text(staged: Staged) -> Iterator[Issue]:
    """Mask what identifies people in text that is kept for counting, and tell of it."""
    for column in staged.present():
        if column.identity or not isinstance(column.kind, Text) or column.kind.shape:
            continue
        asked = f'SELECT DISTINCT "{column.name}" FROM {staged.table} WHERE "{column.name}" IS NOT NULL'
        texts = [text for (text,) in staged.connection.execute(asked).fetchall()]
        found = scanning.masked(texts, free=column.kind.free)
        for text, what in masked_with(staged, column, found):
            rows = f"SELECT {ID}, NULL AS other FROM {staged.table} WHERE {text_sql(column.name)} = {text}"
            places_, number = found_by(staged, rows, column.name)
            message = f"This text holds {what}. It was kept with that taken out; leave it out next time."
            issues = [issue(each, "identifying-text", WARNING, message, column.name, staged) for each in places_]
            yield from and_more(issues, len(issues), number)
