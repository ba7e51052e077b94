"""Finding rows at fault, and saying where they stand: every issue has its file, sheet, row and header."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    """A row at fault: its place, the text of the column meant, and whatever else was asked for."""

    id: int
    source: Source
    row: int
    text: str | None
    other: int | None
    asked: Sequence[Any]


def found_by(staged: Staged, sql: str, column: str, asked: Sequence[str] = ()) -> tuple[list[Found], int]:
    """The rows that a query finds (`id`, `other`), the first so many with their places; and how many there are.

    The ids stay in the temporary table `found` until the next query, for holding rows back.
    """
    connection = staged.connection
    connection.execute(f"CREATE OR REPLACE TEMP TABLE found AS {sql}")
    number = int(connection.execute("SELECT count(*) FROM found").fetchall()[0][0])
    if not number:
        return [], 0
    columns = ", ".join([f"held.{SOURCE}", f"held.{ROW}", f"held.{text_sql(column)}", "found.other", *asked])
    rows = connection.execute(
        f"SELECT found.{ID}, {columns} FROM found JOIN {staged.table} AS held USING ({ID}) ORDER BY found.{ID}"
        f" LIMIT {MOST_OF_A_KIND}"
    ).fetchall()
    return [Found(id_, staged.sources[at], row, text, other, rest) for id_, at, row, text, other, *rest in rows], number


def places(staged: Staged, ids: Sequence[int | None], seen_from: Sequence[Source]) -> list[str]:
    """The rows with these ids as a message calls them: a number; with its sheet or file where that is another."""
    known = sorted({id_ for id_ in ids if id_ is not None})
    if not known:
        return ["" for _ in ids]
    asked = f"SELECT {ID}, {SOURCE}, {ROW} FROM {staged.table} WHERE {ID} IN ({', '.join(map(str, known))})"
    where = {id_: (staged.sources[at], row) for id_, at, row in staged.connection.execute(asked).fetchall()}
    return [_place(where.get(id_), source) for id_, source in zip(ids, seen_from, strict=True)]


def issue(found: Found, code: str, severity: Severity, message: str, column: str, staged: Staged) -> Issue:
    """What is wrong with one value of a row."""
    opened = found.source.opened
    header = found.source.header_of(column)
    name = staged.dataset.name
    return Issue(code, severity, message, opened.file, opened.on_sheet, found.row, header, found.text or "", name)


def and_more(issues: Sequence[Issue], listed: int, number: int) -> Iterator[Issue]:
    """The issues, and one that says how many more rows of their kind there are than the `listed`."""
    yield from issues
    if issues and number > listed:
        first = issues[0]
        yield Issue(
            first.code,
            first.severity,
            f"And {number - listed:,} more rows like the {listed:,} that are listed.",
            first.file,
            first.sheet,
            column=first.column,
            dataset=first.dataset,
        )


def of_source(
    source: Source, code: str, severity: Severity, message: str, *, header: str | None = None, row: int | None = None
) -> Issue:
    """What is wrong with a whole table, or with one of its headers."""
    opened = source.opened
    at = row if row is not None else (opened.sheet.header_row or None) if header is not None else None
    return Issue(code, severity, message, opened.file, opened.on_sheet, at, header or None, header, source.feed.dataset)


def _place(known: tuple[Source, int] | None, seen_from: Source) -> str:
    if known is None:
        return "?"
    source, row = known
    there, here = source.opened, seen_from.opened
    if there.file != here.file:
        return f"{row} of {there.place}"
    return str(row) if there.on_sheet == here.on_sheet else f"{row} of sheet {there.on_sheet}"
