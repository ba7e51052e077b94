"""The registers of recommendations and of actions: what is chosen, counted, shown a page at a time, and taken away."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.web.actions.presenters import quarters_to_tell
from goldenthread.workflow.actions.deciding import decide
from goldenthread.workflow.actions.models import Action
from goldenthread.workflow.actions.operations import drop, report
from goldenthread.workflow.actions.planning import Owner, Plan
from goldenthread.workflow.actions.register import ACTIONS, RECOMMENDATIONS
from goldenthread.workflow.actions.rules import (
    ON_TIME,
)
from goldenthread.workflow.people.models import Person
from tests.factories.actions import ANN, DUE, a_recommendation, an_action, done_action, judged_by
from tests.factories.board import Board, a_board, browser_of

pytestmark = pytest.mark.django_db

KEPT = 302
LAST_QUARTER = quarters_to_tell(timezone.localdate())[0][0]


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


# --- the registers ----------------------------------------------------------------------------------------------------


def one_of_each(board: Board) -> None:
    """An action of every kind that waits for something, and one that does not."""
    soon = Plan("Brief soon.", indicator="CLA3", due=timezone.localdate() + timedelta(days=9))
    an_action(board)
    gone = an_action(board, soon, owner=Owner("Head of Service", board.agency, board.lead))
    Person.objects.filter(pk=board.lead.pk).update(is_active=False)
    unowned = an_action(board, soon, owner=Owner("Superintendent", board.other))
    Action.objects.filter(pk=unowned.pk).update(post="", agency=None)
    done_action(board)
    told = an_action(board, soon, owner=Owner("Superintendent", board.other))
    for each in (gone, told):
        report(each, LAST_QUARTER, ON_TIME, text="Held.", by=ANN)


def test_every_number_on_the_register_opens_what_it_counts(board: Board) -> None:
    one_of_each(board)
    member = browser_of(board.member)
    page = text_of(member, "/actions/")
    tiles = re.findall(r'href="([^"]+)"><strong class="gt-tile__number">([\d,]+)</strong>', page)
    assert [number for _, number in tiles] == ["1", "1", "1", "2", "1"]
    for href, number in tiles:
        opened = text_of(member, href.replace("&amp;", "&"))
        assert opened.count("for recommendation ") == int(number)
    of_police = text_of(member, "/actions/?agency=apo")
    assert re.findall(r'number">([\d,]+)<', of_police) == ["0", "0", "0", "0", "0"]
    assert of_police.count("for recommendation ") == 1
    assert "No action is what you chose." in text_of(member, "/actions/?agency=apo&state=done")


def test_recommendations_are_narrowed_by_what_they_are(board: Board) -> None:
    a_recommendation("Old one.", themes="plans, voice of the child")
    a_recommendation("Of the police.", kind="inspection", agency=board.other, themes="voice",
                     source_on=timezone.localdate())  # fmt: skip
    decide(a_recommendation("Declined."), "declined", because="The law has changed.", by=ANN)
    member = browser_of(board.member)
    every = text_of(member, "/recommendations/")
    assert every.index("Old one.") < every.index("Of the police.") and "under a month" in every
    assert re.findall(r'number">([\d,]+)<', every) == ["2", "1"]
    for asked, shown in (
        ("kind=inspection", {"Of the police."}),
        ("state=undecided", {"Old one.", "Of the police."}),
        ("agency=board", {"Old one.", "Declined."}),
        ("agency=apo", {"Of the police."}),
        ("theme=voice", {"Of the police."}),
        ("theme=voice+of+the+child", {"Old one."}),
        ("theme=plans", {"Old one."}),
        ("old=on", {"Old one."}),
        ("state=closed", set()),
    ):
        page = text_of(member, f"/recommendations/?{asked}")
        assert {each for each in ("Old one.", "Of the police.", "Declined.") if each in page} == shown
    assert "No recommendation is what you chose." in text_of(member, "/recommendations/?state=closed")


def test_what_is_empty_says_what_to_do(board: Board) -> None:
    assert "There are no actions yet." in text_of(browser_of(board.analyst), "/actions/")
    assert "There are no recommendations yet." in text_of(browser_of(board.member), "/recommendations/")


def test_an_agency_sees_its_own_and_no_count_of_others(board: Board) -> None:
    made = a_recommendation()
    brief = Plan("Brief the police.", indicator="CLA3", due=DUE)
    own = an_action(board, recommendation=made)
    theirs = an_action(board, brief, recommendation=made, owner=Owner("Sergeant", board.other))
    lead = browser_of(board.lead)
    page = text_of(lead, "/actions/")
    assert own.what in page and theirs.what not in page and re.findall(r'number">([\d,]+)<', page)[0] == "1"
    assert "1 action, 1 open" in text_of(lead, "/recommendations/")
    assert theirs.what not in text_of(lead, f"/recommendations/{made.number}/")
    assert lead.get(f"/actions/{theirs.number}/").status_code == 404
    assert theirs.what not in lead.get("/actions/register.csv").content.decode()


@pytest.mark.parametrize("address", ["/actions/", "/recommendations/", "/actions/?waits=impact+due"])
def test_the_registers_ask_the_database_as_often_for_one_for_three_and_for_300(board: Board, address: str) -> None:
    member, asked = browser_of(board.member), []
    text_of(member, address)
    for more in (1, 2, 297):
        for _ in range(more):
            done_action(board)
        with CaptureQueriesContext(connection) as caught:
            text_of(member, address)
        asked.append(len(caught))
    assert len(set(asked)) == 1
    assert "Page 2 of 6; 300" in text_of(member, f"{address}{'&' if '?' in address else '?'}page=2")


@pytest.mark.parametrize("what", ["actions", "recommendations"])
def test_the_registers_are_taken_away_as_they_are_shown(
    board: Board, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = browser_of(board.member)
    assert member.get(f"/{what}/register.docx").status_code == 200
    action = done_action(board)
    judged_by(board.chair, action)
    an_action(board)
    dropped = an_action(board)
    drop(dropped, why="It does not fit.", by=ANN)
    report(an_action(board, owner=Owner("Sergeant", board.other)), "FY2013-14Q4", ON_TIME, text="Held.", by=ANN)
    headers = (ACTIONS if what == "actions" else RECOMMENDATIONS).headers
    for kind in ("csv", "xlsx", "docx"):
        made = member.get(f"/{what}/register.{kind}")
        assert made.status_code == 200 and "attachment" in made.headers["Content-Disposition"]
    header, *rows = member.get(f"/{what}/register.csv").content.decode().splitlines()
    assert header == ",".join(headers) and len(rows) == 4
    assert member.get(f"/{what}/register.pdf").status_code == 404
    monkeypatch.setattr("goldenthread.workflow.agencies.registers.MOST_IN_WORD", 3)
    refused = member.get(f"/{what}/register.docx")
    assert refused.status_code != 200 and "or take the workbook" in refused.content.decode()
