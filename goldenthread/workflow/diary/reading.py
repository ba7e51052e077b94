"""What is due on which day, of what somebody may see: numbers and names of bodies, and no words of any record.

A calendar is kept by another program, perhaps on another's machine: it holds no more than says where to look.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.workflow.actions.models import Action
from goldenthread.workflow.actions.rules import DONE, JUDGED
from goldenthread.workflow.calendar.models import Expected
from goldenthread.workflow.calendar.reading import owed
from goldenthread.workflow.challenges.models import Answer
from goldenthread.workflow.challenges.rules import ISSUED, UNANSWERED
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.plans.models import Task
from goldenthread.workflow.plans.rules import AGREED, TASK


@dataclass(frozen=True)
class Due:
    """Something that is due on a day: what it is called there, what tells it from all else for as long as it is due
    (`name`), and where one reads of it (`subject` and `key`)."""

    on: date
    what: str
    name: str
    subject: str
    key: tuple[int | str, ...]


def diary_of(person: Person, *, on: date) -> list[Due]:
    """Everything that is due and not done, as somebody may know of it on a day: the earliest first."""
    found = [*_returns(person, on), *_replies(person), *_actions(person), *_tasks(person)]
    return sorted(found, key=lambda each: (each.on, each.what))


def _returns(person: Person, on: date) -> Iterator[Due]:
    for each in owed(Expected.objects.visible_to(person), on=on):
        if each.came_on is None:
            what = f"Return due{_of(each.expected.agency.name, person)}: {each.expected.what}, {each.period}"
            key = (each.expected.number, each.period.code)
            yield Due(each.due, what, f"return-{key[0]}-{key[1]}", "owed", key)


def _replies(person: Person) -> Iterator[Due]:
    asked = Answer.objects.visible_to(person).filter(of__state=ISSUED, state__in=UNANSWERED, reply_due__isnull=False)
    for each in asked.select_related("of", "agency", "board"):
        if each.reply_due:
            what = f"Reply due to challenge {each.of_id}{_of(each.whose, person)}"
            yield Due(each.reply_due, what, f"reply-{each.pk}", "challenge", (each.of_id,))


def _actions(person: Person) -> Iterator[Due]:
    seen = Action.objects.visible_to(person).in_order()
    for each in seen.unfinished().filter(due__isnull=False):
        if each.due:
            owner = _of(each.agency.name, person) if each.agency else ""
            what = f"Action {each.number} due{owner}"
            yield Due(each.due, what, f"action-{each.number}", "action", (each.number,))
    for each in seen.filter(state__in=(DONE, JUDGED), impact_due__isnull=False):
        if each.impact_due:
            what = f"Impact of action {each.number} to be judged"
            yield Due(each.impact_due, what, f"impact-{each.number}", "action", (each.number,))


def _tasks(person: Person) -> Iterator[Due]:
    seen = Task.objects.visible_to(person).filter(plan__state=AGREED, state=TASK.initial, due__isnull=False)
    for each in seen.select_related("agency"):
        if each.due:
            what = f"Task {each.number} of the business plan due{_of(each.agency.name, person)}"
            yield Due(each.due, what, f"task-{each.number}", "task", (each.number,))


def _of(body: str, person: Person) -> str:
    """From whom it is due, where that may be somebody else."""
    return "" if person.agency_id else f" from {body}"
