"""The upper levels of the plan: what the partnership aims at, the board's priorities and their objectives, in order."""

from datetime import date

from django.db import transaction
from django.db.models import Max, QuerySet

from goldenthread.engine.periods import UnknownPeriod, parse
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.plans.models import Aim, BusinessPlan, Objective, Placed, Priority, Task
from goldenthread.workflow.plans.rules import OBSESSION, OUTCOME
from goldenthread.workflow.plans.texts import line


@transaction.atomic
def aim_at(words: str, *, kind: str, since: date, until: date | None = None, indicator: str = "", by: str) -> Aim:
    """Keep an outcome of the partnership's plan, or an obsession. `until` is the first day on which it stands no more.

    Refused where its words lack or may identify somebody, for another kind, and where it would end before it began.
    """
    told = line("What it is", words, needed="Say what the partnership aims at")
    if kind not in (OUTCOME, OBSESSION):
        raise Refused(f"It is an {OUTCOME} or an {OBSESSION}.")
    if until and until <= since:
        raise Refused("It cannot end before it began.")
    code = known_indicator(indicator).code if indicator.strip() else ""
    aim = Aim.objects.create(kind=kind, words=told, since=since, until=until, indicator=code)
    record("kept", subject="aim", subject_id=aim.number, by=by, kind=kind)
    return aim


@transaction.atomic
def end_aim(aim: Aim, *, on: date, by: str) -> None:
    """Say from which day on an aim stands in the partnership's plan no more. Refused where that is before it began."""
    if on <= aim.since:
        raise Refused("It cannot end before it began.")
    Aim.objects.filter(pk=aim.pk).update(until=on)
    record("ended", subject="aim", subject_id=aim.number, by=by)


@transaction.atomic
def set_priority(words: str, *, aim: Aim | None = None, by: str) -> Priority:
    """Set a priority of the board, the last in order. Refused where its words lack, or are those of another."""
    told = line("The priority", words, needed="Say what the priority is")
    if Priority.objects.filter(words__iexact=told).exists():
        raise Refused(f"“{told}” is a priority already.")
    made = Priority.objects.create(words=told, aim=aim, place=_next_place(Priority.objects.all()))
    record("set", subject="priority", subject_id=made.pk, by=by)
    return made


@transaction.atomic
def set_objective(words: str, *, priority: Priority, by: str) -> Objective:
    """Set an objective of a priority, the last in order. Refused where its words lack, or are there already."""
    told = line("The objective", words, needed="Say what the objective is")
    if priority.objectives.filter(words__iexact=told).exists():
        raise Refused(f"“{told}” is an objective of this priority already.")
    made = Objective.objects.create(words=told, priority=priority, place=_next_place(priority.objectives.all()))
    record("set", subject="objective", subject_id=made.pk, by=by, priority=priority.pk)
    return made


@transaction.atomic
def draw_up(year: str, *, by: str) -> BusinessPlan:
    """Begin a business plan for a financial year, as a draft. Refused for what is no year, or has a plan already."""
    try:
        period = parse(year.strip())
    except UnknownPeriod as unknown:
        raise Refused(str(unknown)) from None
    if not period.code.startswith("FY") or len(period.code) != len("FY2014-15"):
        raise Refused(f"A business plan is for a financial year, such as FY2014-15; {period} is none.")
    if BusinessPlan.objects.filter(year=period.code).exists():
        raise Refused(f"There is a business plan for {period} already.")
    made = BusinessPlan.objects.create(year=period.code)
    record("drawn up", subject="business plan", subject_id=made.year, by=by)
    return made


@transaction.atomic
def shift(one: Priority | Objective | Task, *, up: bool, by: str) -> bool:
    """Move something one place up or down among its like; whether it moved, which the first and the last cannot."""
    those = list(_like(one).select_for_update().order_by("place", "pk"))
    at = next(number for number, each in enumerate(those) if each.pk == one.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(those):
        return False
    those[at], those[to] = those[to], those[at]
    for number, each in enumerate(those, start=1):
        each.place = number
    type(one).objects.bulk_update(those, ["place"])  # type: ignore[arg-type]
    record("moved up" if up else "moved down", subject=type(one).__name__.lower(), subject_id=one.pk, by=by)
    return True


def next_place_of_task(plan: BusinessPlan, objective: Objective) -> int:
    """The place after the last task of an objective in the plan of a year."""
    return _next_place(Task.objects.filter(plan=plan, objective=objective))


def _like(one: Priority | Objective | Task) -> QuerySet[Placed]:
    """What stands beside something in the tree, itself among it."""
    found: QuerySet[Placed]
    if isinstance(one, Task):
        found = Task.objects.filter(plan=one.plan_id, objective=one.objective_id)
    elif isinstance(one, Objective):
        found = Objective.objects.filter(priority=one.priority_id)
    else:
        found = Priority.objects.all()
    return found


def _next_place(those: QuerySet[Priority] | QuerySet[Objective] | QuerySet[Task]) -> int:
    last: int | None = those.aggregate(last=Max("place"))["last"]
    return (last or 0) + 1
