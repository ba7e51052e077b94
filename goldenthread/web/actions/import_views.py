"""Importing an action log: bringing it, saying which column is which, checking it, importing it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.web.actions import importing
from goldenthread.web.actions.import_forms import Bringing, Choosing
from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download
from goldenthread.workflow.actions.importing import operations
from goldenthread.workflow.actions.rules import KEEP
from goldenthread.workflow.history.refusals import Refused


@may(KEEP)
def bring(request: HttpRequest) -> HttpResponse:
    """Ask for an action log."""
    person = person_of(request)
    sent = request.method == "POST"
    form = Bringing(request.POST, request.FILES) if sent else Bringing()
    if sent and form.is_valid():
        name, content = form.brought()
        try:
            log = operations.bring(name, content, by=person.actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect("action_import_columns", log.number)
    return render(request, "actions/import.html", {"form": form, "waiting": importing.waiting_of(person)})


@may(KEEP)
def columns(request: HttpRequest, number: int) -> HttpResponse:
    """Propose which column is which, and keep what somebody says of it."""
    person = person_of(request)
    log = importing.log_called(number, person)
    table = operations.table_of(log, request.GET.get("sheet", ""))
    proposed = importing.columns(log, table)
    begun = importing.begun(log, table)
    form = Choosing(request.POST or None, columns=proposed, initial=begun)
    if request.method == "POST" and form.is_valid():
        try:
            operations.match(log, form.matching(), sheet=table.sheet, by=person.actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect("action_import_check", number)
    shown = {"form": form, "log": log, "table": table, "same": operations.same_before(log)}
    return render(request, "actions/import_columns.html", shown)


@may(KEEP)
def check(request: HttpRequest, number: int) -> HttpResponse:
    """Show what would be kept and what cannot be taken; import it where that is asked for."""
    person = person_of(request)
    log = importing.log_called(number, person)
    if request.method == "POST":
        done = operations.import_log(log, by=person.actor)
        messages.success(request, "The log is imported.")
        return redirect("action_import_done", done.number)
    return render(request, "actions/import_check.html", {"page": importing.check_page(log)})


@may(KEEP)
def done(request: HttpRequest, number: int) -> HttpResponse:
    """What became of a log."""
    page = importing.log_page(importing.log_called(number, person_of(request)))
    return render(request, "actions/import_done.html", {"page": page})


@may(KEEP)
def rejected(request: HttpRequest, number: int) -> HttpResponse:
    """The rows that could not be taken, each with what is the matter."""
    log = importing.log_called(number, person_of(request))
    return download(operations.rejected_of(log), f"rows-not-taken-{number}", "csv")


@may(KEEP)
def let_go(request: HttpRequest, number: int) -> HttpResponse:
    """Delete what a log holds, where it is not to be imported, or what is left of it."""
    log = importing.log_called(number, person_of(request))
    if request.method == "POST":
        operations.let_go(log, by=person_of(request).actor)
        messages.success(request, "What it held is deleted.")
        return redirect("action_import")
    return render(request, "actions/import_let_go.html", {"log": log})
