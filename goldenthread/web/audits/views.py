"""The register of practice audits."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.audits import presenters
from goldenthread.web.audits.forms import Considering, Registering
from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.audits import operations
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.audits.register import AUDITS
from goldenthread.workflow.audits.rules import KEEP, SEE
from goldenthread.workflow.history.refusals import Refused


@may(SEE)
def audits(request: HttpRequest) -> HttpResponse:
    """Every audit on the register, or those of one kind."""
    page = presenters.audits_for(person_of(request), request.GET.get("kind", ""))
    return render(request, "audits/audits.html", {"page": page})


@may(SEE)
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """What the list shows, as a file."""
    found = presenters.chosen_of(person_of(request), request.GET.get("kind", ""))
    return download(AUDITS.as_file(one_of(kind, *KINDS_OF_FILE), found, timezone.localdate()), "audits", kind)


@may(SEE)
def audit(request: HttpRequest, number: int) -> HttpResponse:
    """One audit."""
    return render(request, "audits/audit.html", {"page": presenters.audit_for(person_of(request), number)})


@may(KEEP)
def add(request: HttpRequest) -> HttpResponse:
    """Ask for an audit, and put it on the register."""
    form = Registering(request.POST if request.method == "POST" else None, agencies=presenters.all_agencies())
    if request.method == "POST" and form.is_valid() and (made := _registered(request, form)):
        messages.success(request, "It is on the register. The next edition counts it.")
        return redirect("audit", made.number)
    return render(request, "audits/add.html", {"form": form})


def _registered(request: HttpRequest, form: Registering) -> Audit | None:
    """The audit; none where it was refused, and the form then says why."""
    given = form.cleaned_data
    try:
        return operations.register(
            given["title"],
            kind=given["kind"],
            subject=given["subject"],
            about=given["about"],
            particulars=form.particulars(presenters.agency_called(given["agency"])),
            by=person_of(request).actor,
        )
    except Refused as refused:
        form.add_error(None, refused.message)
        return None


@may(KEEP)
def considered(request: HttpRequest, number: int) -> HttpResponse:
    """Ask when the board considered an audit, and keep that."""
    found = presenters.found_audit(number)
    form = Considering(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.consider(found, on=form.cleaned_data["on"], by=person_of(request).actor)
        except Refused as refused:
            form.add_error("on", refused.message)
        else:
            messages.success(request, "It is kept. The next edition counts it among those considered.")
            return redirect("audit", number)
    return render(request, "audits/considered.html", {"form": form, "audit": found})


@may(KEEP)
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether an audit was entered by mistake, and withdraw it."""
    found = presenters.found_audit(number)
    if request.method == "POST":
        operations.withdraw(found, by=person_of(request).actor)
        messages.success(request, "It is withdrawn. The next edition counts it no longer.")
        return redirect("audits")
    return render(request, "audits/withdraw.html", {"audit": found})
