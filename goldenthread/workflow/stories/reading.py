"""Which stories are told, which wait, and which are missing though a figure is past its target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread import catalogue
from goldenthread.engine.comparing.forecasting import forecast, foretold
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.comparing.statuses import Status, status_beside
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure, latest_of
from goldenthread.workflow.framework.models import Owner
from goldenthread.workflow.framework.reading import owner_of, owners, targets
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.beside_targets import TARGET
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import ALL, Viewer
from goldenthread.workflow.stories.models import Story, Version
from goldenthread.workflow.stories.rules import DRAFT, PUBLISH, SIGN_OFF, WRITE


@dataclass(frozen=True)
class Missing:
    """An indicator whose latest figure is past its target, and no story of which is published for that period."""

    indicator: Indicator
    figure: Figure
    status: Status
    owner: Owner | None
    story: Story | None


def may_write(person: Person, indicator: str) -> bool:
    """Whether somebody may write the story of an indicator: for the board, or for the agency that owns it."""
    if not may(person, WRITE):
        return False
    owner = owner_of(indicator)
    return person.agency_id is None or (owner is not None and owner.agency_id == person.agency_id)


def may_read_drafts(person: Person, indicator: str) -> bool:
    """Whether somebody may read what is not published: whoever writes, signs off or publishes."""
    return may(person, SIGN_OFF) or may(person, PUBLISH) or may_write(person, indicator)


def story_told(indicator: str, period: str) -> Version | None:
    """The published version of the story behind a figure; none where there is none."""
    story = Story.objects.select_related("published").filter(indicator=indicator, period_code=period).first()
    return story.published if story else None


def stories_told(periods: Sequence[str]) -> dict[str, Version]:
    """The published story of each indicator that has one about any of some periods, by code."""
    return {each.indicator: each.published for each in Story.objects.told().filter(period_code__in=periods)
            if each.published}  # fmt: skip


def to_sign_off() -> list[Story]:
    """Drafts in which every part is told, and which were not sent back since they were written."""
    return [
        each
        for each in Story.objects.unfinished().filter(state=DRAFT)
        if (latest := each.latest) and not latest.lacking and not latest.sent_back_at
    ]


def foretold_of(indicator: str, period: Period) -> str:
    """What would happen if nothing changed, as far as that can be foretold, as everybody may read it."""
    series = series_of(indicator, period, Viewer(Face.PUBLIC, actor="story", recorded=True))
    return foretold(forecast(series)) if series else ""


def series_of(indicator: str, period: Period, viewer: Viewer) -> Series | None:
    """The series of an indicator up to a period; none where it has no figure of that period."""
    if Edition.objects.current() is None:
        return None
    found = known([indicator], viewer=viewer)
    now = [each for each in found.figures(indicator) if each.breakdown == ALL and each.period.code == period.code]
    return found.series(now[0]) if now else None


def missing(viewer: Viewer) -> list[Missing]:
    """The chair's list: what is past its target, by the interval of its latest figure, and has no story told.

    Nothing before the first edition. The latest figure is that of the last period for which a target holds.
    """
    codes = [code for code in targets() if code in catalogue.indicators()]
    if not codes or Edition.objects.current() is None:
        return []
    return list(_missing(codes, viewer))


def _missing(codes: Sequence[str], viewer: Viewer) -> Iterator[Missing]:
    found, owned, stories = known(codes, viewer=viewer), owners(), Story.objects.about(codes)
    for now in filter(None, (_latest_aimed_at(found.figures(code)) for code in codes)):
        series = found.series(now)
        status, story = status_beside(series, TARGET), stories.get((now.indicator, now.period.code))
        if status and status.is_past and (story is None or story.published_id is None):
            yield Missing(series.indicator, now, status, owned.get(now.indicator), story)


def _latest_aimed_at(figures: Sequence[Figure]) -> Figure | None:
    """The latest figure of the whole that has a value and a target; of two that end alike, the financial year."""
    aimed = {each.period.code for each in figures if each.breakdown == COMPARATOR and each.group == TARGET}
    whole = [each for each in figures if each.breakdown == ALL and each.period.code in aimed and each.value is not None]
    return latest_of(whole)
