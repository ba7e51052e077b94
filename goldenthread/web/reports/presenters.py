"""What the pages of reports show."""

from dataclasses import dataclass

from goldenthread.catalogue import indicators
from goldenthread.engine.periods import Period, Span, UnknownPeriod, flow_periods_within, merged, parse_year
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Document
from goldenthread.engine.rendering.html import fragment
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
    """The edition in force, if any; the years that it covers whole, each with its address, the latest first."""

    name: str
    edition: Edition | None
    years: list[tuple[Period, str]]
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
    years = [(year, year.code.removeprefix("FY")) for year in (_years(edition) if edition else [])]
    return ReportList(ANNUAL, edition, years, may(person, "see the board paper"))


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


def _years(edition: Edition) -> list[Period]:
    """The financial years that the evidence of any indicator covers whole."""
    counted = {indicator.dataset for indicator in indicators().values()}
    spans = merged([Span.between(part["first"], part["last"]) for part in edition.parts if part["dataset"] in counted])
    periods = (period for span in spans for period in flow_periods_within(span))
    years = {period for period in periods if period.code.startswith("FY") and len(period.code) == len("FY2013-14")}
    return sorted(years, key=lambda year: year.first, reverse=True)
