"""What the page of the tree shows, and what can be chosen from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Prefetch

from goldenthread.web.base.templating import day
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.plans.models import Aim, Objective, Priority, Task
from goldenthread.workflow.plans.rules import KEEP, OBSESSION, OUTCOME

ADDED: Mapping[str, str] = {
    "aim": "Keep an outcome or an obsession of the partnership's plan",
    "priority": "Set a priority of the board",
    "objective": "Set an objective of a priority",
}
"""What a page calls the adding of each."""


@dataclass(frozen=True)
class TreePage:
    """The upper levels of the plan."""

    outcomes: list[Aim]
    obsessions: list[Aim]
    priorities: list[Priority]
    keeps: bool

    def lasts(self, aim: Aim) -> str:
        """From which to which day an aim stands in the partnership's plan."""
        last = f" to {day(aim.until - timedelta(days=1))}" if aim.until else ""
        return f"From {day(aim.since)}{last}"


def tree_page(person: Person) -> TreePage:
    """What the partnership aims at, and the board's priorities, each with its objectives and their tasks counted."""
    every = list(Aim.objects.all())
    objectives = Objective.objects.annotate(tasks_of=Count("tasks"))
    priorities = Priority.objects.select_related("aim").prefetch_related(Prefetch("objectives", queryset=objectives))
    return TreePage(
        outcomes=[each for each in every if each.kind == OUTCOME],
        obsessions=[each for each in every if each.kind == OBSESSION],
        priorities=list(priorities),
        keeps=may(person, KEEP),
    )


def aims() -> list[tuple[str, str]]:
    """What a priority can serve."""
    return [(str(each.pk), f"{each.get_kind_display()}: {each}") for each in Aim.objects.all()]


def priorities() -> list[tuple[str, str]]:
    """Every priority, to choose from."""
    return [(str(each.pk), each.words) for each in Priority.objects.all()]


def aim_called(number: str) -> Aim:
    """The aim of a number; NotFound where there is none."""
    return Aim.objects.numbered(int(number))


def priority_called(number: str) -> Priority:
    """The priority of a number; NotFound where there is none."""
    found = Priority.objects.filter(pk=number).first()
    if found is None:
        raise NotFound(f"There is no priority {number}.")
    return found


def placed(what: str, number: int, person: Person) -> Priority | Objective | Task:
    """Something that has a place; NotFound where there is none of that name and number."""
    found: Priority | Objective | Task | None = None
    match what:
        case "task":
            found = Task.objects.visible_to(person).numbered(number)
        case "objective":
            found = Objective.objects.filter(pk=number).first()
        case "priority":
            found = Priority.objects.filter(pk=number).first()
    if found is None:
        raise NotFound("There is nothing there that has a place.")
    return found
