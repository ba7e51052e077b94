"""Starting a board, adding agencies, inviting people."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.functional.running import Board


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Board(tmp_path / "home")


@pytest.fixture
def started(board: Board) -> Board:
    board("init", "A board").well()
    return board


def test_init_starts_a_board_and_says_where_the_key_is(board: Board) -> None:
    said = board("init", "Ambleford Board").well().out
    assert "Ambleford Board" in said and str(board.home) in said and str(board.key) in said
    assert "goldenthread agency" in said
    board("verify").well()


def test_home_and_key_are_their_owners_alone(started: Board) -> None:
    for path in (started.home, *started.home.iterdir()):
        assert path.stat().st_mode & 0o077 == 0
    assert started.key.stat().st_mode & 0o077 == 0
    assert started.home not in started.key.parents


def test_a_home_that_has_a_board_is_left_as_it_is(started: Board) -> None:
    key = started.key.read_bytes()
    started("init", "Another board").one_clear_line("There is a board in", str(started.home))
    assert started.key.read_bytes() == key
    started("verify").well()


def test_a_home_with_other_things_in_it_is_left_alone(board: Board) -> None:
    board.home.mkdir()
    (board.home / "holiday.jpg").write_bytes(b"photograph")
    board("init", "A board").one_clear_line("not empty", "holiday.jpg")
    assert [path.name for path in board.home.iterdir()] == ["holiday.jpg"]
    assert not board.key.exists()


def test_a_home_that_is_a_file_is_said_plainly(board: Board) -> None:
    board.home.write_text("a file")
    board("init", "A board").one_clear_line(str(board.home))
    assert board.home.read_text() == "a file"


def test_a_board_needs_a_name(board: Board) -> None:
    board("init", "  ").one_clear_line("name")


def test_a_key_that_is_there_already_is_used_and_never_replaced(board: Board, tmp_path: Path) -> None:
    Board(tmp_path / "other")("init", "Other").well()
    board.key.write_bytes(Board(tmp_path / "other").key.read_bytes())
    board("init", "A board").well()
    assert board.key.read_bytes() == Board(tmp_path / "other").key.read_bytes()


def test_without_its_key_the_board_says_what_is_missing(started: Board) -> None:
    started.key.rename(started.key.with_suffix(".elsewhere"))
    started("agency", "acc", "A council", "--sector", "police").one_clear_line(str(started.key))
    assert not started.key.exists()


def test_agency_is_added_and_the_next_step_said(started: Board) -> None:
    said = started("agency", "acc", "A council", "--sector", "local-authority").well().out
    assert "A council" in said and "goldenthread receive PATH --agency acc" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["acc", "Again", "--sector", "police"], ["acc", "A council"]),
        (["a b", "With a space", "--sector", "police"], ["a b"]),
        (["abc", " ", "--sector", "police"], ["name"]),
    ],
)
def test_an_agency_that_cannot_be_added(started: Board, arguments: list[str], words: list[str]) -> None:
    started("agency", "acc", "A council", "--sector", "police").well()
    started("agency", *arguments).one_clear_line(*words)


def test_invite_prints_a_link_that_is_kept_nowhere(started: Board) -> None:
    said = started("invite", "a@board.example", "--role", "analyst").well().out
    link = re.search(r"http://127\.0\.0\.1:8000/join/(\S+)/", said)
    assert link
    assert link[1].encode() not in (started.home / "goldenthread.sqlite3").read_bytes()


def test_a_role_may_be_written_without_quotation_marks(started: Board) -> None:
    started("invite", "a@board.example", "--role", "Board-Member").well()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nobody", "--role", "analyst"], ["nobody"]),
        (["a@board.example", "--role", "agency data lead"], ["--agency"]),
        (["a@board.example", "--role", "agency data lead", "--agency", "xyz"], ["xyz", "There are: acc"]),
        (["a@board.example", "--role", "analyst", "--agency", "acc"], ["whole board"]),
    ],
)
def test_an_invitation_that_cannot_be_given(started: Board, arguments: list[str], words: list[str]) -> None:
    started("agency", "acc", "A council", "--sector", "police").well()
    started("invite", *arguments).one_clear_line(*words)


def test_an_init_that_was_interrupted_can_be_done_again(board: Board) -> None:
    board.home.mkdir()
    sqlite3.connect(board.home / "goldenthread.sqlite3").close()
    board("verify").one_clear_line("goldenthread init NAME")
    board("init", "A board").well()
    board("verify").well()


def test_a_board_of_an_older_version_is_brought_up_to_date_and_says_so(started: Board) -> None:
    database(started, "DELETE FROM django_migrations WHERE app = 'sessions'", "DROP TABLE django_session")
    done = started("verify").well()
    assert "brought up to date (1 change)" in done.err
    assert started("verify").well().err == ""


def test_a_board_of_a_newer_version_is_left_alone(started: Board) -> None:
    database(
        started, "INSERT INTO django_migrations (app, name, applied) VALUES ('returns', '9999_later', '2030-01-01')"
    )
    started("verify").one_clear_line("newer version")


def database(board: Board, *statements: str) -> None:
    connection = sqlite3.connect(board.home / "goldenthread.sqlite3")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
