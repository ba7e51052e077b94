"""The command line itself: what it says alone, of itself, and when something goes wrong."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread.config.command_line import names
from tests.functional.running import COMMAND, Board

PROMISED = {
    "accept", "agency", "backup", "break", "calendar", "compute", "demo", "digest", "expect", "figures",
    "indicator", "indicators", "init", "invite", "issues", "link", "owner", "quality", "receive", "report", "restore",
    "serve", "target", "template", "verify",
}  # fmt: skip
# What each command needs to be called correctly where there is no board.
CALLED = {
    "accept": ["1"], "agency": ["acc", "A council", "--sector", "police"], "backup": ["kept.tar"],
    "break": ["referrals", "--on", "2013-11-01", "--how", "timing", "--reason", "another system"],
    "calendar": [], "compute": [], "digest": [],
    "expect": ["acc", "--what", "ssda903", "--every", "year", "--due-days", "60", "--from", "FY2017-18"],
    "figures": ["published.csv"], "indicator": ["CLA1"], "indicators": [],
    "invite": ["a@board.example", "--role", "analyst"], "issues": ["1"],
    "link": ["acc", "--what", "counts", "--period", "FY2017-18"],
    "owner": ["CLA1", "--post", "Head of Service", "--agency", "acc"],
    "quality": ["1"], "receive": ["nowhere", "--agency", "acc"],
    "report": ["annual", "--year", "2017-18", "--out", "paper"], "serve": [],
    "target": [
        "CLA1", "--value", "5", "--from", "2018-03-31", "--set-on", "2017-03-14", "--set-by", "us", "--why", "so",
    ],
    "template": ["counts", "--agency", "acc", "--period", "FY2017-18Q1", "--out", "counts.csv"], "verify": [],
}  # fmt: skip


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A home that is not there yet."""
    return Board(tmp_path / "home")


def test_alone_it_says_what_it_is_and_what_it_can_do(board: Board) -> None:
    said = board().well().out
    assert "child-safeguarding" in said and "goldenthread demo" in said
    assert all(re.search(rf"^  {name} +\w", said, re.MULTILINE) for name in PROMISED)
    assert board("--help").out == said


def test_every_command_promised_is_there_and_no_other() -> None:
    assert set(names()) == PROMISED


def test_every_command_explains_itself(board: Board) -> None:
    for name, answer in zip(
        sorted(PROMISED), board.each(*([name, "--help"] for name in sorted(PROMISED))), strict=True
    ):
        assert answer.well().out.startswith(f"usage: goldenthread {name}")
    assert not board.home.exists()


def test_version(board: Board) -> None:
    assert re.fullmatch(r"goldenthread \d+\.\d+\.\d+\n", board("--version").well().out)


SLIPS = [
    (["recieve"], ["no command 'recieve'", "receive"]),
    (["receive"], ["PATH", "--agency", "--help"]),
    (["receive", "somewhere"], ["--agency"]),
    (["receive", "x", "--agency", "acc", "--period", "2017/18"], ["2017/18", "FY2013-14"]),
    (["receive", "x", "--agency", "acc", "--period", "FY2018-19..FY2015-16"], ["is not a period"]),
    (["report", "annual", "--year", "18", "--out", "x"], ["2013-14"]),
    (["report", "annual", "--year", "2017-18", "--out", "x", "--face", "everybody"], ["public", "board"]),
    (["accept", "one"], ["'one' is not the number of a return"]),
    (["accept", "99999999999999999999999"], ["is not the number of a return"]),
    (["serve", "--port", "0"], ["1 to 65535"]),
    (["serve", "--port", "http"], ["1 to 65535"]),
    (["compute", "now"], ["now"]),
    (["indicator", "CLA1", "--format", "xlsx"], ["table", "csv", "json"]),
    (["agency", "acc", "A council", "--sector", "councils"], ["local-authority"]),
    (["invite", "a@board.example", "--role", "king"], ["board member", "analyst"]),
    (["indicator", "CLA111"], ["CLA111", "CLA11"]),
    (["template", "peple", "--out", "x"], ["peple", "people"]),
    (["template", "people"], ["--out"]),
    (["template", "people", "--out", "x", "--period", "FY2017-18Q1"], ["template counts"]),
    (["template", "counts", "--out", "x", "--period", "FY2017-18Q1", "--example"], ["not for both"]),
    (["template", "people", "--out", "no/such/folder/x"], ["Choose another file"]),
]


