"""Files that are never changed, and what an interrupted run leaves of them."""

import hashlib
import os
import stat
from pathlib import Path

import pyarrow as pa
import pytest

from goldenthread.engine.store import syncing
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.parts import parquet_bytes, table_from, write_part
from goldenthread.engine.store.pending import settle, sweep, unsettled

TEXT = b"what was received"
NAME = hashlib.sha256(TEXT).hexdigest()


@pytest.fixture
def parts(home: Path) -> FileStore:
    return FileStore(home, "parts")


def test_a_file_is_named_by_what_it_holds(parts: FileStore) -> None:
    assert parts.write(TEXT) == NAME
    assert parts.read(NAME) == TEXT
    assert parts.path(NAME).parent == parts.home / "parts"


def test_the_same_content_twice_is_one_file(parts: FileStore) -> None:
    assert parts.write(TEXT) == parts.write(TEXT)
    assert parts.names() == {NAME}


def test_a_file_that_was_written_already_is_moved_in(parts: FileStore, tmp_path: Path) -> None:
    (tmp_path / "made.parquet").write_bytes(TEXT)
    assert parts.adopt(tmp_path / "made.parquet") == NAME
    assert parts.read(NAME) == TEXT
    assert not (tmp_path / "made.parquet").exists()


@pytest.mark.parametrize("way", ["write", "adopt"])
def test_only_the_owner_of_the_home_may_read_its_files(parts: FileStore, tmp_path: Path, way: str) -> None:
    (tmp_path / "made").write_bytes(TEXT)
    (tmp_path / "made").chmod(0o644)
    parts.write(TEXT) if way == "write" else parts.adopt(tmp_path / "made")
    assert stat.S_IMODE(parts.path(NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(parts.folder.stat().st_mode) == 0o700


def test_what_is_not_a_kept_file_is_a_stranger(parts: FileStore) -> None:
    parts.write(TEXT)
    (parts.folder / "notes.txt").write_text("mine")
    (parts.folder / ("0" * 64)).mkdir()
    (parts.folder / ".hidden").write_text("mine")
    (parts.folder / ".writing-x").write_text("half written")
    assert parts.strangers() == {"notes.txt", "0" * 64, ".hidden"}
    assert parts.names() == {NAME}


def test_an_empty_home_has_no_files(parts: FileStore) -> None:
    assert parts.names() == parts.strangers() == unsettled(parts.home) == set()


def test_content_is_synced_before_the_name_exists(parts: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    sync, rename = os.fsync, os.replace
    monkeypatch.setattr(syncing.os, "fsync", lambda handle: (seen.append("sync"), sync(handle))[1])
    monkeypatch.setattr(
        syncing.os, "replace", lambda a, b: (seen.append(f"name {len(unsettled(parts.home))}"), rename(a, b))
    )
    parts.write(TEXT)
    # the mark's folder, the content, the name while it is marked, the folder with the name
    assert seen == ["sync", "sync", "name 1", "sync"]


def test_a_file_that_cannot_be_written_leaves_nothing(parts: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(syncing.os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        parts.write(TEXT)
    assert parts.everything() == []


def test_a_file_is_pending_until_it_is_settled(parts: FileStore) -> None:
    parts.write(TEXT)
    assert unsettled(parts.home) == {NAME}
    settle(parts.home, [NAME])
    settle(parts.home, [NAME])
    assert unsettled(parts.home) == set()


def test_sweeping_takes_away_what_nothing_names(parts: FileStore) -> None:
    kept, named_late = parts.write(b"kept"), parts.write(b"named, but the run died before it was settled")
    settle(parts.home, [kept])
    left, half = parts.write(b"left over"), parts.folder / ".writing-x"
    half.write_text("half written")
    assert set(sweep(parts.home, {"parts": {named_late}})) == {left, ".writing-x"}
    assert parts.names() == {kept, named_late}
    assert unsettled(parts.home) == set()


def test_sweeping_leaves_alone_what_never_had_a_mark(parts: FileStore) -> None:
    stranger = parts.write(TEXT)
    settle(parts.home, [stranger])
    assert sweep(parts.home, {"parts": set()}) == []
    assert parts.names() == {stranger}


def test_sweeping_leaves_other_kinds_and_their_marks_alone(parts: FileStore) -> None:
    results = FileStore(parts.home, "results")
    digest = results.write(TEXT)
    sweep(parts.home, {"parts": set(), "vault": set()})
    assert results.names() == unsettled(parts.home) == {digest}
    sweep(parts.home, {"parts": set(), "vault": set(), "results": set()})
    assert results.names() == unsettled(parts.home) == set()


def test_a_mark_without_a_file_is_swept(parts: FileStore) -> None:
    digest = parts.write(TEXT)
    parts.path(digest).unlink()
    sweep(parts.home, {"parts": set()})
    assert unsettled(parts.home) == set()


def test_rows_are_kept_and_read_back(parts: FileStore) -> None:
    table = pa.table({"child_key": ["a", "b"], "source_row": pa.array([2, 3], pa.int32())})
    digest, rows = write_part(parts, table)
    assert rows == 2
    assert table_from(parts.read(digest)).equals(table)
    assert parquet_bytes(table) == parts.read(digest)
