"""Actions that are done: their impact judged by somebody else; every way of an action, and who may take it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.engine.periods import parse
from goldenthread.workflow.actions.deciding import decide
from goldenthread.workflow.actions.deciding import rewrite as reword
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.operations import (
    done,
    drop,
    escalate,
    find_relevant,
    judge,
    open_again,
    owner_left,
    reassign,
    report,
)
from goldenthread.workflow.actions.planning import Owner, plan, rewrite
from goldenthread.workflow.actions.reading import may_judge, may_report, measured
from goldenthread.workflow.actions.rules import (
    ACTION,
    DONE,
    JUDGED,
    ON_TIME,
    OPEN,
    PRACTICE,
    RECOMMENDATION,
    SUSTAINED,
)
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.rules import Role, may
from goldenthread.workflow.results.reading import Viewer
from tests.factories.actions import (
    ANN,
    BEN,
    BORN,
    DUE,
    PLANNED,
    SMART,
    a_recommendation,
    an_action,
    done_action,
    judged_by,
)
from tests.factories.board import Board, a_board, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


# --- done, and its impact ---------------------------------------------------------------------------------------------


def test_done_is_not_impact(board: Board) -> None:
    action = done_action(board)
    assert (action.state, action.impact_due) == (DONE, date(2014, 6, 28))
    assert not Action.objects.impact_due(date(2014, 6, 27)).exists()
    assert list(Action.objects.impact_due(date(2014, 6, 28))) == [action]
    judged_by(board.chair, action, again_on=date(2015, 3, 31))
    assert (action.state, action.impact_due) == (JUDGED, date(2015, 3, 31))
    assert not Action.objects.impact_due(date(2014, 6, 28)).exists()
    assert list(Action.objects.impact_due(date(2015, 3, 31))) == [action]
    Action.objects.update(state=DONE, impact_due=None)
    assert list(Action.objects.done_without_impact_date()) == [action]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"evidence": " "}, "completion needs evidence"),
        ({"evidence": BORN}, "seems to hold"),
        ({"on": date(2013, 1, 1)}, "before it was planned"),
        ({"on": date(2999, 1, 1)}, "in the future"),
        ({"evidence_period": "some day"}, "some day"),
        ({"impact_due": date(2014, 1, 1)}, "not before"),
    ],
)
def test_what_is_not_shown_is_not_done(board: Board, wrong: dict[str, Any], said: str) -> None:
    action = an_action(board)
    with pytest.raises(Refused, match=said):
        done(action, **{"evidence": "The list.", "on": DUE, "by": ANN} | wrong)
    action.refresh_from_db()
    assert (action.state, action.evidence, action.steps.count()) == (OPEN, "", 0)


def test_somebody_else_judges(board: Board) -> None:
    reported = done_action(board, by=board.analyst.actor)
    with pytest.raises(Refused, match="You reported that it is done"):
        judged_by(board.analyst, reported)
    with pytest.raises(Refused, match="Your agency owns it"):
        judged_by(board.lead, reported)
    Action.objects.update(holder=board.chair)
    with pytest.raises(Refused, match="You hold the post"):
        judged_by(board.chair, reported)
    reported.refresh_from_db()
    assert not any(may_judge(each, reported) for each in (board.analyst, board.lead, board.chair, board.member))
    Action.objects.update(holder=None)
    reported.refresh_from_db()
    assert may_judge(board.chair, reported)


def test_whoever_was_near_to_it_before_does_not_judge_it_either(board: Board) -> None:
    action = an_action(board, owner=Owner("Chair of the group", board.agency, board.chair))
    done(action, evidence="A leaflet.", on=DUE, by=board.analyst.actor)
    open_again(action, why="It was another's.", by=ANN)
    reassign(action, Owner("Superintendent", board.other), why="The police lead on it now.", by=ANN)
    done(action, evidence="The list of briefings.", on=DUE, by=BEN)
    action.refresh_from_db()
    for person, said in (
        (board.chair, "You held the post that owned it"),
        (board.analyst, "You reported before that it is done"),
        (board.lead, "Your agency owned it before"),
        (board.lead_of_other, "Your agency owns it"),
    ):
        with pytest.raises(Refused, match=said):
            judged_by(person, action)
    assert [str(each) for each in action.ownerships.all()] == [
        "Chair of the group, Ambleford City Council", "Superintendent, Ambleford Police",
    ]  # fmt: skip


def test_when_it_is_done_once_more_the_first_evidence_stays(board: Board) -> None:
    action = done_action(board)
    open_again(action, why="The list was another's.", by=ANN)
    done(action, evidence="The right list.", on=DUE, evidence_period="FY2013-14Q4", by=BEN)
    action.refresh_from_db()
    assert (action.evidence, action.evidence_about) == ("The right list.", parse("FY2013-14Q4"))
    assert [(str(each), each.evidence, each.reported_by, each.about) for each in action.completions.all()] == [
        ("done on 2014-03-28", "The list of briefings.", ANN, None),
        ("done on 2014-03-31", "The right list.", BEN, parse("FY2013-14Q4")),
    ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"level": "great"}, "Say what has changed"),
        ({"evidence": "a feeling"}, "on what kind of evidence"),
        ({"text": ""}, "Say what shows it"),
        ({"text": BORN}, "seems to hold"),
        ({"level": SUSTAINED}, "nothing that could be sustained"),
        ({"on": date(2014, 1, 1)}, "before it was done"),
        ({"again_on": date(2014, 1, 1)}, "is after this one"),
    ],
)
def test_a_judgement_that_does_not_hold_is_refused(board: Board, wrong: dict[str, Any], said: str) -> None:
    action = done_action(board)
    with pytest.raises(Refused, match=said):
        judged_by(board.chair, action, **wrong)
    action.refresh_from_db()
    assert action.state == DONE and not action.judgements.exists()


def test_what_changed_can_be_found_sustained_later(board: Board) -> None:
    action = done_action(board)
    judged_by(board.chair, action, PRACTICE)
    judged_by(board.chair, action, SUSTAINED, on=date(2015, 3, 31))
    assert [str(each) for each in action.judgements.all()] == [
        "judged practice changed on 2014-03-31", "judged sustained at re-test on 2015-03-31",
    ]  # fmt: skip


def test_what_its_measure_says_is_kept_with_the_judgement(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent")
    action = done_action(board)
    Action.objects.update(indicator="CLA5")
    action.refresh_from_db()
    shown = measured(action, Viewer.of(board.member))
    assert shown and shown.indicator.code == "CLA5" and "2017/18" in shown.sentence
    judged_by(board.chair, action)
    assert "2017/18" in action.judgements.get().measure_said


def test_before_the_first_edition_the_measure_says_nothing(board: Board) -> None:
    action = done_action(board)
    assert measured(action, Viewer.of(board.member)) is None
    judged_by(board.chair, action)
    assert action.judgements.get().measure_said == ""


# --- every way, and every role ----------------------------------------------------------------------------------------

WAYS: dict[str, Callable[[Board, Action], object]] = {
    "rewritten": lambda board, action: rewrite(action, SMART, edits=1, by=ANN),
    "reported on": lambda board, action: report(action, "FY2013-14Q4", ON_TIME, text="Held.", by=ANN),
    "reassigned": lambda board, action: reassign(action, Owner("Sergeant", board.other), why="Moved.", by=ANN),
    "left without an owner": lambda board, action: owner_left(action, why="Ended.", by=ANN),
    "found relevant": lambda board, action: find_relevant(action, text="It fits.", by=ANN),
    "escalated": lambda board, action: escalate(action, to="the lead", text="Silence.", by=ANN),
    "dropped": lambda board, action: drop(action, why="It does not fit.", by=ANN),
    "done": lambda board, action: done(action, evidence="The list.", by=ANN),
    "opened again": lambda board, action: open_again(action, why="The list was another's.", by=ANN),
    "judged": lambda board, action: judge(action, PRACTICE, evidence="data", text="Seen.", by=board.chair),
}


@pytest.mark.parametrize("state", ACTION.states())
@pytest.mark.parametrize("verb", [way.verb for way in ACTION.ways])
def test_every_way_of_an_action_starts_only_from_where_it_is_declared_to(board: Board, verb: str, state: str) -> None:
    action = an_action(board)
    Action.objects.update(state=state, done_on=DUE, evidence="The list.", done_by=BEN)
    way = next(way for way in ACTION.ways if way.verb == verb)
    if state in way.sources:
        WAYS[verb](board, action)
        action.refresh_from_db()
        assert action.state == way.target
        assert Entry.objects.filter(subject="action", verb=verb).count() == 1
    else:
        with pytest.raises(Refused, match="Nothing was changed"):
            WAYS[verb](board, action)
        action.refresh_from_db()
        assert action.state == state


@pytest.mark.parametrize("state", RECOMMENDATION.states())
@pytest.mark.parametrize("verb", [way.verb for way in RECOMMENDATION.ways])
def test_every_way_of_a_recommendation_starts_only_from_where_it_is_declared_to(
    board: Board, verb: str, state: str
) -> None:
    made = a_recommendation()
    drop(an_action(board, recommendation=made), why="It does not fit.", by=ANN)
    Recommendation.objects.update(state=state, because="So it was said.")
    way = next(way for way in RECOMMENDATION.ways if way.verb == verb)

    def led() -> None:
        if verb == "rewritten":
            reword(made, text="Make plans clear.", themes="", edits=1, by=ANN)
        else:
            decide(made, verb, because="So it was said.", by=ANN)

    if state in way.sources:
        led()
    else:
        with pytest.raises(Refused, match="Nothing was changed"):
            led()
    made.refresh_from_db()
    assert made.state == (way.target if state in way.sources else state)


MAY = {
    "keep actions": {Role.CHAIR, Role.ANALYST},
    "report on actions": {Role.ANALYST, Role.DATA_LEAD},
    "judge impact": {Role.CHAIR, Role.ANALYST},
}


@pytest.mark.parametrize("way", [*ACTION.ways, *RECOMMENDATION.ways], ids=lambda way: f"{way.verb} from {way.sources}")
def test_every_way_is_open_to_the_roles_in_the_table(board: Board, way: Any) -> None:
    found = {Role(person.role) for person in board.people().values() if person and may(person, way.capability)}
    assert found == MAY[way.capability]


def test_an_agency_reports_on_its_own_actions_and_sees_no_other(board: Board) -> None:
    action = an_action(board)
    people = {name: person for name, person in board.people().items() if person}
    assert {name for name, person in people.items() if may_report(person, action)} == {"analyst", "lead"}
    for things in (Action.objects, Recommendation.objects):
        seen = {name for name, person in people.items() if things.visible_to(person).exists()}
        assert seen == {"member", "chair", "analyst", "lead"}
    with pytest.raises(NotFound, match="no action"):
        Action.objects.visible_to(board.lead_of_other).numbered(action.number)
    with pytest.raises(NotFound, match="no recommendation"):
        Recommendation.objects.visible_to(board.adviser).numbered(1)


def test_many_are_read_with_as_few_queries_as_one(board: Board) -> None:
    asked, reader = [], board.analyst
    for many in (1, 3, 300):
        first = a_recommendation()
        while Action.objects.count() < many:
            plan(SMART, Owner("Head of Service", board.agency), recommendation=first, by=ANN, on=PLANNED)
        with CaptureQueriesContext(connection) as queries:
            for each in Action.objects.visible_to(reader).overdue(date(2015, 1, 1)).in_order():
                assert each.owner and each.recommendation and each.measure
            assert all(each.made_to for each in Recommendation.objects.in_order())
        asked.append(len(queries))
    assert asked == [2, 2, 2]
