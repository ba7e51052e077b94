"""The calendar: how it stands, one return in it, what is expected, whom to remind."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.base.access import may, person_of
from goldenthread.web.calendar import presenters
from goldenthread.web.calendar.forms import Ending, Expecting
from goldenthread.workflow.calendar import links, operations
from goldenthread.workflow.history.refusals import Refused


@may("see returns", "see own returns")
def calendar(request: HttpRequest) -> HttpResponse:
    """What is owed, and how it stands today."""
    page = presenters.calendar_for(person_of(request), request.GET.dict(), timezone.localdate())
    return render(request, "calendar/calendar.html", {"page": page})


@may("see returns", "see own returns")
def owed(request: HttpRequest, number: int, period: str) -> HttpResponse:
    """One return that is owed."""
    page = presenters.owed_page(number, period, person_of(request), timezone.now())
    return render(request, "calendar/owed.html", {"page": page})


@may("keep the calendar")
def expect(request: HttpRequest) -> HttpResponse:
    """Ask what is expected of an agency, and expect it."""
    form = Expecting(request.POST if request.method == "POST" else None, agencies=presenters.all_agencies())
    if request.method == "POST" and form.is_valid():
        asked = dict(form.cleaned_data)
        agency = presenters.agency_called(asked.pop("agency"))
        try:
            expected = operations.expect(agency, [asked.pop("what")], **asked, by=person_of(request).actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, f"{expected.what} is expected of {agency} from {expected.first} on.")
            return redirect("calendar")
    return render(request, "calendar/expect.html", {"form": form})


@may("keep the calendar")
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Ask until when something is expected, and expect it no longer."""
    expected = presenters.found_expected(number, person_of(request))
    form = Ending(request.POST if request.method == "POST" else None, initial={"last": expected.last_code})
    if request.method == "POST" and form.is_valid():
        try:
            operations.end(expected, last=form.cleaned_data["last"], by=person_of(request).actor)
        except Refused as refused:
            form.add_error("last", refused.message)
        else:
            messages.success(request, f"It is noted until when {expected.what} is expected of {expected.agency}.")
            return redirect("calendar")
    return render(request, "calendar/end.html", {"expected": expected, "form": form})


@may("keep the calendar")
def reminders(request: HttpRequest) -> HttpResponse:
    """The reminders that are to be sent; marking one as sent."""
    if request.method == "POST":
        reminded = presenters.reminded_of(request.POST.getlist("about"), person_of(request))
        operations.mark_reminded(reminded, on=timezone.localdate(), by=person_of(request).actor)
        messages.success(request, "The reminder is marked as sent today.")
        return redirect("reminders")
    page = presenters.reminders_on(timezone.localdate())
    return render(request, "calendar/reminders.html", {"reminders": page})


@may("keep the calendar")
def link(request: HttpRequest, number: int, period: str) -> HttpResponse:
    """Make a link by which a return that is owed can be sent without an account, and show it this once."""
    if request.method != "POST":
        return redirect("owed", number, period)
    expected, about = presenters.expected_about(number, period, person_of(request))
    token = links.make(expected, about, by=person_of(request).actor)
    return render(request, "calendar/link.html", {"page": presenters.link_page(expected, about, token)})


@may("keep the calendar")
def stop_link(request: HttpRequest, number: int, period: str) -> HttpResponse:
    """Let no more be sent by the link for a return."""
    if request.method == "POST":
        links.stop(*presenters.expected_about(number, period, person_of(request)), by=person_of(request).actor)
        messages.success(request, "The link does not work any more.")
    return redirect("owed", number, period)
