"""Returns: the list, one of them, what is wrong with it, accepting it."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.returns import presenters
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns import operations, reading


@may("see returns", "see own returns")
def returns(request: HttpRequest) -> HttpResponse:
    """What has been sent, the newest first."""
    return render(request, "returns/returns.html", {"returns": presenters.list_for(person_of(request))})


@may("see returns", "see own returns")
def return_page(request: HttpRequest, number: int) -> HttpResponse:
    """One return: its files, how much was taken, what is wrong, without any text that stood in it."""
    page = presenters.page_of(presenters.found(number, person_of(request)), person_of(request))
    return render(request, "returns/return.html", {"page": page})


@may("see issues")
def issues(request: HttpRequest, number: int) -> HttpResponse:
    """What is wrong row by row, with the text. History says who reads it before the vault is opened."""
    return_ = presenters.found(number, person_of(request))
    person = person_of(request)
    listed = reading.issues(return_, by=person.actor, why=presenters.why_one_reads(return_, person))
    page = presenters.issues_page(return_, listed, request.GET)
    return render(request, "returns/issues.html", {"page": page})


@may("accept returns")
def accept(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether a return is to become evidence, and make it so."""
    return_ = presenters.found(number, person_of(request))
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            superseded = operations.accept(return_, by=person_of(request).actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, presenters.accepted_in_words(return_, superseded))
            return redirect("return", number)
    page = presenters.page_of(return_, person_of(request))
    return render(request, "returns/accept.html", {"page": page, "form": form}, status=409 if form.errors else 200)
