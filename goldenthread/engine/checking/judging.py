"""Judging staged rows: every fault becomes an issue, and errors hold their rows back."""

from collections.abc import Iterator, Mapping, Sequence
from string import Formatter
from typing import Any

from goldenthread.engine.checking.covering import rows_outside
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.rules import NotRun, Rule, rule_for
from goldenthread.engine.checking.staging import Staged
from goldenthread.engine.checking.values import faults_of, is_year_first, text_sql
from goldenthread.engine.definitions import ERROR, QUERY, WARNING, Column, Date, From, Severity
from goldenthread.engine.periods import Period
from goldenthread.engine.periods import day as spoken
from goldenthread.engine.reading.sheets import ROW, Uneven

_SHOWN = 200  # letters of a line that could not be told into values


def judge_values(staged: Staged) -> Iterator[Issue]:
    """What each value by itself shows; rows with errors are held back."""
    yield from (_uneven(staged, uneven) for uneven in staged.sheet.uneven)
    yield from _mixed_dates(staged)
    at_fault: set[int] = set()
    for column in staged.present():
        for fault in faults_of(column):
            for row, text in _rows(
                staged, f"SELECT {ROW}, {text_sql(column.name)} FROM {staged.table} WHERE {fault.where}"
            ):
                yield _issue(staged, fault.code, fault.severity, fault.message, row, column.name, text)
                at_fault |= {row} if fault.severity is ERROR else set()
    staged.hold_back(at_fault)


def _uneven(staged: Staged, uneven: Uneven) -> Issue:
    counted = f"{uneven.found} value{'' if uneven.found == 1 else 's'}"
    message = f"The line has {counted} where {len(staged.sheet.headers)} are expected. It was held back."
    if uneven.open_quotation:
        message = (
            "A quotation mark is opened on this line and never closed. It was held back. Close it, or take it out."
        )
    text = uneven.text[:_SHOWN]
    return Issue("uneven-row", ERROR, message, staged.file, row=uneven.row, text=text, dataset=staged.dataset.name)


def judge_rows(staged: Staged, others: Mapping[str, Staged]) -> Iterator[Issue]:
    """What the declared checks show, those between rows and datasets included."""
    because: dict[str, list[str]] = {}
    for check in staged.dataset.checks:
        rule = rule_for(check, staged, others)
        if isinstance(rule, NotRun):
            if not rule.told_with_header:
                because.setdefault(rule.because, []).append(check.code)
            continue
        found = list(_apply(rule, staged))
        yield from found
        if check.severity is ERROR:
            staged.hold_back({issue.row for issue in found if issue.row})
    for reason, name in _lost_ages(staged, others):
        because.setdefault(reason, []).append(name)
    yield from (_not_run(staged, reason, codes) for reason, codes in because.items())


def judge_headers(staged: Staged) -> Iterator[Issue]:
    """What the headers show: columns that are missing, unknown, there twice, or written otherwise."""
    match = staged.match
    for number in match.nameless():
        message = f"Column {number} has no header, so nobody can tell what it holds. It was not read."
        yield _of_file(staged, "column-without-header", WARNING, message, "")
    for header in match.unknown():
        message = f"The column {header!r} is not one of the table {match.table.title}. It was not read."
        yield _of_file(staged, "unknown-column", WARNING, message, header)
    for header in match.repeated():
        yield _of_file(staged, "column-twice", WARNING, "This column is there twice. The first was read.", header)
    if written := match.written_otherwise():
        message = f"Headers are not written to the letter ({written[0]!r}, for one). They were understood."
        yield _of_file(staged, "header-written-otherwise", QUERY, message, None)
    for column in staged.absent():
        if staged.match.can_hold(column.name) or column.must_be_there:
            yield _missing(staged, column)


def judge_days(staged: Staged, about: Period) -> Iterator[Issue]:
    """Rows about another time than the return: they are kept, and are in no figure of it."""
    for row, day in rows_outside(staged, about):
        message = f"This is about {spoken(day)}, outside {about}, which the return is about. No figure counts it."
        yield _issue(staged, "outside-the-period", WARNING, message, row, staged.dataset.dated_by, str(day))


