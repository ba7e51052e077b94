"""Backup and restore: one file, without the key, proved when it is put back."""

import io
import tarfile
from pathlib import Path

import pytest

from tests.functional.invented import built
from tests.functional.running import Board


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return built(tmp_path_factory.mktemp("board"))


@pytest.fixture(scope="module")
def kept(board: Board, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the board."""
    file = tmp_path_factory.mktemp("backups") / "kept.tar"
    board("backup", file).well()
    return file


@pytest.fixture
def elsewhere(board: Board, tmp_path: Path) -> Board:
    """An empty home on another machine, to which the key has been brought."""
    other = Board(tmp_path / "other")
    other.key.write_bytes(board.key.read_bytes())
    return other


def test_what_was_backed_up_comes_back_the_same(board: Board, kept: Path, elsewhere: Board) -> None:
    said = elsewhere("restore", kept).well().out
    assert "every file of evidence is as it was" in said
    assert elsewhere.everything() == board.everything()
    for question in (["indicator", "CLA1", "--format", "json"], ["issues", "1", "--json"]):
        assert elsewhere(*question).json == board(*question).json


def test_the_key_is_not_in_the_backup_and_it_says_so(board: Board, tmp_path: Path) -> None:
    said = board("backup", tmp_path / "kept.tar").well().out
    assert "NOT in it" in said and str(board.key) in said
    secret = board.key.read_bytes().splitlines()[-1]
    assert secret not in (tmp_path / "kept.tar").read_bytes()


def test_nobody_else_may_read_a_backup(kept: Path) -> None:
    assert kept.stat().st_mode & 0o077 == 0


def test_without_the_key_it_is_restored_and_says_what_is_missing(kept: Path, tmp_path: Path) -> None:
    Board(tmp_path / "other")("restore", kept).one_clear_line("key")


def test_with_another_boards_key_it_says_so(kept: Path, tmp_path: Path) -> None:
    other, third = Board(tmp_path / "other"), Board(tmp_path / "third")
    third("init", "A third board").well()
    other.key.write_bytes(third.key.read_bytes())
    other("restore", kept).one_clear_line("belongs to another")


def test_an_older_backup_is_never_replaced(board: Board, kept: Path) -> None:
    before = kept.read_bytes()
    board("backup", kept).one_clear_line("is there already")
    assert kept.read_bytes() == before


@pytest.mark.parametrize("place", ["home/kept.tar", "no-such-folder/kept.tar"])
def test_a_place_where_a_backup_cannot_go(board: Board, place: str) -> None:
    file = board.home.parent / place
    board("backup", file).one_clear_line(str(file.parent))
    assert not file.exists()


def test_a_home_that_is_not_empty_is_never_written_over(board: Board, kept: Path) -> None:
    before = board.everything()
    board("restore", kept).one_clear_line("is not empty")
    assert board.everything() == before


def test_a_backup_that_is_not_there(elsewhere: Board) -> None:
    elsewhere("restore", "nowhere.tar").one_clear_line("no backup at nowhere.tar")


def altered(kept: Path, to: Path) -> Path:
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    to.write_bytes(content)
    return to


def cut_short(kept: Path, to: Path) -> Path:
    to.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])
    return to


def something_else(kept: Path, to: Path) -> Path:
    to.write_text("not a backup")
    return to


def with_a_stranger_in_it(kept: Path, to: Path) -> Path:
    to.write_bytes(kept.read_bytes())
    with tarfile.open(to, "a") as archive:
        stranger = tarfile.TarInfo("../outside.txt")
        stranger.size = 3
        archive.addfile(stranger, io.BytesIO(b"bad"))
    return to


@pytest.mark.parametrize("spoil", [altered, cut_short, something_else, with_a_stranger_in_it])
def test_a_damaged_backup_is_refused_and_nothing_is_left_behind(elsewhere: Board, kept: Path, tmp_path, spoil) -> None:  # type: ignore[no-untyped-def]
    elsewhere("restore", spoil(kept, tmp_path / "spoilt.tar")).one_clear_line("damaged")
    assert not elsewhere.home.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"spoilt.tar", elsewhere.key.name}


def test_a_board_on_a_database_server_is_told_what_to_use(board: Board, tmp_path: Path) -> None:
    server = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    answer = Board(tmp_path / "other")("restore", "kept.tar", surroundings=server)
    answer.one_clear_line("DATABASE_URL", "pg_restore")
