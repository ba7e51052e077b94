"""Named checks of findings: what each finds, for whom, and when it is content."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from goldenthread.workflow.findings.operations import move, rewrite
from goldenthread.workflow.findings.rules import STRENGTH
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.waiting.checking import Asked, Thing
from goldenthread.workflow.waiting.reading import check_called, found_by, waiting_for
from tests.factories.board import Board, a_board, browser_of
from tests.factories.findings import ANN, FOUND, a_finding, told

pytestmark = pytest.mark.django_db

TODAY = date(2014, 6, 30)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def things(code: str, person: Person, on: date = TODAY) -> list[Thing]:
    return found_by(check_called(code, person), Asked.by(person, on)).things


def test_a_weakness_waits_until_somebody_says_why(board: Board) -> None:
    made = a_finding(agencies=[board.other, board.agency])
    a_finding("GPs come.", nature=STRENGTH)
    (thing,) = things("weaknesses-without-cause", board.chair)
    assert (thing.name, thing.of) == (
        f"Finding {made.number}: Plans are not SMART.", "Ambleford City Council; Ambleford Police",
    )  # fmt: skip
    assert [len(things("weaknesses-without-cause", person)) for person in (board.lead, board.member)] == [1, 1]
    rewrite(made, told(cause="Nobody asks."), edits=1, by=ANN)
    assert things("weaknesses-without-cause", board.chair) == []


def test_somebody_at_another_agency_learns_nothing_by_it(board: Board) -> None:
    a_finding(agencies=[board.other])
    assert things("weaknesses-without-cause", board.lead) == [] == things("findings-claimed", board.lead)
    with pytest.raises(NotFound):
        check_called("findings-untested", board.lead)


def test_a_claim_is_asked_for_its_evidence_after_three_months(board: Board) -> None:
    made = a_finding()
    assert things("findings-claimed", board.analyst, FOUND + timedelta(days=90)) == []
    (thing,) = things("findings-claimed", board.analyst, FOUND + timedelta(days=91))
    assert (thing.why, thing.of) == ("a claim since 23 January 2014", "The partnership")
    move(made, "evidenced", basis="The report.", by=ANN)
    assert things("findings-claimed", board.analyst) == []


def test_what_is_evidenced_waits_for_whoever_wrote_none_of_it(board: Board) -> None:
    made = a_finding("x" * 200, by=board.analyst.actor, cause="Nobody asks.")
    move(made, "evidenced", basis="The report.", by=board.analyst.actor)
    assert [len(things("findings-untested", person)) for person in (board.analyst, board.chair)] == [0, 1]
    waits = {each.check.code for each in waiting_for(Asked.by(board.chair, TODAY))}
    assert waits == {"findings-untested", "weaknesses-unfollowed"}
    assert f"/findings/{made.number}/" in browser_of(board.chair).get("/checks/findings-untested/").content.decode()
    move(made, "moderated", basis="The files.", by=board.chair.actor)
    assert things("findings-untested", board.chair) == []
