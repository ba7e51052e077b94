"""Whether the files of a home are those that something names, and as they were."""

from pathlib import Path

import pytest

from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.pending import settle
from goldenthread.engine.store.verifying import Problems, verify_files


@pytest.fixture
def vault(home: Path) -> FileStore:
    return FileStore(home, "vault")


def kept(store: FileStore, content: bytes) -> str:
    digest = store.write(content)
    settle(store.home, [digest])
    return digest


def test_a_home_in_order_has_no_problems(vault: FileStore) -> None:
    assert verify_files(vault.home, "vault", {kept(vault, b"a"), kept(vault, b"b")}) == Problems()
    assert verify_files(vault.home, "parts", set()) == Problems()


def test_a_missing_file_is_told(vault: FileStore) -> None:
    digest = kept(vault, b"a")
    vault.path(digest).unlink()
    [problem] = verify_files(vault.home, "vault", {digest}).problems
    assert str(vault.path(digest)) in problem
    assert "missing" in problem


def test_an_altered_file_is_told(vault: FileStore) -> None:
    digest = kept(vault, b"a")
    vault.path(digest).write_bytes(b"b")
    [problem] = verify_files(vault.home, "vault", {digest}).problems
    assert "is not what it was" in problem


@pytest.mark.parametrize("name", ["notes.txt", "0" * 64])
def test_a_file_that_somebody_put_there_is_told(vault: FileStore, name: str) -> None:
    digest = kept(vault, b"a")
    (vault.folder / name).mkdir() if name.startswith("0") else (vault.folder / name).write_text("mine")
    [problem] = verify_files(vault.home, "vault", {digest}).problems
    assert f"{name} belongs to nothing" in problem


def test_a_file_with_a_name_that_fits_but_which_nothing_names_is_told(vault: FileStore) -> None:
    planted = kept(vault, b"planted")
    [problem] = verify_files(vault.home, "vault", set()).problems
    assert planted in problem


def test_what_an_interrupted_run_left_is_only_noted(vault: FileStore) -> None:
    vault.write(b"left over")
    (vault.folder / ".writing-x").write_text("half written")
    found = verify_files(vault.home, "vault", set())
    assert found.problems == ()
    [note] = found.notes
    assert note.startswith(f"2 files in {vault.folder} left over from an interrupted run.")


def test_what_is_found_in_several_places_adds_up() -> None:
    assert Problems(("a",), ("b",)) + Problems(("c",)) == Problems(("a", "c"), ("b",))
