"""Results as files: the cells of one indicator in one edition."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.parts import parquet_bytes

Row = dict[str, Any]


def write_results(store: FileStore, cells: pa.Table) -> str:
    """Keep the cells of an indicator; the name of their file."""
    return store.write(parquet_bytes(cells))


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
) -> list[Row]:
    """The cells in some files, a dictionary each: of one period, of several, of all `within` two days, or all."""
    if not paths:
        return []
    asked = "SELECT * FROM read_parquet($paths) WHERE true"
    values: dict[str, Any] = {"paths": [str(path) for path in paths]}
    if period is not None:
        asked, values["period"] = f"{asked} AND period = $period", period
    if periods is not None:
        asked, values["periods"] = f"{asked} AND list_contains($periods, period)", list(periods)
    if within is not None:
        asked, values["first"], values["last"] = f"{asked} AND first >= $first AND last <= $last", *within
    if breakdown is not None:
        asked, values["breakdown"] = f"{asked} AND breakdown = $breakdown", breakdown
    with duckdb.connect() as connection:
        found = connection.execute(asked, values)
        names = [column[0] for column in found.description or []]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
