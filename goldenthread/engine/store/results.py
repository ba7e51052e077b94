"""Results as files: the cells of one indicator in one edition."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.parts import parquet_bytes
from goldenthread.engine.store.remembering import Remembered

Row = Mapping[str, Any]
_READ: Remembered[Row] = Remembered(rows=40_000)
"""What a process keeps of the cells that it has read: some 50 megabytes. They have not been through any gate."""


def write_results(store: FileStore, cells: pa.Table) -> str:
    """Keep the cells of an indicator; the name of their file."""
    return store.write(parquet_bytes(cells, quickly=True))


def results_table(path: Path) -> pa.Table | None:
    """The cells of an indicator as they were kept; none where the file is no longer there."""
    return pq.read_table(path) if path.exists() else None


def read_results(
    paths: Sequence[Path],
    *,
    period: str | None = None,
    within: tuple[date, date] | None = None,
    breakdown: str | None = None,
    periods: Sequence[str] | None = None,
) -> Sequence[Row]:
    """The cells in some files, a mapping each: of one period, of several, of all `within` two days, or all.

    A file of results never changes, so what was read last is remembered.
    """
    if not paths:
        return []
    asked = "SELECT * FROM read_parquet($paths) WHERE true"
    values: dict[str, Any] = {"paths": tuple(str(path) for path in paths)}
    if period is not None:
        asked, values["period"] = f"{asked} AND period = $period", period
    if periods is not None:
        asked, values["periods"] = f"{asked} AND list_contains($periods, period)", tuple(periods)
    if within is not None:
        asked, values["first"], values["last"] = f"{asked} AND first >= $first AND last <= $last", *within
    if breakdown is not None:
        asked, values["breakdown"] = f"{asked} AND breakdown = $breakdown", breakdown
    return _READ.get((asked, *values.items()), lambda: _found(asked, values))


def _found(asked: str, values: Mapping[str, Any]) -> Sequence[Row]:
    lists = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    with duckdb.connect() as connection:
        found = connection.execute(asked, lists)
        names = [column[0] for column in found.description or []]
        return [MappingProxyType(dict(zip(names, row, strict=True))) for row in found.fetchall()]
