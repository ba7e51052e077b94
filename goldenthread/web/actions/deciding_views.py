"""The recommendations: the register of them, one of them, keeping one, and deciding it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.actions import listing, presenters
from goldenthread.web.actions.planning_forms import Deciding, Recommending, Rewording
from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.workflow.actions import deciding
from goldenthread.workflow.actions.models import Recommendation
from goldenthread.workflow.actions.register import RECOMMENDATIONS
from goldenthread.workflow.actions.rules import KEEP, REPORT, SEE
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.history.refusals import NotFound, Refused


@may(SEE, REPORT)
def recommendations(request: HttpRequest) -> HttpResponse:
    """The register of recommendations that one may see."""
    page = listing.recommendations_for(person_of(request), request.GET.dict(), timezone.localdate())
    return render(request, "actions/recommendations.html", {"page": page})


@may(SEE, REPORT)
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """What the register shows, all of it, as a file."""
    ending, today = one_of(kind, *KINDS_OF_FILE), timezone.localdate()
    found = listing.chosen_recommendations(person_of(request), request.GET.dict(), today)
    return download(RECOMMENDATIONS.as_file(ending, found, today), "recommendations", ending)


@may(SEE, REPORT)
def recommendation(request: HttpRequest, number: int) -> HttpResponse:
    """One recommendation, what was decided about it, and the actions beneath it."""
    page = presenters.recommendation_page(number, person_of(request), timezone.localdate())
    return render(request, "actions/recommendation.html", {"page": page})


@may(KEEP)
def add(request: HttpRequest) -> HttpResponse:
    """Ask what was recommended, by whom and when, and keep it."""
    begun = presenters.begun_from(request.GET.dict())
    form = Recommending(request.POST or None, initial=begun, agencies=presenters.agencies())
    if request.method == "POST" and form.is_valid() and (made := _recommended(request, form)):
        messages.success(request, "It is kept. Decide next: plan an action, or say why there is none.")
        return redirect("recommendation", made.number)
    return render(request, "actions/add.html", {"form": form})


def _recommended(request: HttpRequest, form: Recommending) -> Recommendation | None:
    """The recommendation; none where it was refused, and the form then says why."""
    given, person = form.cleaned_data, person_of(request)
    try:
        return deciding.recommend(
            given["text"],
            kind=given["kind"],
            source=given["source"],
            source_on=given["source_on"],
            agency=presenters.agency_called(given["agency"]),
            audit=presenters.audit_called(given["audit"], person),
            themes=given["themes"],
            by=person.actor,
        )
    except Refused as refused:
        form.add_error(None, refused.message)
        return None


@may(KEEP)
def rewrite(request: HttpRequest, number: int) -> HttpResponse:
    """Word a recommendation anew. Where somebody else wrote meanwhile, both texts are kept and shown."""
    held = presenters.recommendation_called(number, person_of(request))
    form = Rewording(request.POST or None, initial=vars(held))
    shown: dict[str, Any] = {"form": form, "what": "recommendation", "number": number, "theirs": None}
    if request.method == "POST" and form.is_valid():
        edits = form.cleaned_data["edits"] or 0
        try:
            word = deciding.rewrite(held, **form.told(), edits=edits, by=person_of(request).actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            if not word.set_aside_for:
                messages.success(request, "It is worded anew.")
                return redirect("recommendation", number)
            shown["theirs"] = presenters.text_that_stands(word)
            form = shown["form"] = Rewording({**request.POST.dict(), "edits": str(word.set_aside_for)})
            form.add_error(None, presenters.CLASH)
    return render(request, "actions/rewrite.html", shown)


@may(KEEP)
def decide(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Ask why, and decide a recommendation."""
    person, way = person_of(request), verb.replace("-", " ")
    page = presenters.recommendation_page(number, person, timezone.localdate())
    if way not in presenters.decisions_about(page.recommendation, person):
        raise NotFound("That cannot be decided about this recommendation now.")
    form = Deciding(request.POST or None, verb=way)
    if request.method == "POST" and form.is_valid():
        try:
            deciding.decide(page.recommendation, way, **form.cleaned_data, by=person.actor)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, f"It is kept: {way}.")
            return redirect("recommendation", number)
    return render(request, "actions/decide.html", {"page": page, "form": form, "asked": presenters.DECIDED[way]})
