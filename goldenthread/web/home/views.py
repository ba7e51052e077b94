"""The start page, asking for the figures from it, and the accessibility statement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.web.base.access import anyone, may, person_of, signed_in
from goldenthread.web.base.remembering import remembered
from goldenthread.web.home.presenters import start_page
from goldenthread.workflow.results.tasks import ask_for_an_edition


@signed_in
@remembered
def home(request: HttpRequest) -> HttpResponse:
    """What matters now, what is waiting, where to go."""
    return render(request, "home/home.html", {"home": start_page(person_of(request), timezone.localdate())})


@may("compute")
def work_out(request: HttpRequest) -> HttpResponse:
    """Ask for the figures to be worked out."""
    if request.method == "POST":
        ask_for_an_edition(by=person_of(request).actor)
    return redirect("home")


@anyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everybody can use the site."""
    return render(request, "home/accessibility.html")
