"""Splitting judged rows: what is counted, what identifies, and what is held back."""

import pyarrow as pa

from goldenthread.engine.checking.sources import Source
from goldenthread.engine.checking.staging import SOURCE, Staged
from goldenthread.engine.checking.values import text_sql
from goldenthread.engine.reading.tabular import ROW
from goldenthread.engine.words.literals import literals


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
    """Some columns of some rows, with the places where they stood, in the order in which they came."""
    opened = [source.opened for source in staged.sources]
    places = [
        f"[{literals(each.file for each in opened)}][{SOURCE} + 1] AS source_file",
        f"[{literals(each.on_sheet for each in opened)}][{SOURCE} + 1] AS source_sheet",
        ROW,
    ]
    asked = f"SELECT {', '.join([*columns, *places])} FROM {staged.table} WHERE {where}"
    return staged.connection.sql(asked).to_arrow_table()
