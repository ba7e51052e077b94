"""The places of the area, and the profile of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.remembering import remembered
from goldenthread.web.places.presenters import every_place, profile_of


@may("see the scorecard")
@remembered
def every(request: HttpRequest) -> HttpResponse:
    """Every cluster and locality."""
    return render(request, "places/places.html", {"places": every_place()})


@may("see the scorecard")
@remembered
def place(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """Need in a place, and the response to need, on one side of paper."""
    return render(request, "places/place.html", {"profile": profile_of(person_of(request), kind, name)})
