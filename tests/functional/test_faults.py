"""The machine stops in the middle. What was in force stays in force, the next run is clean, nothing is lost."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional import cut
from tests.functional.invented import built, write_return
from tests.functional.running import Answer, Board

TAKING_IN = "goldenthread.workflow.returns.registering"
RETURNS = "goldenthread.workflow.returns.operations"
RESULTS = "goldenthread.workflow.results.operations"
KEEPING = "goldenthread.engine.working_out"

# Place, before or after, at which call.
IN_RECEIVE = [
    (f"{TAKING_IN}._keep_in_vault", "before", 1),
    (f"{TAKING_IN}._keep_in_vault", "after", 1),
    (f"{TAKING_IN}._keep_parts", "after", 1),
    (f"{TAKING_IN}.write_part", "after", 2),
    (f"{TAKING_IN}.record", "after", 1),
    (f"{TAKING_IN}._record_return", "after", 1),
]
IN_ACCEPT = [
    (f"{RETURNS}.record", "before", 1),
    (f"{RETURNS}.record", "after", 1),
    (f"{RETURNS}.accept", "after", 1),
]
IN_COMPUTE = [
    (f"{KEEPING}.write_results", "after", 1),
    (f"{KEEPING}.write_results", "after", 2),
    (f"{RESULTS}._publish", "before", 1),
    (f"{RESULTS}.record", "after", 1),
]
IN_FILES = [
    ("goldenthread.engine.store.files.mark", "after", 1),
    ("goldenthread.engine.store.files.write_synced", "before", 2),
    ("goldenthread.engine.store.syncing.sync_folder", "before", 2),
]


READ = ["indicator", "CLA1", "--format", "json"]
ACCEPT, COMPUTE, VERIFY = ["accept", "2"], ["compute"], ["verify"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """A board with one accepted return and one edition."""
    return built(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def before(published: Board) -> object:
    """The figures of that edition."""
    return published(*READ).json


@pytest.fixture(scope="module")
def receive(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command that receives the return of the next year."""
    sent = write_return(tmp_path_factory.mktemp("next") / "year", year=2019, children=range(2001, 2021))
    return ["receive", str(sent), "--agency", "acc", "--period", "FY2018-19"]


@pytest.fixture(scope="module")
def received(published: Board, receive: list[str], tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The board when the return of the next year has been received."""
    board = published.copied_to(tmp_path_factory.mktemp("received") / "home")
    board(*receive).well()
    return board


@pytest.fixture(scope="module")
def accepted(received: Board, tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The board when it has been accepted too."""
    board = received.copied_to(tmp_path_factory.mktemp("accepted") / "home")
    board(*ACCEPT).well()
    return board


def run_into(place: str, when: str, number: int, board: Board, *command: object) -> None:
    """Carry out a command that dies at a place."""
    program = [sys.executable, cut.__file__, place, when, str(number), *map(str, command)]
    done = subprocess.run(program, env=board.surroundings, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, f"{done.returncode}: {done.stdout}{done.stderr}"


def as_it_was(board: Board, figures: object, evidence: dict[str, bytes]) -> None:
    """Proved, with the edition in force that was, and no file the fewer."""
    proof, read = board.each(VERIFY, READ)
    proof.well()
    assert read.json == figures
    assert evidence.items() <= board.everything().items()


def carries_on(board: Board, figures: object, *commands: list[str]) -> list[Answer]:
    """The next run is clean, and the figures move: the second return is in force."""
    *answers, read, proof = board.each(*commands, READ, VERIFY)
    assert read.json != figures
    proof.well()
    assert not list((board.home / "pending").iterdir())
    assert not [path for kind in ("vault", "parts", "results") for path in (board.home / kind).glob(".*")]
    return answers


@pytest.mark.parametrize(("place", "when", "number"), IN_RECEIVE + IN_FILES)
def test_receive_is_cut(
    published: Board, receive: list[str], before: object, tmp_path: Path, place: str, when: str, number: int
) -> None:
    board = published.copied_to(tmp_path / "home")
    run_into(place, when, number, board, *receive)
    as_it_was(board, before, published.everything())
    for answer in carries_on(board, before, [*receive, "--accept"], COMPUTE):
        answer.well()


@pytest.mark.parametrize(("place", "when", "number"), IN_ACCEPT)
def test_accept_is_cut(received: Board, before: object, tmp_path: Path, place: str, when: str, number: int) -> None:
    board = received.copied_to(tmp_path / "home")
    run_into(place, when, number, board, *ACCEPT)
    as_it_was(board, before, received.everything())
    again, computed = carries_on(board, before, ACCEPT, COMPUTE)
    assert again.code == (2 if place.endswith(".accept") else 0)
    computed.well()


@pytest.mark.parametrize(("place", "when", "number"), IN_COMPUTE + IN_FILES)
def test_compute_is_cut(accepted: Board, before: object, tmp_path: Path, place: str, when: str, number: int) -> None:
    board = accepted.copied_to(tmp_path / "home")
    run_into(place, when, number, board, *COMPUTE)
    as_it_was(board, before, accepted.everything())
    (again,) = carries_on(board, before, [*COMPUTE, "--json"])
    assert again.json["edition"] == 2


def test_compute_is_cut_when_it_has_just_published(accepted: Board, before: object, tmp_path: Path) -> None:
    board = accepted.copied_to(tmp_path / "home")
    run_into(f"{RESULTS}._publish", "after", 1, board, *COMPUTE)
    (again,) = carries_on(board, before, [*COMPUTE, "--json"])
    assert (again.json["edition"], again.json["computed"]) == (2, 0)


def test_a_cut_that_is_never_reached_proves_nothing_and_says_so(published: Board) -> None:
    program = [sys.executable, cut.__file__, f"{TAKING_IN}._keep_parts", "before", "1", "verify"]
    assert subprocess.run(program, env=published.surroundings, capture_output=True).returncode == cut.NEVER_REACHED


FULL_DISK = """
import resource, sys
from goldenthread.config.command_line import main
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
sys.exit(main(sys.argv[1:]))
"""


def test_a_full_disk_is_one_clear_line_and_loses_nothing(
    published: Board, receive: list[str], before: object, tmp_path: Path
) -> None:
    board = published.copied_to(tmp_path / "home")
    program = [sys.executable, "-c", FULL_DISK, *receive]
    done = subprocess.run(program, env=board.surroundings, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    as_it_was(board, before, published.everything())
    for answer in carries_on(board, before, [*receive, "--accept"], COMPUTE):
        answer.well()
