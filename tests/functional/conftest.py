"""What the tests in a browser stand on: the demonstration, an empty board, and somebody signed in."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.functional.browsing import Visit, sign_in
from tests.functional.drafts import uploaded
from tests.functional.invented import write_return
from tests.functional.running import Board
from tests.functional.sites import served

PEOPLE = {
    "chair": "chair@ambleford.example",
    "member": "member@ambleford.example",
    "analyst": "analyst@ambleford.example",
    "lead": "lead@ambleford.example",
}
SMALL_BOARD = Path(__file__).parent / "small_board.yaml"
NOT_ACCEPTED, DRAFT = 24, 25
YEARLY, QUARTERLY = 11, 12
"""The numbers of what comes after all that the demonstration has itself: returns, and what is expected more."""
EXPECTED = {
    "childrens-services": "--what looked_after_episodes --every year --due-days 60 --from FY2012-13 --until FY2014-15",
    "police": "--what counts --every quarter --due-days 30 --from FY2013-14Q1 --until FY2014-15Q2",
}
BREAK = ["--on", "2013-11-01", "--how", "timing", "--reason", "another recording system came into use"]


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demonstration, with a return more that waits to be accepted, a draft, and an unfit upload."""
    folder = tmp_path_factory.mktemp("demonstration")
    board = Board(folder / "home")
    of_the_readme = "PICTURES" in os.environ
    board("demo", "--no-serve", *([] if of_the_readme else ["--board", SMALL_BOARD])).well()
    said = board(
        "receive",
        write_return(folder / "later", year=2015),
        "--agency",
        "childrens-services",
        "--period",
        "FY2014-15",
        "--json",
    )
    assert said.json["return"] == NOT_ACCEPTED
    for agency, what in EXPECTED.items():
        board("expect", agency, *what.split()).well()
    if not of_the_readme:
        board("break", "referrals", *BREAK, "--agency", "childrens-services").well()
    (folder / "shopping.csv").write_text("bread,milk")
    uploaded(board, PEOPLE["lead"], folder / "shopping.csv")
    uploaded(board, PEOPLE["lead"], *sorted(write_return(folder / "latest", year=2020).iterdir()))
    with served(board) as address:
        yield address


@pytest.fixture(scope="session")
def signed_in(demonstration: str, browser: Browser) -> Callable[[str], Any]:
    """What a browser remembers of somebody who signed in to the demonstration; each signs in once."""
    known: dict[str, Any] = {"visitor": None}

    def state_of(who: str) -> Any:
        if who not in known:
            context = browser.new_context(base_url=demonstration)
            sign_in(context.new_page(), PEOPLE[who])
            known[who] = context.storage_state()
            context.close()
        return known[who]

    return state_of


@pytest.fixture
def visit(demonstration: str, signed_in: Callable[[str], Any], new_context: Callable[..., BrowserContext]) -> Any:
    """Opens a page of the demonstration as somebody: `visit("member", "/scorecard/")`."""

    def open_page(who: str, address: str, **options: Any) -> Visit:
        context = new_context(base_url=demonstration, storage_state=signed_in(who), **options)
        return Visit.to(context, address)

    return open_page


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Board, str]]:
    """A board without anything in it, and the address of its site."""
    board = Board(tmp_path_factory.mktemp("empty") / "home")
    board("init", "A new board").well()
    board("agency", "acc", "A council", "--sector", "local-authority").well()
    with served(board) as address:
        yield board, address


@pytest.fixture
def stranger(new_context: Callable[..., BrowserContext], empty: tuple[Board, str]) -> Page:
    """A browser at the empty board, in which nobody is signed in."""
    return new_context(base_url=empty[1]).new_page()
