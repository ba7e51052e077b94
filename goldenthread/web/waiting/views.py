"""What is waiting, and the checks that say so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.waiting import presenters
from goldenthread.workflow.waiting.checking import Asked
from goldenthread.workflow.waiting.listing import AS_FILE
from goldenthread.workflow.waiting.rules import SEE


@may(SEE)
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for the whole, agency by agency; to somebody at an agency, for theirs."""
    asked = _asked(request)
    if asked.person.agency:
        return agency(request, asked.person.agency.code)
    return render(request, "waiting/waiting.html", {"page": presenters.whole(asked)})


@may(SEE)
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """What waits for one agency."""
    return render(request, "waiting/agency.html", {"page": presenters.one_agency(code, _asked(request))})


@may(SEE)
def checks(request: HttpRequest) -> HttpResponse:
    """Every check, and how much it finds."""
    return render(request, "waiting/checks.html", {"page": presenters.checks(_asked(request))})


@may(SEE)
def check(request: HttpRequest, code: str) -> HttpResponse:
    """What one check finds."""
    page = presenters.check_page(code, _asked(request), request.GET.dict())
    return render(request, "waiting/check.html", {"page": page})


@may(SEE)
def take_away(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """What one check finds, as a file."""
    write, asked = AS_FILE[one_of(kind, *AS_FILE)], _asked(request)
    found = presenters.chosen(code, asked, request.GET.dict())
    return download(write([found], found.check.name, asked.on), found.check.code, kind)


@may(SEE)
def take_agency_away(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """What waits for one agency, as a file."""
    write, asked = AS_FILE[one_of(kind, *AS_FILE)], _asked(request)
    agency_, found = presenters.found_of(code, asked)
    return download(write(found, f"What is waiting for {agency_}", asked.on), f"waiting-{agency_.code}", kind)


def _asked(request: HttpRequest) -> Asked:
    return Asked.by(person_of(request), timezone.localdate())