def test_a_slip_is_answered_in_one_line(board: Board) -> None:
    for (_, words), answer in zip(SLIPS, board.each(*(slip for slip, _ in SLIPS)), strict=True):
        answer.one_clear_line(*words)
    assert not board.home.exists()


def test_without_a_board_it_says_how_to_start_one(board: Board) -> None:
    for answer in board.each(*([name, *rest] for name, rest in CALLED.items())):
        answer.one_clear_line(str(board.home), "goldenthread init NAME")
    assert not board.home.exists()


def test_in_an_empty_folder_it_says_so_too_and_leaves_it_empty(board: Board) -> None:
    board.home.mkdir()
    for answer in board.each(*([name, *rest] for name, rest in CALLED.items())):
        answer.one_clear_line("There is no board in", "goldenthread init NAME")
    assert list(board.home.iterdir()) == []


def test_every_command_is_tried_without_a_board() -> None:
    assert CALLED.keys() == PROMISED - {"init", "demo", "restore"}


def run_with(program: str, board: Board) -> subprocess.CompletedProcess[str]:
    """Run a program that calls the command line with something of it replaced."""
    return subprocess.run([sys.executable, "-c", program], env=board.surroundings, capture_output=True, text=True)


BREAKS = """
import sys
from goldenthread.config import command_line
def broken(): raise {error}
command_line.overview = broken
sys.exit(command_line.main([]))
"""


def test_what_nobody_foresaw_gets_a_reference_and_is_written_down_in_the_home(board: Board) -> None:
    board.home.mkdir()
    done = run_with(BREAKS.format(error="ZeroDivisionError('by surprise')"), board)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    reference = re.search(r"reference (\w+)", done.stderr)
    (log,) = (board.home / "logs").iterdir()
    assert reference and reference[1] in log.read_text() and "by surprise" in log.read_text()
    assert str(log) in done.stderr and "by surprise" not in done.stderr
    assert log.stat().st_mode & 0o077 == 0


def test_where_there_is_no_home_it_is_written_down_elsewhere_and_no_home_is_made(board: Board) -> None:
    done = run_with(BREAKS.format(error="ZeroDivisionError('by surprise')"), board)
    log = Path(re.search(r"written in (\S+) ", done.stderr)[1])  # type: ignore[index]
    assert "by surprise" in log.read_text()
    log.unlink()
    assert not board.home.exists()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("OSError(28, 'No space left on device', 'a/b')", "No space left on device: a/b"),
        ("PermissionError(13, 'Permission denied', 'a/b')", "Permission denied: a/b"),
    ],
)
def test_what_the_machine_refuses_is_said_plainly(board: Board, error: str, words: str) -> None:
    done = run_with(BREAKS.format(error=error), board)
    assert done.returncode == 2
    assert done.stderr.startswith(words) and done.stderr.count("\n") == 1


def test_ctrl_c_stops_it(board: Board) -> None:
    done = run_with(BREAKS.format(error="KeyboardInterrupt"), board)
    assert (done.returncode, done.stderr) == (130, "Stopped.\n")


def test_a_reader_who_has_had_enough_is_no_fault(board: Board) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    process = subprocess.Popen(COMMAND, env=board.surroundings, stdout=writes, stderr=subprocess.PIPE)
    os.close(writes)
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")


def test_it_is_not_stopped_by_a_terminal_that_knows_few_letters(board: Board) -> None:
    board.home.mkdir()
    (board.home / "größer").mkdir()
    said = board("init", "Ein Vorstand – für Kinder", surroundings={"PYTHONIOENCODING": "ascii"})
    said.one_clear_line("is not empty")


def test_a_damaged_key_is_said_in_one_line(board: Board) -> None:
    board.key.write_text("not a key")
    board("init", "A board").one_clear_line(str(board.key), "not a Golden Thread key file")


def test_a_database_that_we_do_not_use_is_refused(board: Board) -> None:
    board("compute", surroundings={"DATABASE_URL": "mysql://here/board"}).one_clear_line("DATABASE_URL", "postgres")


def test_an_average_of_neighbours_that_we_do_not_make_is_refused(board: Board) -> None:
    board("compute", surroundings={"GOLDENTHREAD_NEIGHBOURS": "mode"}).one_clear_line(
        "GOLDENTHREAD_NEIGHBOURS", "median"
    )
