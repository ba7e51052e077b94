"""The tasks of the plan: reading one, adding, wording, reporting, moving its date, reassigning, dropping."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.web.base.access import may, person_of
from goldenthread.web.plans import presenters
from goldenthread.web.plans import task_presenters as of_task
from goldenthread.web.plans.task_forms import Adding, Moving, Reassigning, Saying, Wording
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.plans import operations, planning, rules
from goldenthread.workflow.plans.models import Task
from goldenthread.workflow.plans.rules import KEEP, REPORT, SEE

Decide = Callable[[dict[str, Any]], object]


@may(SEE, REPORT)
def task(request: HttpRequest, number: int) -> HttpResponse:
    """One task: what is to be done, how it stands and why, and all that became of it."""
    page = of_task.task_page(number, person_of(request), timezone.localdate())
    return render(request, "plans/task.html", {"page": page})


@may(KEEP)
def add(request: HttpRequest, year: str) -> HttpResponse:
    """Ask for a task, and add it to the plan of a year."""
    plan = presenters.plan_called(person_of(request), year)
    form = Adding(
        request.POST or None, objectives=presenters.objectives(), agencies=of_task.agencies(), holders=of_task.holders()
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = planning.add(
                plan,
                of_task.objective_called(given["objective"]),
                form.wanted(given["due"]),
                of_task.owner_of(given),
                by=person_of(request).actor,
            )
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, f"Task {made.number} is in the {plan}.")
            return redirect("task", made.number)
    shown = {"form": form, "asked": f"Add a task to the {plan}", "button": "Add it",
             "back": f"{reverse('plan')}?year={plan.year}"}  # fmt: skip
    return render(request, "plans/decide.html", shown)


@may(KEEP)
def rewrite(request: HttpRequest, number: int) -> HttpResponse:
    """Word a task anew. Where somebody else wrote meanwhile, both texts are kept and shown on its page."""
    found = of_task.task_called(number, person_of(request))

    def decide(given: dict[str, Any]) -> None:
        wanted, edits = form.wanted(), given["edits"] or 0
        word = planning.rewrite(found, wanted, edits=edits, by=person_of(request).actor)
        if word.set_aside_for:
            told = "Somebody else has worded it since you began. Theirs stands; yours is kept below it."
            messages.warning(request, told)

    form = Wording(request.POST or None, initial=vars(found))
    return _decided(request, found, form, decide, "Word it anew", "Your words are kept.")


@may(KEEP)
def move(request: HttpRequest, number: int) -> HttpResponse:
    """Ask for another date, and why."""
    found = of_task.task_called(number, person_of(request))

    def decide(given: dict[str, Any]) -> None:
        operations.move(found, by=person_of(request).actor, **given)

    form = Moving(request.POST or None)
    told = "The date first agreed stays on record. A task that was given a later one has slipped until it is done."
    return _decided(request, found, form, decide, "Move its date", "Its date is moved.", told)


@may(KEEP)
def reassign(request: HttpRequest, number: int) -> HttpResponse:
    """Ask who owns it from now on, and why."""
    found = of_task.task_called(number, person_of(request))

    def decide(given: dict[str, Any]) -> None:
        operations.reassign(found, of_task.owner_of(given), why=given["why"], by=person_of(request).actor)

    form = Reassigning(request.POST or None, initial=of_task.owned_now(found), agencies=of_task.agencies(),
                       holders=of_task.holders())  # fmt: skip
    return _decided(request, found, form, decide, "Give it to another post", "It is given to another post.")


@may(KEEP, REPORT)
def lead(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Ask what is said, and for which day; and lead the task a step on."""
    person = person_of(request)
    found = of_task.task_called(number, person)
    way = of_task.verb_called(verb, found, person)

    def decide(given: dict[str, Any]) -> None:
        if way in rules.REPORTS:
            operations.report(found, way, by=person.actor, **given)
        elif way == rules.DROPPED:
            operations.drop(found, why=given["text"], on=given["on"], by=person.actor)
        else:
            operations.open_again(found, why=given["text"], by=person.actor)

    form = Saying(request.POST or None)
    if way == rules.OPENED_AGAIN:
        del form.fields["on"]
    return _decided(request, found, form, decide, of_task.SAID_OF[way], f"It is kept: {way}.")


def _decided(
    request: HttpRequest, found: Task, form: forms.Form, decide: Decide, asked: str, done: str, told: str = ""
) -> HttpResponse:
    """Ask, decide, and go back to the task; or say why that was refused."""
    if request.method == "POST" and form.is_valid():
        try:
            decide(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, done)
            return redirect("task", found.number)
    shown = {"task": found, "form": form, "asked": asked, "told": told, "button": "Keep it",
             "back": reverse("task", args=[found.number])}  # fmt: skip
    return render(request, "plans/decide.html", shown)
