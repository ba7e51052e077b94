"""Invented recommendations and actions."""

from datetime import date
from typing import Any

from goldenthread.workflow.actions.deciding import recommend
from goldenthread.workflow.actions.importing import operations as importing
from goldenthread.workflow.actions.importing.taking import Matching
from goldenthread.workflow.actions.logs import ActionLog
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.operations import (
    done,
    judge,
)
from goldenthread.workflow.actions.planning import Owner, Plan, plan
from goldenthread.workflow.actions.rules import (
    ACTIVITY_ONLY,
)
from goldenthread.workflow.people.models import Person
from tests.factories.board import Board

ANN, BEN = "person:1001", "person:1002"
MADE, PLANNED, DUE = date(2013, 11, 29), date(2013, 12, 12), date(2014, 3, 31)
SMART = Plan("Brief every cluster on SMART planning.", indicator="CLA3", due=DUE)
BORN = "A boy born 03/04/2005 waited."


def a_recommendation(text: str = "Make plans SMART.", **told: Any) -> Recommendation:
    """One that an audit made to the board."""
    return recommend(text, **{"kind": "audit", "source": "Audit of 16 plans", "source_on": MADE, "by": ANN} | told)


def an_action(board: Board, wanted: Plan = SMART, **told: Any) -> Action:
    """An open one, planned for an audit's recommendation."""
    owner = told.pop("owner", Owner("Head of Service", board.agency))
    made = told.pop("recommendation", None) or a_recommendation()
    return plan(wanted, owner, recommendation=made, by=ANN, on=PLANNED, **told)


def done_action(board: Board, by: str = ANN) -> Action:
    """One that is done, with its evidence."""
    action = an_action(board)
    done(action, evidence="The list of briefings.", on=date(2014, 3, 28), by=by)
    action.refresh_from_db()
    return action


def a_log(person: Person) -> ActionLog:
    """An action log that somebody brought, and of which they have said which column is which."""
    log = importing.bring("plan.csv", b"Recommendation,Action\nMake plans clear.,Brief everybody.\n", by=person.actor)
    columns = {0: "recommendation", 1: "action"}
    importing.match(log, Matching(columns, "audit", "Audit of 16 plans", DUE), sheet="", by=person.actor)
    log.refresh_from_db()
    return log


def judged_by(person: Person, action: Action, level: str = ACTIVITY_ONLY, **told: Any) -> None:
    """Judge an action, as somebody."""
    judge(action, level, **{"evidence": "re-audit", "text": "Not yet shown.", "by": person, "on": DUE} | told)
    action.refresh_from_db()
