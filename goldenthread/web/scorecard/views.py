"""The scorecard."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.scorecard.presenters import scorecard_of


@may("see the scorecard")
def scorecard(request: HttpRequest) -> HttpResponse:
    """Every indicator in one row, under the question that it asks."""
    return render(request, "scorecard/scorecard.html", {"scorecard": scorecard_of(person_of(request))})
