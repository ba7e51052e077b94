"""Pages that are remembered: the same for everybody of a role until something changes, and no reading is lost."""

import re
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from markupsafe import escape

from goldenthread.workflow.actions.models import Action
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.operations import name_owner
from goldenthread.workflow.history.models import Entry, Head
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import Role
from goldenthread.workflow.results.tasks import ask_for_an_edition
from tests.factories.actions import an_action
from tests.factories.board import Board, a_board, browser_of, published
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db

PAGES = (
    "/", "/scorecard/", "/scorecard/?tier=board", "/indicators/CLA3/", "/indicators/CLA3/chart.svg",
    "/indicators/CLA3/rounded/", "/journey/", "/places/", "/reductions/", "/framework/", "/framework/nation/",
    "/reports/",
)  # fmt: skip
FEW = 6
"""Queries for who is signed in, what has changed, and whether an edition is on its way."""


@pytest.fixture
def board(tmp_path: Path) -> Board:
    made = a_board()
    published(made, tmp_path / "sent", children=30)
    return made


def text(browser: Client, page: str) -> str:
    return browser.get(page).content.decode()


def without_owner(page: str, person: Person) -> str:
    """A page without the name of whoever is signed in, and without the tokens of their forms."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(str(escape(person.name)), "")


def named(name: str, role: Role, agency: Agency | None = None) -> Person:
    """Somebody more of a role."""
    person = a_person(role, agency=agency, email="another@ambleford.example")
    person.name = name
    person.save()
    return person


@pytest.mark.parametrize("address", PAGES)
def test_everybody_of_a_role_is_shown_the_same_page_under_their_own_name(board: Board, address: str) -> None:
    """Whether it is laid out for them or remembered from somebody else."""
    first, second = board.member, named("Ó'Neill <Ada>", Role.BOARD_MEMBER)
    of_first, remembered = (text(browser_of(each), address) for each in (first, second))
    caches["pages"].clear()
    laid_out = text(browser_of(second), address)
    assert without_owner(remembered, second) == without_owner(laid_out, second) == without_owner(of_first, first)
    assert first.name not in remembered


def test_leads_of_one_agency_share_a_page_and_those_of_two_do_not(board: Board) -> None:
    colleague = named("Another lead", Role.DATA_LEAD, board.agency)
    an_action(board)
    own, other = text(browser_of(board.lead), "/"), text(browser_of(board.lead_of_other), "/")
    assert without_owner(text(browser_of(colleague), "/"), colleague) == without_owner(own, board.lead)
    assert without_owner(other, board.lead_of_other) != without_owner(own, board.lead)


def test_a_page_that_is_remembered_asks_the_database_little(board: Board) -> None:
    browser = browser_of(board.member)
    text(browser, "/scorecard/")
    with CaptureQueriesContext(connection) as asked:
        text(browser, "/scorecard/")
    assert len(asked) <= FEW


def test_whatever_changes_is_on_the_next_page(board: Board) -> None:
    browser = browser_of(board.member)
    assert "Nobody is named yet" in text(browser, "/indicators/CLA3/")
    name_owner("CLA3", post="Head of Looked After Children", agency=board.agency, by="command line")
    assert "Head of Looked After Children" in text(browser, "/indicators/CLA3/")
    assert "is being worked out" not in text(browser, "/")
    ask_for_an_edition(by="command line")
    assert "is being worked out" in text(browser, "/")


def test_a_form_on_a_remembered_page_carries_a_token_of_its_reader(board: Board) -> None:
    text(browser_of(board.member), "/")
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(named("Another", Role.BOARD_MEMBER))
    (token,) = set(re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', text(browser, "/")))
    assert browser.post("/accounts/logout/", {"csrfmiddlewaretoken": token}).status_code == 302


def test_what_somebody_is_told_once_is_not_remembered(board: Board) -> None:
    browser = browser_of(board.analyst)
    browser.post("/work-out/", follow=True)
    told = browser.get("/disclosure/ask/AUD1/", follow=True).content.decode()
    assert "nothing to ask for" in told
    assert "nothing to ask for" not in text(browser, "/indicators/AUD1/")


def test_every_reading_of_exact_figures_is_recorded(board: Board) -> None:
    browser = browser_of(board.chair)
    readings = [
        Entry.objects.filter(verb="read exactly").count() for _ in range(3) if text(browser, "/indicators/CLA3/")
    ]
    assert readings[0] > 0
    assert readings == [turn * readings[0] for turn in (1, 2, 3)]


def test_history_knows_a_change_from_a_reading(board: Board) -> None:
    before = Head.objects.get().changed
    record("read exactly", subject="edition", subject_id=1, by="somebody")
    record("took away", subject="edition", subject_id=1, by="somebody")
    assert Head.objects.get().changed == before
    assert record("kept", subject="note", subject_id=1, by="somebody").number == Head.objects.get().changed


def test_what_an_agency_is_asked_for_changes_its_first_page(board: Board) -> None:
    browser = browser_of(board.lead)
    text(browser, "/")
    an_action(board)
    assert Action.objects.exists()
    with CaptureQueriesContext(connection) as asked:
        text(browser, "/")
    assert len(asked) > FEW