def holds_every_required_column(staged: Staged) -> bool:
    """Whether any row can be taken at all."""
    return not any(column.must_be_there for column in staged.absent())


def _missing(staged: Staged, column: Column) -> Issue:
    header = staged.match.header_of(column.name)
    if column.must_be_there:
        message = f"The column {header} is missing. No row can be taken without it ({column.meaning})."
        return _of_file(staged, "column-missing", ERROR, message, header)
    needing = [check.code for check in staged.dataset.checks if isinstance(rule_for(check, staged, {}), NotRun)]
    named = [code for code in needing if _mentions(staged, code, column.name)]
    lost = f" These checks cannot be made without it: {', '.join(named)}." if named else " No check needs it."
    message = f"The column {header} is missing ({column.meaning}). The rows were taken without it.{lost}"
    return _of_file(staged, "column-missing", WARNING, message, header)


def _mentions(staged: Staged, code: str, column: str) -> bool:
    check = next(check for check in staged.dataset.checks if check.code == code)
    rule = rule_for(check, staged, {})
    return isinstance(rule, NotRun) and staged.match.header_of(column) in rule.because


def _mixed_dates(staged: Staged) -> Iterator[Issue]:
    """One warning for a file that writes dates in two ways, naming a column for each."""
    dates = [column for column in staged.present() if isinstance(column.kind, Date)]
    ways: dict[bool, list[str]] = {True: [], False: []}
    for column in dates:
        asked = f'SELECT DISTINCT {is_year_first(column)} FROM {staged.table} WHERE "{column.name}" IS NOT NULL'
        for (way,) in _rows(staged, asked):
            ways[bool(way)].append(staged.match.header_of(column.name))
    if ways[True] and ways[False]:
        message = (
            f"Dates are written in two ways: with the year first in {ways[True][0]}, with the day first in"
            f" {ways[False][0]}. Both were understood. Write all of them as 31/03/2018."
        )
        yield _of_file(staged, "mixed-dates", WARNING, message, ways[True][0])


def _apply(rule: Rule, staged: Staged) -> Iterator[Issue]:
    check = rule.check
    wanted = [name for _, name, _, _ in Formatter().parse(check.message) if name and name != "other_row"]
    columns = ", ".join([f"found.{ROW}", "found.other_row", text_sql(rule.column), *map(_shown(staged), wanted)])
    asked = f"SELECT {columns} FROM ({rule.sql}) AS found JOIN {staged.table} AS held USING ({ROW})"
    for row, other, text, *values in _rows(staged, asked):
        message = check.message.format(other_row=other, **dict(zip(wanted, values, strict=True)))
        yield _issue(staged, check.code, check.severity, message, row, rule.column, text)


def _shown(staged: Staged) -> Any:
    """A column as a message shows it: the sender's own text, or what was worked out."""
    declared = {column.name for column in staged.dataset.columns}
    return lambda name: text_sql(name) if name in declared else f'CAST(held."{name}" AS VARCHAR)'


def _lost_ages(staged: Staged, others: Mapping[str, Staged]) -> Iterator[tuple[str, str]]:
    for derived in staged.dataset.derived:
        if isinstance(derived.born, From) and derived.born.dataset not in others:
            yield f"there is no table for '{derived.born.dataset}' in this return", derived.name


def _not_run(staged: Staged, because: str, codes: Sequence[str]) -> Issue:
    message = f"Could not be checked or worked out, because {because}: {', '.join(codes)}."
    return _of_file(staged, "check-not-run", QUERY, message, None)


def _rows(staged: Staged, asked: str) -> list[tuple[Any, ...]]:
    return staged.connection.execute(f"{asked} ORDER BY 1").fetchall()


def _issue(
    staged: Staged, code: str, severity: Severity, message: str, row: int, column: str, text: str | None
) -> Issue:
    header = staged.match.header_of(column)
    return Issue(code, severity, message, staged.file, "", row, header, text or "", staged.dataset.name)


def _of_file(staged: Staged, code: str, severity: Severity, message: str, header: str | None) -> Issue:
    row = staged.sheet.header_row if header is not None else None
    return Issue(code, severity, message, staged.file, "", row, header or None, header, staged.dataset.name)
