"""Finding rows at fault, and telling of them: every issue has its file, sheet, row and header."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.sources import Source
from goldenthread.engine.checking.staging import ID, SOURCE, Staged
from goldenthread.engine.checking.values import text_sql
from goldenthread.engine.definitions import Severity
from goldenthread.engine.reading.tabular import ROW

MOST_OF_A_KIND = 10_000
"""So many issues of one kind are listed row by row; of the others it is said how many they are."""


@dataclass(frozen=True)
class Found:
    """A row at fault: its source and row, the text of the column meant, and whatever else was asked for.

    `other` is the place of the row that it is at odds with, as a message calls it; blank where there is none.
    """

    source: Source
    row: int
    text: str | None
    other: str
    asked: Sequence[Any]


def tell_of(
    staged: Staged,
    sql: str,
    column: str,
    code: str,
    severity: Severity,
    message: str | Callable[[Found], str],
    *,
    asked: Sequence[str] = (),
    other_in: Staged | None = None,
) -> Iterator[Issue]:
    """Tell of every row that a query finds (`id`, `other`): what is wrong with one of its columns.

    The message may be worked out for each row, from what is `asked` of it and from the place of its `other` row, which
    stands in `other_in`; a blank one leaves the row out, as told of already. The ids stay in the temporary table
    `found` until the next query, for holding rows back.
    """
    found, number = _found_by(staged, sql, column, asked, other_in)
    messages = [message(each) if callable(message) else message for each in found]
    issues = [
        _issue(staged, each, column, code, severity, text) for each, text in zip(found, messages, strict=True) if text
    ]
    yield from issues
    if issues and number > len(found):
        more = f"And {number - len(found):,} more rows like the {len(issues):,} that are listed."
        yield replace(issues[0], message=more, row=None, text=None)


def _found_by(
    staged: Staged, sql: str, column: str, asked: Sequence[str], other_in: Staged | None
) -> tuple[list[Found], int]:
    """The first so many of the rows that a query finds, with their places; and how many there are in all."""
    connection = staged.connection
    connection.execute(f"CREATE OR REPLACE TEMP TABLE found AS {sql}")
    number = int(connection.execute("SELECT count(*) FROM found").fetchall()[0][0])
    if not number:
        return [], 0
    columns = ", ".join(["found.other", f"held.{SOURCE}", f"held.{ROW}", f"held.{text_sql(column)}", *asked])
    rows = connection.execute(
        f"SELECT {columns} FROM found JOIN {staged.table} AS held USING ({ID}) ORDER BY found.{ID}"
        f" LIMIT {MOST_OF_A_KIND}"
    ).fetchall()
    sources = [staged.sources[at] for _, at, *_ in rows]
    others = _places(other_in, [other for other, *_ in rows], sources) if other_in else [""] * len(rows)
    return [
        Found(source, row, text, other, rest)
        for (_, _, row, text, *rest), source, other in zip(rows, sources, others, strict=True)
    ], number


def _places(staged: Staged, ids: Sequence[int | None], seen_from: Sequence[Source]) -> list[str]:
    """The rows with these ids as a message calls them: a number; with its sheet or file where that is another."""
    known = sorted({id_ for id_ in ids if id_ is not None})
    if not known:
        return [""] * len(ids)
    asked = f"SELECT {ID}, {SOURCE}, {ROW} FROM {staged.table} WHERE {ID} IN ({', '.join(map(str, known))})"
    where = {id_: (staged.sources[at], row) for id_, at, row in staged.connection.execute(asked).fetchall()}
    return [_place(where.get(id_), source) for id_, source in zip(ids, seen_from, strict=True)]


def _place(known: tuple[Source, int] | None, seen_from: Source) -> str:
    if known is None:
        return "?"
    source, row = known
    there, here = source.opened, seen_from.opened
    if there.file != here.file:
        return f"{row} of {there.place}"
    return str(row) if there.on_sheet == here.on_sheet else f"{row} of sheet {there.on_sheet}"


def _issue(staged: Staged, found: Found, column: str, code: str, severity: Severity, message: str) -> Issue:
    opened = found.source.opened
    header = found.source.header_of(column)
    text = found.text or ""
    return Issue(code, severity, message, opened.file, opened.on_sheet, found.row, header, text, staged.dataset.name)


def of_source(
    source: Source, code: str, severity: Severity, message: str, *, header: str | None = None, row: int | None = None
) -> Issue:
    """What is wrong with a whole table, or with one of its headers."""
    opened = source.opened
    at = row if row is not None else (opened.sheet.header_row or None) if header is not None else None
    return Issue(code, severity, message, opened.file, opened.on_sheet, at, header or None, header, source.feed.dataset)
