"""The business plan as evidence: rows of declared datasets, which are counted like anybody's."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from goldenthread.workflow.plans.models import Aim, Task
from goldenthread.workflow.plans.rules import AGREED
from goldenthread.workflow.plans.standing import spells

Row = dict[str, object]


def rows() -> dict[str, list[Row]]:
    """The rows of each dataset that the plan fills: how tasks of agreed plans stood, and what is aimed at."""
    today = timezone.localdate()
    tasks = Task.objects.filter(plan__state=AGREED).whole().order_by("number")
    return {
        "business_plan_tasks": [row for each in tasks for row in _stood(each, today)],
        "partnership_aims": [_aim(each) for each in Aim.objects.filter(since__lte=today).order_by("number")],
    }


def _stood(task: Task, today: date) -> Iterator[Row]:
    """How a task stood, spell by spell, up to today or to the end of its year, with which the plan ends."""
    last = task.plan.period.last
    ended = last + timedelta(days=1) if today > last else None
    for spell in spells(task.course, min(last, today)):
        yield {
            "task": task.number,
            "sub_group": task.sub_group,
            "task_standing": spell.standing,
            "stood_from": spell.first,
            "stood_until": spell.until or ended,
        }


def _aim(aim: Aim) -> Row:
    return {"aim": aim.number, "aim_kind": aim.kind, "aimed_from": aim.since, "aimed_until": aim.until}
