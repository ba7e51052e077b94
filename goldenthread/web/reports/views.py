"""Reports on the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.engine.protecting.faces import Face
from goldenthread.web.base.access import may, person_of
from goldenthread.web.reports.presenters import list_for, report_page


@may("see reports")
def reports(request: HttpRequest) -> HttpResponse:
    """Which reports can be read."""
    return render(request, "reports/reports.html", {"reports": list_for(person_of(request))})


@may("see reports")
def report(request: HttpRequest, name: str, year: str) -> HttpResponse:
    """A report as the partnership may see it."""
    page = report_page(name, year, Face.PARTNERSHIP, person_of(request))
    return render(request, "reports/report.html", {"page": page})


@may("see the board paper")
def board_paper(request: HttpRequest, name: str, year: str) -> HttpResponse:
    """The same, exact, marked and numbered. Each opening is recorded as a copy of its own."""
    page = report_page(name, year, Face.BOARD, person_of(request))
    return render(request, "reports/report.html", {"page": page})
