"""Planning tasks: adding and rewriting them, agreeing the plan of a year, carrying forward to the next."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from goldenthread.catalogue.codes.plans import SUB_GROUP
from goldenthread.engine.periods import day
from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.plans.models import BusinessPlan, Objective, Task, TaskStep, TaskWording
from goldenthread.workflow.plans.rules import AGREED, MOST_TASKS, PLAN, TASK, WORDS
from goldenthread.workflow.plans.texts import checked, words_of
from goldenthread.workflow.plans.tree import next_place_of_task


@dataclass(frozen=True)
class Wanted:
    """A task as somebody words it: specific, measured, relevant, and timed, or why no date can be given."""

    what: str
    sub_group: str
    indicator: str = ""
    measured_by: str = ""
    relevant: str = ""
    due: date | None = None
    why_no_date: str = ""
    resources: str = ""


@transaction.atomic
def add(
    plan: BusinessPlan, objective: Objective, wanted: Wanted, owner: Owner, *, by: str, on: date | None = None
) -> Task:
    """Add a task to the plan of a year, the last of its objective. `on` is the day on which it was planned.

    Refused where the task is not whole, where a text may identify somebody, where the measure is no indicator, where it
    would be due before it is planned, and where the plan is full.
    """
    told, planned_on = _told(wanted), happened(on)
    _check_room(plan)
    if wanted.due and wanted.due < planned_on:
        raise Refused("It cannot be due before it is planned.")
    task = Task.objects.create(
        plan=plan,
        objective=objective,
        place=next_place_of_task(plan, objective),
        planned_on=planned_on,
        first_due=wanted.due,
        due=wanted.due,
        edits=1,
        **told,
        **owner.checked(),
    )
    TaskWording.keep(task, told, edits=task.edits, by=by)
    record("added", subject="task", subject_id=task.number, by=by, plan=plan.year)
    return task


@transaction.atomic
def rewrite(task: Task, wanted: Wanted, *, edits: int, by: str) -> TaskWording:
    """Word an open task anew; its date is moved, not rewritten. `edits` numbers the text that the writer began from.

    Where somebody else has written since, this text is kept too, set aside for theirs, and theirs stays. Refused as
    adding is.
    """
    held = Task.objects.select_for_update().get(pk=task.pk)
    TASK.after("rewritten", held.state, which=held.number)
    told = _told(wanted, dated=held.due is not None)
    word = TaskWording.keep(held, told, edits=edits, by=by)
    if word.stands:
        Task.objects.filter(pk=held.pk).update(**told, edits=word.number)
    record(word.verb, subject="task", subject_id=held.number, by=by, wording=word.number)
    return word


@transaction.atomic
def agree(plan: BusinessPlan, *, on: date, by: str) -> None:
    """Say on which day the board agreed a plan: from then on its tasks are counted, by the dates they have now.

    Refused where it is agreed already or has no task, and where a task would be due before.
    """
    held = BusinessPlan.objects.select_for_update().get(pk=plan.pk)
    state, agreed_on = PLAN.after("agreed", held.state, which=held.period), happened(on)
    if agreed_on > held.period.last:
        raise Refused(f"It cannot have been agreed on {day(agreed_on)}, when its year was over.")
    if not held.tasks.exists():
        raise Refused("There is no task in it. Add one, or carry one forward, before the board agrees it.")
    early = held.tasks.filter(state=TASK.initial, due__lt=agreed_on).order_by("number").first()
    if early and early.due:
        raise Refused(f"Task {early.number} is due on {day(early.due)}, before that day. Give it another date first.")
    held.tasks.update(planned_on=agreed_on, first_due=F("due"))
    held.state, held.agreed_on = state, agreed_on
    held.save(update_fields=["state", "agreed_on"])
    record("agreed", subject="business plan", subject_id=held.year, by=by, tasks=held.tasks.count())


@transaction.atomic
def carry(
    task: Task,
    to: BusinessPlan,
    *,
    relevance: str,
    due: date | None = None,
    why_no_date: str = "",
    by: str,
    on: date | None = None,
) -> Task:
    """Carry an open task forward to the plan of a later year, once somebody has said why it is still relevant.

    It goes on there as a task of its own, with another date; what became of it before stays where it is. Refused where
    it is carried already, where that year is no later one, and without its relevance, or a date or why there is none.
    """
    held = Task.objects.select_for_update(of=("self",)).select_related("plan", "objective", "holder").get(pk=task.pk)
    carried_on = happened(on)
    _check_can_be_carried(held, to)
    said = checked("Why it is still relevant", relevance, needed=f"Say why task {held.number} is still relevant")
    no_date = checked(WORDS["why_no_date"], why_no_date)
    if due is None and not no_date:
        raise Refused(f"Say by when task {held.number} will be done, or why no date can be given.")
    if due and due < carried_on:
        raise Refused(f"Task {held.number} cannot be due before it is carried forward.")
    told = {name: getattr(held, name) for name in (*WORDS, "indicator", "sub_group")} | {"why_no_date": no_date}
    made = Task.objects.create(
        plan=to,
        objective=held.objective,
        place=next_place_of_task(to, held.objective),
        planned_on=carried_on,
        first_due=due,
        due=due,
        post=held.post,
        agency_id=held.agency_id,
        holder=held.holder if held.holder and held.holder.is_active else None,
        carried_from=held,
        relevance=said,
        edits=1,
        **told,
    )
    TaskWording.keep(made, told, edits=made.edits, by=by)
    text = f"To {to.period}, as task {made.number}. {said}"
    note(held, "carried forward", text, by, carried_on)
    return made


def _check_can_be_carried(held: Task, to: BusinessPlan) -> None:
    TASK.after("carried forward", held.state, which=held.number)
    if to.period.first <= held.plan.period.first:
        raise Refused(f"Task {held.number} is of {held.plan.period}: it can only be carried to a later year.")
    if Task.objects.filter(carried_from=held).exists():
        raise Refused(f"Task {held.number} is carried forward already.")
    if held.plan.state != AGREED:
        raise Refused(f"The {held.plan} is not agreed yet, so nothing can be carried from it.")
    _check_room(to)


def note(task: Task, verb: str, text: str, by: str, on: date, due: date | None = None) -> None:
    """Put on record what became of a task."""
    TaskStep.keep(task, verb, on=on, text=text, due=due, by=by)
    record(verb, subject="task", subject_id=task.number, by=by)


def _check_room(plan: BusinessPlan) -> None:
    if plan.tasks.count() >= MOST_TASKS:
        raise Refused(f"The {plan} has {MOST_TASKS:,} tasks, which is as many as fit. Nobody could watch more.")


def _told(wanted: Wanted, *, dated: bool = False) -> dict[str, str]:
    """The texts of a task, its sub group and the code of its measure, checked. `dated` where it has a date already."""
    checked(WORDS["what"], wanted.what, needed="Say what will be done")
    told = words_of({name: getattr(wanted, name) for name in WORDS})
    if wanted.sub_group not in SUB_GROUP.codes:
        raise Refused("Say which sub group's work it is.")
    code = known_indicator(wanted.indicator).code if wanted.indicator.strip() else ""
    if not code and not told["measured_by"]:
        raise Refused("Say how one will know that it is done, or which indicator should move: its code.")
    if wanted.due is None and not dated and not told["why_no_date"]:
        raise Refused("Say by when it will be done, or why no date can be given.")
    return {**told, "indicator": code, "sub_group": wanted.sub_group}
