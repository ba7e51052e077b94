"""What the pages of stories show."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.engine.comparing.sentences import tell
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.english import begun
from goldenthread.engine.periods import Period, UnknownPeriod, parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.web.base.naming import name_of
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.framework.models import Owner
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.framework.reading import owner_of
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.stories import reading
from goldenthread.workflow.stories.models import Story, Version
from goldenthread.workflow.stories.rules import DRAFT, PUBLISH, SIGN_OFF, SIGNED_OFF

TOLD = (Column("Indicator"), Column("About"), Column("Signed off by"), Column("Published"))
WAITING = (Column("Indicator"), Column("About"), Column("How it stands"), Column("Last written"))
MISSING = (
    Column("Indicator"), Column("Latest", numeric=True), Column("About"), Column("Target"), Column("Owner"),
    Column("Its story"),
)  # fmt: skip


@dataclass(frozen=True)
class StoriesPage:
    """What is told, and what waits, for those whom that concerns."""

    told: Table | None
    waiting: Table | None
    sees_missing: bool


@dataclass(frozen=True)
class StoryPage:
    """A story as somebody may see it. `latest` and `versions` are for those who write it or decide about it."""

    indicator: Indicator
    period: Period
    story: Story | None
    sentence: str
    owner: Owner | None
    latest: Version | None
    versions: list[Version]
    may_write: bool
    may_sign_off: bool
    may_send_back: bool
    may_publish: bool
    may_take_down: bool

    @property
    def published(self) -> Version | None:
        """What everybody may read; none where nothing is published."""
        return self.story.published if self.story else None

    @property
    def is_ahead(self) -> bool:
        """Whether there is a later text than the one that is published."""
        return self.latest is not None and self.latest != self.published


@dataclass(frozen=True)
class Beside:
    """What stands beside the form: what the figure says, and what it would come to if nothing changed."""

    sentence: str
    foretold: str


def stories_for(person: Person) -> StoriesPage:
    """The list of stories."""
    told = [_told(each) for each in Story.objects.told()]
    unfinished = [each for each in Story.objects.unfinished() if reading.may_read_drafts(person, each.indicator)]
    waiting = [_waiting(each) for each in unfinished]
    return StoriesPage(
        Table("Stories that are told, the latest first", TOLD, told) if told else None,
        Table("Being written, or waiting", WAITING, waiting) if waiting else None,
        may(person, SIGN_OFF) or may(person, PUBLISH),
    )


def missing_for(person: Person) -> Table | None:
    """The chair's list; none where nothing is missing."""
    rows = [
        [
            Cell(
                each.indicator.title, href=reverse("indicator", args=[each.indicator.code]), below=each.indicator.code
            ),
            Cell(each.figure.shown),
            Cell(str(each.figure.period)),
            Cell(each.status.other.shown, below=f"{each.status.shape} {each.status.said.text}"),
            Cell(
                each.owner.post if each.owner else "nobody is named", below=each.owner.agency.name if each.owner else ""
            ),
            _its_story(each),
        ]
        for each in reading.missing(Viewer.of(person))
    ]
    return Table("Past their target, and no story told", MISSING, rows) if rows else None


def story_page(code: str, written: str, person: Person) -> StoryPage:
    """The page of a story; NotFound where there is no such indicator or period, or no figure of it."""
    indicator, period = about(code, written)
    series = reading.series_of(indicator.code, period, Viewer.of(person))
    story = Story.objects.behind(indicator.code, period.code)
    if series is None and story is None:
        raise NotFound(f"There is no figure of {indicator.code} for {period}.")
    inside = reading.may_read_drafts(person, indicator.code)
    latest = story.latest if story and inside else None
    state = story.state if story and latest else ""
    return StoryPage(
        indicator=indicator,
        period=period,
        story=story,
        sentence=str(tell(series)) if series else "",
        owner=owner_of(indicator.code),
        latest=latest,
        versions=list(story.versions.all()) if story and inside else [],
        may_write=reading.may_write(person, indicator.code),
        may_sign_off=state == DRAFT and may(person, SIGN_OFF),
        may_send_back=state in (DRAFT, SIGNED_OFF) and may(person, SIGN_OFF),
        may_publish=state == SIGNED_OFF and may(person, PUBLISH),
        may_take_down=bool(story and story.published and latest) and may(person, PUBLISH),
    )


def beside(code: str, written: str) -> Beside:
    """What the writer sees beside the form, protected as for everybody: a story is for everybody."""
    indicator, period = about(code, written)
    series = reading.series_of(indicator.code, period, Viewer(Face.PUBLIC, actor="story", recorded=True))
    return Beside(str(tell(series)) if series else "", reading.foretold_of(indicator.code, period))


def begun_from(page: StoryPage, besides: Beside) -> dict[str, object]:
    """What the form begins from: the latest text, or the forecast where nothing is written yet."""
    if page.latest:
        return {**page.latest.parts, "based_on": page.latest.number}
    return {"unchanged": besides.foretold, "based_on": 0}


def about(code: str, written: str) -> tuple[Indicator, Period]:
    """What a story is about; NotFound where there is no such indicator or period."""
    try:
        return known_indicator(code), parse(written)
    except UnknownPeriod as unknown:
        raise NotFound(str(unknown)) from None


def how_it_stands(story: Story, latest: Version) -> str:
    """The state of a story in words."""
    if story.state == SIGNED_OFF:
        return f"Signed off by {name_of(latest.signed_off_by)}, to be published"
    if latest.sent_back_at:
        return f"Sent back by {name_of(latest.sent_back_by)}: {latest.sent_back_why}"
    lacking = latest.lacking
    return f"A draft, which does not tell yet: {', '.join(lacking)}" if lacking else "A draft, to be signed off"


def _told(each: Story) -> list[Cell]:
    version = each.published
    return [
        Cell(_title(each), href=reverse("story", args=[each.indicator, each.period_code])),
        Cell(str(each.period)),
        Cell(begun(name_of(version.signed_off_by)) if version else ""),
        Cell(day(version.published_at) if version else ""),
    ]


def _waiting(each: Story) -> list[Cell]:
    latest = each.latest
    return [
        Cell(_title(each), href=reverse("story", args=[each.indicator, each.period_code])),
        Cell(str(each.period)),
        Cell(how_it_stands(each, latest) if latest else ""),
        Cell(begun(name_of(latest.written_by)), below=day(latest.written_at)) if latest else Cell(""),
    ]


def _missing(each: reading.Missing) -> list[Cell]:
    code, owner = each.indicator.code, each.owner
    return [
        Cell(each.indicator.title, href=reverse("indicator", args=[code]), below=code),
        Cell(each.figure.shown),
        Cell(str(each.figure.period)),
        Cell(each.status.other.shown, below=f"{each.status.shape} {each.status.said.text}"),
        Cell(owner.post, below=owner.agency.name) if owner else Cell("nobody is named"),
        _its_story(each),
    ]


def _its_story(each: reading.Missing) -> Cell:
    address = reverse("story", args=[each.indicator.code, each.figure.period.code])
    latest = each.story.latest if each.story else None
    if each.story is None or latest is None:
        return Cell("Nobody has begun it", href=address)
    return Cell(how_it_stands(each.story, latest), href=address)


def _title(each: Story) -> str:
    return each.defined.title if each.defined else each.indicator
