"""Every method of DuckDB that the engine uses, called once: an upgrade that drops one fails here, not in the field."""

import ast
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from tests.house import modules

USED = {"connect", "close", "execute", "fetchall", "fetchnumpy", "register", "sql", "to_arrow_table", "unregister"}
NO_METHODS = {"DuckDBPyConnection", "Error"}
HOLDERS = {"connection", "duckdb"}


def on_a_connection(node: ast.expr) -> bool:
    """Whether an expression is a connection, or what a connection answered."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in HOLDERS
        case ast.Call(func=ast.Attribute(value=value, attr="execute" | "sql")):
            return on_a_connection(value)
    return False


def test_the_engine_uses_these_methods_and_no_other() -> None:
    found = {
        node.attr
        for module in modules("goldenthread/engine")
        if "duckdb" in (source := module.read_text()) or "connection" in source
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and on_a_connection(node.value)
    }
    assert found - NO_METHODS == USED


def test_each_does_what_the_engine_expects() -> None:
    with duckdb.connect() as connection:
        connection.register("given", pa.table({"child": ["Ada", "Ben"], "age": pa.array([3, None], pa.int64())}))
        answer = connection.execute("SELECT child, age FROM given WHERE child = ?", ["Ben"])
        assert [name for name, *_ in answer.description] == ["child", "age"]
        assert answer.fetchall() == [("Ben", None)]
        table = connection.sql("SELECT age FROM given WHERE child = $child", params={"child": "Ada"}).to_arrow_table()
        assert table.to_pydict() == {"age": [3]}
        told = connection.execute("SELECT CAST(count(*) AS BIGINT) AS how_many FROM given").fetchnumpy()
        assert told["how_many"].tolist() == [2]
        (batch,) = connection.sql("FROM given").to_arrow_reader(10)
        assert batch.column("child").to_pylist() == ["Ada", "Ben"]
        connection.unregister("given")
        with pytest.raises(duckdb.CatalogException):
            connection.execute("SELECT * FROM given")
    connection.close()


def test_evidence_is_read_from_the_files_that_are_named_and_from_nowhere_else(tmp_path: Path) -> None:
    named, other = tmp_path / "named.parquet", tmp_path / "other.parquet"
    with duckdb.connect() as connection:
        for file in (named, other):
            connection.execute(f"COPY (SELECT 1 AS one) TO '{file}' (FORMAT parquet)")
        connection.execute("SET allowed_paths = ?", [[str(named)]])
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        assert connection.execute("SELECT one FROM read_parquet(?)", [str(named)]).fetchall() == [(1,)]
        with pytest.raises(duckdb.PermissionException):
            connection.execute("SELECT one FROM read_parquet(?)", [str(other)])
        with pytest.raises(duckdb.InvalidInputException):
            connection.execute("SET enable_external_access = true")
