"""Every address and every role: who gets in. An address that is missing here fails, as does a view that is silent."""

from collections import defaultdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import get_resolver, path

from goldenthread.engine.protecting.faces import Face
from goldenthread.web.base.access import may, needs_of
from goldenthread.workflow.breaks.operations import declare
from goldenthread.workflow.breaks.rules import TIMING
from goldenthread.workflow.calendar.operations import expect
from goldenthread.workflow.challenges.operations import issue, put
from goldenthread.workflow.disclosure.operations import ask
from goldenthread.workflow.framework.operations import name_owner, note_comparators
from goldenthread.workflow.people.rules import CAPABILITIES, Role
from goldenthread.workflow.plans.tree import aim_at
from goldenthread.workflow.stories.operations import write
from goldenthread.workflow.threads.operations import Line, begin
from goldenthread.workflow.tokens.models import Token
from goldenthread.workflow.tokens.operations import make
from tests.access import ROUTES, SIGN_IN, WHO
from tests.factories.actions import a_log, a_recommendation, an_action
from tests.factories.audits import a_chairs_audit
from tests.factories.board import YEAR, Board, a_board, browser_of, published
from tests.factories.findings import a_finding, once_tested
from tests.factories.plans import an_agreed_task
from tests.factories.returns import uploaded
from tests.routes import routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return a_board()


def met(browser: Client, address: str) -> Any:
    """What somebody meets at an address: a status, or where they are sent."""
    answer = browser.get(address)
    if answer.status_code != 302:
        return answer.status_code
    going = answer.headers["Location"]
    return SIGN_IN if going.startswith("/accounts/login/?next=") else going


def a_late_challenge(board: Board) -> tuple[int, int]:
    """The numbers of a challenge to the board's first agency, which has not answered, and of its answer."""
    challenge = put("To send it in time.", [board.agency], year="FY2018-19", by="command line")
    issue(challenge, on=date(2018, 6, 1), reply_due=date(2018, 7, 1), by="command line")
    return challenge.number, challenge.answers.get().pk


def filled(numbers: dict[str, int], expected: Any) -> Any:
    """What is expected, with the numbers of what is there in addresses."""
    return expected.format_map(numbers) if isinstance(expected, str) else expected


def test_every_route_is_in_the_table_and_no_other() -> None:
    assert {route for route, _ in routes()} == ROUTES.keys()


def test_every_view_declares_who_may_see_it() -> None:
    assert [route for route, pattern in routes() if needs_of(pattern.callback) is None] == []


def test_everybody_meets_what_the_table_says(board: Board, tmp_path: Path) -> None:
    number = published(board, tmp_path / "sent", wrong=1).number
    upload = uploaded(board.lead, ("episodes.csv", b"bread,milk"))
    expected = expect(board.agency, ["ssda903"], every="year", due_days=60, first=YEAR, by="command line")
    numbers = {"return": number, "upload": upload.number, "expected": expected.number}
    numbers["break"] = declare(
        "referrals", on=date(2013, 11, 1), how=TIMING, reason="another system", by="command line"
    ).number
    why = "Everybody was promised this number."
    numbers["disclosure"] = ask("CLA1", period="2018-03-31", reason=why, by="command line").number
    numbers["note"] = note_comparators("CLA3", noted="England", by="command line").number
    name_owner("CLA3", post="Head of Service", agency=board.agency, by="command line")
    write("CLA3", "FY2017-18", {"works": "Ringing within a week."}, based_on=0, by="command line")
    numbers["challenge"], numbers["answer"] = a_late_challenge(board)
    numbers["audit"] = a_chairs_audit(board.agency).number
    numbers["finding"] = once_tested(a_finding(agencies=[board.agency])).number
    planned = an_action(board)
    numbers["log"] = a_log(board.analyst).number
    numbers["action"], numbers["recommendation"] = planned.number, planned.recommendation_id or 0
    numbers["undecided"] = a_recommendation().number
    numbers["task"] = an_agreed_task(board.agency).number
    numbers["aim"] = aim_at("Safe from harm", kind="outcome", since=date(2011, 4, 1), by="command line").number
    numbers["thread"] = begin(Line("Is it sent in time?"), by="command line").number
    make("a dashboard", face=Face.PUBLIC, by="command line")
    numbers["token"] = Token.objects.get().pk
    found = {}
    for route, (address, _) in ROUTES.items():
        there = address.format_map(numbers)
        found[route] = tuple(met(browser_of(person), there) for person in board.people().values())
    assert found == {route: tuple(map(partial(filled, numbers), expected)) for route, (_, expected) in ROUTES.items()}


def test_the_table_names_everybody(board: Board) -> None:
    assert tuple(board.people()) == WHO
    assert {person.role for person in board.people().values() if person} == set(Role) == set(CAPABILITIES)


def test_nothing_that_is_not_there_tells_whether_it_is(board: Board) -> None:
    assert [browser_of(person).get("/returns/99/").status_code for person in (board.lead, board.analyst)] == [404, 404]


def silent(request: HttpRequest) -> HttpResponse:
    """A view whose author forgot to say who may see it."""
    return HttpResponse("secret")


urlpatterns = [*get_resolver().url_patterns, path("silent/", silent, name="silent")]


@pytest.mark.urls(__name__)
def test_a_view_that_declares_nothing_is_shown_to_nobody(board: Board) -> None:
    for person in board.people().values():
        answer = browser_of(person).get("/silent/")
        assert (answer.status_code, b"secret" in answer.content) == (403, False)
    assert "silent/" in {route for route, _ in routes()} - ROUTES.keys()


def test_a_capability_that_there_is_not_cannot_be_declared() -> None:
    with pytest.raises(KeyError):
        may("see everything")


def test_an_account_that_was_closed_opens_nothing(board: Board) -> None:
    browser = browser_of(board.analyst)
    board.analyst.is_active = False
    board.analyst.save()
    assert met(browser, "/returns/") == SIGN_IN


@pytest.mark.parametrize("address", [address for address, _ in ROUTES.values()])
def test_nothing_is_sent_without_the_token_of_a_form(board: Board, address: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(board.analyst)
    answer = browser.post(address.format_map(defaultdict(lambda: 1)))
    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()
