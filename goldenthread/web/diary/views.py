"""The diary on the site, and the calendar that other programs read by a private link."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.base.access import anyone, may, person_of
from goldenthread.web.base.limits import A_MINUTE, within_limit
from goldenthread.web.diary import presenters
from goldenthread.workflow.diary import operations
from goldenthread.workflow.diary.rules import SEE
from goldenthread.workflow.history.links import LinkIsOver


@may(SEE)
def diary(request: HttpRequest) -> HttpResponse:
    """What is due, and the link by which a calendar program reads it."""
    return render(request, "diary/diary.html", {"page": presenters.page_of(person_of(request), request.GET.dict())})


@may(SEE)
def make_link(request: HttpRequest) -> HttpResponse:
    """Make the link, in place of any before, and show it this once."""
    if request.method != "POST":
        return redirect("diary")
    address = presenters.whole_address(operations.make(person_of(request)))
    return render(request, "diary/made.html", {"address": address})


@may(SEE)
def revoke_link(request: HttpRequest) -> HttpResponse:
    """Let the link open nothing any more."""
    if request.method == "POST":
        operations.revoke(person_of(request))
        messages.success(request, "The link is revoked. Your calendar program can read nothing by it any more.")
    return redirect("diary")


@anyone
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The diary of whoever made the link, as a calendar program reads it."""
    try:
        link = operations.let_in(token)
    except LinkIsOver as over:
        return HttpResponse(over.message, content_type="text/plain; charset=utf-8", status=HTTPStatus.GONE)
    if not within_limit("feed", link.actor):
        later = {"Retry-After": f"{A_MINUTE}"}
        return HttpResponse("Wait a minute.", status=HTTPStatus.TOO_MANY_REQUESTS, headers=later)
    return HttpResponse(presenters.calendar_of(link.of, timezone.now()), content_type="text/calendar; charset=utf-8")
