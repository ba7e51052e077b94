"""Returns: uploading one, seeing it checked, sending it; the list, one of them, what is wrong with it, accepting it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.base.refreshing import is_still, refreshed
from goldenthread.web.base.refusals import BUSY
from goldenthread.web.returns import issue_presenters, presenters, upload_presenters
from goldenthread.web.returns.deciding_forms import Accepting, Sending
from goldenthread.web.returns.forms import UploadForm
from goldenthread.workflow.history.refusals import NotNow, Refused
from goldenthread.workflow.results.tasks import ask_for_an_edition
from goldenthread.workflow.returns import operations, uploading
from goldenthread.workflow.returns.issue_files import AS_FILE
from goldenthread.workflow.returns.models import Return, Upload


@may("see returns", "see own returns")
def returns(request: HttpRequest) -> HttpResponse:
    """What has been sent, the newest first."""
    return render(request, "returns/returns.html", {"page": presenters.list_for(person_of(request))})


@may("see returns", "see own returns")
def return_page(request: HttpRequest, number: int) -> HttpResponse:
    """One return: its files, how much was taken, what is wrong, without any text that stood in it."""
    page = presenters.page_of(presenters.found(number, person_of(request)), person_of(request))
    form = Sending(replaces=page.replacing.numbers) if page.it.is_draft() else None
    answer = render(request, "returns/return.html", {"page": page, "form": form, "still": is_still(request)})
    return refreshed(request, answer, while_=page.is_awaited)


@may("send returns")
def upload(request: HttpRequest) -> HttpResponse:
    """Ask for the files of a return, and have them checked."""
    given = request.POST if request.method == "POST" else request.GET
    corrects = presenters.corrected(given.get("corrects", ""), person_of(request))
    form = UploadForm(initial={"period": corrects.covers_code} if corrects else None)
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES, size=int(request.META.get("CONTENT_LENGTH") or 0))
        if form.is_valid() and (uploaded := _uploaded(request, form, corrects)):
            return redirect("uploaded", uploaded.number)
    return render(request, "returns/upload.html", {"form": form, "corrects": corrects})


def _uploaded(request: HttpRequest, form: UploadForm, corrects: Return | None) -> Upload | None:
    """The upload; none where it will not do, which the form then says."""
    person = person_of(request)
    agency, period = presenters.agency_of(person), form.cleaned_data["period"]
    try:
        return uploading.upload(form.received(), agency=agency, period=period, corrects=corrects, by=person.actor)
    except NotNow:
        form.add_error("chosen", BUSY)
    except Refused as refused:
        form.add_error("chosen", refused.message)
    return None


@may("send returns")
def uploaded(request: HttpRequest, number: int) -> HttpResponse:
    """How far the checking of an upload is; once there is a draft, one is led to that."""
    page = upload_presenters.upload_page(number, person_of(request), request.GET)
    if page.draft:
        return redirect("return", page.draft)
    answer = render(request, "returns/uploaded.html", {"page": page, "still": is_still(request)})
    return refreshed(request, answer, while_=page.is_checking)


@may("send returns")
def check_again(request: HttpRequest, number: int) -> HttpResponse:
    """Have an upload checked once more."""
    if request.method == "POST":
        uploading.check_again(upload_presenters.found_upload(number, person_of(request)), by=person_of(request).actor)
    return redirect("uploaded", number)


@may("send returns")
def discard_upload(request: HttpRequest, number: int) -> HttpResponse:
    """Discard an upload that became no return."""
    if request.method != "POST":
        return redirect("uploaded", number)
    uploading.discard_upload(upload_presenters.found_upload(number, person_of(request)), by=person_of(request).actor)
    messages.success(request, "The files are discarded. Nothing of them was kept.")
    return redirect("returns")


@may("send returns")
def send(request: HttpRequest, number: int) -> HttpResponse:
    """Send a draft to the board."""
    if request.method != "POST":
        return redirect("return", number)
    page = presenters.page_of(presenters.found(number, person_of(request)), person_of(request))
    form = Sending(request.POST, replaces=page.replacing.numbers)
    if not form.is_valid():
        return render(request, "returns/return.html", {"page": page, "form": form})
    operations.send(page.it, **form.cleaned_data, by=person_of(request).actor)
    messages.success(request, f"Return {number} is sent to the board. The board's analyst looks at it next.")
    return redirect("return", number)


@may("send returns")
def discard(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether a draft is to be discarded, and do so."""
    return_ = presenters.found(number, person_of(request))
    if request.method == "POST":
        operations.discard(return_, by=person_of(request).actor)
        messages.success(request, f"Return {number} is discarded. Nothing of its files was kept.")
        return redirect("returns")
    return render(request, "returns/discard.html", {"page": presenters.page_of(return_, person_of(request))})


@may("see issues")
def issues(request: HttpRequest, number: int) -> HttpResponse:
    """What is wrong row by row, with the text. History says who reads it before the vault is opened."""
    person = person_of(request)
    page = issue_presenters.issues_page(presenters.found(number, person), request.GET, person)
    return render(request, "returns/issues.html", {"page": page})


@may("see issues")
def issues_file(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """The same as a file, to put right what is wrong elsewhere."""
    person = person_of(request)
    as_file = AS_FILE[one_of(kind, *AS_FILE)]
    found = issue_presenters.issues_asked_for(presenters.found(number, person), request.GET, person)
    return download(as_file(found), f"return-{number}-issues", kind)


@may("see issues")
def row(request: HttpRequest, number: int, issue: int) -> HttpResponse:
    """The row that an issue is about, as it came, beside what is wrong with it."""
    person = person_of(request)
    page = issue_presenters.row_page(presenters.found(number, person), issue, request.GET, person)
    return render(request, "returns/row.html", {"page": page})


@may("accept returns")
def accept(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether a return is to become evidence, make it so, and have the figures worked out with it."""
    return_ = presenters.found(number, person_of(request))
    page = presenters.page_of(return_, person_of(request))
    given = request.POST if request.method == "POST" else None
    form = Accepting(given, replaces=page.replacing.numbers, initial={"reason": return_.reason})
    if request.method == "POST" and form.is_valid():
        try:
            superseded = operations.accept(return_, **form.cleaned_data, by=person_of(request).actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            ask_for_an_edition(by=person_of(request).actor)
            messages.success(request, presenters.accepted_in_words(return_, superseded))
            return redirect("return", number)
    status = 409 if form.non_field_errors() else 200
    return render(request, "returns/accept.html", {"page": page, "form": form}, status=status)


@may("validate returns")
def validate(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether the numbers of a return will stand, and mark them so."""
    return_ = presenters.found(number, person_of(request))
    if request.method == "POST":
        operations.validate(return_, by=person_of(request).actor)
        messages.success(request, f"The numbers of return {number} are marked as validated.")
        return redirect("return", number)
    return render(request, "returns/validate.html", {"page": presenters.page_of(return_, person_of(request))})
