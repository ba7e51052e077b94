"""What is waiting, and the checks that say so."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.waiting import presenters
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.waiting.checking import Asked
from goldenthread.workflow.waiting.listing import WAITING, things_in
from goldenthread.workflow.waiting.reading import Found
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
    asked = _asked(request)
    found = presenters.chosen(code, asked, request.GET.dict())
    return _taken([found], found.check.name, found.check.code, kind, asked)


@may(SEE)
def take_agency_away(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """What waits for one agency, as a file."""
    asked = _asked(request)
    agency_, found = presenters.found_of(code, asked)
    return _taken(found, f"What is waiting for {agency_}", f"waiting-{agency_.code}", kind, asked)


def _taken(found: Sequence[Found], called: str, file: str, kind: str, asked: Asked) -> HttpResponse:
    made = WAITING.as_file(one_of(kind, *KINDS_OF_FILE), things_in(found), asked.on, called=called)
    return download(made, file, kind)


def _asked(request: HttpRequest) -> Asked:
    return Asked.by(person_of(request), timezone.localdate())
