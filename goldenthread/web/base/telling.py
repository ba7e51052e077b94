"""Figures in words and cells, the same on every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.catalogue import indicators
from goldenthread.catalogue.reports import reports
from goldenthread.engine.comparing.sentences import tell
from goldenthread.engine.definitions import Indicator, Tier
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.choosing import latest, year_before
from goldenthread.web.base.templating import day
from goldenthread.workflow.breaks.models import Break
from goldenthread.workflow.breaks.reading import breaks_by_indicator, parting
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.reading import Query, Viewer, figures


@dataclass(frozen=True)
class Latest:
    """An indicator with its latest figure, and the one a year before; none where it has not been counted.

    `parted` is the break in recording because of which the year before is not set beside it.
    """

    indicator: Indicator
    figure: Figure | None
    before: Figure | None
    parted: Break | None = None

    @property
    def sentence(self) -> str:
        """What the latest figure says."""
        if self.figure is None:
            return "Nothing that has been accepted covers it yet."
        said = tell(self.figure, self.indicator, earlier=self.before)
        return f"{said} {self.not_beside}" if self.parted else said

    @property
    def not_beside(self) -> str:
        """Why the year before is not set beside it; nothing where it is."""
        on = f"Recording changed on {day(self.parted.on)}" if self.parted else ""
        return f"{on}, so it is not set beside what it was a year before." if on else ""


def latest_of(person: Person, *tiers: Tier) -> list[Latest]:
    """The indicators of some tiers along the child's journey, each with its latest figure as somebody may see it."""
    wanted = sorted((each for each in indicators().values() if each.tier in tiers), key=_place)
    every = figures(Query(tuple(indicator.code for indicator in wanted)), viewer=Viewer.of(person))
    breaks = breaks_by_indicator()
    return [told(indicator, every.of(indicator.code), breaks.get(indicator.code, [])) for indicator in wanted]


def _place(indicator: Indicator) -> int:
    """Where an indicator stands on the child's journey: where the annual report tells of it."""
    journey = [code for chapter in reports()["annual"].chapters if chapter.kind == "figures"
               for code in (*chapter.indicators, *chapter.also)]  # fmt: skip
    return journey.index(indicator.code) if indicator.code in journey else len(journey)


def told(indicator: Indicator, found: Sequence[Figure], breaks: Sequence[Break]) -> Latest:
    """The latest of an indicator's figures, beside the year before unless a break in recording lies between them."""
    now = latest(found)
    before = year_before(found, now) if now else None
    if now and before and (parted := parting(breaks, before.period.span, now.period.span)):
        return Latest(indicator, now, None, parted)
    return Latest(indicator, now, before)


def of_how_many(figure: Figure) -> str:
    """What a figure was worked out from, in short: `412 of 55,900`. Nothing where it is a count, or is not shown."""
    if figure.value is None or figure.denominator is None:
        return ""
    if figure.numerator is None:
        return f"the middle of {figure.denominator:,}"
    return f"{figure.numerator:,} of {figure.denominator:,}"
