"""The register of findings: reading it, writing on it, and saying what becomes of a finding."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.findings import presenters
from goldenthread.web.findings.beginning import begun_from
from goldenthread.web.findings.forms import Leading, Writing
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.findings import operations
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.reading import ways_for
from goldenthread.workflow.findings.register import FINDINGS
from goldenthread.workflow.findings.rules import CONFIDENCE, KEEP, MODERATE, SEE
from goldenthread.workflow.findings.telling import Told
from goldenthread.workflow.history.refusals import NotFound, Refused

_SEVERAL = ("agencies", "themes", "strands")


@may(SEE)
def findings(request: HttpRequest) -> HttpResponse:
    """Every finding that one may see, as one chose them."""
    page = presenters.findings_for(person_of(request), request.GET.dict(), timezone.localdate())
    return render(request, "findings/findings.html", {"page": page})


@may(SEE)
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """What the list shows, as a file."""
    found = presenters.chosen_of(person_of(request), request.GET.dict())
    return download(FINDINGS.as_file(one_of(kind, *KINDS_OF_FILE), found, timezone.localdate()), "findings", kind)


@may(SEE)
def finding(request: HttpRequest, number: int) -> HttpResponse:
    """One finding: on what evidence, how sure the board is of it, and what became of it."""
    page = presenters.finding_page(number, person_of(request), timezone.localdate())
    return render(request, "findings/finding.html", {"page": page})


@may(KEEP)
def write(request: HttpRequest) -> HttpResponse:
    """Ask for a finding, and keep it. Themes are suggested where somebody asks for that."""

    def kept(told: Told, _: int) -> HttpResponse:
        made = operations.keep(told, by=person_of(request).actor)
        messages.success(request, "It is on the register, as a claim. Say next what evidence there is.")
        return redirect("finding", made.number)

    begun = begun_from(request.GET.dict(), person_of(request)) if request.method == "GET" else {}
    return _written(request, begun, kept, {"finding": None})


@may(KEEP)
def rewrite(request: HttpRequest, number: int) -> HttpResponse:
    """Write a finding anew. Where somebody else wrote meanwhile, both texts are shown."""
    found = _leadable(request, number, "rewritten")

    def kept(told: Told, edits: int) -> HttpResponse | None:
        word = operations.rewrite(found, told, edits=edits, by=person_of(request).actor)
        if word.set_aside_for is not None:
            return None
        messages.success(request, "It is written anew. What stood there before is kept.")
        return redirect("finding", found.number)

    return _written(request, presenters.as_initial(found), kept, {"finding": found})


@may(KEEP, MODERATE)
def lead(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Ask on what and why, and lead a finding a step on or back."""
    way = verb.replace("-", " ")
    found = _leadable(request, number, way)
    form = Leading(request.POST or None, verb=way)
    if request.method == "POST" and form.is_valid():
        change: Callable[..., None] = (
            operations.move if way in {each.verb for each in CONFIDENCE.ways} else operations.decide
        )
        try:
            change(found, way, by=person_of(request).actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, f"It is kept: {way}.")
            return redirect("finding", number)
    return render(request, "findings/lead.html", {"finding": found, "form": form, "asked": presenters.ASKED[way]})


def _leadable(request: HttpRequest, number: int, verb: str) -> Finding:
    """The finding of a number; NotFound where this person cannot lead it along a way now."""
    found = presenters.finding_called(number, person_of(request))
    if verb not in ways_for(person_of(request), found):
        raise NotFound("That cannot be done about this finding now, or not by you.")
    return found


def _written(
    request: HttpRequest,
    initial: dict[str, Any],
    kept: Callable[[Told, int], HttpResponse | None],
    shown: dict[str, Any],
) -> HttpResponse:
    """Ask for the text of a finding until it is kept; without keeping it, suggest what it is about where that is asked
    for. `kept` gives nothing where somebody else wrote meanwhile.
    """
    person = person_of(request)
    offered: dict[str, Any] = {"agencies": presenters.all_agencies(), "audits": presenters.audits_for(person)}
    if "suggest" in request.POST:
        given = _as_given(request)
        themes, strands = presenters.suggested_for(given.get("text", ""), given.get("recommends", ""))
        form = Writing(initial=given, themes=themes, strands=strands, **offered)
        return render(
            request, "findings/write.html", {**shown, "form": form, "asked": True, "suggested": bool(themes or strands)}
        )
    form = Writing(request.POST or None, initial=initial, **offered)
    if request.method == "POST" and form.is_valid():
        agencies = presenters.agencies_called(form.cleaned_data["agencies"])
        audit = presenters.audit_called(form.cleaned_data["audit"], person)
        try:
            if answer := kept(form.told(agencies, audit), form.cleaned_data["edits"] or 0):
                return answer
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            theirs = presenters.finding_page(shown["finding"].number, person, timezone.localdate())
            form = Writing(initial={**_as_given(request), "edits": theirs.finding.edits}, **offered)
            shown["theirs"] = theirs
    return render(request, "findings/write.html", {**shown, "form": form})


def _as_given(request: HttpRequest) -> dict[str, Any]:
    """What stands in the form as it was sent, checked or not."""
    return {name: request.POST.getlist(name) if name in _SEVERAL else request.POST.get(name) for name in request.POST}
