"""The upper levels of the plan: outcomes, obsessions, priorities, objectives; and the order of all, tasks too."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.web.base.access import may, person_of
from goldenthread.web.plans import tree_presenters as presenters
from goldenthread.web.plans.forms import Aiming, Ending, Prioritising, SettingObjective
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.plans import tree as operations
from goldenthread.workflow.plans.models import Task
from goldenthread.workflow.plans.rules import KEEP, SEE


@may(SEE)
def tree(request: HttpRequest) -> HttpResponse:
    """What the partnership aims at, and the board's priorities with their objectives."""
    page = presenters.tree_page(person_of(request))
    return render(request, "plans/tree.html", {"page": page})


@may(KEEP)
def add(request: HttpRequest, what: str) -> HttpResponse:
    """Ask for an aim, a priority or an objective, and keep it."""
    form = _form(request, what)
    if request.method == "POST" and form.is_valid():
        try:
            _keep(what, form.cleaned_data, person_of(request).actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, "It is kept.")
            return redirect("plan_tree")
    shown = {"form": form, "asked": presenters.ADDED[what], "button": "Keep it", "back": reverse("plan_tree")}
    return render(request, "plans/decide.html", shown)


@may(KEEP)
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Ask from which day on an aim stands no more."""
    aim, form = presenters.aim_called(str(number)), Ending(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.end_aim(aim, on=form.cleaned_data["on"], by=person_of(request).actor)
        except Refused as refused:
            form.add_error("on", refused.message)
        else:
            messages.success(request, "It is kept.")
            return redirect("plan_tree")
    shown = {"form": form, "asked": f"Until when does it stand? {aim}", "button": "Keep it",
             "back": reverse("plan_tree")}  # fmt: skip
    return render(request, "plans/decide.html", shown)


@may(KEEP)
def shift(request: HttpRequest, what: str, number: int, way: str) -> HttpResponse:
    """Move a task, an objective or a priority one place up or down."""
    one = presenters.placed(what, number, person_of(request))
    back = redirect("task", number) if isinstance(one, Task) else redirect(f"{reverse('plan_tree')}#{what}-{number}")
    if request.method != "POST":
        return back
    if way not in ("up", "down"):
        raise NotFound("One can move it up or down.")
    if not operations.shift(one, up=way == "up", by=person_of(request).actor):
        messages.info(request, f"It is the {'first' if way == 'up' else 'last'} already.")
    return back


def _form(request: HttpRequest, what: str) -> forms.Form:
    given = request.POST or None
    match what:
        case "aim":
            return Aiming(given)
        case "priority":
            return Prioritising(given, aims=presenters.aims())
        case "objective":
            return SettingObjective(given, priorities=presenters.priorities())
    raise NotFound("There is nothing of that name to add.")


def _keep(what: str, given: dict[str, Any], by: str) -> None:
    match what:
        case "aim":
            operations.aim_at(given.pop("words"), by=by, **given)
        case "priority":
            aim = presenters.aim_called(given["aim"]) if given["aim"] else None
            operations.set_priority(given["words"], aim=aim, by=by)
        case "objective":
            priority = presenters.priority_called(given["priority"])
            operations.set_objective(given["words"], priority=priority, by=by)
