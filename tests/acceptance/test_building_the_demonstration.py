"""Building the demonstration when something stands against it: one clear line, and the next build is clean."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.running import COMMAND, Board

FULL_DISK = """
import resource, sys
from goldenthread.config.command_line import main
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A home that is not there yet."""
    return Board(tmp_path / "home")


@pytest.mark.parametrize("until", ["returns written", "3 of 22", "working out"])
def test_a_build_that_was_killed_is_known_for_what_it_is_and_the_next_is_clean(
    board: Board, small_board: Path, until: str
) -> None:
    command = [*COMMAND, "demo", "--no-serve", "--board", str(small_board)]
    unbuffered = {**board.surroundings, "PYTHONUNBUFFERED": "1"}
    building = subprocess.Popen(command, env=unbuffered, stdout=subprocess.PIPE, text=True)
    with building:
        assert building.stdout and any(until in line for line in building.stdout)
        building.kill()
    assert "Replacing" in board("demo", "--no-serve", "--board", small_board).well().out
    board("verify").well()
    (figure,) = board("indicator", "CLA1", "--period", "2014-03-31", "--format", "json").json
    assert figure["value"] == 176


def test_a_full_disk_is_one_clear_line_and_the_next_build_is_clean(board: Board, small_board: Path) -> None:
    command = [sys.executable, "-c", FULL_DISK, "demo", "--no-serve", "--board", str(small_board)]
    done = subprocess.run(command, env=board.surroundings, capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) and "Traceback" not in done.stderr
    board("demo", "--no-serve", "--board", small_board).well()
    board("verify").well()


def test_a_home_it_did_not_make_is_left_alone(tmp_path: Path) -> None:
    board = Board(tmp_path / "home")
    board("init", "A real board").well()
    before = {path: path.read_bytes() for path in board.home.rglob("*") if path.is_file()}
    board("demo", "--no-serve").one_clear_line("was not made by the demonstration")
    assert {path: path.read_bytes() for path in board.home.rglob("*") if path.is_file()} == before


def test_a_board_file_that_is_none_is_refused_before_anything_is_touched(
    board: Board, small_board: Path, tmp_path: Path
) -> None:
    board("demo", "--no-serve", "--board", small_board).well()
    before = {path: path.stat().st_mtime_ns for path in board.home.rglob("*") if path.is_file()}
    (tmp_path / "board.yaml").write_text("name: [")
    board("demo", "--no-serve", "--board", tmp_path / "board.yaml").one_clear_line("does not describe a board")
    board("demo", "--no-serve", "--board", tmp_path / "nowhere.yaml").one_clear_line("cannot be read")
    assert {path: path.stat().st_mtime_ns for path in board.home.rglob("*") if path.is_file()} == before


def test_it_is_only_ever_for_this_machine(tmp_path: Path) -> None:
    board = Board(tmp_path / "home")
    public = {"GOLDENTHREAD_ORIGIN": "https://board.example.org"}
    board("demo", "--no-serve", surroundings=public).one_clear_line("GOLDENTHREAD_ORIGIN")
    server = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    board("demo", "--no-serve", surroundings=server).one_clear_line("DATABASE_URL")
    assert not board.home.exists()
