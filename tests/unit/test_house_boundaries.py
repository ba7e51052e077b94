"""Where things may not stand: what import contracts cannot see."""

import ast
from collections.abc import Iterator

import pytest

from tests.house import PACKAGE, modules, within_repository

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
CATCH_ALLS = {"utils", "util", "helpers", "common", "misc"}


def counts_or_queries(source: str) -> Iterator[str]:
    """What a view does that belongs below it: asking the database, adding up, rounding."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            yield f"line {node.lineno}: .objects"
        if isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ARITHMETIC):
            yield f"line {node.lineno}: arithmetic"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"sum", "round"}:
            yield f"line {node.lineno}: {node.func.id}()"


def asks_which_database(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "vendor":
            yield f"line {node.lineno}"


def catch_alls(names: Iterator[str]) -> list[str]:
    return [name for name in names if CATCH_ALLS & set(name.removesuffix(".py").split("/"))]


def test_views_neither_query_nor_count() -> None:
    views = [file for file in modules("goldenthread/web") if file.name == "views.py"]
    found = [f"{within_repository(view)} {fault}" for view in views for fault in counts_or_queries(view.read_text())]
    assert views
    assert found == []


@pytest.mark.parametrize("source", ["Agency.objects.all()", "a + b", "a += 1", "a / b", "round(a)", "sum(b)"])
def test_a_view_that_does_would_be_noticed(source: str) -> None:
    assert list(counts_or_queries(source))


@pytest.mark.parametrize("source", ["x: int | None = None", "f(a, b)", "len(rows)", "figures.one(period=p)"])
def test_a_view_that_does_not_is_left_alone(source: str) -> None:
    assert list(counts_or_queries(source)) == []


def test_one_code_serves_both_databases() -> None:
    assert [within_repository(file) for file in modules() if list(asks_which_database(file.read_text()))] == []
    assert list(asks_which_database("if connection.vendor == 'sqlite': pass"))


def test_nothing_is_put_where_anything_goes() -> None:
    names = [file.relative_to(PACKAGE).as_posix() for file in modules()]
    assert catch_alls(iter(names)) == []
    assert catch_alls(iter(["web/utils.py", "engine/helpers/dates.py", "web/base/forms.py"])) != []
