"""Names that may not stand: the catalogue's in the engine, one board's in the product, a machine's anywhere."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from goldenthread import catalogue
from goldenthread.engine import definitions
from tests.house import PACKAGE, ROOT, docstrings, modules, texts, within_repository

# Words of the catalogue that are also ordinary words of the engine, and what the engine means by them.
ORDINARY = {
    "local_id": "whatever number any sender gives a child",
    "template": "of SQL, with slots",
    "topic": "of a text, with the words that suggest it",
}
TEXT_FILES = (".py", ".html", ".jinja", ".xml", ".yaml", ".csv", ".sql", ".css", ".js", ".svg", ".txt", ".md")
EVERYWHERE = (*TEXT_FILES, ".toml", ".in", ".sh", ".yml", "")
A_MACHINE = re.compile(r"(?<![\w.:/~*-])/(?:work|root|home|opt|tmp|Users|mnt)/\w|--(?:extra-)?index-url[ =]")


def names_of_the_catalogue() -> set[str]:
    """Names of datasets, columns, formats and breakdowns, codes of indicators."""
    names = {*catalogue.datasets(), *catalogue.formats(), *catalogue.indicators()}
    for dataset in catalogue.datasets().values():
        names |= {part.name for part in (*dataset.columns, *dataset.derived)}
    for indicator in catalogue.indicators().values():
        names |= {breakdown.code for breakdown in indicator.breakdowns}
    return names


def words_of_the_engine() -> set[str]:
    """Words that the engine defines for the catalogue to use: the fields of its definitions."""
    declared = [getattr(definitions, name) for name in definitions.__all__]
    kinds = [kind for kind in declared if is_dataclass(kind) and isinstance(kind, type)]
    return {field.name for kind in kinds for field in fields(kind)}


def words_of_code(source: str) -> Iterator[tuple[int, str]]:
    """Identifiers and the words of string literals, each with its line; docstrings and comments only explain."""
    tree = ast.parse(source)
    explained = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in explained:
            yield from ((node.lineno, word) for word in words_of_text(node.value))
        for name in (getattr(node, field, None) for field in ("id", "attr", "arg", "name")):
            if isinstance(name, str) and not isinstance(node, ast.Constant):
                yield getattr(node, "lineno", 0), name


def words_of_text(text: str) -> Iterable[str]:
    """Of a text that is one word, that word; of a longer one (SQL, say), only words that no sentence would hold."""
    words = re.findall(r"\w+", text)
    return words if len(words) == 1 else [word for word in words if "_" in word or re.search(r"\d", word)]


def catalogue_words(source: str, names: set[str]) -> list[str]:
    """Where a source holds one of the names."""
    return sorted({f"line {line}: {word}" for line, word in words_of_code(source) if word in names})


def found_in_the_engine(names: set[str]) -> dict[str, list[str]]:
    engine = modules("goldenthread/engine")
    found = {within_repository(file): catalogue_words(file.read_text("utf-8"), names) for file in engine}
    return {file: words for file, words in found.items() if words}


def test_the_engine_holds_no_name_of_the_catalogue() -> None:
    assert found_in_the_engine(names_of_the_catalogue() - words_of_the_engine() - ORDINARY.keys()) == {}


@pytest.mark.parametrize(
    "source",
    [
        "query = 'SELECT count(*) FROM looked_after_episodes'",
        "if indicator.code == 'CLA1': pass",
        "def f(placement_type): pass",
        "row['sex']",
        "f'SELECT {x}.legal_status'",
    ],
)
def test_a_name_in_the_engine_would_be_noticed(source: str) -> None:
    assert catalogue_words(source, names_of_the_catalogue())


def test_explanations_and_sentences_may_use_ordinary_words() -> None:
    source = '"""Like looked_after_episodes."""\nmessage = "neither sex nor ethnicity is recorded"  # CLA1'
    assert catalogue_words(source, names_of_the_catalogue()) == []


@pytest.mark.parametrize("word", ORDINARY)
def test_words_let_through_are_needed(word: str) -> None:
    assert word in names_of_the_catalogue()
    assert found_in_the_engine({word}) != {}


def naming(word: str, files: Iterable[Path]) -> list[str]:
    return [str(file) for file in files if re.search(word, file.read_text("utf-8"), re.IGNORECASE)]


def test_no_board_is_named_in_the_product() -> None:
    files = [file for file in texts(PACKAGE, *TEXT_FILES) if PACKAGE / "demo" not in file.parents]
    assert naming(r"\bleeds\b", files) == []


def test_a_board_named_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>LEEDS Safeguarding")
    assert naming(r"\bleeds\b", texts(tmp_path, ".html"))


def text(file: Path) -> str:
    return file.read_text("utf-8", errors="ignore")


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    folders = ["goldenthread", "tests", "tools", "bench", "docs", "requirements", ".ci"]
    files = [file for folder in folders for file in texts(ROOT / folder, *EVERYWHERE) if file.is_file()]
    files += [file for file in ROOT.iterdir() if file.is_file() and file.suffix in EVERYWHERE]
    found = [f"{within_repository(file)}: {match[0]}" for file in files for match in A_MACHINE.finditer(text(file))]
    assert found == []


@pytest.mark.parametrize("start", ["", " ", '"', "("])
def test_a_place_on_a_machine_would_be_noticed(start: str) -> None:
    assert A_MACHINE.search(start + "/" + "home/ann/board")
    assert not A_MACHINE.search(start + "tests/" + "home/page.py")


def test_locks_hold_no_address() -> None:
    locks = list((ROOT / "requirements").glob("*.txt"))
    assert locks
    assert naming(r"https?://", locks) == []
