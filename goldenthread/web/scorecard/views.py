"""The scorecard, and what it shows as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download, one_of
from goldenthread.web.base.limits import limited
from goldenthread.web.base.remembering import remembered
from goldenthread.web.scorecard.presenters import scorecard_of, to_take_away
from goldenthread.workflow.results.taking_away import AS_FILE, take_about, take_away


@may("see the scorecard")
@remembered
def scorecard(request: HttpRequest) -> HttpResponse:
    """Every indicator that was chosen in one row, under the question that it asks."""
    return render(request, "scorecard/scorecard.html", {"scorecard": scorecard_of(person_of(request), request.GET)})


@may("take figures away")
@limited("files")
def figures_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The figures that the scorecard shows with the same choices, as a file."""
    kind, person = one_of(kind, *AS_FILE), person_of(request)
    query, named = to_take_away(scorecard_of(person, request.GET))
    return download(take_away(query, kind, person=person, named=named), "scorecard", kind)


@may("take figures away")
@limited("files")
def about_file(request: HttpRequest) -> HttpResponse:
    """What the files of figures mean: definitions, edition, columns, words."""
    person = person_of(request)
    query, named = to_take_away(scorecard_of(person, request.GET))
    return download(take_about(query, person=person, named=named), "scorecard-about", "csv")
