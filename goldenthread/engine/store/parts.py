"""Tables as files: accepted rows of one dataset of one return, as Parquet."""

import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.engine.store.files import FileStore


def write_part(store: FileStore, table: pa.Table) -> tuple[str, int]:
    """Keep accepted rows; the file's name and how many rows it holds. The same rows twice are one file."""
    return store.write(parquet_bytes(table)), int(table.num_rows)


def parquet_bytes(table: pa.Table, *, quickly: bool = False) -> bytes:
    """A table as the bytes of a Parquet file: the same bytes for the same table.

    `quickly` it takes three fifths of the time and a fifth more of the disk, and says of no column what it holds.
    """
    written = io.BytesIO()
    pq.write_table(table, written, compression="lz4" if quickly else "zstd", write_statistics=not quickly)
    return written.getvalue()


def table_from(content: bytes) -> pa.Table:
    """The table that `parquet_bytes` wrote."""
    return _in_this_thread(content)


def values_in(content: bytes, *columns: str) -> set[tuple[object, ...]]:
    """What stands together in some columns of a part, each combination once."""
    table = _in_this_thread(content, list(columns))
    return set(zip(*(table.column(name).to_pylist() for name in columns), strict=True))


def _in_this_thread(content: bytes, columns: list[str] | None = None) -> pa.Table:
    """Read without threads: one of Arrow's may let go of `content` when the interpreter has ended, and abort it."""
    with pq.ParquetFile(pa.BufferReader(content)) as file:
        return file.read(columns, use_threads=False)


def filled_in(path: Path) -> dict[str, int]:
    """In how many rows of a part each column holds something, told by the end of its file alone."""
    about = pq.read_metadata(path)
    blank: dict[str, int] = {}
    for number in range(about.num_row_groups):
        group = about.row_group(number)
        for at in range(group.num_columns):
            column = group.column(at)
            nulls = column.statistics.null_count if column.statistics else 0
            blank[column.path_in_schema] = blank.get(column.path_in_schema, 0) + nulls
    return {name: about.num_rows - blank.get(name, 0) for name in about.schema.names}
