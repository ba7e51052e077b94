"""The years of which a report can be read, and how much the board's headline measures tell of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.catalogue import indicators
from goldenthread.engine.definitions import BOARD
from goldenthread.engine.periods import Period, Span, flow_periods_within, merged
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD
from goldenthread.engine.rendering.years import figure_of, period_of
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import Query, Viewer, figures


@dataclass(frozen=True)
class Offered:
    """A year that a report can be about, with how many of the headline measures have a figure of it."""

    year: Period
    known: int
    measures: int

    @property
    def short(self) -> str:
        """The year as addresses say it."""
        return self.year.code.removeprefix("FY")

    @property
    def has_few(self) -> bool:
        """Whether fewer than half of the headline measures have a figure."""
        return 2 * self.known < self.measures

    @property
    def how_many(self) -> str:
        """How many of the headline measures have a figure."""
        return f"{self.known or 'none'} of the {self.measures} headline measures"


def years_of(edition: Edition, person: Person) -> list[Offered]:
    """The financial years that the evidence of any indicator covers whole, the latest first.

    What is hidden from some is there all the same. So figures are read as every member of the partnership sees them:
    they say the same to all, and nobody reads them exactly.
    """
    headline = [each for each in indicators().values() if each.tier is BOARD]
    years = _covered(edition)
    query = Query(
        tuple(each.code for each in headline),
        among=tuple({period_of(each, year).code for each in headline for year in years}),
    )
    found = figures(query, viewer=Viewer(Face.PARTNERSHIP, actor=person.actor), edition=edition)
    return [
        Offered(year, sum(_is_known(figure_of(each, found, year)) for each in headline), len(headline))
        for year in years
    ]


def parted(years: Sequence[Offered]) -> tuple[list[Offered], list[Offered]]:
    """Those of which there is something to read, and those with few figures; all of them alike where all have few."""
    told = [each for each in years if not each.has_few]
    return (told, [each for each in years if each.has_few]) if told else (list(years), [])


def _is_known(figure: Figure) -> bool:
    return figure.value is not None or figure.status in (HIDDEN, WITHHELD)


def _covered(edition: Edition) -> list[Period]:
    counted = {indicator.dataset for indicator in indicators().values()}
    spans = merged([Span.between(part["first"], part["last"]) for part in edition.parts if part["dataset"] in counted])
    periods = (period for span in spans for period in flow_periods_within(span))
    years = {period for period in periods if period.code.startswith("FY") and len(period.code) == len("FY2013-14")}
    return sorted(years, key=lambda year: year.first, reverse=True)
