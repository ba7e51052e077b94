"""Small pieces: what is longer stands in one list, with its reason, which may only shrink."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import KINDS_OF_FUNCTION, PACKAGE, docstrings, modules, texts, within_repository

MODULE, FUNCTION, TEMPLATE, COMMAND = 350, 45, 150, 25

# Nothing is added here: split it instead. An entry that is no longer needed makes the test fail until it is removed.
LONGER_FOR_A_REASON: dict[str, str] = {}


def long_modules(files: Iterator[Path]) -> Iterator[str]:
    for file in files:
        if len(file.read_text(encoding="utf-8").splitlines()) > MODULE:
            yield within_repository(file)


def long_functions(name: str, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, KINDS_OF_FUNCTION) and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION:
            yield f"{name}: {node.name}"


def long_templates(files: Iterator[Path]) -> Iterator[str]:
    for file in files:
        if len(file.read_text(encoding="utf-8").splitlines()) > TEMPLATE:
            yield within_repository(file)


def lines_of_a_command(source: str) -> int:
    """Lines that do something: without blank ones, comments, docstrings, imports and the declaration of arguments."""
    tree = ast.parse(source)
    passed_over = [*docstrings(tree)]
    passed_over += [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    passed_over += [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "add_arguments"]
    quiet = {line for node in passed_over for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    lines = enumerate(source.splitlines(), start=1)
    return sum(1 for number, line in lines if number not in quiet and line.strip() and not line.strip().startswith("#"))


def too_long() -> set[str]:
    found = set(long_modules(modules("goldenthread", "tests", "tools", "bench")))
    for file in modules("goldenthread", "tests", "tools", "bench"):
        found |= set(long_functions(within_repository(file), file.read_text(encoding="utf-8")))
    found |= set(long_templates(texts(PACKAGE / "web", ".html", ".jinja", ".xml")))
    commands = modules("goldenthread/config/commands")
    found |= {within_repository(file) for file in commands if lines_of_a_command(file.read_text("utf-8")) > COMMAND}
    return found


def test_modules_functions_templates_and_commands_are_small() -> None:
    assert too_long() - LONGER_FOR_A_REASON.keys() == set()


def test_the_list_of_exceptions_only_shrinks() -> None:
    assert LONGER_FOR_A_REASON.keys() - too_long() == set()
    assert all(LONGER_FOR_A_REASON.values())


def test_a_long_piece_would_be_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "def f():\n" + "    x = 1\n" * 45
    assert list(long_functions("a.py", body)) == ["a.py: f"]
    assert list(long_functions("a.py", body.replace("    x = 1\n", "", 1))) == []
    assert lines_of_a_command(f'"""Doc."""\nimport os\n\n# why\ndef add_arguments(p):\n    p = 1\n\n\n{body}') == 46
    monkeypatch.setattr("tests.house.ROOT", tmp_path)
    long, short = tmp_path / "long.py", tmp_path / "short.py"
    long.write_text("x = 1\n" * 351)
    short.write_text("x = 1\n" * 150)
    assert list(long_modules(iter([long, short]))) == ["long.py"]
    assert list(long_templates(iter([long, short]))) == ["long.py"]
