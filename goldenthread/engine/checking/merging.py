"""Putting rows together by child, where several tables of a return tell of the same children."""

from collections.abc import Iterator, Sequence

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
    yield from ((column, _differing(staged, column)) for column in columns)
    if columns:
        _believe_the_first(staged, columns)
    numbers = ", ".join(map(str, merging))
    firsts = f"SELECT min({ID}) FROM {staged.table} WHERE NOT held GROUP BY child_key"
    staged.connection.execute(
        f"DELETE FROM {staged.table} WHERE {SOURCE} IN ({numbers}) AND (held OR {ID} NOT IN ({firsts}))"
    )
    for derived in staged.dataset.derived:
        work_out(staged, derived, {})


def _differing(staged: Staged, column: Column) -> str:
    name = f'"{column.name}"'
    of_child = f"PARTITION BY child_key ORDER BY {ID} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"
    known = f"CASE WHEN {name} IS NOT NULL THEN {ID} END"
    return (
        f"SELECT {ID}, other FROM (SELECT {ID}, {name}, first_value({name} IGNORE NULLS) OVER ({of_child}) AS believed,"
        f" first_value({known} IGNORE NULLS) OVER ({of_child}) AS other FROM {staged.table} WHERE NOT held)"
        f" WHERE {name} <> believed"
    )


def _believe_the_first(staged: Staged, columns: Sequence[Column]) -> None:
    """Fill what a child's first row leaves blank from the rows after it."""
    parts = [part for column in columns for part in (f'"{column.name}"', text_sql(column.name))]
    firsts = ", ".join(f"arg_min({part}, {ID}) FILTER (WHERE {part} IS NOT NULL) AS {part}" for part in parts)
    filled = ", ".join(f"{part} = first.{part}" for part in parts)
    of_child = f"SELECT min({ID}) AS {ID}, {firsts} FROM {staged.table} WHERE NOT held GROUP BY child_key"
    staged.connection.execute(
        f"UPDATE {staged.table} SET {filled} FROM ({of_child}) AS first WHERE first.{ID} = {staged.table}.{ID}"
    )
