"""What is decided about a return in the browser: why it takes the place of another, whether its numbers will stand."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.engine.periods import parse
from goldenthread.workflow.returns.models import Return, Upload
from goldenthread.workflow.returns.operations import accept
from goldenthread.workflow.returns.rules import LONGEST_REASON, VALIDATED
from tests.factories.board import YEAR, Board, a_board, browser_of
from tests.factories.drafts import a_draft
from tests.factories.jobs import worked_off
from tests.factories.returns import a_return, episodes

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def lead(board: Board) -> Client:
    return browser_of(board.lead)


@pytest.fixture
def analyst(board: Board) -> Client:
    return browser_of(board.analyst)


@pytest.fixture
def first(board: Board, tmp_path: Path) -> Return:
    """An accepted return, of which two rows were held back."""
    return a_return(episodes(tmp_path / "first", wrong=2), board.agency, period=YEAR, accepted=True)


def a_later_one(board: Board, tmp_path: Path, *, period: str = "FY2017-18") -> Return:
    """A draft that differs from the first return."""
    file = episodes(tmp_path / "later", children=7)
    return a_draft(board, (file.name, file.read_bytes()), period=period)


def text(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status_code
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode().partition("<main")[2]))


def test_to_take_the_place_of_another_it_needs_a_reason(
    board: Board, tmp_path: Path, first: Return, analyst: Client, lead: Client
) -> None:
    number = a_later_one(board, tmp_path).number
    assert f"takes the place of return {first.number}" in text(lead, f"/returns/{number}/")
    lead.post(f"/returns/{number}/send/", {"reason": "four children more", "validated": "on"})
    page = f"/returns/{number}/accept/"
    assert "four children more" in text(analyst, page)
    answer = analyst.post(page, {"reason": " "})
    assert f"Say why it takes the place of return {first.number}" in answer.content.decode()
    assert not Return.objects.get(pk=number).is_accepted()
    analyst.post(page, {"reason": "children of another team were left out"})
    later = Return.objects.get(pk=number)
    assert (later.is_accepted(), later.reason) == (True, "children of another team were left out")
    assert f"Replaced by Return {number} children of another team" in text(lead, f"/returns/{first.number}/")
    assert f"Took the place of Return {first.number} children of another team" in text(lead, f"/returns/{number}/")


def test_where_it_takes_the_place_of_none_no_reason_is_asked(board: Board, tmp_path: Path, lead: Client) -> None:
    number = a_later_one(board, tmp_path).number
    assert 'name="reason"' not in lead.get(f"/returns/{number}/").content.decode()
    assert lead.post(f"/returns/{number}/send/", {"validated": "on"}).status_code == 302
    return_ = Return.objects.get(pk=number)
    assert (return_.status, return_.validated_by) == (VALIDATED, board.lead.actor)
    assert "Validated on" in text(lead, f"/returns/{number}/")
    assert browser_of(board.analyst).post(f"/returns/{number}/accept/").status_code == 302


def test_a_reason_that_is_too_long_sends_nothing(board: Board, tmp_path: Path, first: Return, lead: Client) -> None:
    number = a_later_one(board, tmp_path).number
    answer = lead.post(f"/returns/{number}/send/", {"reason": "x" * (LONGEST_REASON + 1)})
    assert "Say it in up to 500 letters" in answer.content.decode()
    assert Return.objects.get(pk=number).is_draft()


def test_one_that_cannot_be_accepted_says_so_before_one_tries(
    board: Board, tmp_path: Path, first: Return, analyst: Client
) -> None:
    later = a_return(episodes(tmp_path / "half", children=5), board.agency, period=parse("FY2017-18H1"))
    page = text(analyst, f"/returns/{later.number}/accept/")
    assert "cannot be accepted as it is" in page and "counted twice" in page


def test_rows_held_back_are_counted_and_lead_to_why(board: Board, first: Return, lead: Client) -> None:
    page = lead.get(f"/returns/{first.number}/").content.decode()
    assert "2 rows were held back" in page and f'href="/returns/{first.number}/issues/?severity=error"' in page
    others = browser_of(board.member).get(f"/returns/{first.number}/").content.decode()
    assert "2 rows were held back" in others and "severity=error" not in others


def test_a_corrected_return_is_sent_from_the_page_of_the_one_it_puts_right(
    board: Board, tmp_path: Path, first: Return, lead: Client
) -> None:
    address = f"/returns/upload/?corrects={first.number}"
    assert f'href="{address}"' in lead.get(f"/returns/{first.number}/").content.decode()
    page = lead.get(address).content.decode()
    assert f"Send return {first.number} again, corrected" in page and 'value="FY2017-18"' in page
    file = SimpleUploadedFile("episodes.csv", episodes(tmp_path / "again", children=5).read_bytes())
    lead.post("/returns/upload/", {"chosen": [file], "period": "FY2017-18", "corrects": first.number})
    assert Upload.objects.get().corrects == first
    worked_off()
    draft = Return.objects.get(corrects=first)
    assert f"Puts right Return {first.number}" in text(lead, f"/returns/{draft.number}/")
    assert f"Put right by Return {draft.number}" in text(lead, f"/returns/{first.number}/")
    assert "Put right by" not in text(browser_of(board.member), f"/returns/{first.number}/")


@pytest.mark.parametrize("number", ["99", "first", "-1", "²"])
def test_what_one_has_not_sent_cannot_be_put_right(board: Board, first: Return, number: str) -> None:
    assert browser_of(board.lead).get(f"/returns/upload/?corrects={number}").status_code == 404
    assert browser_of(board.lead_of_other).get(f"/returns/upload/?corrects={first.number}").status_code == 404


def test_a_replaced_return_offers_nothing_more(board: Board, tmp_path: Path, first: Return, lead: Client) -> None:
    accept(a_return(episodes(tmp_path / "later", children=7), board.agency, period=YEAR), by="command line")
    page = text(lead, f"/returns/{first.number}/")
    assert "Mark as validated" not in page and "Send a corrected return" not in page
    assert "There is nothing to do" in text(lead, f"/returns/{first.number}/validate/")
