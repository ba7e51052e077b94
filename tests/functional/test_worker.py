"""The worker beside the site: killed in the middle, started again, gone with the site."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from goldenthread.config.supervising import COMMAND
from goldenthread.engine.store.locks import one_at_a_time
from tests.functional import cut
from tests.functional.invented import built, write_return
from tests.functional.joining import invited, joined
from tests.functional.running import Board
from tests.functional.sites import served

RESULTS = "goldenthread.workflow.results.operations"
KEEPING = "goldenthread.engine.working_out"
LONG = 60_000
ASK = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
django.setup()
from goldenthread.workflow.results.tasks import ask_for_an_edition
ask_for_an_edition(by="command line")
"""


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """A board with an edition, and an accepted return that is in no figure yet."""
    folder = tmp_path_factory.mktemp("accepted")
    board = built(folder)
    later = write_return(folder / "next", year=2019, children=range(2001, 2021))
    board("receive", later, "--agency", "acc", "--period", "FY2018-19", "--accept").well()
    return board


@pytest.fixture
def board(accepted: Board, tmp_path: Path) -> Board:
    return accepted.copied_to(tmp_path / "home")


def analyst_at(board: Board, new_context: Callable[..., BrowserContext], address: str) -> Page:
    page = new_context(base_url=address).new_page()
    joined(page, invited(board, "ash@ambleford.example", "analyst"), "Ash Kowalski")
    return page


def worker_of(board: Board) -> int:
    """The process of the worker at this board: it stands in the lock that only one holds."""
    return int((board.home / "lock.work").read_text().split()[1])


def is_worked_out(page: Page, edition: int) -> None:
    """The page of an accepted return looks again until the edition is there."""
    page.goto("/returns/2/")
    expect(page.get_by_text(f"Counted in edition {edition}")).to_be_visible(timeout=LONG)
    page.goto("/")
    expect(page.get_by_text("Nothing waits for you.")).to_be_visible()


@pytest.mark.parametrize(
    ("place", "when", "number"), [(f"{KEEPING}.write_results", "after", 2), (f"{RESULTS}._publish", "before", 1)]
)
def test_what_a_killed_worker_left_is_done_by_the_next(
    board: Board, new_context: Callable[..., BrowserContext], place: str, when: str, number: int
) -> None:
    subprocess.run([sys.executable, "-c", ASK], env=board.surroundings, check=True)
    program = [sys.executable, cut.__file__, place, when, str(number), "worker"]
    died = subprocess.run(program, env=board.surroundings, capture_output=True, text=True)
    assert died.returncode == -signal.SIGKILL, died.stderr
    with served(board) as address:
        is_worked_out(analyst_at(board, new_context, address), edition=2)
    assert board("compute", "--json").json["edition"] == 2
    board("verify").well()
    assert not list((board.home / "pending").iterdir())


def test_a_worker_that_dies_is_started_again(board: Board, new_context: Callable[..., BrowserContext]) -> None:
    with served(board) as address:
        page = analyst_at(board, new_context, address)
        page.get_by_role("button", name="Work out the figures").click()
        is_worked_out(page, edition=2)
        first = worker_of(board)
        os.kill(first, signal.SIGKILL)
        sent = write_return(board.home.parent / "third", year=2020, children=range(3001, 3011))
        board("receive", sent, "--agency", "acc", "--period", "FY2019-20").well()
        page.goto("/returns/3/accept/")
        page.get_by_role("button", name="Accept return 3").click()
        is_worked_out(page, edition=3)
        assert worker_of(board) != first
    with one_at_a_time(board.home, "work"):
        pass  # the worker is gone with the site


SITE = (
    "import os, subprocess, sys; subprocess.Popen([*sys.argv[1:], str(os.getpid())]); print('begun'); sys.stdin.read()"
)


def test_a_worker_whose_site_was_killed_ends_too(board: Board) -> None:
    command = [sys.executable, "-uc", SITE, *COMMAND]
    site = subprocess.Popen(command, env=board.surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert site.stdout and site.stdin
    assert site.stdout.readline() == "begun\n"
    site.kill()
    site.wait()
    assert site.stdout.read() == ""  # which ends when the last process has ended that could write there
    site.stdin.close()
    site.stdout.close()
