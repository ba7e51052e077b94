"""Figures in words and cells, the same on every page."""

from dataclasses import dataclass

from goldenthread.catalogue import indicators
from goldenthread.catalogue.reports import reports
from goldenthread.engine.comparing.sentences import Told, tell
from goldenthread.engine.comparing.series import Break, Known, Series
from goldenthread.engine.comparing.statuses import Status, status_beside
from goldenthread.engine.definitions import Indicator, Tier
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.choosing import latest
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.beside_targets import TARGET
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.reading import ALL, Viewer


@dataclass(frozen=True)
class Latest:
    """An indicator with the series of its latest figure; none where it has not been counted."""

    indicator: Indicator
    series: Series | None

    @property
    def figure(self) -> Figure | None:
        """The latest figure."""
        return self.series.now if self.series else None

    @property
    def before(self) -> Figure | None:
        """The figure a year before, unless a break in recording lies between."""
        return None if self.series is None or self.parted else self.series.before

    @property
    def parted(self) -> Break | None:
        """The break in recording because of which the year before is not set beside it."""
        before = self.series.before if self.series else None
        return self.series.parting(before.period) if self.series and before else None

    @property
    def target(self) -> Status | None:
        """How the latest figure stands beside its target; none where it has no target."""
        return status_beside(self.series, TARGET) if self.series else None

    @property
    def target_told(self) -> str:
        """The target with who set it and when, and how the latest figure stands beside it; nothing without one."""
        status = self.target
        return (
            f"{status.other.shown}, {status.other.said_by}. The latest figure is {status.said.text}." if status else ""
        )

    @property
    def told(self) -> Told | None:
        """What the latest figure says, sentence by sentence."""
        return tell(self.series) if self.series else None

    @property
    def sentence(self) -> str:
        """What the latest figure says."""
        return str(self.told) if self.told else "Nothing that has been accepted covers it yet."


def latest_of(person: Person, *tiers: Tier) -> list[Latest]:
    """The indicators of some tiers along the child's journey, each with its latest figure as somebody may see it."""
    wanted = sorted((each for each in indicators().values() if each.tier in tiers), key=_place)
    found = known((indicator.code for indicator in wanted), viewer=Viewer.of(person))
    return [latest_in(found, indicator) for indicator in wanted]


def latest_in(found: Known, indicator: Indicator) -> Latest:
    """The latest of an indicator's figures, with all that may be said of it."""
    now = latest([figure for figure in found.figures(indicator.code) if figure.breakdown == ALL])
    return Latest(indicator, found.series(now) if now else None)


def _place(indicator: Indicator) -> int:
    """Where an indicator stands on the child's journey: where the annual report tells of it."""
    journey = [code for chapter in reports()["annual"].chapters if chapter.kind == "figures"
               for code in (*chapter.indicators, *chapter.also)]  # fmt: skip
    return journey.index(indicator.code) if indicator.code in journey else len(journey)


def of_how_many(figure: Figure) -> str:
    """What a figure was worked out from, in short: `412 of 55,900`. Nothing where it is a count, or is not shown."""
    if figure.value is None or figure.denominator is None:
        return ""
    if figure.numerator is None:
        return f"the middle of {figure.denominator:,}"
    return f"{figure.numerator:,} of {figure.denominator:,}"
