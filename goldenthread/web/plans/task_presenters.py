"""What the page of one task shows, and what can be chosen for it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from goldenthread.web.base.templating import day
from goldenthread.web.plans.presenters import shown
from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.plans import reading, rules
from goldenthread.workflow.plans.models import Objective, Task, TaskStep, TaskWording
from goldenthread.workflow.plans.rules import AGREED, KEEP, WORDS
from goldenthread.workflow.plans.standing import spells

SAID_OF: dict[str, str] = {
    rules.BEGUN: "Report that it is begun",
    rules.UNDER_WAY: "Report that it is under way",
    rules.DONE: "Report that it is done",
    rules.NOTHING_DONE: "Report that nothing was done, and why",
    rules.DROPPED: "Drop it",
    rules.OPENED_AGAIN: "Open it again",
}
"""What a page calls each way of a task for which words are asked, and a day."""
_PAGES = {"rewritten": ("Word it anew", "task_rewrite"), rules.MOVED: ("Move its date", "task_move"),
          "reassigned": ("Give it to another post", "task_reassign")}  # fmt: skip


@dataclass(frozen=True)
class Way:
    """One thing that somebody can do about a task now."""

    text: str
    href: str


@dataclass(frozen=True)
class TaskPage:
    """One task as somebody may see it. `stood` tells since when it stood in which way; a draft has no standing yet."""

    task: Task
    status: str
    because: str
    on: date
    facts: list[tuple[str, str]]
    stood: list[tuple[str, date]]
    steps: list[TaskStep]
    aside: list[TaskWording]
    carried_to: Task | None
    owner_gone: bool
    ways: list[Way]
    keeps: bool


def task_called(number: int, person: Person) -> Task:
    """The task of a number; NotFound where there is none that this person may see."""
    return Task.objects.visible_to(person).numbered(number)


def task_page(number: int, person: Person, today: date) -> TaskPage:
    """One task; NotFound where there is none that this person may see."""
    task = task_called(number, person)
    on, keeps = task.plan.told_on(today), may(person, KEEP)
    counts = task.plan.state == AGREED
    return TaskPage(
        task=task,
        status=shown(task.stands(on)) if counts else "",
        because=reading.because(task, on) if counts else "",
        on=on,
        facts=_facts(task),
        stood=[(shown(each.standing), each.first) for each in spells(task.course, on)] if counts else [],
        steps=sorted(task.steps.all(), key=lambda each: each.on),
        aside=list(task.wordings.filter(set_aside_for__isnull=False)) if keeps else [],
        carried_to=Task.objects.visible_to(person).filter(carried_from=task).select_related("plan").first(),
        owner_gone=task.holder is not None and not task.holder.is_active,
        ways=[_way(task, verb) for verb in reading.ways_for(person, task) if verb in (*SAID_OF, *_PAGES)],
        keeps=keeps,
    )


def verb_called(slug: str, task: Task, person: Person) -> str:
    """The way that an address names; NotFound where it cannot be taken now, or not by this person."""
    verb = slug.replace("-", " ")
    if verb not in SAID_OF or verb not in reading.ways_for(person, task):
        raise NotFound("That cannot be done about this task now, or not by you.")
    return verb


def agencies() -> list[tuple[str, str]]:
    """Every agency, to choose from."""
    return [(each.code, each.name) for each in Agency.objects.all()]


def holders() -> list[tuple[str, str]]:
    """Everybody who has an account, to choose from."""
    return [(str(each.pk), each.name) for each in Person.objects.filter(is_active=True).order_by("name")]


def owner_of(given: dict[str, str]) -> Owner:
    """Who owns a task, as a form says; NotFound where it names an agency or somebody whom there is not."""
    held = given["holder"]
    return Owner(given["post"], Agency.objects.named(given["agency"]), Person.objects.get(pk=held) if held else None)


def objective_called(number: str) -> Objective:
    """The objective of a number; NotFound where there is none."""
    found = Objective.objects.filter(pk=number).first() if number.isdecimal() else None
    if found is None:
        raise NotFound(f"There is no objective {number}.")
    return found


def owned_now(task: Task) -> dict[str, str]:
    """What a form about the owner begins from."""
    return {"post": task.post, "agency": task.agency.code, "holder": str(task.holder_id or "")}


def _facts(task: Task) -> list[tuple[str, str]]:
    priority = task.objective.priority
    moved = f", first agreed for {day(task.first_due)}" if task.first_due and task.first_due != task.due else ""
    found = [
        ("Priority", priority.words),
        ("It serves", str(priority.aim) if priority.aim else ""),
        ("Objective", task.objective.words),
        ("Owner", task.owner),
        ("Sub group", task.get_sub_group_display()),
        ("Due", f"{day(task.due)}{moved}" if task.due else ""),
        *((WORDS[name], getattr(task, name)) for name in ("why_no_date", "measured_by", "relevant", "resources")),
        ("Why it is still relevant", task.relevance),
    ]
    return [(name, said) for name, said in found if said]


def _way(task: Task, verb: str) -> Way:
    if verb in _PAGES:
        text, name = _PAGES[verb]
        return Way(text, reverse(name, args=[task.number]))
    return Way(SAID_OF[verb], reverse("task_lead", args=[task.number, verb.replace(" ", "-")]))
