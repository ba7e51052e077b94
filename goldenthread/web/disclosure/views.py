"""Disclosures: the list of them, asking for one, agreeing, declining, withdrawing."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.engine.protecting.opened import WHOLE
from goldenthread.web.base.access import may, person_of
from goldenthread.web.disclosure import presenters
from goldenthread.web.disclosure.forms import Agreeing, Asking, Saying
from goldenthread.workflow.disclosure import operations
from goldenthread.workflow.disclosure.rules import DECIDE
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.results.tasks import ask_for_an_edition

Decide = Callable[[presenters.DisclosurePage, str], None]


@may(DECIDE)
def disclosures(request: HttpRequest) -> HttpResponse:
    """Every disclosure that was asked for."""
    return render(request, "disclosure/disclosures.html", {"table": presenters.disclosures_for()})


@may(DECIDE)
def disclosure(request: HttpRequest, number: int) -> HttpResponse:
    """One disclosure, with its numbers."""
    return render(
        request, "disclosure/disclosure.html", {"page": presenters.disclosure_for(number, person_of(request))}
    )


@may(DECIDE)
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask which numbers everybody should be shown, and why."""
    indicator = presenters.indicator_called(code)
    periods, breakdowns = presenters.offered(indicator)
    if not periods:
        messages.info(request, "Nothing of this indicator is hidden, so there is nothing to ask for.")
        return redirect("indicator", code)
    form = Asking(request.POST or None, periods=periods, breakdowns=breakdowns, initial={"breakdowns": [WHOLE]})
    if request.method == "POST" and form.is_valid():
        try:
            asked = operations.ask(code, by=person_of(request).actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, "It is asked for. Nothing is shown until somebody else agrees.")
            return redirect("disclosure", asked.number)
    return render(request, "disclosure/ask.html", {"form": form, "indicator": indicator})


@may(DECIDE)
def agree(request: HttpRequest, number: int) -> HttpResponse:
    """Ask somebody else whether the numbers may be shown."""

    def decide(page: presenters.DisclosurePage, by: str) -> None:
        operations.agree(page.disclosure, gives_away=page.gives_away, by=by)
        ask_for_an_edition(by=by)

    form = Agreeing(request.POST or None)
    done = "It is agreed. The numbers are shown from the next edition, which is being worked out."
    return _decided(request, number, form, decide, "Show these numbers to everybody?", "Show them", done)


@may(DECIDE)
def decline(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why the numbers should stay hidden."""
    form = Saying(request.POST or None)

    def decide(page: presenters.DisclosurePage, by: str) -> None:
        operations.decline(page.disclosure, because=form.cleaned_data["because"], by=by)

    asked = "Why should these numbers stay hidden?"
    return _decided(request, number, form, decide, asked, "Decline", "It is declined. Nothing is shown.")


@may(DECIDE)
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Ask why the numbers should be hidden again, or not be asked for any longer."""
    form = Saying(request.POST or None)

    def decide(page: presenters.DisclosurePage, by: str) -> None:
        operations.withdraw(page.disclosure, because=form.cleaned_data["because"], by=by)
        ask_for_an_edition(by=by)

    done = "It is withdrawn. The numbers are hidden in every edition from the next one on."
    return _decided(request, number, form, decide, "Why is it withdrawn?", "Withdraw it", done)


def _decided(
    request: HttpRequest, number: int, form: forms.Form, decide: Decide, asked: str, button: str, done: str
) -> HttpResponse:
    """Ask; decide, or say why that was refused."""
    person = person_of(request)
    page = presenters.disclosure_for(number, person)
    if request.method == "POST" and form.is_valid():
        try:
            decide(page, person.actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, done)
            return redirect("disclosure", number)
    shown = {"page": page, "form": form, "asked": asked, "button": button}
    return render(request, "disclosure/decide.html", shown)
