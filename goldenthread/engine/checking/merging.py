"""Putting rows together by child, where several tables of a return tell of the same children."""

from collections.abc import Iterator, Sequence

from goldenthread.engine.checking.sources import Source
from goldenthread.engine.checking.staging import ID, SOURCE, Staged, work_out
from goldenthread.engine.checking.values import text_sql
from goldenthread.engine.definitions import Column


def put_together(staged: Staged) -> Iterator[tuple[Column, str]]:
    """Put rows that merge together, by child: the first to say something of a child is believed, the others go.

    Before that, each column with the query (`id`, `other`) for the rows that say otherwise than the one believed.
    """
    merging = [source.number for source in staged.sources if source.feed.merges]
    if not merging or staged.dataset.child is None:
        return
    columns = [column for column in staged.present() if column.name != staged.dataset.child.column]
    for column in columns:
        if asked := _asked(staged, column):
            yield column, _differing(staged, column, asked)
    if columns:
        _believe_the_first(staged, columns)
    numbers = ", ".join(map(str, merging))
    firsts = f"SELECT min({ID}) FROM {staged.table} WHERE NOT held GROUP BY child_key"
    staged.connection.execute(
        f"DELETE FROM {staged.table} WHERE {SOURCE} IN ({numbers}) AND (held OR {ID} NOT IN ({firsts}))"
    )
    for derived in staged.dataset.derived:
        work_out(staged, derived, {})


def _asked(staged: Staged, column: Column) -> list[Source]:
    """The sources that are asked whether they say otherwise; not those of a table whose main dataset has the column as
    well, and a check of its own.
    """
    return [
        source
        for source in staged.sources
        if not source.match.table.headers.get(source.header_as_declared(column.name))
    ]


def _differing(staged: Staged, column: Column, asked: Sequence[Source]) -> str:
    name = f'"{column.name}"'
    of_child = f"PARTITION BY child_key ORDER BY {ID} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"
    known = f"CASE WHEN {name} IS NOT NULL THEN {ID} END"
    believed = f"first_value({name} IGNORE NULLS) OVER ({of_child}) AS believed"
    other = f"first_value({known} IGNORE NULLS) OVER ({of_child}) AS other"
    numbers = ", ".join(str(source.number) for source in asked)
    beside = f"SELECT {ID}, {SOURCE}, {name}, {believed}, {other} FROM {staged.table} WHERE NOT held"
    return f"SELECT {ID}, other FROM ({beside}) WHERE {name} <> believed AND {SOURCE} IN ({numbers})"


def _believe_the_first(staged: Staged, columns: Sequence[Column]) -> None:
    """Fill what a child's first row leaves blank from the rows after it."""
    parts = [part for column in columns for part in (f'"{column.name}"', text_sql(column.name))]
    firsts = ", ".join(f"arg_min({part}, {ID}) FILTER (WHERE {part} IS NOT NULL) AS {part}" for part in parts)
    filled = ", ".join(f"{part} = first.{part}" for part in parts)
    of_child = f"SELECT min({ID}) AS {ID}, {firsts} FROM {staged.table} WHERE NOT held GROUP BY child_key"
    staged.connection.execute(
        f"UPDATE {staged.table} SET {filled} FROM ({of_child}) AS first WHERE first.{ID} = {staged.table}.{ID}"
    )
