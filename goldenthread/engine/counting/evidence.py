"""Opening evidence: a DuckDB connection that can read the parts it was given and nothing else."""

import os
from collections.abc import Mapping, Sequence
from functools import cache

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.parts import Part, parts_of
from goldenthread.engine.definitions import (
    AgeAt,
    BirthMonth,
    Code,
    Cohort,
    Column,
    Dataset,
    Date,
    Kind,
    Number,
    Text,
    WholeNumber,
)
from goldenthread.engine.store.spilling import spill_folder
from goldenthread.engine.words import calendar, cohort_sql
from goldenthread.engine.words.literals import literals

SQL_TYPES: Mapping[type[Kind], str] = {
    Text: "VARCHAR",
    Code: "VARCHAR",
    Date: "DATE",
    WholeNumber: "BIGINT",
    Number: "DECIMAL(18, 6)",
}
WHERE_FROM: Mapping[str, str] = {
    "of_return": "INTEGER",
    "source_file": "VARCHAR",
    "source_sheet": "VARCHAR",
    "source_row": "INTEGER",
}
"""Where a row came from: in which return, file and sheet it was, and in which row. With the columns' SQL types."""
_OF_THE_MEMORY = 80
"""In percent: what DuckDB takes at most of a machine's memory, where it has the machine alone."""
_NONE: Mapping[str, str] = {}


def opened(
    names: Sequence[str],
    *,
    datasets: Mapping[str, Dataset],
    parts: Sequence[Part],
    cohorts: Mapping[str, Cohort] | None = None,
    sharing: int = 1,
    sources: bool = False,
) -> duckdb.DuckDBPyConnection:
    """A connection with the calendar and one view for each dataset or cohort named, empty where it has no part.

    `sharing` is among how many processes the machine is divided: a connection takes its share of processors and memory.
    With `sources` the rows of datasets say `WHERE_FROM` they came.
    """
    connection = duckdb.connect()
    if sharing > 1:
        connection.execute(f"SET threads = {max(1, (os.cpu_count() or 1) // sharing)}")
        connection.execute(f"SET memory_limit = '{_OF_THE_MEMORY // sharing}%'")
    calendar.install(connection)
    connection.register("parts", _listed(parts))
    if parts:
        connection.execute("SET temp_directory = ?", [str(spill_folder(parts[0].path.parent.parent))])
    connection.execute("SET allowed_paths = ?", [[str(part.path) for part in parts]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    derived = [cohorts[name] for name in names if cohorts and name in cohorts]
    sent = {name for name in names if name in datasets} | {name for cohort in derived for name in cohort.reads}
    for name in sorted(sent):
        _view(connection, datasets[name], parts_of(name, parts), WHERE_FROM if sources else {})
    for cohort in derived:
        cohort_view(connection, cohort)
    return connection


def cohort_view(connection: duckdb.DuckDBPyConnection, cohort: Cohort) -> None:
    """The view of a cohort, over the views of the datasets that it reads."""
    made = _select(cohort.sql, cohort.reads)
    columns = {**declared_columns(cohort.dataset), "covers_first": "DATE", "covers_last": "DATE"}
    wanted = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in columns.items())
    connection.execute(f"CREATE TEMP VIEW {view_of(cohort.name)} AS SELECT {wanted} FROM ({made})")


@cache
def _select(cohort: str, reads: Sequence[str]) -> str:
    """Remembered, for it takes as long to read as to answer."""
    return cohort_sql(cohort, {name: view_of(name) for name in reads})


def declared_columns(dataset: Dataset) -> Mapping[str, str]:
    """The columns of the rows that are counted, with their SQL types."""
    columns = {column.name: _type(column) for column in dataset.kept()}
    columns |= {derived.name: _derived_type(derived) for derived in dataset.derived}
    return columns | ({"child_key": "VARCHAR"} if dataset.child else {})


def view_of(name: str) -> str:
    """The name under which a dataset's rows are read; each row has `covers_first` and `covers_last`."""
    return f'"rows_{name}"'


def listed_only(dataset: Dataset, rows: str) -> str:
    """What makes of `rows.*` the same rows, with nothing in place of every code that its list does not know."""
    known = [
        f'CASE WHEN {rows}."{column.name}" IN ({literals(column.kind.of.codes)}) THEN {rows}."{column.name}" END'
        f' AS "{column.name}"'
        for column in dataset.kept()
        if isinstance(column.kind, Code)
    ]
    return f" REPLACE ({', '.join(known)})" if known else ""


def empty_view(connection: duckdb.DuckDBPyConnection, dataset: Dataset, also: Mapping[str, str] = _NONE) -> None:
    """The view of a dataset without any rows, for checking what is asked of it."""
    columns = {**declared_columns(dataset), "covers_first": "DATE", "covers_last": "DATE", "sent_by": "VARCHAR", **also}
    connection.execute(f"CREATE TEMP VIEW {view_of(dataset.name)} AS {_no_rows(columns)}")


def _no_rows(columns: Mapping[str, str]) -> str:
    """A SELECT of columns by name and SQL type, and of no row."""
    nothing = ", ".join(f'CAST(NULL AS {kind}) AS "{name}"' for name, kind in columns.items())
    return f"SELECT {nothing} WHERE false"


_OF_RETURN = "parts.covers_first, parts.covers_last, parts.agency AS sent_by"


def _view(
    connection: duckdb.DuckDBPyConnection, dataset: Dataset, parts: Sequence[Part], also: Mapping[str, str]
) -> None:
    if not parts:
        return empty_view(connection, dataset, also)
    declared = declared_columns(dataset)
    columns = ", ".join(f'CAST(held."{name}" AS {kind}) AS "{name}"' for name, kind in declared.items())
    # Two returns with the very same rows share one file: it is read once, and belongs to both.
    files = literals(sorted({str(part.path) for part in parts}))
    # What was received before a column was declared lacks it: nothing stands there then.
    connection.execute(
        f"CREATE TEMP VIEW {view_of(dataset.name)} AS SELECT {', '.join([columns, _OF_RETURN, *also])}"
        f" FROM ({_no_rows(declared)} UNION ALL BY NAME"
        f" FROM read_parquet([{files}], filename = true, union_by_name = true)) AS held"
        " JOIN parts ON parts.path = held.filename"
    )


def _listed(parts: Sequence[Part]) -> pa.Table:
    return pa.table(
        {
            "path": pa.array([str(part.path) for part in parts], pa.string()),
            "agency": pa.array([part.agency for part in parts], pa.string()),
            "covers_first": pa.array([part.covers.first for part in parts], pa.date32()),
            "covers_last": pa.array([part.covers.last for part in parts], pa.date32()),
            "of_return": pa.array([part.of_return for part in parts], pa.int32()),
        }
    )


def _type(column: Column) -> str:
    return SQL_TYPES[type(column.kind)]


def _derived_type(derived: AgeAt | BirthMonth) -> str:
    return "BIGINT" if isinstance(derived, AgeAt) else "DATE"
