"""The business plan of a year: reading it, drawing it up, agreeing it, carrying tasks forward to it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.plans import carrying, presenters
from goldenthread.web.plans.forms import Agreeing, DrawingUp
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.plans import planning, tree
from goldenthread.workflow.plans.register import AS_FILE
from goldenthread.workflow.plans.rules import KEEP, REPORT, SEE


@may(SEE, REPORT)
def plan(request: HttpRequest) -> HttpResponse:
    """The plan of a year as a tree, and how many of its tasks stand in which way."""
    page = presenters.plan_page(person_of(request), request.GET.dict(), timezone.localdate())
    return render(request, "plans/plan.html", {"page": page})


@may(SEE, REPORT)
def taken(request: HttpRequest, kind: str) -> HttpResponse:
    """What the page shows, as a file."""
    write = AS_FILE[one_of(kind, *AS_FILE)]
    found = presenters.taken(person_of(request), request.GET.dict(), timezone.localdate())
    if found is None:
        raise NotFound("There is no business plan to take away yet.")
    return download(write(found), f"business-plan-{found.plan.year[2:]}", kind)


@may(KEEP)
def draw_up(request: HttpRequest) -> HttpResponse:
    """Ask for which year, and begin a draft."""
    form = DrawingUp(request.POST or None, initial={"year": request.GET.get("year", "")})
    if request.method == "POST" and form.is_valid():
        try:
            made = tree.draw_up(form.cleaned_data["year"], by=person_of(request).actor)
        except Refused as refused:
            form.add_error("year", refused.message)
        else:
            messages.success(request, "The draft is begun. Add tasks to it, or carry some forward.")
            return redirect(f"{reverse('plan')}?year={made.year}")
    shown = {"form": form, "asked": "Draw up a business plan", "button": "Begin the draft", "back": reverse("plan")}
    return render(request, "plans/decide.html", shown)


@may(KEEP)
def agree(request: HttpRequest, year: str) -> HttpResponse:
    """Ask when the board agreed a plan, and count its tasks from then on."""
    found = presenters.plan_called(person_of(request), year)
    form, back = Agreeing(request.POST or None), f"{reverse('plan')}?year={found.year}"
    if request.method == "POST" and form.is_valid():
        try:
            planning.agree(found, on=form.cleaned_data["on"], by=person_of(request).actor)
        except Refused as refused:
            form.add_error("on", refused.message)
        else:
            messages.success(request, "It is agreed. From that day on its tasks are counted.")
            return redirect(back)
    told = "From then on a date that is moved is seen to be moved, and the next edition counts how tasks stand."
    shown = {"form": form, "asked": f"The board has agreed the {found}", "told": told, "button": "Keep it",
             "back": back}  # fmt: skip
    return render(request, "plans/decide.html", shown)


@may(KEEP)
def carry(request: HttpRequest, year: str) -> HttpResponse:
    """Choose open tasks of the year before; then say of each why it is still relevant, and carry them all forward."""
    to = presenters.plan_called(person_of(request), year)
    there = presenters.to_carry(to, timezone.localdate())
    asked = request.POST if request.method == "POST" else request.GET
    forms = carrying.forms_for(there, asked.getlist("task"), request.POST if request.method == "POST" else None)
    shown: dict[str, Any] = {"plan": to, "there": there, "chosen": forms, "shown": presenters.shown}
    shown["problems"] = carrying.problems(forms)
    if request.method == "POST" and forms and carrying.all_valid(forms):
        try:
            carried = carrying.carry_all(forms, to, by=person_of(request).actor)
        except Refused as refused:
            shown["problems"] = [(refused.message, "")]
        else:
            messages.success(request, f"Carried forward: {carried:,} {'task' if carried == 1 else 'tasks'}.")
            return redirect(f"{reverse('plan')}?year={to.year}")
    return render(request, "plans/carry.html", shown)
