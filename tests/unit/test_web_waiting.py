"""The pages of what is waiting: for whoever looks, for an agency, for the whole, and check by check."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document

from goldenthread.engine.store.keys import Keys
from goldenthread.web.base.found import Listed, Waiting
from goldenthread.web.home import presenters
from goldenthread.workflow.agencies import registers
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.operations import expect
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.challenges.operations import issue, put
from goldenthread.workflow.people.rules import Role
from tests.factories.actions import an_action
from tests.factories.agencies import an_agency
from tests.factories.board import Board, a_board, browser_of
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db

ASKS = "To offer every child who was missing a return interview."


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status_code
    page = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page).replace("&#39;", "'"))


def words_in(document: bytes) -> list[str]:
    """The paragraphs of a Word document, those of its tables too."""
    opened = Document(BytesIO(document))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return [*(each.text for each in opened.paragraphs), *cells]


def a_challenge(to: Agency) -> Challenge:
    made = put(ASKS, [to], year="FY2014-15", by="command line")
    issue(made, on=date(2014, 6, 12), reply_due=date(2014, 7, 31), by="command line")
    return made


def test_where_nothing_waits_the_pages_say_so(board: Board) -> None:
    assert "Nothing waits for you." in text_of(browser_of(board.chair), "/waiting/")
    assert "Nothing waits for Ambleford Police" in text_of(browser_of(board.lead_of_other), "/waiting/")
    assert "There is nothing like that." in text_of(browser_of(board.member), "/checks/actions-overdue/")


def test_a_board_without_agencies_says_how_to_add_them(home: Path) -> None:
    Keys.create(settings.GOLDENTHREAD_KEY_FILE)
    assert "There are no agencies yet" in text_of(browser_of(a_person(Role.CHAIR)), "/waiting/")


@pytest.mark.parametrize(
    ("to_do", "to_ask", "more"),
    [
        (5, 3, ""), (0, 0, ""), (6, 3, "1 more kind of thing waits for you"),
        (7, 4, "3 more kinds of thing wait for you"), (2, 4, "1 more kind of thing waits for you"),
    ],
)  # fmt: skip
def test_the_beginning_of_what_waits_says_how_much_is_left_out(to_do: int, to_ask: int, more: str) -> None:
    first, second = ([Listed(f"{n}", "", 1, "", "", []) for n in range(number)] for number in (to_do, to_ask))
    short = Waiting(first, second).beginning(5, 3)
    assert (short.to_do, short.to_ask, short.more) == (first[:5], second[:3], more)


def test_the_start_page_begins_the_list_that_the_page_of_what_waits_has_whole(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenters, "TO_DO_SHOWN", 0)
    monkeypatch.setattr(presenters, "TO_ASK_SHOWN", 0)
    assert "more kind" not in text_of(browser_of(board.chair), "/"), "nothing waits"
    a_challenge(board.agency)
    start, whole = (browser_of(board.chair).get(address).content.decode() for address in ("/", "/waiting/"))
    told = '<a class="govuk-link" href="/waiting/">1 more kind of thing waits for you</a>'
    assert told in start and "/checks/challenges-unanswered/" not in start and "Nothing waits for you" not in start
    assert told not in whole and "/checks/challenges-unanswered/" in whole


def test_each_number_opens_what_it_counts(board: Board) -> None:
    a_challenge(board.agency)
    a_challenge(board.other)
    page = browser_of(board.member).get("/waiting/").content.decode()
    opened = re.findall(r'href="(/checks/[^"]*)">(\d+)<', page)
    assert opened
    for address, number in opened:
        rows = (
            browser_of(board.member)
            .get(address.replace("&amp;", "&"))
            .content.decode()
            .count('<tr class="govuk-table__row"')
        )
        assert rows - 1 == int(number), address
    assert {address for address, _ in opened} >= {
        "/checks/challenges-unanswered/",
        "/checks/challenges-unanswered/?agency=acc",
        "/checks/challenges-unanswered/?agency=apo",
    }


def test_what_waits_for_an_agency_is_on_one_page(board: Board) -> None:
    challenge, action = a_challenge(board.agency), an_action(board)
    expect(board.agency, ["counts"], every="quarter", due_days=30, first="FY2013-14Q4", by="command line")
    for page in (text_of(browser_of(board.lead), "/waiting/"), text_of(browser_of(board.chair), "/waiting/acc/")):
        assert f"Challenge {challenge.number}: {ASKS}" in page and "days late" in page
        assert f"Action {action.number}: Brief every cluster" in page
        assert "Counts, about January to March 2014" in page
        assert "for the board" in page and "Partners absent from a dataset" in page
    assert f'href="/challenges/{challenge.number}/"' in browser_of(board.lead).get("/waiting/").content.decode()


def test_nobody_learns_what_waits_for_another_agency(board: Board) -> None:
    a_challenge(board.agency)
    an_action(board)
    police = browser_of(board.lead_of_other)
    assert "Nothing waits for Ambleford Police" in text_of(police, "/waiting/")
    for address in ("/", "/checks/", "/checks/challenges-unanswered/", "/checks/actions-overdue/"):
        page = text_of(police, address)
        assert "return interview" not in page and "SMART" not in page and "Ambleford City Council" not in page
    checks, _, _ = police.get("/checks/").content.decode().partition("The limits")
    numbers = re.findall(r'numeric"><span>(\d+)</span>', checks)
    assert len(numbers) > 10 and set(numbers) == {"0"}
    for address in ("/waiting/acc/", "/waiting/nobody/", "/checks/actions-overdue/?agency=acc"):
        assert police.get(address).status_code == 404
    assert browser_of(board.adviser).get("/").content.decode().count("/waiting/") == 0


def test_a_list_is_narrowed_and_taken_away_as_it_is_shown(board: Board) -> None:
    a_challenge(board.agency)
    a_challenge(board.other)
    chair = browser_of(board.chair)
    page = text_of(chair, "/checks/challenges-unanswered/?agency=apo")
    assert "Only those of Ambleford Police are shown" in page and "Ambleford City Council" not in page
    made = chair.get("/checks/challenges-unanswered/list.csv?agency=apo")
    header, row = made.content.decode().splitlines()
    assert header == "check,what,whose,why" and "Ambleford Police" in row and ASKS in row
    assert chair.get("/checks/challenges-unanswered/list.xlsx").headers["Content-Type"].endswith("sheet")
    assert chair.get("/checks/challenges-unanswered/list.pdf").status_code == 404
    paper = "\n".join(words_in(chair.get("/checks/challenges-unanswered/list.docx?agency=apo").content))
    assert ASKS in paper and "Ambleford Police" in paper and "Ambleford City Council" not in paper
    assert "There is nothing like that." in words_in(chair.get("/checks/owners-gone/list.docx").content)
    assert "There is nothing like that" in text_of(chair, "/checks/challenges-unanswered/?agency=none")
    assert chair.get("/checks/challenges-unanswered/?agency=nobody").status_code == 404


def test_what_waits_for_an_agency_is_taken_away_check_by_check(board: Board) -> None:
    a_challenge(board.agency)
    a_challenge(board.other)
    an_action(board)
    lead = browser_of(board.lead)
    told = words_in(lead.get("/waiting/acc/list.docx").content)
    assert told.index("Challenges unanswered") < told.index("Actions overdue") and ASKS in "\n".join(told)
    _, *rows = lead.get("/waiting/acc/list.csv").content.decode().splitlines()
    assert len(rows) == 3 and all("Ambleford City Council" in row for row in rows)


def test_a_document_holds_only_so_much(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registers, "MOST_IN_WORD", 1)
    for _ in range(2):
        a_challenge(board.agency)
    answer = browser_of(board.chair).get("/checks/challenges-unanswered/list.docx")
    assert "a document holds 1" in answer.content.decode()
    assert browser_of(board.chair).get("/checks/challenges-unanswered/list.xlsx").status_code == 200


def test_a_check_leads_to_where_it_is_seen_to_for_those_who_may(board: Board) -> None:
    leads = {who: "Reminders to send" in text_of(browser_of(person), "/checks/returns-overdue/") for who, person in (
        ("analyst", board.analyst), ("member", board.member), ("lead", board.lead))}  # fmt: skip
    assert leads == {"analyst": True, "member": False, "lead": False}


@pytest.mark.parametrize("address", ["/", "/waiting/", "/checks/", "/checks/challenges-unanswered/", "/waiting/acc/"])
def test_a_page_asks_the_database_as_often_for_one_for_three_and_for_300(board: Board, address: str) -> None:
    chair, asked = browser_of(board.chair), []
    chair.get(address)
    for begun, more in ((0, 1), (1, 2), (3, 297)):
        for number in range(begun, begun + more):
            a_challenge(an_agency(f"a{number}"))
            a_challenge(board.agency)
        with CaptureQueriesContext(connection) as caught:
            assert chair.get(address).status_code == 200
        asked.append(len(caught))
    assert len(set(asked)) == 1
