"""The child's journey as one picture."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.remembering import remembered
from goldenthread.web.journey.presenters import journey_of


@may("see the scorecard")
@remembered
def journey(request: HttpRequest) -> HttpResponse:
    """How many reach each step in a year, what becomes of them and how long it takes."""
    return render(request, "journey/journey.html", {"journey": journey_of(person_of(request), request.GET)})
