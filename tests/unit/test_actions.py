"""Recommendations and actions: decided, planned, reported on."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from goldenthread.demo.accounts import accounts_of
from goldenthread.demo.actions import judge_actions, plan_actions
from goldenthread.demo.board_file import agencies_of, read_board
from goldenthread.workflow.actions.deciding import decide
from goldenthread.workflow.actions.deciding import rewrite as reword
from goldenthread.workflow.actions.models import Action, Judgement, Recommendation, Step
from goldenthread.workflow.actions.operations import (
    done,
    drop,
    escalate,
    find_relevant,
    owner_left,
    reassign,
    report,
)
from goldenthread.workflow.actions.planning import Owner, Plan, plan, rewrite
from goldenthread.workflow.actions.reading import measured
from goldenthread.workflow.actions.rules import (
    ACTION_PLANNED,
    CLOSED,
    DONE,
    JUDGED,
    NO_ACTION,
    ON_TIME,
    OPEN,
    SLIPPED,
    UNDECIDED,
)
from goldenthread.workflow.agencies import operations as agencies
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people.rules import Role
from goldenthread.workflow.results.reading import Viewer
from tests.factories.actions import ANN, BEN, BORN, DUE, SMART, a_recommendation, an_action
from tests.factories.board import Board, a_board
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


# --- recommendations --------------------------------------------------------------------------------------------------


def test_a_recommendation_is_decided_or_waits(board: Board) -> None:
    first, second = a_recommendation(), a_recommendation("Print a leaflet.", agency=board.agency)
    assert [first.made_to, second.made_to] == ["the board", "Ambleford City Council"]
    assert list(Recommendation.objects.undecided()) == [first, second]
    an_action(board, recommendation=first)
    with pytest.raises(Refused, match="Say why there is no action"):
        decide(second, "declined", by=ANN)
    decide(second, "declined", because="Health visitors tell every family.", by=ANN)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (ACTION_PLANNED, NO_ACTION)
    assert [(each.verb, each.text) for each in second.decisions.all()] == [
        ("declined", "Health visitors tell every family.")
    ]
    assert not Recommendation.objects.undecided().exists()


def test_the_database_itself_keeps_no_refusal_without_its_reason(board: Board) -> None:
    made = a_recommendation()
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=made.pk).update(state=NO_ACTION)


def test_it_is_not_over_while_an_action_is_open(board: Board) -> None:
    made = a_recommendation()
    action = an_action(board, recommendation=made)
    for verb in ("declined", "closed"):
        with pytest.raises(Refused, match=f"still has open actions: {action.number}"):
            decide(made, verb, because="It is over.", by=ANN)
    done(action, evidence="The list of briefings.", by=ANN)
    decide(made, "closed", because="Plans are audited each year now.", by=ANN)
    made.refresh_from_db()
    assert made.state == CLOSED and not made.is_open()
    with pytest.raises(Refused, match="is closed. Open it again"):
        an_action(board, recommendation=made)


def test_one_without_any_action_cannot_be_closed(board: Board) -> None:
    made = a_recommendation()
    decide(made, "planned for", by=ANN)
    with pytest.raises(Refused, match="no action yet"):
        decide(made, "closed", because="It is over.", by=ANN)


def test_its_age_is_told_in_whole_months(board: Board) -> None:
    made = a_recommendation(source_on=date(2011, 10, 31))
    assert [made.months_old(day) for day in (date(2011, 11, 30), date(2012, 10, 30), date(2012, 10, 31))] == [0, 11, 12]
    assert list(Recommendation.objects.open_since_before(date(2012, 1, 1))) == [made]
    decide(made, "declined", because="The law has changed.", by=ANN)
    assert not Recommendation.objects.open_since_before(date(2012, 1, 1)).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": " "}, "Say what is recommended"),
        ({"text": BORN}, "seems to hold"),
        ({"text": "x" * 4001}, "at most 4,000 fit"),
        ({"kind": "rumour"}, "which kind of source"),
        ({"source": ""}, "Say who made it"),
        ({"source": "x" * 201}, "at most 200 fit"),
        ({"source_on": date(2999, 1, 1)}, "in the future"),
        ({"themes": BORN}, "seems to hold"),
    ],
)
def test_a_recommendation_that_cannot_be_kept_is_refused(board: Board, wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        a_recommendation(**wrong)
    assert not Recommendation.objects.exists()


# --- planning ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Plan("", indicator="CLA3", due=DUE), "Say what will be done"),
        (Plan("Brief.", due=DUE), "Say what should move"),
        (Plan("Brief.", indicator="NOPE1", due=DUE), "There is no indicator NOPE1"),
        (Plan("Brief.", indicator="CLA3"), "by when it will be done, or why no date"),
        (Plan("Brief.", indicator="CLA3", due=date(2013, 1, 1)), "cannot be due before it is planned"),
        (Plan(BORN, indicator="CLA3", due=DUE), "seems to hold"),
        (Plan("Brief.", indicator="CLA3", due=DUE, resources=BORN), "“Resources” seems to hold"),
        (Plan("Brief.", indicator="CLA3", due=DUE, relevant="x" * 4001), "at most 4,000 fit"),
    ],
)
def test_a_plan_that_is_not_whole_is_refused_and_decides_nothing(board: Board, wrong: Plan, said: str) -> None:
    made = a_recommendation()
    with pytest.raises(Refused, match=said):
        an_action(board, wrong, recommendation=made)
    made.refresh_from_db()
    assert made.state == UNDECIDED and not Action.objects.exists()


def test_an_action_without_a_recommendation_says_why_it_is_relevant(board: Board) -> None:
    owner = Owner("Head of Service", board.agency)
    with pytest.raises(Refused, match="which recommendation it meets"):
        plan(SMART, owner, by=ANN)
    kept = plan(Plan("Brief.", measured_by="What staff say.", relevant="The board chose it.", why_no_date="Money."),
                owner, by=ANN)  # fmt: skip
    assert (kept.due, kept.why_no_date, kept.recommendation) == (None, "Money.", None)
    assert kept.owner == "Head of Service, Ambleford City Council"


def test_the_owner_is_a_post_and_its_holder_is_of_the_agency(board: Board) -> None:
    with pytest.raises(Refused, match="Say which post owns it"):
        an_action(board, owner=Owner(" ", board.agency))
    with pytest.raises(Refused, match="is not of Ambleford City Council"):
        an_action(board, owner=Owner("Head of Service", board.agency, board.lead_of_other))
    board.lead.is_active = False
    with pytest.raises(Refused, match="is closed"):
        an_action(board, owner=Owner("Head of Service", board.agency, board.lead))


def test_a_measure_that_no_longer_exists_is_told_as_such(board: Board) -> None:
    action = an_action(board)
    Action.objects.update(indicator="GONE1")
    action.refresh_from_db()
    assert (action.measure, action.lost_measure) == (None, "GONE1")
    assert measured(action, Viewer.of(board.analyst)) is None


def test_two_who_word_an_action_at_once_lose_nothing(board: Board) -> None:
    action = an_action(board)
    rewrite(action, Plan("Brief in March.", indicator="CLA3", due=DUE), edits=1, by=ANN)
    aside = rewrite(action, Plan("Brief in June.", measured_by="A survey.", due=DUE), edits=1, by=BEN)
    action.refresh_from_db()
    assert (action.what, action.edits, aside.set_aside_for) == ("Brief in March.", 2, 2)
    assert [each.parts["what"] for each in action.wordings.all()] == [
        "Brief in June.", "Brief in March.", "Brief every cluster on SMART planning.",
    ]  # fmt: skip


def test_two_who_word_a_recommendation_at_once_lose_nothing(board: Board) -> None:
    made = a_recommendation()
    reword(made, text="Make plans clear.", themes="plans", edits=1, by=ANN)
    aside = reword(made, text="Make plans short.", themes="", edits=1, by=BEN)
    made.refresh_from_db()
    assert (made.text, aside.set_aside_for, made.wordings.count()) == ("Make plans clear.", 2, 3)


def test_history_holds_no_word_of_it(board: Board) -> None:
    report(an_action(board), "FY2013-14Q4", ON_TIME, text="the lift was broken", by=ANN)
    texts = "".join(Entry.objects.values_list("text", flat=True))
    assert "lift" not in texts and "SMART" not in texts


# --- reporting, and what becomes of it --------------------------------------------------------------------------------


def test_what_was_reported_is_never_overwritten(board: Board) -> None:
    action = an_action(board)
    report(action, "FY2013-14Q4", ON_TIME, text="Held.", by=ANN)
    report(action, "FY2013-14Q4", SLIPPED, text="Two were put off after all.", by=BEN)
    assert [(str(each), each.text, each.reported_by) for each in action.progress.all()] == [
        ("on time in FY2013-14Q4", "Held.", ANN),
        ("slipped in FY2013-14Q4", "Two were put off after all.", BEN),
    ]


@pytest.mark.parametrize(
    ("quarter", "status", "text", "said"),
    [
        ("FY2013-14", ON_TIME, "Held.", "is no quarter"),
        ("last spring", ON_TIME, "Held.", "last spring"),
        ("FY2098-99Q1", ON_TIME, "Held.", "has not begun"),
        ("FY2013-14Q4", "green", "Held.", "Say how it stands"),
        ("FY2013-14Q4", ON_TIME, " ", "in a few words"),
        ("FY2013-14Q4", ON_TIME, BORN, "seems to hold"),
    ],
)
def test_a_report_that_says_nothing_is_refused(board: Board, quarter: str, status: str, text: str, said: str) -> None:
    action = an_action(board)
    with pytest.raises(Refused, match=said):
        report(action, quarter, status, text=text, by=ANN)
    assert not action.progress.exists()


def test_when_its_owner_leaves_it_is_given_to_another_post(board: Board) -> None:
    action = an_action(board, owner=Owner("Head of Service", board.agency, board.lead))
    board.lead.is_active = False
    board.lead.save()
    assert list(Action.objects.owner_gone()) == [action]
    owner_left(action, why="The post ended in the restructure.", by=ANN)
    assert list(Action.objects.without_owner_or_date()) == [action]
    reassign(action, Owner("Superintendent", board.other), why="The police lead on it now.", by=ANN)
    action.refresh_from_db()
    assert action.owner == "Superintendent, Ambleford Police" and action.holder is None
    assert [each.text for each in action.steps.all()] == [
        "It was owned by Head of Service, Ambleford City Council. The post ended in the restructure.",
        "From nobody to Superintendent, Ambleford Police. The police lead on it now.",
    ]
    assert not Action.objects.without_owner_or_date().exists()


def test_relevance_is_looked_at_again_after_a_restructure(board: Board) -> None:
    action, restructure = an_action(board), date(2014, 4, 1)
    assert list(Action.objects.relevance_unchecked_since(restructure)) == [action]
    find_relevant(action, text="It still fits.", on=date(2014, 5, 1), by=ANN)
    assert not Action.objects.relevance_unchecked_since(restructure).exists()
    drop(action, why="Another service does it.", by=ANN)
    assert [each.verb for each in action.steps.all()] == ["found relevant", "dropped"]


def test_silence_is_escalated_and_only_silence(board: Board) -> None:
    action, day = an_action(board), date(2014, 8, 14)
    assert list(Action.objects.silent(day)) == [action]
    escalate(action, to="the chief nurse", text="Nothing came about June.", on=day, by=ANN)
    report(action, "FY2014-15Q1", SLIPPED, text="The rooms were booked twice.", by=ANN)
    assert not Action.objects.silent(day).exists()
    with pytest.raises(Refused, match="There is nothing to escalate"):
        escalate(action, to="the chief nurse", text="Nothing came.", on=day, by=ANN)
    assert Step.objects.get().text == "To the chief nurse. Nothing came about June."


def test_what_is_late_is_overdue_until_it_is_done(board: Board) -> None:
    action = an_action(board)
    assert not Action.objects.overdue(DUE).exists()
    assert list(Action.objects.overdue(DUE + timedelta(days=1))) == [action]
    assert action.days_late(DUE + timedelta(days=9)) == 9
    done(action, evidence="The list.", on=DUE, by=ANN)
    assert not Action.objects.overdue(date(2020, 1, 1)).exists()


def test_the_demonstration_plans_reports_and_judges(board: Board) -> None:
    read = read_board()
    partners = agencies_of(read)
    for agency in partners.all():
        if not Agency.objects.filter(code=agency.code).exists():
            agencies.add(agency.code, agency.name, agency.sector, by="command line")
    accounts = list(accounts_of(read, partners))
    for account in accounts:
        of = Agency.objects.get(code=account.agency) if account.agency else None
        a_person(Role(account.role), agency=of, email=account.email)
    made = list(plan_actions(partners, accounts))
    judged = list(judge_actions(accounts))
    assert {each.state for each in Recommendation.objects.all()} == {ACTION_PLANNED, NO_ACTION, CLOSED}
    assert {each.state for each in Action.objects.all()} == {OPEN, DONE, JUDGED}
    assert len(made) == Recommendation.objects.count() and len(judged) == Judgement.objects.count()
    assert Action.objects.without_owner_or_date().count() == Step.objects.filter(verb="left without an owner").count()
