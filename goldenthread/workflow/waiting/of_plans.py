"""Checks of the business plan: tasks that are late, of which nothing is heard, without an owner, or left open."""

from collections.abc import Iterator

from goldenthread.engine.periods import day, financial_year_of
from goldenthread.workflow.plans.models import Task, Tasks
from goldenthread.workflow.plans.reading import because
from goldenthread.workflow.plans.rules import AGREED, KEEP, OPEN, REPORT, SEE
from goldenthread.workflow.plans.standing import NO_PROGRESS
from goldenthread.workflow.waiting.checking import Asked, Check, Thing, short

_ABOUT = "The business plan"
_SEEN = (SEE, REPORT)


def _overdue(asked: Asked) -> Iterator[Thing]:
    return (_thing(each, f"was due on {day(each.due)}") for each in _open(asked) if each.due and each.due < asked.on)


def _no_progress(asked: Asked) -> Iterator[Thing]:
    for each in _open(asked):
        if each.stands(asked.on) == NO_PROGRESS:
            yield _thing(each, because(each, asked.on).rstrip("."))


def _owner_gone(asked: Asked) -> Iterator[Thing]:
    found = Task.objects.visible_to(asked.person).owner_gone().whole().in_order()
    return (_thing(each, f"{each.owner}: their account is closed") for each in found)


def _left_open(asked: Asked) -> Iterator[Thing]:
    found = _agreed(asked).filter(plan__year__lt=financial_year_of(asked.on).code, carried_to=None)
    return (_thing(each, f"open when the {each.plan} was over") for each in found)


def _open(asked: Asked) -> Tasks:
    """Open tasks of the plan of the year in which somebody asks."""
    return _agreed(asked).filter(plan__year=financial_year_of(asked.on).code)


def _agreed(asked: Asked) -> Tasks:
    return Task.objects.visible_to(asked.person).filter(plan__state=AGREED, state=OPEN).whole().in_order()


def _thing(task: Task, why: str) -> Thing:
    return Thing("task", (task.number,), f"Task {task.number}: {short(task.what)}", task.agency, why)


CHECKS = (
    Check(
        "tasks-overdue",
        _ABOUT,
        "Tasks of the business plan overdue",
        "Tasks of this year's business plan that were to be done by a day that is over, and are not done.",
        "The post that owns it does it and reports it done. The chair or the analyst moves its date, saying why.",
        _overdue,
        agency=REPORT,
        board=KEEP,
        shown_to=_SEEN,
        column="Tasks overdue",
    ),
    Check(
        "tasks-without-progress",
        _ABOUT,
        "Tasks of the business plan without progress",
        "Tasks of this year's business plan of which no progress was reported for six months, or none by their date.",
        "The post that owns it reports. The board asks whether the task is still relevant.",
        _no_progress,
        agency=REPORT,
        board=KEEP,
        shown_to=_SEEN,
    ),
    Check(
        "task-owners-gone",
        _ABOUT,
        "Tasks whose owner is gone",
        "Open tasks of a business plan whose post is held by somebody whose account is closed.",
        "The chair or the analyst gives them to another post.",
        _owner_gone,
        board=KEEP,
        shown_to=_SEEN,
    ),
    Check(
        "tasks-left-open",
        _ABOUT,
        "Tasks left open by a plan that is over",
        "Tasks that were open when the year of their plan was over, and that nobody carried forward.",
        "The chair or the analyst carries them forward, saying why they are still relevant, or drops them; what"
        " was done meanwhile is reported.",
        _left_open,
        board=KEEP,
        shown_to=_SEEN,
    ),
)
"""The checks of the business plan."""
