"""An indicator's clusters side by side: the funnel of a year, what it says, and the same as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from goldenthread.catalogue import indicators
from goldenthread.catalogue.breakdowns import CLUSTER
from goldenthread.catalogue.families import FAMILIES
from goldenthread.engine.comparing.spread import Spread, has_funnel, in_words, spread, spread_told
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.choosing import of_kind
from goldenthread.web.base.offers import Offer
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import ALL, Query, Viewer, figures

Given = Mapping[str, str]
TOO_FEW = (
    "Too few clusters can be shown to set them side by side: their numbers are small or not covered, or there is no"
    " population estimate for them."
)


def is_spread(indicator: Indicator) -> bool:
    """Whether its clusters can be set side by side."""
    return has_funnel(indicator) and CLUSTER.code in {each.code for each in indicator.breakdowns}


@dataclass(frozen=True)
class Page:
    """The page of the clusters of an indicator; `spread` is none where they cannot be set side by side, with why."""

    indicator: Indicator
    choose: Offer
    spread: Spread | None
    why_not: str

    @property
    def chart(self) -> str:
        """The address of the chart."""
        asked = urlencode({"year": self.choose.chosen("year")})
        return f"{reverse('indicator_clusters_chart', args=[self.indicator.code])}?{asked}"

    @property
    def told(self) -> list[str]:
        """What the funnel says, sentence by sentence."""
        return [said.text for said in spread_told(self.spread)] if self.spread else []

    @property
    def description(self) -> str:
        """The same in one piece, for those who do not see it."""
        return f"A funnel chart. {' '.join(self.told)}"

    @property
    def table(self) -> Table:
        """One row for each cluster, in the order of the alphabet, so that it is no league table.

        How it lies stands beside its name, because a phone shows no more columns than these two.
        """
        columns = (
            Column("Cluster"), Column("Beside the limits"), Column("Value", numeric=True),
            Column("How many", numeric=True), Column("Out of", numeric=True), Column("95% interval"),
        )  # fmt: skip
        placed = self.spread.placed if self.spread else ()
        rows = [
            [Cell(each.group), Cell(in_words(place)), Cell(each.shown), Cell(f"{each.numerator:,}"),
             Cell(f"{each.denominator:,}"), Cell(each.shown_interval)]
            for each, place in sorted(placed, key=lambda pair: pair[0].group)
        ]  # fmt: skip
        return Table(f"{self.indicator.title}, cluster by cluster", columns, rows, stacks=False)


def clusters_of(code: str, given: Given, person: Person) -> Page:
    """The clusters of an indicator in a year as somebody may see them; NotFound where there is no such page."""
    indicator = indicators().get(code)
    if indicator is None or not is_spread(indicator):
        raise NotFound(f"There are no clusters to set side by side for {code}.")
    edition = Edition.objects.current()
    if edition is None or code not in edition.results:
        return Page(indicator, _years(given, []), None, "It has not been counted yet.")
    viewer = Viewer.of(person)
    whole = of_kind(list(figures(Query(code, breakdown=ALL), viewer=viewer)), "year")[::-1]
    choose = _years(given, whole)
    chosen = next((each for each in whole if each.period.code == choose.chosen("year")), None)
    if chosen is None:
        return Page(indicator, choose, None, "No whole year is covered by what has been accepted.")
    told_already = Viewer(viewer.face, viewer.actor, recorded=True)
    groups = figures(Query(code, period=chosen.period, breakdown=CLUSTER.code), viewer=told_already)
    found = spread(indicator, groups, chosen, areas="clusters", families=FAMILIES.of(indicator))
    return Page(indicator, choose, found, "" if found else TOO_FEW)


def _years(given: Given, whole: list[Figure]) -> Offer:
    return Offer(given, {"year": ("When", [(each.period.code, str(each.period)) for each in whole])})
