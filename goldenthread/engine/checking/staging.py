"""Staging: the rows of one dataset in a DuckDB table, with text, value and child key side by side."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from goldenthread.engine.checking.recognising import Recognised
from goldenthread.engine.checking.values import text_sql, typed_sql
from goldenthread.engine.definitions import AgeAt, BirthMonth, Column, Dataset, Derived, From
from goldenthread.engine.reading.sheets import ROW, Sheet
from goldenthread.engine.words import spelt

Pseudonym = Callable[[str, str], str]
"""Scheme and the sender's own number of a child to child key."""


@dataclass
class Staged:
    """One dataset's rows, staged; the table's column `held` says which are held back so far."""

    connection: duckdb.DuckDBPyConnection
    dataset: Dataset
    match: Recognised
    file: str
    sheet: Sheet

    @property
    def table(self) -> str:
        """The staged table's name in SQL."""
        return f'"staged {self.dataset.name}"'

    def present(self) -> list[Column]:
        """The dataset's columns that the file has."""
        return [column for column in self.dataset.columns if column.name in self.match.columns()]

    def absent(self) -> list[Column]:
        """The dataset's columns that the file has not."""
        return [column for column in self.dataset.columns if column.name not in self.match.columns()]

    def hold_back(self, rows: set[int]) -> None:
        """Keep some lines out of everything that follows."""
        if rows:
            self.connection.register("to_hold", pa.table({"row": pa.array(sorted(rows), pa.int64())}))
            self.connection.execute(f"UPDATE {self.table} SET held = true WHERE {ROW} IN (SELECT row FROM to_hold)")
            self.connection.unregister("to_hold")


def stage(
    connection: duckdb.DuckDBPyConnection,
    dataset: Dataset,
    match: Recognised,
    file: str,
    sheet: Sheet,
    *,
    pseudonym: Pseudonym,
    listed: Mapping[str, Staged],
) -> Staged:
    """Stage the rows of a sheet. `listed` holds the datasets staged before, in which birth dates may be looked up."""
    staged = Staged(connection, dataset, match, file, sheet)
    connection.register("as_read", sheet.rows)
    try:
        connection.execute(f"CREATE TEMP TABLE {staged.table} AS SELECT *, false AS held FROM ({_typed(staged)})")
    finally:
        connection.unregister("as_read")
    _add_child_keys(staged, pseudonym)
    for derived in dataset.derived:
        _add_derived(staged, derived, listed)
    return staged


def _typed(staged: Staged) -> str:
    at = staged.match.columns()
    texts = [
        f"nullif(trim(\"{at[each.name]}\", ' \t\u00a0'), '') AS {text_sql(each.name)}" for each in staged.present()
    ]
    texts += [f"CAST(NULL AS VARCHAR) AS {text_sql(each.name)}" for each in staged.absent()]
    values = [f'{typed_sql(column)} AS "{column.name}"' for column in staged.dataset.columns]
    return f"SELECT *, {', '.join(values)} FROM (SELECT {ROW}, {', '.join(texts)} FROM as_read)"


def _add_child_keys(staged: Staged, pseudonym: Pseudonym) -> None:
    child, connection = staged.dataset.child, staged.connection
    connection.execute(f"ALTER TABLE {staged.table} ADD COLUMN child_key VARCHAR")
    if child is None:
        return
    asked = f'SELECT DISTINCT "{child.column}" FROM {staged.table} WHERE "{child.column}" IS NOT NULL'
    numbers = [number for (number,) in connection.execute(asked).fetchall()]
    keys = [pseudonym(child.scheme, number) for number in numbers]
    connection.register(
        "keys", pa.table({"number": pa.array(numbers, pa.string()), "key": pa.array(keys, pa.string())})
    )
    connection.execute(f'UPDATE {staged.table} SET child_key = keys.key FROM keys WHERE keys.number = "{child.column}"')
    connection.unregister("keys")


def _add_derived(staged: Staged, derived: Derived, listed: Mapping[str, Staged]) -> None:
    kind = "DATE" if isinstance(derived, BirthMonth) else "BIGINT"
    staged.connection.execute(f'ALTER TABLE {staged.table} ADD COLUMN "{derived.name}" {kind}')
    if isinstance(derived, BirthMonth):
        value, source = f"date_trunc('month', \"{derived.born}\")", ""
    elif isinstance(derived.born, str):
        value, source = _age(derived, f'"{derived.born}"'), ""
    elif derived.born.dataset in listed:
        value, source = _age(derived, "born.day"), _births(derived.born, listed[derived.born.dataset])
    else:
        return
    where = f" WHERE born.child_key = {staged.table}.child_key" if source else ""
    staged.connection.execute(f'UPDATE {staged.table} SET "{derived.name}" = {value}{source}{where}')


def _age(derived: AgeAt, born: str) -> str:
    """Completed years; none where the day lies before the birth."""
    return f'CASE WHEN "{derived.on}" >= {born} THEN {spelt("age_at", born, _quoted(derived.on))} END'


def _births(born: From, people: Staged) -> str:
    first = f'SELECT child_key, arg_min("{born.column}", {ROW}) AS day FROM {people.table}'
    return f" FROM ({first} WHERE NOT held GROUP BY child_key) AS born"


def _quoted(column: str) -> str:
    return f'"{column}"'
