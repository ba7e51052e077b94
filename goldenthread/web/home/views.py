"""The start page, and the accessibility statement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.base.access import anyone, person_of, signed_in
from goldenthread.web.home.presenters import start_page


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """What matters now, what is waiting, where to go."""
    return render(request, "home/home.html", {"home": start_page(person_of(request))})


@anyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everybody can use the site."""
    return render(request, "home/accessibility.html")
