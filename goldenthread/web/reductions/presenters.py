"""What the page of reductions shows: for a year, each reduction's answer, its measures, and what they leave out."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.catalogue.reductions import REDUCTIONS
from goldenthread.engine.comparing.series import Known, Series
from goldenthread.engine.comparing.weighing import Weighed, Weight, weigh
from goldenthread.engine.periods import Period, financial_year_of, parse_year
from goldenthread.engine.protecting.figures import Figures
from goldenthread.engine.rendering.years import figure_of
from goldenthread.web.base.offers import Offer
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import ALL, Viewer

COLUMNS = (
    Column("Measure"),
    Column("What it says"),
    Column("Now", numeric=True),
    Column("A year before", numeric=True),
    Column("What its test says"),
    Column("Why it is looked at"),
)


@dataclass(frozen=True)
class Shown:
    """One reduction, weighed."""

    weighed: Weighed

    @property
    def title(self) -> str:
        """What there are fewer of."""
        return self.weighed.reduction.title

    @property
    def answer(self) -> list[str]:
        """The short answer, sentence by sentence."""
        return [said.text for said in self.weighed.short]

    @property
    def beyond(self) -> list[str]:
        """What the answer does not cover."""
        return [said.text for said in self.weighed.beyond]

    @property
    def table(self) -> Table:
        """One row for each balancing measure."""
        caption = f"{self.title}: the balancing measures"
        return Table(caption, COLUMNS, [_row(each) for each in self.weighed.weights])


@dataclass(frozen=True)
class Page:
    """The page; without an edition there is nothing to weigh."""

    choose: Offer
    shown: list[Shown]


def page_of(person: Person, given: Mapping[str, str]) -> Page:
    """The reductions of a year as somebody may see them: the last year that an accepted return covers, or another."""
    edition = Edition.objects.current()
    if edition is None:
        return Page(_years(given, []), [])
    codes = dict.fromkeys(code for each in REDUCTIONS.values() for code in each.codes())
    viewer = Viewer.of(person)
    found = known(codes, viewer=viewer)
    choose = _years(given, _covered(found))
    if not choose.chosen("year"):
        return Page(choose, [])
    year = parse_year(choose.chosen("year"))

    def series_of(code: str) -> Series:
        every = Figures(found.figures(code), face=viewer.face, edition=edition.number)
        return found.series(figure_of(found.indicators[code], every, year))

    return Page(choose, [Shown(weigh(each, series_of)) for each in REDUCTIONS.values()])


def _covered(found: Known) -> list[Period]:
    """The financial years at whose end some caseload is known, the latest first."""
    whole = [figure for each in REDUCTIONS.values() for figure in found.figures(each.of) if figure.breakdown == ALL]
    years = {financial_year_of(figure.period.last) for figure in whole if figure.period.is_day}
    ends = {figure.period.last for figure in whole if figure.period.is_day}
    return sorted((year for year in years if year.last in ends), key=lambda year: year.last, reverse=True)


def _years(given: Mapping[str, str], years: list[Period]) -> Offer:
    return Offer(given, {"year": ("Year", [(year.code, str(year)) for year in years])})


def _row(weight: Weight) -> list[Cell]:
    before = weight.before.shown if weight.before else "–"
    return [
        Cell(weight.indicator.title, href=reverse("indicator", args=[weight.indicator.code])),
        Cell(weight.marked),
        Cell(weight.series.now.shown, below=str(weight.series.now.period)),
        Cell(before),
        Cell(weight.said.text),
        Cell(weight.balancing.why),
    ]
