"""Reports on the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.engine.protecting.faces import Face
from goldenthread.web.base.access import may, person_of
from goldenthread.web.base.downloads import download
from goldenthread.web.base.remembering import remembered
from goldenthread.web.reports.presenters import KINDS, list_for, made_as, report_page


@may("see reports")
@remembered
def reports(request: HttpRequest) -> HttpResponse:
    """Which reports can be read."""
    return render(request, "reports/reports.html", {"reports": list_for(person_of(request))})


@may("see reports")
def report(request: HttpRequest, name: str, year: str) -> HttpResponse:
    """A report as the partnership may see it."""
    page = report_page(name, year, Face.PARTNERSHIP, person_of(request))
    return render(request, "reports/report.html", {"page": page, "files": _files("report_file", name, year)})


@may("see reports")
def report_file(request: HttpRequest, name: str, year: str, kind: str) -> HttpResponse:
    """The same as PDF or Word."""
    return download(made_as(name, year, kind, Face.PARTNERSHIP, person_of(request)), f"{name}-{year}", kind)


@may("see the board paper")
def board_paper(request: HttpRequest, name: str, year: str) -> HttpResponse:
    """The same, exact, marked and numbered. Each opening is recorded as a copy of its own."""
    page = report_page(name, year, Face.BOARD, person_of(request))
    return render(request, "reports/report.html", {"page": page, "files": _files("board_paper_file", name, year)})


@may("see the board paper")
def board_paper_file(request: HttpRequest, name: str, year: str, kind: str) -> HttpResponse:
    """The same as PDF or Word: a copy with a number of its own, and recorded."""
    made = made_as(name, year, kind, Face.BOARD, person_of(request))
    return download(made, f"{name}-{year}-board-paper", kind)


def _files(route: str, name: str, year: str) -> dict[str, str]:
    """The addresses of the report's files, by kind."""
    return {kind: reverse(route, args=[name, year, kind]) for kind in KINDS}
