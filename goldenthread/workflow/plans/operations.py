"""What becomes of a task: reported on, given another date, given to another post, dropped, opened again."""

from datetime import date

from django.db import transaction

from goldenthread.engine.periods import day
from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.plans.models import Task
from goldenthread.workflow.plans.planning import note
from goldenthread.workflow.plans.rules import AGREED, DROPPED, MOVED, OPENED_AGAIN, REPORTS, TASK
from goldenthread.workflow.plans.texts import checked


@transaction.atomic
def report(task: Task, verb: str, *, text: str, by: str, on: date | None = None) -> None:
    """Report that a task is begun, under way or done, or that nothing was done, on a day and in words.

    Refused while its plan is a draft, for a day before it was planned or in the future, without words, and for
    a day after its year where it was carried forward.
    """
    held, reported_on = _held(task), happened(on)
    if verb not in REPORTS:
        raise Refused(f"Say how it stands: {', '.join(REPORTS)}.")
    _check_day(held, reported_on)
    carried = Task.objects.filter(carried_from=held).first()
    if carried and reported_on > held.plan.period.last:
        raise Refused(f"It was carried forward: report on task {carried.number} of {carried.plan.period}.")
    said = checked("How it stands", text, needed="Say in a few words how it stands")
    _led(held, verb, said, by, reported_on)


@transaction.atomic
def move(task: Task, due: date, *, why: str, by: str, on: date | None = None) -> None:
    """Give a task another date, saying why. The date that was first agreed stays on record; a draft has none yet.

    Refused without a reason, for the date it has, and for one before it was planned.
    """
    held, moved_on = _held(task), happened(on)
    said = checked("Why", why, needed="Say why its date is moved")
    if due == held.due:
        raise Refused(f"It is due on {day(due)} already.")
    if due < held.planned_on:
        raise Refused("It cannot be due before it was planned.")
    last = held.steps.filter(verb=MOVED).order_by("-on").first()
    if last and moved_on < last.on:
        raise Refused(f"Its date was moved on {day(last.on)}, which is later.")
    if held.plan.state == AGREED:
        _check_day(held, moved_on)
    before = f"From {day(held.due)}" if held.due else "From no date"
    held.due = due
    if held.plan.state != AGREED:
        held.first_due = due
    held.save(update_fields=["due", "first_due"])
    _led(held, MOVED, f"{before} to {day(due)}. {said}", by, moved_on, due)


@transaction.atomic
def reassign(task: Task, owner: Owner, *, why: str, by: str) -> None:
    """Give an open task to another post, as when its owner has left. Who had it before stays on record."""
    held, became = _held(task), owner.checked()
    said, before = checked("Why", why, needed="Say why it is reassigned"), held.owner
    Task.objects.filter(pk=held.pk).update(**became)
    held.refresh_from_db()
    _led(held, "reassigned", f"From {before} to {held.owner}. {said}", by, happened(None))


@transaction.atomic
def drop(task: Task, *, why: str, by: str, on: date | None = None) -> None:
    """Drop an open task, saying why. It stays in the plan as one that was dropped."""
    held, dropped_on = _held(task), happened(on)
    if held.plan.state == AGREED:
        _check_day(held, dropped_on)
    _led(held, DROPPED, checked("Why", why, needed="Say why it is dropped"), by, dropped_on)


@transaction.atomic
def open_again(task: Task, *, why: str, by: str) -> None:
    """Open a task again that was reported done or dropped too early, saying why."""
    _led(_held(task), OPENED_AGAIN, checked("Why", why, needed="Say why it is opened again"), by, happened(None))


def _held(task: Task) -> Task:
    """The task, while nobody else changes it."""
    there = Task.objects.select_for_update(of=("self",)).select_related("plan", "agency", "holder")
    return there.get(pk=task.pk)


def _led(held: Task, verb: str, text: str, by: str, on: date, due: date | None = None) -> None:
    """Lead a task along one of its declared ways and put that on record; Refused where that is none."""
    held.state = TASK.after(verb, held.state, which=held.number)
    held.save(update_fields=["state"])
    note(held, verb, text, by, on, due)


def _check_day(held: Task, on: date) -> None:
    if held.plan.state != AGREED:
        raise Refused(f"The {held.plan} is not agreed yet, so nobody can report on it.")
    if on < held.planned_on:
        raise Refused(f"That day is before it was planned, on {day(held.planned_on)}.")
