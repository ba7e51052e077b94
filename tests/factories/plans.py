"""Invented business plans and tasks."""

from datetime import date
from typing import Any

from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.plans.models import BusinessPlan, Objective, Task
from goldenthread.workflow.plans.planning import Wanted, add, agree
from goldenthread.workflow.plans.tree import draw_up, set_objective, set_priority

ANN = "person:1001"
YEAR, AGREED, DUE = "FY2013-14", date(2013, 4, 25), date(2013, 12, 31)
GUIDANCE = Wanted("Publish the guidance.", "early_help", measured_by="It stands on the website.", due=DUE)


def an_objective(words: str = "Everybody knows what early help is") -> Objective:
    """An objective of a priority of its own."""
    return set_objective(words, priority=set_priority(f"{words}, first", by=ANN), by=ANN)


def a_task(agency: Agency, wanted: Wanted = GUIDANCE, *, plan: BusinessPlan, objective: Objective) -> Task:
    """A task in a plan, planned on the day on which the plan is agreed."""
    return add(plan, objective, wanted, Owner("Head of Early Help", agency), by=ANN, on=AGREED)


def a_draft(agency: Agency, *wanted: Wanted, year: str = YEAR) -> BusinessPlan:
    """A plan with tasks of one agency, which the board has not agreed yet."""
    plan, objective = draw_up(year, by=ANN), Objective.objects.first() or an_objective()
    for each in wanted or (GUIDANCE,):
        a_task(agency, each, plan=plan, objective=objective)
    return plan


def a_plan(agency: Agency, *wanted: Wanted) -> BusinessPlan:
    """A plan with tasks of one agency, which the board agreed in April 2013."""
    plan = a_draft(agency, *wanted)
    agree(plan, on=AGREED, by=ANN)
    plan.refresh_from_db()
    return plan


def an_agreed_task(agency: Agency, **told: Any) -> Task:
    """The one task of an agreed plan."""
    return a_plan(agency, Wanted(**{**vars(GUIDANCE), **told})).tasks.get()
