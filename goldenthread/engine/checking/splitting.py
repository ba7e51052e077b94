"""Splitting judged rows: what is counted, what identifies, and what is held back."""

import pyarrow as pa

from goldenthread.engine.checking.sources import Source
from goldenthread.engine.checking.staging import ID, SOURCE, Staged
from goldenthread.engine.checking.values import text_sql
from goldenthread.engine.reading.tabular import ROW


def part(staged: Staged) -> pa.Table:
    """The rows that are counted: child key, values that identify nobody, what was worked out, where each row stood."""
    child = ["child_key"] if staged.dataset.child else []
    names = child + [column.name for column in staged.dataset.kept()] + [each.name for each in staged.dataset.derived]
    return _selected(staged, [f'"{name}"' for name in names], "NOT held")


def identities(staged: Staged) -> pa.Table:
    """What names the children of those rows, for the vault."""
    child = ["child_key"] if staged.dataset.child else []
    names = child + [column.name for column in staged.dataset.identifying()]
    return _selected(staged, [f'"{name}"' for name in names], "NOT held")


def held_back(staged: Staged) -> pa.Table:
    """The rows that were not taken, as they came, for the vault; uneven ones in one column of text."""
    texts = [f"coalesce({text_sql(column.name)}, '') AS \"{column.name}\"" for column in staged.present()]
    rows = _selected(staged, texts, "held")
    uneven = [_uneven(source) for source in staged.sources if source.is_main and source.opened.sheet.uneven]
    return pa.concat_tables([rows, *uneven], promote_options="default") if uneven else rows


def _uneven(source: Source) -> pa.Table:
    rows = source.opened.sheet.uneven
    return pa.table(
        {
            "source_file": pa.array([source.opened.file] * len(rows), pa.string()),
            ROW: pa.array([each.row for each in rows], pa.int64()),
            "as_it_came": pa.array([each.text for each in rows], pa.string()),
        }
    )


def _selected(staged: Staged, columns: list[str], where: str) -> pa.Table:
    opened = [source.opened for source in staged.sources]
    places = pa.table(
        {
            SOURCE: pa.array(range(len(opened)), pa.int64()),
            "source_file": pa.array([each.file for each in opened], pa.string()),
            "source_sheet": pa.array([each.on_sheet for each in opened], pa.string()),
        }
    )
    staged.connection.register("places", places)
    rows = staged.connection.sql(
        f"SELECT {', '.join([*columns, 'source_file', 'source_sheet', ROW])} FROM {staged.table}"
        f" JOIN places USING ({SOURCE}) WHERE {where} ORDER BY {ID}"
    ).to_arrow_table()
    staged.connection.unregister("places")
    return rows
