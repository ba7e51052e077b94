"""Several tasks that are carried forward at once: a form for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from goldenthread.web.plans.forms import Carrying
from goldenthread.workflow.plans import planning
from goldenthread.workflow.plans.models import BusinessPlan
from goldenthread.workflow.plans.reading import Stood


@dataclass(frozen=True)
class Chosen:
    """A task that is to be carried, how it stood, and the form that asks of it."""

    stood: Stood
    form: Carrying


def forms_for(there: Sequence[Stood], numbers: Sequence[str], given: Mapping[str, str] | None) -> list[Chosen]:
    """A form for each task that was chosen and can be carried."""
    return [
        Chosen(each, Carrying(given, prefix=str(each.task.number)))
        for each in there
        if str(each.task.number) in numbers
    ]


def problems(chosen: Sequence[Chosen]) -> list[tuple[str, str]]:
    """What the forms lack or hold wrongly, each with the field that it is about."""
    return [
        (f"Task {each.stood.task.number}: {error}", field.auto_id or "")
        for each in chosen
        if each.form.is_bound
        for field in each.form
        for error in field.errors
    ]


def all_valid(chosen: Sequence[Chosen]) -> bool:
    """Whether every form holds what it asks for; each says what it lacks."""
    return all([each.form.is_valid() for each in chosen])  # noqa: C419 - all of them are to say what they lack


@transaction.atomic
def carry_all(chosen: Sequence[Chosen], to: BusinessPlan, *, by: str) -> int:
    """Carry every one forward, or none; how many. Refused where one cannot be."""
    for each in chosen:
        planning.carry(each.stood.task, to, by=by, **each.form.cleaned_data)
    return len(chosen)
