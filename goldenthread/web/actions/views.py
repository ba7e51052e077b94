"""The actions: the register of them, one of them, planning one, and what becomes of it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.actions import listing, presenters
from goldenthread.web.actions.forms import (
    Dropping,
    Escalating,
    Finishing,
    Judging,
    Keeping,
    Leaving,
    OpeningAgain,
    Reassigning,
    Reporting,
)
from goldenthread.web.actions.planning_forms import Planning, Wording
from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.workflow.actions import operations, planning
from goldenthread.workflow.actions.models import Action
from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.actions.register import ACTIONS
from goldenthread.workflow.actions.rules import JUDGE, KEEP, REPORT, SEE
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.history.refusals import NotFound, Refused

Given = Mapping[str, Any]
Do = Callable[[Action, Given, HttpRequest], object]
Ask = Callable[[Any, Action], forms.Form]


@may(SEE, REPORT)
def actions(request: HttpRequest) -> HttpResponse:
    """The register of actions that one may see."""
    page = listing.actions_for(person_of(request), request.GET.dict(), timezone.localdate())
    return render(request, "actions/actions.html", {"page": page})


@may(SEE, REPORT)
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """What the register shows, all of it, as a file."""
    ending, today = one_of(kind, *KINDS_OF_FILE), timezone.localdate()
    found = listing.chosen_actions(person_of(request), request.GET.dict(), today)
    return download(ACTIONS.as_file(ending, found, today), "actions", ending)


@may(SEE, REPORT)
def action(request: HttpRequest, number: int) -> HttpResponse:
    """One action, from what it is to what it has changed."""
    page = presenters.action_page(number, person_of(request), timezone.localdate())
    return render(request, "actions/action.html", {"page": page})


@may(KEEP)
def plan(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Ask what will be done, by whom and by when, and keep it: for a recommendation, or for another reason."""
    meets = presenters.recommendation_called(number, person_of(request)) if number else None
    form = Planning(
        request.POST or None,
        initial=presenters.plan_begun_from(request.GET.dict()),
        for_one=meets is not None,
        indicators=presenters.indicators(),
        agencies=presenters.agencies(),
        people=presenters.people(),
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = planning.plan(
                form.plan(), _owner(given), recommendation=meets, on=given["on"], by=person_of(request).actor
            )
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, "The action is planned.")
            return redirect("action", made.number)
    return render(request, "actions/plan.html", {"form": form, "meets": meets})


@may(KEEP)
def rewrite(request: HttpRequest, number: int) -> HttpResponse:
    """Word an action anew. Where somebody else wrote meanwhile, both texts are kept and shown."""
    held = presenters.action_called(number, person_of(request))
    asks: dict[str, Any] = {"for_one": held.recommendation_id is not None, "indicators": presenters.indicators()}
    form = Wording(request.POST or None, initial=vars(held), **asks)
    shown: dict[str, Any] = {"form": form, "what": "action", "number": number, "theirs": None}
    if request.method == "POST" and form.is_valid():
        try:
            word = planning.rewrite(
                held, form.plan(), edits=form.cleaned_data["edits"] or 0, by=person_of(request).actor
            )
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            if not word.set_aside_for:
                messages.success(request, "It is worded anew.")
                return redirect("action", number)
            shown["theirs"] = presenters.text_that_stands(word)
            form = shown["form"] = Wording({**request.POST.dict(), "edits": str(word.set_aside_for)}, **asks)
            form.add_error(None, presenters.CLASH)
    return render(request, "actions/rewrite.html", shown)


@may(KEEP, REPORT, JUDGE)
def lead(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Ask what is needed for one way of an action, and take it."""
    person, today, way = person_of(request), timezone.localdate(), verb.replace("-", " ")
    page = presenters.action_page(number, person, today)
    if way not in presenters.ways_of_action(page.action, person, today) or way not in _ASK:
        raise NotFound("That cannot be done about this action now, or not by you.")
    form = _ASK[way](request.POST or None, page.action)
    if request.method == "POST" and form.is_valid():
        try:
            _DO[way](page.action, form.cleaned_data, request)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, f"It is kept: {way}.")
            return redirect("action", number)
    shown = {"page": page, "form": form, "asked": presenters.ASKED[way], "way": way}
    return render(request, "actions/lead.html", shown)


def _owner(given: Given) -> Owner:
    agency = presenters.agency_called(given["agency"])
    if agency is None:
        raise Refused("Say at which agency the post is.")
    return Owner(given["post"], agency, presenters.person_numbered(given["holder"]))


def _reporting(sent: Any, action: Action) -> forms.Form:
    return Reporting(sent, quarters=presenters.quarters_to_tell(timezone.localdate()))


def _reassigning(sent: Any, action: Action) -> forms.Form:
    owned = {"post": action.post, "agency": action.agency.code if action.agency else ""}
    return Reassigning(sent, initial=owned, agencies=presenters.agencies(), people=presenters.people())


def _report(action: Action, given: Given, request: HttpRequest) -> object:
    by = person_of(request).actor
    return operations.report(action, given["quarter"], given["status"], text=given["text"], by=by)


def _reassign(action: Action, given: Given, request: HttpRequest) -> object:
    return operations.reassign(action, _owner(given), why=given["why"], by=person_of(request).actor)


def _judge(action: Action, given: Given, request: HttpRequest) -> object:
    told = {name: given[name] for name in ("evidence", "text", "on", "again_on")}
    return operations.judge(action, given["level"], **told, by=person_of(request))


def _by(operation: Callable[..., object]) -> Do:
    """An operation that takes what its form asks for under the same names."""
    return lambda action, given, request: operation(action, **given, by=person_of(request).actor)


_ASK: Mapping[str, Ask] = {
    "reported on": _reporting,
    "reassigned": _reassigning,
    "left without an owner": lambda sent, _: Leaving(sent),
    "found relevant": lambda sent, _: Keeping(sent),
    "escalated": lambda sent, _: Escalating(sent),
    "dropped": lambda sent, _: Dropping(sent),
    "done": lambda sent, _: Finishing(sent),
    "opened again": lambda sent, _: OpeningAgain(sent),
    "judged": lambda sent, _: Judging(sent),
}
_DO: Mapping[str, Do] = {
    "reported on": _report,
    "reassigned": _reassign,
    "left without an owner": _by(operations.owner_left),
    "found relevant": _by(operations.find_relevant),
    "escalated": _by(operations.escalate),
    "dropped": _by(operations.drop),
    "done": _by(operations.done),
    "opened again": _by(operations.open_again),
    "judged": _judge,
}
