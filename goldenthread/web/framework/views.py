"""The board's own records about indicators: reading them, making them, withdrawing them."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.remembering import remembered
from goldenthread.web.framework import nation_presenters, presenters
from goldenthread.web.framework.forms import Aiming, Explaining, Noting, Owning
from goldenthread.workflow.framework import operations
from goldenthread.workflow.framework.rules import KEEP
from goldenthread.workflow.history.refusals import Refused


@may("see the scorecard")
@remembered
def framework(request: HttpRequest) -> HttpResponse:
    """Every indicator with its owner and its target."""
    return render(request, "framework/framework.html", {"tables": presenters.every_indicator()})


@may("see the scorecard")
def kept(request: HttpRequest, code: str) -> HttpResponse:
    """What the board keeps about one indicator, and what it kept before."""
    return render(request, "framework/kept.html", {"page": presenters.kept_about(code, person_of(request))})


@may(KEEP)
def owner(request: HttpRequest, code: str) -> HttpResponse:
    """Ask who owns an indicator."""

    def name(given: dict[str, Any], by: str) -> None:
        agency = presenters.agency_called(given["agency"])
        operations.name_owner(code, post=given["post"], agency=agency, person=given["person"], by=by)

    form = Owning(request.POST or None, agencies=presenters.all_agencies(), initial=presenters.owner_now(code))
    return _asked(request, code, form, name, "Say who owns it", "post")


@may(KEEP)
def target(request: HttpRequest, code: str) -> HttpResponse:
    """Ask what an indicator should come to."""

    def aim(given: dict[str, Any], by: str) -> None:
        operations.set_target(code, **given, today=timezone.localdate(), by=by)

    form = Aiming(request.POST or None, of_days=presenters.indicator_called(code).is_of_days)
    return _asked(request, code, form, aim, "Set a target", "value")


@may(KEEP)
def comparators(request: HttpRequest, code: str) -> HttpResponse:
    """Ask what an indicator is to be set beside."""

    def note(given: dict[str, Any], by: str) -> None:
        operations.note_comparators(code, noted=given["noted"], by=by)

    form = Noting(request.POST or None, initial=presenters.comparators_now(code))
    return _asked(request, code, form, note, "Note what it is set beside", "noted")


def _asked(
    request: HttpRequest,
    code: str,
    form: forms.Form,
    keep: Callable[[dict[str, Any], str], None],
    title: str,
    blamed: str,
) -> HttpResponse:
    """Ask with a form, and keep what is given; where that is refused, the form says why."""
    indicator = presenters.indicator_called(code)
    if request.method == "POST" and form.is_valid():
        try:
            keep(form.cleaned_data, person_of(request).actor)
        except Refused as refused:
            form.add_error(blamed, refused.message)
        else:
            messages.success(request, "It is kept, with what stood before.")
            return redirect("kept", indicator.code)
    return render(request, "framework/ask.html", {"form": form, "indicator": indicator, "asked": title})


@may("see the scorecard")
@remembered
def nation(request: HttpRequest) -> HttpResponse:
    """Ours beside the nation's, for the area that is chosen."""
    page = nation_presenters.nation_for(person_of(request), request.GET.get("area", ""))
    return render(request, "framework/nation.html", {"page": page})


@may(KEEP)
def difference(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Ask why ours and the published figure of a period differ."""
    about = nation_presenters.period_called(period)

    def explain(given: dict[str, Any], by: str) -> None:
        operations.explain_difference(code, about, how=given["how"], why=given["why"], by=by)

    return _asked(request, code, Explaining(request.POST or None), explain, f"Why the figures of {about} differ", "why")


@may(KEEP)
def withdraw(request: HttpRequest, what: str, number: int) -> HttpResponse:
    """Ask whether a record was wrong, and withdraw it."""
    record = presenters.found_record(what, number)
    if request.method == "POST":
        operations.withdraw(record, by=person_of(request).actor)
        messages.success(request, "It is withdrawn. It stays readable in the history.")
        return redirect("kept", record.indicator)
    page = {
        "record": record,
        "row": presenters.named(record),
        "indicator": presenters.indicator_called(record.indicator),
    }
    return render(request, "framework/withdraw.html", page)
