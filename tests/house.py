"""The source as the tests of the house read it: files, functions, names."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "goldenthread"
KINDS_OF_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def modules(*folders: str) -> Iterator[Path]:
    """Python files below folders of the repository, without migrations, which Django writes."""
    for folder in folders or ("goldenthread",):
        yield from (file for file in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in file.parts)


def texts(folder: Path, *endings: str) -> Iterator[Path]:
    """Files with one of those endings below a folder, without what is taken from others."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in endings and "govuk" not in file.parts:
            yield file


def within_repository(file: Path) -> str:
    """The name by which a person would speak of the file."""
    return file.relative_to(ROOT).as_posix()


def docstrings(tree: ast.AST) -> set[ast.AST]:
    """The nodes of a module that are docstrings."""
    return {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, *KINDS_OF_FUNCTION))
        and node.body
        and isinstance(node.body[0], ast.Expr)
        and isinstance(node.body[0].value, ast.Constant)
    }
