"""Breaks in series: the list of them, declaring one, withdrawing it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.breaks import presenters
from goldenthread.web.breaks.forms import Declaring
from goldenthread.workflow.breaks import operations
from goldenthread.workflow.history.refusals import Refused


@may("see the scorecard")
def breaks(request: HttpRequest) -> HttpResponse:
    """Every break that was declared."""
    return render(request, "breaks/breaks.html", {"page": presenters.breaks_for(person_of(request))})


@may("declare breaks")
def declare(request: HttpRequest) -> HttpResponse:
    """Ask what changed, and declare it."""
    form = Declaring(request.POST if request.method == "POST" else None, agencies=presenters.all_agencies())
    if request.method == "POST" and form.is_valid() and _declared(request, form):
        messages.success(request, "It is declared. Every number that it touches says so.")
        return redirect("breaks")
    return render(request, "breaks/declare.html", {"form": form})


def _declared(request: HttpRequest, form: Declaring) -> bool:
    """Whether it could be declared; where not, the form then says why."""
    given = form.cleaned_data
    try:
        operations.declare(
            given["dataset"],
            agency=presenters.agency_called(given["agency"]),
            on=given["on"],
            how=given["how"],
            reason=given["reason"],
            measures=form.codes(),
            checked=form.checked(),
            by=person_of(request).actor,
        )
    except Refused as refused:
        form.add_error("measures", refused.message)
        return False
    return True


@may("declare breaks")
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether a break was none, and withdraw it."""
    break_ = presenters.found_break(number)
    if request.method == "POST":
        operations.withdraw(break_, by=person_of(request).actor)
        messages.success(request, "It is withdrawn. Numbers say nothing of it any more.")
        return redirect("breaks")
    return render(request, "breaks/withdraw.html", {"break": break_})
