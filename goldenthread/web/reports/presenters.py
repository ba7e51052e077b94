"""What the pages of reports show."""

from dataclasses import dataclass

from goldenthread.engine.periods import Period, UnknownPeriod, parse_year
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Document
from goldenthread.engine.rendering.html import fragment
from goldenthread.web.reports.years import Offered, parted, years_of
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.reports.models import Report
from goldenthread.workflow.reports.operations import in_format, make
from goldenthread.workflow.results.models import Edition

ANNUAL = "annual"
KINDS = ("pdf", "docx")


@dataclass(frozen=True)
class ReportList:
    """The edition in force, if any; the years that it covers whole, the latest first, those with few figures apart."""

    name: str
    edition: Edition | None
    years: list[Offered]
    with_few: list[Offered]
    may_see_board_paper: bool


@dataclass(frozen=True)
class ReportPage:
    """One report, made for this reader."""

    document: Document
    report: Report
    html: str


def list_for(person: Person) -> ReportList:
    """Which reports somebody can read."""
    edition = Edition.objects.current()
    years, with_few = parted(years_of(edition, person) if edition else [])
    return ReportList(ANNUAL, edition, years, with_few, may(person, "see the board paper"))


def report_page(name: str, year: str, face: Face, person: Person) -> ReportPage:
    """A report of a year; NotFound where there is no such report or year."""
    made, document = make(name, _year(year), face=face, by=person.actor)
    return ReportPage(document, made, fragment(document))


def made_as(name: str, year: str, kind: str, face: Face, person: Person) -> bytes:
    """A report of a year as PDF or Word; NotFound where there is no such report, year or kind of file."""
    if kind not in KINDS:
        raise NotFound(f"A report is not made as {kind}.")
    _, document = make(name, _year(year), face=face, by=person.actor)
    return in_format(document, f"report.{kind}")


def _year(written: str) -> Period:
    try:
        return parse_year(written)
    except UnknownPeriod:
        raise NotFound(f"There is no year {written}.") from None
