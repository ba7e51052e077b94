"""Following keys from one table of a return into another, for rows that do not name their child themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import duckdb
import pyarrow as pa

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.sources import Opened
from goldenthread.engine.definitions import ERROR, WARNING, Lookup
from goldenthread.engine.reading.tabular import NTH, ROW

ANSWERS = "answers"


def follow_keys(connection: duckdb.DuckDBPyConnection, opened: Sequence[Opened]) -> Iterator[Issue]:
    """Give the rows of every table that looks something up what they are told, in columns after their own.

    Tells where the other table or a column of keys has not come, and of keys that lead nowhere or to several answers.
    """
    for each in opened:
        if lookup := each.match.table.looks_up:
            other = next((one for one in opened if one.match.table.name == lookup.table), None)
            if lacking := _lacking(each, other, lookup):
                message = f"{each.match.table.name} names no child by itself. {lacking}"
                yield Issue("key-not-followed", ERROR, message, each.file, each.on_sheet)
            elif other:
                yield from _follow(connection, each, other, lookup)


def _lacking(each: Opened, other: Opened | None, lookup: Lookup) -> str:
    """What must be sent before keys can be followed; nothing where all is there."""
    if other is None:
        return f"Send {lookup.table} in the same return: its rows say whose these are."
    for one, header in ((each, lookup.key), (other, lookup.there)):
        if header not in one.match.positions:
            return f"The column {header} is missing from {one.place}, so its rows cannot be found by their keys."
    return ""


def _follow(connection: duckdb.DuckDBPyConnection, each: Opened, other: Opened, lookup: Lookup) -> Iterator[Issue]:
    brought = [header for header in lookup.brings if header in other.match.positions]
    width = len(each.sheet.headers)
    places = {header: width + at for at, header in enumerate(brought)}
    connection.register("rows", each.sheet.rows)
    connection.register("others", other.sheet.rows)
    try:
        joined = connection.sql(_joined(each, other, lookup, places)).to_arrow_table()
    finally:
        connection.unregister("rows")
        connection.unregister("others")
    each.sheet = replace(each.sheet, headers=(*each.sheet.headers, *brought), rows=joined.drop_columns([ANSWERS]))
    each.match = replace(
        each.match,
        positions={**each.match.positions, **places},
        as_written=(*each.match.as_written[:width], *brought),
    )
    yield from _lost(each, lookup, joined)


def _joined(each: Opened, other: Opened, lookup: Lookup, places: Mapping[str, int]) -> str:
    """The rows in their order, with what stands beside their key, and how many different answers the key has."""
    theirs = other.match.positions
    answers = {at: f'"{theirs[header]}"' for header, at in places.items()}
    together = ", ".join(f"'{at}': {column}" for at, column in answers.items())
    firsts = ", ".join(f'min({column}) AS "{at}"' for at, column in answers.items())
    keys = f'SELECT "{theirs[lookup.there]}" AS key, count(DISTINCT {{{together}}}) AS {ANSWERS}, {firsts} FROM others'
    own = [f'rows."{at}"' for at in range(len(each.sheet.headers))]
    brought = [f'CASE WHEN {ANSWERS} = 1 THEN keys."{at}" END AS "{at}"' for at in answers]
    wanted = ", ".join([*own, *brought, f"rows.{ROW}", f"rows.{NTH}", f"coalesce({ANSWERS}, 0) AS {ANSWERS}"])
    key = f'rows."{each.match.positions[lookup.key]}"'
    return f"SELECT {wanted} FROM rows LEFT JOIN ({keys} GROUP BY key) AS keys ON keys.key = {key} ORDER BY rows.{NTH}"


def _lost(each: Opened, lookup: Lookup, joined: pa.Table) -> Iterator[Issue]:
    """One issue for each way in which keys do not lead to one answer, at the first of its rows."""
    rows, answers = joined.column(ROW).to_pylist(), joined.column(ANSWERS).to_pylist()
    nowhere = [row for row, many in zip(rows, answers, strict=True) if many == 0]
    several = [row for row, many in zip(rows, answers, strict=True) if many > 1]
    for code, wrong, leads in (
        ("key-leads-nowhere", nowhere, f"is in no row of {lookup.table}"),
        ("key-leads-to-several", several, f"is in rows of {lookup.table} that say different things"),
    ):
        if wrong:
            message = (
                f"What stands in {lookup.key} {leads}, so nobody can tell whose this is ({len(wrong):,} rows in all,"
                " this one first). Send the rows that it belongs to, or correct the key."
            )
            yield Issue(code, WARNING, message, each.file, each.on_sheet, row=wrong[0], column=lookup.key)
