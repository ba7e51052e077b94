"""Judging the headers of tables: columns that are missing, unknown, there twice, or written otherwise."""

from collections.abc import Iterator, Mapping, Sequence

from goldenthread.engine.checking.finding import of_source
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.rules import NotRun, rule_for
from goldenthread.engine.checking.sources import Source
from goldenthread.engine.checking.staging import Staged
from goldenthread.engine.definitions import ERROR, QUERY, WARNING, Column

UsedBy = Mapping[tuple[str, str], Sequence[str]]
"""Dataset and column, with the names of what cannot be worked out without it."""


def judge_headers(staged: Staged, used_by: UsedBy) -> Iterator[Issue]:
    """What the headers of a dataset's main tables show."""
    for source in staged.sources:
        if source.is_main:
            yield from _as_they_stand(source)
            yield from _missing(staged, source, used_by)


def _as_they_stand(source: Source) -> Iterator[Issue]:
    match = source.match
    for remark in source.opened.sheet.remarks:
        yield of_source(source, remark.code, QUERY if remark.asks else WARNING, remark.message, row=remark.row)
    for number in match.nameless():
        message = f"Column {number} has no header, so nobody can tell what it holds. It was not read."
        yield of_source(source, "column-without-header", WARNING, message, header="")
    for header in [] if match.table.melts else match.unknown():
        message = f"The column {header!r} is not one of the table {match.table.title}. It was not read."
        yield of_source(source, "unknown-column", WARNING, message, header=header)
    for header in match.repeated():
        message = "This column is there twice. The first was read."
        yield of_source(source, "column-twice", WARNING, message, header=header)
    if written := match.written_otherwise():
        message = f"Headers are not written to the letter ({written[0]!r}, for one). They were understood."
        yield of_source(source, "header-written-otherwise", QUERY, message)


def _missing(staged: Staged, source: Source, used_by: UsedBy) -> Iterator[Issue]:
    filled = source.fills()
    for column in staged.dataset.columns:
        wanted = column.must_be_there or (source.match.can_hold(column.name) and not column.or_last_day)
        if column.name not in filled and wanted:
            yield _missing_column(staged, source, column, used_by)


def _missing_column(staged: Staged, source: Source, column: Column, used_by: UsedBy) -> Issue:
    header = source.header_of(column.name)
    if column.must_be_there:
        message = f"The column {header} is missing. No row can be taken without it ({column.meaning})."
        return of_source(source, "column-missing", ERROR, message, header=header)
    rules = [rule_for(check, staged, {}) for check in staged.dataset.checks]
    named = [rule.check.code for rule in rules if isinstance(rule, NotRun) and column.name in rule.lacking]
    checks = f" These checks cannot be made without it: {', '.join(named)}." if named else " No check needs it."
    stopped = used_by.get((staged.dataset.name, column.name), ())
    figures = f" It stops these indicators: {', '.join(stopped)}." if stopped else ""
    message = f"The column {header} is missing ({column.meaning}). The rows were taken without it.{checks}{figures}"
    return of_source(source, "column-missing", WARNING, message, header=header)
