"""What an indicator's page shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.catalogue import indicators
from goldenthread.engine.comparing.chart_words import chart_told
from goldenthread.engine.comparing.charting import Charted, charted
from goldenthread.engine.comparing.series import Known
from goldenthread.engine.definitions import NOBODY, Breakdown, Indicator
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.protecting.primary import HIDDEN
from goldenthread.engine.rendering.charts import describe
from goldenthread.web.base.charting import chart_over, kinds_offered
from goldenthread.web.base.choosing import of_kind
from goldenthread.web.base.tables import Table
from goldenthread.web.base.telling import Latest, latest_in
from goldenthread.web.indicators.changes import Changes, changes_of
from goldenthread.web.indicators.clusters import is_spread
from goldenthread.web.indicators.figure_tables import by_group, by_period
from goldenthread.web.indicators.forms import OneOf
from goldenthread.web.indicators.records import records_beneath
from goldenthread.web.indicators.sources import sources
from goldenthread.web.indicators.worked_example import WorkedExample, worked_example
from goldenthread.web.indicators.working import worked
from goldenthread.workflow.breaks.reading import breaks_of, in_words
from goldenthread.workflow.disclosure.rules import DECIDE
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import KEEP as KEEP_FINDINGS
from goldenthread.workflow.framework.models import Owner
from goldenthread.workflow.framework.reading import owner_of
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import ALL, Query, Viewer, figures
from goldenthread.workflow.results.records import may_look_beneath
from goldenthread.workflow.stories.models import Version
from goldenthread.workflow.stories.reading import story_told

Given = Mapping[str, str]


@dataclass(frozen=True)
class Series:
    """An indicator's figures over time: all of them, and those of the chosen kind of period, the earliest first."""

    indicator: Indicator
    choose: OneOf
    every: list[Figure]
    figures: list[Figure]
    charted: Charted | None

    @property
    def chart(self) -> str:
        """The address of the chart."""
        asked = urlencode({"every": self.choose.chosen("every")})
        return f"{reverse('indicator_chart', args=[self.indicator.code])}?{asked}"

    @property
    def description(self) -> str:
        """What the chart shows, in words."""
        return describe(self.charted) if self.charted else ""

    @property
    def told(self) -> list[str]:
        """What the chart says, sentence by sentence."""
        return [said.text for said in chart_told(self.charted)] if self.charted else []


@dataclass(frozen=True)
class Counted:
    """What there is to show once an edition has been published.

    `by` chooses of which groups there is a table. `hides` is whether any number of it is hidden, so that the page
    must say what that means.
    """

    edition: Edition
    series: Series
    latest: Latest
    breaks: list[str]
    over_time: Table
    groups: Table | None
    by: OneOf
    hides: bool
    worked: list[str]
    changes: Changes | None
    sources: Table


@dataclass(frozen=True)
class Page:
    """An indicator's page; `counted` is none before the first edition. `findings` are the open ones that name it.

    `may_ask_to_show` is whether somebody may ask that a small number of it be shown to everybody.
    """

    indicator: Indicator
    counted: Counted | None
    findings: list[Finding]
    may_find: bool
    may_ask_to_show: bool

    @property
    def story(self) -> Version | None:
        """The story that is told of the latest figure; none where there is none."""
        figure = self.counted.latest.figure if self.counted else None
        return story_told(self.indicator.code, figure.period.code) if figure else None

    @property
    def owner(self) -> Owner | None:
        """Who answers for it; none where nobody is named."""
        return owner_of(self.indicator.code)

    @property
    def is_spread(self) -> bool:
        """Whether its clusters can be set side by side."""
        return is_spread(self.indicator)

    @property
    def example(self) -> WorkedExample:
        """How it is counted, on a few invented records."""
        return worked_example(self.indicator)


def page_of(code: str, given: Given, person: Person, now: datetime) -> Page:
    """The page of an indicator as somebody may see it; NotFound where there is none of that code."""
    indicator = _known(code)
    edition = Edition.objects.current()
    found_of_it = list(Finding.objects.visible_to(person).open().naming(code).in_order())
    may_find = may(person, KEEP_FINDINGS)
    may_ask = may(person, DECIDE) and indicator.protects is not NOBODY
    if edition is None or code not in edition.results:
        return Page(indicator, None, found_of_it, may_find, may_ask)
    return Page(indicator, _counted(indicator, edition, given, person, now), found_of_it, may_find, may_ask)


def _counted(indicator: Indicator, edition: Edition, given: Given, person: Person, now: datetime) -> Counted:
    found = known([indicator.code], viewer=Viewer.of(person))
    series, newest = _series(indicator, found, given), latest_in(found, indicator)
    at = _looked_at(series, newest, given)
    by = OneOf(given, "by", "Groups", [(each.code, each.title) for each in indicator.breakdowns], kept="every")
    breakdown = next((each for each in indicator.breakdowns if each.code == by.chosen("by")), None)
    groups = _groups(at, breakdown, person) if at and breakdown else []
    beneath = records_beneath if may_look_beneath(indicator, viewer=person) else None
    supplied_by = {
        each.sent_by for each in [*series.every, *(newest.series.others if newest.series else ())] if each.sent_by
    }
    return Counted(
        edition=edition,
        series=series,
        latest=newest,
        breaks=[in_words(each) for each in breaks_of(indicator.code) if _within(each.on, series.every)],
        over_time=by_period(indicator, series.figures, beneath),
        groups=by_group(indicator, breakdown, groups, beneath) if breakdown else None,
        by=by,
        hides=any(each.status == HIDDEN for each in [*series.figures, *groups]),
        worked=worked(newest.figure, indicator),
        changes=changes_of(series.figures, at, given, person, now) if at else None,
        sources=sources(indicator, edition, person, supplied_by),
    )


def _within(on: date, figures: Sequence[Figure]) -> bool:
    """Whether a day lies in the stretch of time that some figures are about."""
    return any(figure.period.first < on for figure in figures) and any(on <= figure.period.last for figure in figures)


def drawn_of(code: str, given: Given, person: Person) -> Charted:
    """An indicator over time as its chart shows it, in the periods that were chosen; blank where none is covered."""
    indicator = _known(code)
    series = _series(indicator, known([code], viewer=Viewer.of(person)), given)
    return series.charted or charted(indicator, [])


def _series(indicator: Indicator, found: Known, given: Given) -> Series:
    every = [figure for figure in found.figures(indicator.code) if figure.breakdown == ALL]
    choose = OneOf(given, "every", "Periods", kinds_offered(found, indicator, every), kept="by")
    kind = choose.chosen("every")
    if not kind:
        return Series(indicator, choose, every, [], None)
    return Series(indicator, choose, every, of_kind(every, kind), chart_over(found, indicator, kind))


def every_figure(code: str) -> Query:
    """Every figure of an indicator, whole and by group, for a file; NotFound where there is none of that code."""
    return Query(_known(code).code, breakdown=None)


def _looked_at(series: Series, newest: Latest, given: Given) -> Figure | None:
    """The figure whose groups and changes are shown: that of the headline, so that the page is about one period.

    Whoever chooses periods looks at these; then it is the last of them.
    """
    chose = given.get("every") == series.choose.chosen("every")
    return series.figures[-1] if chose and series.figures else newest.figure


def _groups(at: Figure, breakdown: Breakdown, person: Person) -> Sequence[Figure]:
    """The groups of a figure."""
    return figures(Query(at.indicator, period=at.period, breakdown=breakdown.code), viewer=Viewer.of(person))


def _known(code: str) -> Indicator:
    if code not in indicators():
        raise NotFound(f"There is no indicator {code}.")
    return indicators()[code]
