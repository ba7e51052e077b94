"""The pages of recommendations and actions: from a form to what was changed."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from goldenthread.web.actions.presenters import quarters_to_tell
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.operations import done, drop, reassign, report
from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.actions.rules import (
    CLOSED,
    DONE,
    LEVELS,
    NO_ACTION,
    ON_TIME,
    OPEN,
    PRACTICE,
    UNDECIDED,
)
from goldenthread.workflow.challenges.operations import issue, put
from tests.factories.actions import ANN, BORN, DUE, SMART, a_recommendation, an_action, done_action
from tests.factories.audits import a_chairs_audit
from tests.factories.board import Board, a_board, browser_of, published

pytestmark = pytest.mark.django_db

KEPT = 302
LAST_QUARTER = quarters_to_tell(timezone.localdate())[0][0]
PLAN = {
    "what": "Brief every cluster.",
    "indicator": "CLA3",
    "post": "Head of Service",
    "agency": "acc",
    "due": "31/3/2099",
}


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def wrong_with(browser: Client, address: str, sent: dict[str, Any]) -> str:
    """What a form says of what is sent, which is not kept."""
    answer = browser.post(address, sent)
    assert answer.status_code == 200
    return answer.content.decode()


# --- from a form to what was changed ----------------------------------------------------------------------------------


def test_a_recommendation_goes_from_a_form_to_what_was_changed(board: Board) -> None:
    analyst, chair, lead = browser_of(board.analyst), browser_of(board.chair), browser_of(board.lead)
    told = {"text": "Make plans SMART.", "kind": "audit", "source": "Audit of 16 plans", "source_on": "29/11/2013"}
    assert (
        analyst.post("/recommendations/add/", told | {"themes": "plans,voice of the child , plans"}).status_code == KEPT
    )
    made = Recommendation.objects.get()
    assert (made.themes, made.state) == ("plans, voice of the child", UNDECIDED)
    here = f"/recommendations/{made.number}/"
    assert analyst.post(f"{here}plan/", PLAN | {"holder": str(board.lead.pk), "on": "12/12/2013"}).status_code == KEPT
    action = Action.objects.get()
    there = f"/actions/{action.number}/"
    page = text_of(lead, there)
    for said in ("Brief every cluster.", "Head of Service, Ambleford City Council", f"Held by {board.lead.name}"):
        assert said in page
    told = {"quarter": LAST_QUARTER}
    assert lead.post(f"{there}reported-on/", told | {"status": ON_TIME, "text": "Two are held."}).status_code == KEPT
    finished = {"evidence": "The list of briefings.", "evidence_period": "FY2013-14Q4", "on": "28/3/2014"}
    assert lead.post(f"{there}done/", finished).status_code == KEPT
    action.refresh_from_db()
    assert (action.state, action.impact_due) == (DONE, date(2014, 6, 28))
    judged = {"level": PRACTICE, "evidence": "re-audit", "text": "Ten of 16 are SMART now.", "again_on": "31/3/2099"}
    assert chair.post(f"{there}judged/", judged).status_code == KEPT
    page = text_of(browser_of(board.member), there)
    for said in (
        "practice changed",
        "Ten of 16",
        "The evidence is about January to March 2014",
        "Two are held.",
        "again by",
    ):
        assert said in page
    assert chair.post(f"{here}closed/", {"because": "Plans are audited each year now."}).status_code == KEPT
    page = text_of(browser_of(board.member), here)
    assert "Plans are audited each year now." in page and there in page
    made.refresh_from_db()
    assert made.state == CLOSED


def test_no_action_because_and_open_again(board: Board) -> None:
    made, chair = a_recommendation(), browser_of(board.chair)
    here = f"/recommendations/{made.number}/"
    assert "Say why" in wrong_with(chair, f"{here}declined/", {"because": ""})
    assert chair.post(f"{here}declined/", {"because": "Every family is told."}).status_code == KEPT
    made.refresh_from_db()
    assert made.state == NO_ACTION and "Every family is told." in text_of(chair, here)
    assert chair.post(f"{here}opened-again/", {"because": "They are not."}).status_code == KEPT
    made.refresh_from_db()
    assert made.state == UNDECIDED
    assert chair.get(f"{here}closed/").status_code == 404


def test_what_stands_in_the_way_is_not_offered(board: Board) -> None:
    made, chair = a_recommendation(), browser_of(board.chair)
    action = an_action(board, recommendation=made)
    here = f"/recommendations/{made.number}/"
    assert [chair.get(f"{here}{verb}/").status_code for verb in ("closed", "declined")] == [404, 404]
    drop(action, why="It does not fit.", by=ANN)
    assert [chair.get(f"{here}{verb}/").status_code for verb in ("closed", "declined")] == [200, 200]
    assert chair.get(f"/actions/{action.number}/left-without-an-owner/").status_code == 404
    open_one = an_action(board)
    assert chair.get(f"/actions/{open_one.number}/escalated/").status_code == 200
    report(open_one, LAST_QUARTER, ON_TIME, text="Held.", by=ANN)
    assert chair.get(f"/actions/{open_one.number}/escalated/").status_code == 404


def test_what_a_former_owner_wants_to_judge_is_told_why_not(board: Board) -> None:
    action = an_action(board, owner=Owner("Chair of the group", board.agency, board.chair))
    reassign(action, Owner("Superintendent", board.other), why="The police lead on it now.", by=ANN)
    done(action, evidence="The list.", by=ANN)
    assert browser_of(board.chair).get(f"/actions/{action.number}/judged/").status_code == 404
    assert "You held the post that owned it." in text_of(browser_of(board.chair), f"/actions/{action.number}/")
    assert browser_of(board.analyst).get(f"/actions/{action.number}/judged/").status_code == 200


def test_what_the_measure_says_stands_beside_the_question(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent")
    action = done_action(board)
    Action.objects.update(indicator="CLA5")
    for address in (f"/actions/{action.number}/judged/", f"/actions/{action.number}/"):
        page = text_of(browser_of(board.chair), address)
        assert 'href="/indicators/CLA5/"' in page and "2017/18" in page
    Action.objects.update(indicator="GONE1")
    assert "GONE1, which is no longer in the framework" in text_of(
        browser_of(board.chair), f"/actions/{action.number}/"
    )


def test_an_action_without_a_recommendation_says_why_it_is_done(board: Board) -> None:
    analyst = browser_of(board.analyst)
    assert "or why else it is relevant" in wrong_with(analyst, "/actions/plan/", PLAN)
    assert analyst.post("/actions/plan/", PLAN | {"relevant": "The board chose it."}).status_code == KEPT
    assert "The board chose it." in text_of(analyst, f"/actions/{Action.objects.get().number}/")


def test_a_challenge_leads_to_an_action(board: Board) -> None:
    challenge = put("To offer every child an interview.", [board.agency], year="FY2014-15", indicator="CLA3", by=ANN)
    issue(challenge, on=DUE, reply_due=timezone.localdate(), by=ANN)
    analyst = browser_of(board.analyst)
    page = text_of(analyst, f"/challenges/{challenge.number}/")
    leads = re.findall(r'href="(/actions/plan/[^"]+)"', page)[0].replace("&amp;", "&")
    form = text_of(analyst, leads)
    assert f"Challenge {challenge.number}: To offer every child an interview." in form
    assert '<option value="CLA3" selected>' in form
    assert "/actions/plan/" not in text_of(browser_of(board.member), f"/challenges/{challenge.number}/")


# --- what forms say ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"what": ""}, "Say what will be done"),
        ({"what": BORN}, "seems to hold"),
        ({"indicator": ""}, "Say what should move"),
        ({"due": ""}, "by when it will be done, or why no date"),
        ({"due": "soon"}, "Enter a day as 2014-06-26 or 26/6/2014"),
        ({"due": "1/1/2001"}, "cannot be due before it is planned"),
        ({"post": ""}, "Say which post owns it"),
        ({"agency": ""}, "Say at which agency the post is"),
        ({"on": "1/1/2999"}, "in the future"),
    ],
)
def test_a_plan_that_is_not_whole_is_told_and_what_was_written_stays(
    board: Board, sent: dict[str, str], said: str
) -> None:
    made = a_recommendation()
    page = wrong_with(
        browser_of(board.analyst), f"/recommendations/{made.number}/plan/", PLAN | {"resources": "Two days"} | sent
    )
    assert said in page and "Two days" in page and "There is a problem" in page and not Action.objects.exists()


def test_a_holder_of_another_agency_is_refused(board: Board) -> None:
    made = a_recommendation()
    sent = PLAN | {"holder": str(board.lead_of_other.pk)}
    page = wrong_with(browser_of(board.analyst), f"/recommendations/{made.number}/plan/", sent)
    assert "is not of Ambleford City Council" in page


@pytest.mark.parametrize(
    ("verb", "sent", "said"),
    [
        ("reported-on", {"quarter": "FY1999-00Q1"}, "Say how it stands"),
        ("reassigned", {"post": "Sergeant", "agency": "apo"}, "Say why it is reassigned"),
        ("left-without-an-owner", {"why": ""}, "Say what became of the post"),
        ("found-relevant", {"text": " "}, "Say why it is still relevant"),
        ("escalated", {"to": ""}, "Say to whom it is escalated"),
        ("dropped", {"why": BORN}, "seems to hold"),
        ("done", {"evidence": ""}, "completion needs evidence"),
        ("done", {"evidence": "The list.", "evidence_period": "some day"}, "some day"),
        ("done", {"evidence": "The list.", "on": "1/1/2001"}, "before it was planned"),
    ],
)
def test_every_form_of_an_action_says_what_is_wrong(board: Board, verb: str, sent: dict[str, str], said: str) -> None:
    action = an_action(board)
    assert said in wrong_with(browser_of(board.analyst), f"/actions/{action.number}/{verb}/", sent)
    action.refresh_from_db()
    assert action.state == OPEN and not action.steps.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": "Seen."}, "Say what has changed"),
        ({"level": PRACTICE, "evidence": "data", "text": BORN}, "seems to hold"),
        ({"level": LEVELS[-1], "evidence": "data", "text": "Seen."}, "nothing that could be sustained"),
    ],
)
def test_a_judgement_that_does_not_hold_is_told(board: Board, sent: dict[str, str], said: str) -> None:
    action = done_action(board)
    assert said in wrong_with(browser_of(board.chair), f"/actions/{action.number}/judged/", sent)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": BORN}, "seems to hold"),
        ({"kind": ""}, "which kind of source"),
        ({"source_on": "1/1/2999"}, "in the future"),
        ({"source": "x" * 201}, "up to 200 letters"),
    ],
)
def test_a_recommendation_that_cannot_be_kept_is_told(board: Board, sent: dict[str, str], said: str) -> None:
    told = {"text": "Make plans SMART.", "kind": "audit", "source": "Audit of 16 plans", "source_on": "29/11/2013"}
    assert said in wrong_with(browser_of(board.analyst), "/recommendations/add/", told | sent)
    assert not Recommendation.objects.exists()


# --- two at once ------------------------------------------------------------------------------------------------------


def test_two_who_word_an_action_see_both_texts(board: Board) -> None:
    action = an_action(board)
    address = f"/actions/{action.number}/rewritten/"
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    assert SMART.what in text_of(chair, address)
    told = {"indicator": "CLA3", "due": "31/3/2099"}
    assert analyst.post(address, told | {"what": "Brief in March.", "edits": "1"}).status_code == KEPT
    page = wrong_with(chair, address, told | {"what": "Brief in June.", "edits": "1"})
    assert "Brief in March." in page and "Brief in June." in page and 'name="edits" value="2"' in page
    assert "Brief in June." in text_of(chair, f"/actions/{action.number}/")
    assert chair.post(address, told | {"what": "Brief twice.", "edits": "2"}).status_code == KEPT
    action.refresh_from_db()
    assert (action.what, action.wordings.count()) == ("Brief twice.", 4)
    assert "Say what should move" in wrong_with(
        chair, address, told | {"what": "Brief.", "indicator": "", "edits": "4"}
    )


def test_two_who_word_a_recommendation_see_both_texts(board: Board) -> None:
    made = a_recommendation()
    address = f"/recommendations/{made.number}/rewritten/"
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    assert analyst.post(address, {"text": "Make plans clear.", "edits": "1"}).status_code == KEPT
    page = wrong_with(chair, address, {"text": "Make plans short.", "edits": "1"})
    assert "Make plans clear." in page and "Make plans short." in page
    assert chair.post(address, {"text": "Make plans clear and short.", "edits": "2"}).status_code == KEPT
    assert "Make plans short." in text_of(chair, f"/recommendations/{made.number}/")
    assert "seems to hold" in wrong_with(chair, address, {"text": BORN, "edits": "3"})


def test_an_audit_leads_to_a_recommendation_and_back(board: Board) -> None:
    audit, analyst = a_chairs_audit(board.agency), browser_of(board.analyst)
    page = text_of(analyst, f"/audits/{audit.number}/")
    leads = re.findall(r'href="(/recommendations/add/[^"]+)"', page)[0].replace("&amp;", "&")
    known = dict(parse_qsl(urlsplit(leads).query))
    assert (known["source"], known["kind"]) == (audit.title, "audit") and audit.title in unescape(
        text_of(analyst, leads)
    )
    sent = {**known, "text": "Write down what the child says.", "source_on": "26/6/2014"}
    assert analyst.post("/recommendations/add/", sent).status_code == KEPT
    made = Recommendation.objects.get()
    assert made.audit == audit and made.text in text_of(analyst, f"/audits/{audit.number}/")
    page = text_of(analyst, f"/recommendations/{made.number}/")
    assert f"/audits/{audit.number}/" in page and "/challenges/put/?asks=Write+down" in page
    assert "/recommendations/add/" not in text_of(browser_of(board.member), f"/audits/{audit.number}/")
