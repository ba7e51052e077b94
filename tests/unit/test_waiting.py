"""Named checks: what each finds, what it leaves alone, and that nobody learns by them of what they may not see."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.engine.periods import parse
from goldenthread.workflow.actions.models import Action
from goldenthread.workflow.actions.operations import owner_left, report
from goldenthread.workflow.actions.planning import Owner, Plan
from goldenthread.workflow.actions.rules import ON_TIME
from goldenthread.workflow.audits.operations import consider
from goldenthread.workflow.calendar.operations import expect
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.challenges.operations import issue, lead, put
from goldenthread.workflow.framework.operations import set_target
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns.models import Part
from goldenthread.workflow.stories.operations import sign_off, write
from goldenthread.workflow.stories.rules import PARTS
from goldenthread.workflow.waiting.checking import Asked
from goldenthread.workflow.waiting.reading import CHECKS, all_found, check_called, found_by, has_duties, waiting_for
from goldenthread.workflow.waiting.rules import LIMITS
from tests.factories.actions import a_recommendation, an_action, done_action
from tests.factories.audits import a_chairs_audit
from tests.factories.board import Board, a_board, sent
from tests.factories.returns import a_return, episodes

pytestmark = pytest.mark.django_db

TODAY = date(2014, 6, 30)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def names(code: str, person: Person, on: date = TODAY) -> list[str]:
    """What a check finds for somebody, by name, without numbers: these go on from test to test on some databases."""
    return [
        re.sub(r" \d+(?= from|:)", "", each.name)
        for each in found_by(check_called(code, person), Asked.by(person, on)).things
    ]


def a_challenge(board: Board, *, due: date, to: object = None) -> Challenge:
    made = put("To answer.", [to or board.agency], year="FY2014-15", by="command line")  # type: ignore[list-item]
    issue(made, on=date(2013, 6, 12), reply_due=due, by="command line")
    return made


def found(board: Board) -> dict[str, int]:
    """What every check finds for the chair, without those that find nothing."""
    return {each.check.code: each.number for each in all_found(Asked.by(board.chair, TODAY)) if each.things}


def test_where_nothing_is_kept_nothing_is_found(board: Board) -> None:
    assert found(board) == {}
    assert all(waiting_for(Asked.by(person, TODAY)) == [] for person in board.people().values() if person)


def test_every_check_is_called_by_one_name_and_says_what_it_looks_for() -> None:
    assert len({each.code for each in CHECKS}) == len({each.name for each in CHECKS}) == len(CHECKS)
    assert all(each.looks_for.endswith(".") and each.what_to_do.endswith(".") for each in CHECKS)
    assert all(each.agency or each.board for each in CHECKS), "somebody has to see to it"
    assert len({each.name for each in LIMITS}) == len(LIMITS)


# --- returns ----------------------------------------------------------------------------------------------------------


def test_a_return_that_is_late_and_one_that_is_due(board: Board) -> None:
    expect(board.agency, ["counts"], every="quarter", due_days=30, first="FY2013-14Q4", by="command line")
    assert names("returns-overdue", board.lead) == ["Counts, about January to March 2014"]
    assert names("returns-overdue", board.lead_of_other) == []
    assert names("returns-due-soon", board.lead, date(2014, 4, 20)) == ["Counts, about January to March 2014"]
    assert names("partners-absent", board.analyst) == ["Counts, about January to March 2014"]
    assert names("agencies-silent", board.analyst) == ["Ambleford City Council"]
    assert [each.check.code for each in waiting_for(Asked.by(board.lead, TODAY))] == ["returns-overdue"]


def test_a_return_that_came_is_accepted_and_then_counted(board: Board, tmp_path: Path) -> None:
    sent(board, tmp_path / "first")
    called, today = ["Return from Ambleford City Council"], date(2099, 1, 1)
    assert names("returns-to-accept", board.analyst, today) == called
    assert names("returns-to-accept", board.lead_of_other, today) == []
    with pytest.raises(NotFound):
        check_called("returns-not-counted", board.member)
    sent(board, tmp_path / "second", children=13, accepted=True)
    assert names("returns-not-counted", board.analyst, today) == called


def test_what_an_agency_sent_before_and_has_no_row_of_any_more(board: Board, tmp_path: Path) -> None:
    for year in (2017, 2018):
        folder = episodes(tmp_path / str(year), year=year, children=3).parent
        last = a_return(folder, board.agency, period=parse(f"FY{year}-{year % 100 + 1}"), accepted=True)
    assert names("returns-emptied", board.analyst) == []
    Part.objects.filter(of=last).update(rows=0)
    assert names("returns-emptied", board.analyst) == ["Return from Ambleford City Council: Looked-after episodes"]
    assert names("returns-emptied", board.lead_of_other) == []
    Part.objects.update(rows=0)
    assert names("returns-emptied", board.analyst) == [], "it never held any"


# --- challenges -------------------------------------------------------------------------------------------------------


def test_a_challenge_waits_then_is_late_then_is_judged_then_has_to_have_an_effect(board: Board) -> None:
    challenge = a_challenge(board, due=date(2014, 6, 29))
    called = ["Challenge: To answer."]
    assert names("challenges-to-answer", board.lead, date(2014, 6, 29)) == called
    assert names("challenges-unanswered", board.lead) == called and names("challenges-to-answer", board.lead) == []
    assert names("challenges-unanswered", board.lead_of_other) == []
    answer = challenge.answers.get()
    for verb in ("accepted", "replied"):
        lead(answer, verb, text="It is done.", by="command line")
    assert names("answers-to-judge", board.chair) == called and names("challenges-unanswered", board.chair) == []
    lead(answer, "judged answered", text="It is.", by="command line")
    assert names("answers-to-judge", board.chair) == [] and names("challenges-without-effect", board.chair) == called
    assert names("challenges-without-effect", board.chair, date(2014, 6, 1)) == []


# --- recommendations and actions --------------------------------------------------------------------------------------


def test_an_action_is_late_unreported_and_unowned(board: Board) -> None:
    action = an_action(board)
    called = ["Action: Brief every cluster on SMART planning."]
    assert names("actions-due-soon", board.lead, date(2014, 3, 20)) == called
    assert names("actions-overdue", board.lead) == called and names("actions-overdue", board.lead_of_other) == []
    assert names("actions-unreported", board.lead) == called
    report(action, "FY2013-14Q4", ON_TIME, text="Three of five briefed.", by="command line")
    assert names("actions-unreported", board.lead) == []
    owner_left(action, why="The post is gone.", by="command line")
    assert names("actions-incomplete", board.chair) == called


def test_an_action_without_date_or_reason_and_one_whose_owner_is_gone(board: Board) -> None:
    asks = Plan("Ask children.", indicator="CLA3", why_no_date="It never ends.")
    action = an_action(board, asks, owner=Owner("Head of Service", board.agency, board.lead))
    assert names("actions-incomplete", board.analyst) == []
    Action.objects.filter(pk=action.pk).update(why_no_date="")
    assert names("actions-incomplete", board.analyst) == ["Action: Ask children."]
    assert names("owners-gone", board.analyst) == []
    board.lead.is_active = False
    board.lead.save()
    assert names("owners-gone", board.analyst) == ["Action: Ask children."]


def test_done_is_not_changed(board: Board) -> None:
    action = done_action(board)
    assert names("impact-without-a-day", board.chair) == []
    assert names("impact-overdue", board.chair) == ["Action: Brief every cluster on SMART planning."]
    assert names("impact-overdue", board.chair, date(2014, 6, 1)) == []
    Action.objects.filter(pk=action.pk).update(impact_due=None)
    assert names("impact-without-a-day", board.chair) == ["Action: Brief every cluster on SMART planning."]


def test_a_recommendation_is_undecided_and_in_time_old(board: Board) -> None:
    a_recommendation("A long text. " * 30, source_on=date(2013, 6, 30))
    assert names("recommendations-undecided", board.analyst)[0].endswith(" …")
    assert names("recommendations-old", board.analyst) == []
    assert len(names("recommendations-old", board.analyst, TODAY + timedelta(days=1))) == 1
    assert names("recommendations-old", board.lead, TODAY + timedelta(days=1)) == [], "it was made to the board"


# --- stories, targets, audits -----------------------------------------------------------------------------------------


def test_a_story_is_signed_off_and_published_by_those_who_may(board: Board) -> None:
    version = write("CLA3", "FY2013-14", dict.fromkeys(PARTS, "So it is."), based_on=0, by="person:98")
    called = ["Reviews at which the child's views were heard, 2013/14"]
    assert [names("stories-to-sign-off", board.chair), names("stories-to-publish", board.chair)] == [called, []]
    sign_off(version.of, version=1, by="person:99")
    assert [names("stories-to-sign-off", board.chair), names("stories-to-publish", board.chair)] == [[], called]
    for person in (board.member, board.lead):
        with pytest.raises(NotFound):
            check_called("stories-to-sign-off", person)


def test_somebody_answers_for_every_target(board: Board) -> None:
    said: dict[str, Any] = {"set_on": TODAY, "set_by": "us", "why": "so", "today": TODAY, "by": "command line"}
    set_target("CLA3", value=Decimal(95), first="FY2013-14", **said)
    assert len(names("targets-unowned", board.chair)) == 1


def test_an_audit_is_considered_within_half_a_year(board: Board) -> None:
    audit = a_chairs_audit(board.agency)
    seen = {who: names("audits-unconsidered", person, date(2019, 1, 1)) for who, person in (
        ("chair", board.chair), ("lead", board.lead), ("other", board.lead_of_other))}  # fmt: skip
    assert seen == {"chair": ["Audit: Chair's audit"], "lead": ["Audit: Chair's audit"], "other": []}
    consider(audit, on=date(2018, 9, 1), by="command line")
    assert names("audits-unconsidered", board.chair, date(2019, 1, 1)) == []


# --- who learns what --------------------------------------------------------------------------------------------------


def test_somebody_at_an_agency_learns_of_their_own_alone(board: Board) -> None:
    an_action(board)
    a_challenge(board, due=date(2014, 5, 1))
    assert {each.check.code for each in all_found(Asked.by(board.lead, TODAY)) if each.things} == {
        "actions-overdue",
        "actions-unreported",
        "challenges-unanswered",
    }
    assert not any(each.things for each in all_found(Asked.by(board.lead_of_other, TODAY)))


def test_those_who_only_read_have_nothing_to_do(board: Board) -> None:
    duties = {who: has_duties(person) for who, person in board.people().items() if person}
    assert {who for who, has in duties.items() if has} == {"chair", "analyst", "lead", "other"}


def more_of_everything(board: Board) -> None:
    an_action(board)
    done_action(board)
    a_challenge(board, due=date(2014, 5, 1))
    a_challenge(board, due=date(2014, 5, 1), to=board.other)
    a_chairs_audit(board.agency)


@pytest.mark.parametrize("who", [lambda board: board.chair, lambda board: board.analyst, lambda board: board.lead])
def test_one_three_and_300_are_asked_for_alike(board: Board, who: Callable[[Board], Person]) -> None:
    person, asked = who(board), []
    for more in (1, 2, 97):
        for _ in range(more):
            more_of_everything(board)
        with CaptureQueriesContext(connection) as caught:
            all_found(Asked.by(person, TODAY))
        asked.append(len(caught))
    assert len(set(asked)) == 1
