"""Every way of an action and of a recommendation on the pages, and every role: who can take it."""

from pathlib import Path

import pytest
from django.utils import timezone

from goldenthread.web.actions.forms import EVIDENCE_SHOWN, LEVELS_SHOWN
from goldenthread.web.actions.listing import TOLD, age
from goldenthread.web.actions.presenters import ASKED, DECIDED, quarters_to_tell
from goldenthread.workflow.actions.models import WAITING, Action, Recommendation
from goldenthread.workflow.actions.operations import drop
from goldenthread.workflow.actions.rules import (
    ACTION,
    ACTION_PLANNED,
    EVIDENCE,
    JUDGE,
    JUDGED,
    KEEP,
    LEVELS,
    ON_TIME,
    PRACTICE,
    RECOMMENDATION,
    REPORT,
    UNDECIDED,
)
from tests.factories.actions import ANN, DUE, a_recommendation, an_action
from tests.factories.board import Board, a_board, browser_of

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


CAN = {KEEP: ("chair", "analyst"), REPORT: ("analyst", "lead"), JUDGE: ("chair", "analyst")}
SENT = {
    "rewritten": {"what": "Brief.", "indicator": "CLA3", "due": "31/3/2099", "edits": "1"},
    "reported on": {"status": ON_TIME, "text": "Held."},
    "reassigned": {"post": "Head of Service", "agency": "acc", "why": "Another post."},
    "left without an owner": {"why": "It ended."},
    "found relevant": {"text": "It fits."},
    "escalated": {"to": "the chief nurse", "text": "Nothing came."},
    "dropped": {"why": "It does not fit."},
    "done": {"evidence": "The list."},
    "opened again": {"why": "The list was another's."},
    "judged": {"level": PRACTICE, "evidence": "data", "text": "Seen."},
}


@pytest.mark.parametrize("verb", [way.verb for way in ACTION.ways])
def test_every_way_of_an_action_and_every_role(board: Board, verb: str) -> None:
    way, led = {way.verb: way for way in ACTION.ways}[verb], []
    sent = SENT[verb] | ({"quarter": LAST_QUARTER} if verb == "reported on" else {})
    for name, person in board.people().items():
        action = an_action(board)
        Action.objects.filter(pk=action.pk).update(state=way.sources[0], done_on=DUE, evidence="The list.")
        answer = browser_of(person).post(f"/actions/{action.number}/{verb.replace(' ', '-')}/", sent)
        action.refresh_from_db()
        if answer.status_code == KEPT and person:
            led.append(name)
        assert action.state == (way.target if name in led else way.sources[0])
        assert (
            action.steps.exists() or action.progress.exists() or action.judgements.exists() or action.edits > 1
        ) == (name in led)
    assert tuple(led) == CAN[way.capability]


@pytest.mark.parametrize("verb", [way.verb for way in RECOMMENDATION.ways if way.verb != "planned for"])
def test_every_way_of_a_recommendation_and_every_role(board: Board, verb: str) -> None:
    way, led = {way.verb: way for way in RECOMMENDATION.ways}[verb], []
    for name, person in board.people().items():
        made = a_recommendation(agency=board.agency)
        drop(an_action(board, recommendation=made), why="It does not fit.", by=ANN)
        Recommendation.objects.filter(pk=made.pk).update(state=way.sources[0], because="So it was said.")
        sent = {"because": "So it was said.", "text": "Make plans clear.", "edits": "1"}
        answer = browser_of(person).post(f"/recommendations/{made.number}/{verb.replace(' ', '-')}/", sent)
        made.refresh_from_db()
        if answer.status_code == KEPT and person:
            led.append(name)
        assert made.state == (way.target if name in led else way.sources[0])
    assert tuple(led) == CAN[way.capability]


def test_whoever_keeps_actions_plans_for_a_recommendation(board: Board) -> None:
    planned = []
    for name, person in board.people().items():
        made = a_recommendation(agency=board.agency)
        answer = browser_of(person).post(f"/recommendations/{made.number}/plan/", PLAN)
        made.refresh_from_db()
        if answer.status_code == KEPT and person:
            planned.append(name)
        assert made.state == (ACTION_PLANNED if name in planned else UNDECIDED)
    assert tuple(planned) == CAN[KEEP]


def test_another_agency_takes_no_way_of_an_action(board: Board) -> None:
    action = an_action(board)
    other = browser_of(board.lead_of_other)
    assert other.get(f"/actions/{action.number}/done/").status_code == 404


def test_every_word_of_the_rules_has_one_on_the_pages() -> None:
    assert ASKED.keys() == {way.verb for way in ACTION.ways}
    assert DECIDED.keys() == {way.verb for way in RECOMMENDATION.ways}
    assert tuple(LEVELS_SHOWN) == LEVELS and tuple(EVIDENCE_SHOWN) == EVIDENCE
    assert TOLD.keys() == WAITING.keys() and JUDGED in ACTION.states()
    assert [age(months) for months in (0, 1, 12, 27)] == ["under a month", "1 month", "1 year", "2 years, 3 months"]
