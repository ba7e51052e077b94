"""Splitting judged rows: what is counted, what identifies, and what is held back."""

import pyarrow as pa

from goldenthread.engine.checking.staging import Staged
from goldenthread.engine.checking.values import text_sql
from goldenthread.engine.reading.sheets import ROW


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
    uneven = staged.sheet.uneven
    if not uneven:
        return rows
    as_came = {
        "source_file": pa.array([staged.file] * len(uneven), pa.string()),
        ROW: pa.array([each.row for each in uneven], pa.int64()),
        "as_it_came": pa.array([each.text for each in uneven], pa.string()),
    }
    return pa.concat_tables([rows, pa.table(as_came)], promote_options="default")


def _selected(staged: Staged, columns: list[str], where: str) -> pa.Table:
    place = ["$file AS source_file", "'' AS source_sheet", ROW]
    asked = f"SELECT {', '.join([*columns, *place])} FROM {staged.table} WHERE {where} ORDER BY {ROW}"
    return staged.connection.sql(asked, params={"file": staged.file}).to_arrow_table()
