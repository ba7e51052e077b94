"""Figures in words and cells, the same on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.catalogue import indicators
from goldenthread.catalogue.reports import reports
from goldenthread.engine.comparing.sentences import tell
from goldenthread.engine.definitions import Indicator, Tier
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.choosing import latest, year_before
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.reading import Query, Viewer, figures


@dataclass(frozen=True)
class Latest:
    """An indicator with its latest figure, and the one a year before; none where it has not been counted."""

    indicator: Indicator
    figure: Figure | None
    before: Figure | None

    @property
    def sentence(self) -> str:
        """What the latest figure says."""
        if self.figure is None:
            return "Nothing that has been accepted covers it yet."
        return tell(self.figure, self.indicator, earlier=self.before)


def latest_of(person: Person, *tiers: Tier) -> list[Latest]:
    """The indicators of some tiers along the child's journey, each with its latest figure as somebody may see it."""
    wanted = sorted((each for each in indicators().values() if each.tier in tiers), key=_place)
    every = figures(Query(tuple(indicator.code for indicator in wanted)), viewer=Viewer.of(person))
    return [_latest(indicator, every.of(indicator.code)) for indicator in wanted]


def _place(indicator: Indicator) -> int:
    """Where an indicator stands on the child's journey: where the annual report tells of it."""
    journey = [code for chapter in reports()["annual"].chapters if chapter.kind == "figures"
               for code in (*chapter.indicators, *chapter.also)]  # fmt: skip
    return journey.index(indicator.code) if indicator.code in journey else len(journey)


def _latest(indicator: Indicator, found: Sequence[Figure]) -> Latest:
    now = latest(found)
    return Latest(indicator, now, year_before(found, now) if now else None)


def of_how_many(figure: Figure) -> str:
    """What a figure was worked out from, in short: `412 of 55,900`. Nothing where it is a count, or is not shown."""
    if figure.value is None or figure.denominator is None:
        return ""
    if figure.numerator is None:
        return f"the middle of {figure.denominator:,}"
    return f"{figure.numerator:,} of {figure.denominator:,}"
