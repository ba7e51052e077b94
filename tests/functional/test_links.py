"""Somebody without an account sends a return by a one-time link."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.functional.browsing import Visit
from tests.functional.joining import invited, joined
from tests.functional.running import Board
from tests.functional.sites import served

Contexts = Callable[..., BrowserContext]
LONG = 60_000  # milliseconds: a page that looks again by itself may have to do so several times
COUNTS = "quarter,measure,group_of,group,count,out_of,note"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A board that expects counts of a school once a year."""
    board = Board(tmp_path / "home")
    board("init", "A new board").well()
    board("agency", "school", "Moss Side School", "--sector", "school").well()
    yearly = ["--every", "year", "--due-days", "60", "--from", "FY2017-18", "--until", "FY2018-19"]
    board("expect", "school", "--what", "counts", *yearly).well()
    return board


def fit(page: Page, name: str) -> None:
    """What holds of every page holds of this one."""
    opened = Visit(page)
    opened.is_fit_for_everybody()
    opened.is_photographed(name)
    opened.is_no_wider_than_the_screen()


def a_link(board: Board) -> str:
    said = board("link", "school", "--what", "counts", "--period", "FY2017-18").well().out
    assert "once,\nwithin 30 days" in said
    return "/send/" + said.partition("/send/")[2].split()[0]


def counts(folder: Path, *rows: str) -> Path:
    file = folder / f"counts{len(rows)}.csv"
    file.write_text("\n".join([COUNTS, *rows, ""]))
    return file


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_school_sends_what_it_owes_without_an_account(
    board: Board, new_context: Contexts, tmp_path: Path, java_script_enabled: bool
) -> None:
    wrong = counts(tmp_path, "FY2017-18,CSE3,,,8,,School", "FY2017-18,CSE4,,,many,,School")
    right = counts(tmp_path, "FY2017-18,CSE3,,,8,,School")
    link = a_link(board)
    with served(board) as address:
        phone = {"java_script_enabled": java_script_enabled, "viewport": {"width": 360, "height": 740}}
        page = new_context(base_url=address, **phone).new_page()
        page.goto(link)
        expect(page.get_by_role("heading", level=1)).to_have_text("Send Counts about 2017/18")
        if java_script_enabled:
            fit(page, "link-asking")
        upload(page, wrong)
        expect(page.get_by_role("heading", level=1)).to_have_text("Look at it, then send it", timeout=LONG)
        if java_script_enabled:
            fit(page, "link-draft")
        page.get_by_role("link", name="See every row that is wrong").click()
        expect(page.get_by_role("cell", name="many")).to_be_visible()
        if java_script_enabled:
            fit(page, "link-issues")
        page.get_by_role("link", name="Back").click()
        page.get_by_role("button", name="Start again with other files").click()
        upload(page, right)
        expect(page.get_by_role("heading", level=1)).to_have_text("Look at it, then send it", timeout=LONG)
        page.get_by_label("We have checked these numbers").check()
        page.get_by_role("button", name="Send to the board").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sent to the board")
        if java_script_enabled:
            fit(page, "link-sent")
        page.goto(link)
        expect(page.get_by_text("it works only once")).to_be_visible()
    (first, _) = board("calendar", "--json").json
    assert first["returns"] and first["came_on"]


def upload(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files([file])
    page.get_by_role("button", name="Upload and check").click()


def test_the_analyst_makes_a_link_in_the_calendar_and_it_works(board: Board, new_context: Contexts) -> None:
    with served(board) as address:
        analyst = new_context(base_url=address).new_page()
        joined(analyst, invited(board, "ash@ambleford.example", "analyst"), "Ash Kowalski")
        analyst.goto("/returns/calendar/?year=all")
        analyst.get_by_role("link", name="Counts about 2018/19, from Moss Side School").click()
        analyst.get_by_role("button", name="Make a one-time link").click()
        fit(analyst, "link-made")
        made = analyst.get_by_label("Give this link to the one person").input_value()
        assert re.fullmatch(r"http://127\.0\.0\.1:8000/send/[\w.-]+/", made)
        school = new_context(base_url=address).new_page()
        school.goto(made.partition(":8000")[2])
        expect(school.get_by_role("heading", level=1)).to_have_text("Send Counts about 2018/19")
        analyst.get_by_role("link", name="Counts about 2018/19").click()
        analyst.get_by_role("button", name="Stop the link").click()
        school.reload()
        expect(school.get_by_text("This link has run out")).to_be_visible()
