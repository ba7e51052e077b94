"""Sending one return by a one-time link, without an account: uploading, seeing it checked, sending it."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.web.base.access import anyone
from goldenthread.web.base.refreshing import is_still, refreshed
from goldenthread.web.base.refusals import BUSY
from goldenthread.web.returns import link_presenters
from goldenthread.web.returns.link_forms import ByLink, SendingByLink
from goldenthread.workflow.calendar import links
from goldenthread.workflow.history.links import LinkIsOver
from goldenthread.workflow.history.refusals import NotNow, Refused
from goldenthread.workflow.returns import uploading

View = Callable[[HttpRequest, str], HttpResponse]


def while_it_is_good(view: View) -> View:
    """Declare that a view is for whoever holds a link, and show why it is over where it is."""

    @anyone
    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        try:
            return view(request, token)
        except LinkIsOver as over:
            return render(request, "base/link_over.html", {"why": over.message}, status=410)

    return answer


@while_it_is_good
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What the link is for, and how it stands with what was uploaded."""
    return _shown(request, token, ByLink())


@while_it_is_good
def upload(request: HttpRequest, token: str) -> HttpResponse:
    """Have files checked. What is wrong with the form is said on the page of the link."""
    links.link_for(token)
    if request.method != "POST":
        return redirect("by_link", token)
    form = ByLink(request.POST, request.FILES, size=int(request.META.get("CONTENT_LENGTH") or 0))
    if form.is_valid() and _is_uploaded(token, form):
        return redirect("by_link", token)
    return _shown(request, token, form)


def _shown(request: HttpRequest, token: str, form: ByLink) -> HttpResponse:
    page = link_presenters.page_of(links.link_for(token))
    shown = {"page": page, "token": token, "sending": SendingByLink(), "still": is_still(request)}
    answer = render(request, "returns/by_link.html", {**shown, "form": form if page.asks else None})
    return refreshed(request, answer, while_=page.is_checking)


def _is_uploaded(token: str, form: ByLink) -> bool:
    """Whether the files were taken; where not, the form then says why."""
    try:
        links.upload(token, form.received())
    except LinkIsOver:
        raise
    except NotNow:
        form.add_error("chosen", BUSY)
    except Refused as refused:
        form.add_error("chosen", refused.message)
    return not form.errors


@while_it_is_good
def issues(request: HttpRequest, token: str) -> HttpResponse:
    """What is wrong with what was uploaded, row by row."""
    page = link_presenters.issues_by_link(links.link_for(token), request.GET.dict())
    return render(request, "returns/by_link_issues.html", {"page": page, "token": token})


@while_it_is_good
def check_again(request: HttpRequest, token: str) -> HttpResponse:
    """Have what was uploaded checked once more."""
    link = links.link_for(token)
    if request.method == "POST" and link.upload:
        uploading.check_again(link.upload, by=link.actor)
    return redirect("by_link", token)


@while_it_is_good
def start_again(request: HttpRequest, token: str) -> HttpResponse:
    """Discard what was uploaded, so that other files can be."""
    links.link_for(token)
    if request.method == "POST":
        links.start_again(token)
        messages.success(request, "The files are discarded. You can upload others.")
    return redirect("by_link", token)


@while_it_is_good
def send(request: HttpRequest, token: str) -> HttpResponse:
    """Send what was uploaded. The link is then used up."""
    links.link_for(token)
    if request.method != "POST":
        return redirect("by_link", token)
    sent = links.send(token, validated="validated" in request.POST)
    return render(request, "returns/by_link_sent.html", {"sent": sent})
