"""Figures in words and cells, the same on every page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goldenthread.catalogue import indicators
from goldenthread.catalogue.themes import places_on_the_journey
from goldenthread.engine.comparing.changes import change_in_brief
from goldenthread.engine.comparing.charting import Charted
from goldenthread.engine.comparing.sentences import Told, tell, tell_in_short
from goldenthread.engine.comparing.series import Break, Known, Series
from goldenthread.engine.comparing.statuses import Status, status_beside
from goldenthread.engine.comparing.verdicts import ALIKE_SHAPE, UNTOLD_SHAPE
from goldenthread.engine.comparing.wording import day_in_words
from goldenthread.engine.definitions import Indicator, Tier
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.charting import closest_chart
from goldenthread.web.base.choosing import latest
from goldenthread.web.base.tables import Cell
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.beside_targets import TARGET
from goldenthread.workflow.results.known import known, known_from
from goldenthread.workflow.results.reading import ALL, Query, Viewer, figures


@dataclass(frozen=True)
class Latest:
    """An indicator with the series of its latest figure; none where it has not been counted.

    `chart` is the closest that can be drawn of the whole; none of a group.
    """

    indicator: Indicator
    series: Series | None
    chart: Charted | None = None

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
    def changed_within(self) -> Break | None:
        """The break in recording within the period of the latest figure, of which a part is then not like the rest."""
        if self.series is None:
            return None
        period = self.series.now.period
        return next((each for each in self.series.breaks if each.parts and each.lies_between(period, period)), None)

    @property
    def since(self) -> str:
        """How the latest figure differs from the one a year before, by shape and word; nothing where there is none."""
        return change_in_brief(self.series) if self.series else ""

    @property
    def differs(self) -> bool:
        """Whether a test tells the latest figure from the one a year before."""
        return bool(self.since) and not self.since.startswith((ALIKE_SHAPE, UNTOLD_SHAPE))

    @property
    def target(self) -> Status | None:
        """How the latest figure stands beside its target; none where it has no target."""
        return status_beside(self.series, TARGET) if self.series else None

    @property
    def others(self) -> list[Status]:
        """How the latest figure stands beside those of other areas."""
        groups = [each.group for each in self.series.others if each.group != TARGET] if self.series else []
        found = (status_beside(self.series, group) for group in groups if self.series)
        return [each for each in found if each]

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
    def in_short(self) -> str:
        """The beginning of what it says, for where many are read one after another."""
        return str(tell_in_short(self.series)) if self.series else self.sentence

    @property
    def more(self) -> str:
        """The rest of what it says, after what is told in short."""
        if self.series is None:
            return ""
        short = tell_in_short(self.series).sentences
        return str(Told(tuple(said for said in tell(self.series) if said not in short)))

    @property
    def sentence(self) -> str:
        """What the latest figure says."""
        return str(self.told) if self.told else "Nothing that has been accepted covers it yet."


def latest_of(person: Person, *tiers: Tier) -> list[Latest]:
    """The indicators of some tiers along the child's journey, each with its latest figure as somebody may see it."""
    return latest_among(person, (each for each in indicators().values() if each.tier in tiers))


def latest_among(person: Person, wanted: Iterable[Indicator]) -> list[Latest]:
    """Some indicators along the child's journey, each with its latest figure as somebody may see it."""
    ordered = sorted(wanted, key=lambda each: places_on_the_journey()[each.code])
    found = known((indicator.code for indicator in ordered), viewer=Viewer.of(person))
    return [latest_in(found, indicator) for indicator in ordered]


def latest_in(found: Known, indicator: Indicator, *, among: Sequence[Figure] | None = None) -> Latest:
    """The latest of an indicator's figures of the whole, or of those `among` them, with all that may be said of it."""
    whole = [figure for figure in found.figures(indicator.code) if figure.breakdown == ALL]
    now = latest(whole if among is None else among)
    return Latest(indicator, found.series(now) if now else None, closest_chart(found, indicator) if now else None)


def of_group(person: Person, whole: Sequence[Latest], breakdown: str, group: str) -> list[Latest]:
    """The same of one group: those indicators that are divided so, at the period at which their whole is told.

    Reading exact figures of the whole was recorded when they were read, and these are of the same indicators.
    """
    divided = [each for each in whole if breakdown in {by.code for by in each.indicator.breakdowns}]
    told = [figure for each in divided if each.series for figure in (each.series.now, each.series.before) if figure]
    query = Query(tuple(each.indicator.code for each in divided), breakdown=breakdown,
                  among=tuple({figure.period.code for figure in told}))  # fmt: skip
    viewer = replace(Viewer.of(person), recorded=True)
    found = [each for each in (figures(query, viewer=viewer) if divided else ()) if each.group == group]
    known_of_it = known_from(found)
    at = {(figure.indicator, figure.period.code): figure for figure in found}
    now = [at.get((each.indicator.code, each.figure.period.code)) if each.figure else None for each in divided]
    return [Latest(each.indicator, known_of_it.series(one) if one else None)
            for each, one in zip(divided, now, strict=True)]  # fmt: skip


def before_cell(of: Latest, *, said: bool = True) -> Cell:
    """The figure a year before and, if it is `said`, how the latest differs from it; or why there is none."""
    if of.parted:
        return Cell("not comparable", below=f"recording changed on {day_in_words(of.parted.on)}")
    if of.before is None:
        return Cell("not covered")
    since = f"now {of.since}" if of.differs else of.since
    return Cell(of.before.shown, below="; ".join(filter(None, (str(of.before.period), since if said else ""))))


def of_how_many(figure: Figure) -> str:
    """What a figure was worked out from, in short: `412 of 55,900`. Nothing where it is a count, or is not shown."""
    if figure.value is None or figure.denominator is None:
        return ""
    if figure.numerator is None:
        return f"the middle of {figure.denominator:,}"
    return f"{figure.numerator:,} of {figure.denominator:,}"
