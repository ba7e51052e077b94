"""What the pages of threads show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from goldenthread.engine.english import age, counted, one_after_another
from goldenthread.engine.periods import whole_months
from goldenthread.engine.rendering.charts import describe
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.telling import Latest, latest_in
from goldenthread.web.base.templating import day
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import ALL, Viewer
from goldenthread.workflow.threads.models import Item, Step, Thread
from goldenthread.workflow.threads.reading import Story, stories_of, story_of
from goldenthread.workflow.threads.rules import ACTION, CHALLENGE, FINDING, KEEP, RECOMMENDATION
from goldenthread.workflow.threads.telling import Told, stands, told_of

ROLLING = "12m"
"""How the codes of the twelve months up to another month begin: a whole year is plainer."""

LISTED = (Column("Thread"), Column("Still open since", narrow=True), Column("How it stands"), Column("What it holds"))


@dataclass(frozen=True)
class ThreadsPage:
    """All threads, the longest open first."""

    open: Table
    closed: Table
    may_keep: bool


@dataclass(frozen=True)
class Knot:
    """One thing on a thread: its words, where they come from, where it stands, and the page that tells more."""

    kind: str
    number: int
    text: str
    href: str
    source: str
    stands: str
    said: tuple[str, ...] = ()
    may_take_out: bool = False


@dataclass(frozen=True)
class ThreadPage:
    """One thread as a story: what was found, asked, done, and what that has changed."""

    story: Story
    told: Told
    stands: str
    found: list[Knot]
    asked: list[Knot]
    done: list[Knot]
    measure: Latest | None
    steps: list[Step]
    may_keep: bool

    @property
    def thread(self) -> Thread:
        """The thread."""
        return self.story.thread

    @property
    def chart_described(self) -> str:
        """What the chart of its measure shows, in words; nothing where there are not two values to set apart."""
        drawn = self.measure.chart if self.measure else None
        return describe(drawn) if drawn and len(drawn.known) > 1 else ""


def threads_for(person: Person, on: date) -> ThreadsPage:
    """All threads that somebody may see."""
    stories = all_stories(person)
    return ThreadsPage(
        open=_table("Open threads", [each for each in stories if each.thread.is_open()], on),
        closed=_table("Closed threads", [each for each in stories if not each.thread.is_open()], on),
        may_keep=may(person, KEEP),
    )


def all_stories(person: Person) -> list[Story]:
    """Every thread that somebody may see, with what they may see of what it holds."""
    return stories_of(Thread.objects.visible_to(person).in_order(), person)


def thread_page(number: int, person: Person) -> ThreadPage:
    """One thread; NotFound where there is none that this person may see."""
    thread = thread_called(number, person)
    story = story_of(thread, person)
    keeps = may(person, KEEP) and thread.is_open()
    return ThreadPage(
        story=story,
        told=told_of(story),
        stands=stands(story),
        found=[_found(each, keeps) for each in story.findings],
        asked=[_asked(each, keeps) for each in story.challenges],
        done=[*(_recommended(each, keeps) for each in story.recommendations),
              *(_done(each, keeps and _is_alone(each, story)) for each in story.actions)],
        measure=_measure(thread, person),
        steps=list(thread.steps.all()),
        may_keep=may(person, KEEP),
    )  # fmt: skip


def thread_called(number: int, person: Person) -> Thread:
    """The thread of a number; NotFound where there is none that this person may see."""
    return Thread.objects.visible_to(person).numbered(number)


def item_called(kind: str, number: int, person: Person) -> Item:
    """What can be gathered, by its kind and number; NotFound where there is none that this person may see."""
    if kind == FINDING:
        return Finding.objects.visible_to(person).numbered(number)
    if kind == CHALLENGE:
        return Challenge.objects.visible_to(person).numbered(number)
    if kind == RECOMMENDATION:
        return Recommendation.objects.visible_to(person).numbered(number)
    if kind == ACTION:
        return Action.objects.visible_to(person).numbered(number)
    raise NotFound(f"A thread gathers no {kind}.")


def threads_offered(person: Person, *, beside: Thread | None = None) -> list[tuple[str, str]]:
    """The open threads, the longest open first, as a form offers them; `beside` one, the others, closed or not."""
    seen = Thread.objects.visible_to(person).in_order()
    offered = seen.exclude(pk=beside.pk) if beside else seen.open()
    return [(str(each.number), f"{each.number}: {each.question}") for each in offered]


def begun_from(item: Item) -> dict[str, object]:
    """What a new thread begins from, where it begins with something: since when, and the measure that it names."""
    known: dict[str, object] = {"indicator": getattr(item, "indicator", "")}
    if isinstance(item, Finding | Recommendation):
        known["opened_on"] = item.source_on
    if isinstance(item, Challenge):
        known["opened_on"] = item.issued_on
    if isinstance(item, Action):
        known["opened_on"] = item.planned_on
    return known


def words_of(item: Item) -> str:
    """What a thing says, in its own words."""
    return item.asks if isinstance(item, Challenge) else item.what if isinstance(item, Action) else item.text


def _table(caption: str, stories: Iterable[Story], on: date) -> Table:
    return Table(caption, LISTED, [_row(each, on) for each in stories])


def _row(story: Story, on: date) -> list[Cell]:
    thread = story.thread
    return [
        Cell(thread.question, href=reverse("thread", args=[thread.number]), below=f"Thread {thread.number}"),
        Cell(day(thread.opened_on), below=_how_long(thread, on)),
        Cell(stands(story)),
        Cell(_holds(story)),
    ]


def _how_long(thread: Thread, on: date) -> str:
    if thread.closed_on:
        return f"closed on {day(thread.closed_on)}"
    return age(whole_months(thread.opened_on, on))


def _holds(story: Story) -> str:
    parts: Mapping[str, int] = {
        "finding": len(story.findings),
        "challenge": len(story.challenges),
        "recommendation": len(story.recommendations),
        "action": len(story.actions),
    }
    return one_after_another(counted(number, what) for what, number in parts.items() if number) or "Nothing yet"


def _found(finding: Finding, keeps: bool) -> Knot:
    about = f" Its evidence is about {finding.about}." if finding.about else ""
    return Knot(
        FINDING,
        finding.number,
        finding.text,
        reverse("finding", args=[finding.number]),
        f"{finding.source}, {day(finding.source_on)}.{about}",
        f"{finding.nature.capitalize()}, {finding.confidence}",
        may_take_out=keeps,
    )


def _asked(challenge: Challenge, keeps: bool) -> Knot:
    return Knot(
        CHALLENGE,
        challenge.number,
        challenge.asks,
        reverse("challenge", args=[challenge.number]),
        f"Set for {challenge.set_for}" + (f", issued on {day(challenge.issued_on)}." if challenge.issued_on else "."),
        challenge.state.capitalize(),
        tuple(
            f"{each.whose}: {each.state}{f', effect {each.effect}' if each.effect else ''}."
            for each in challenge.answers.all()
        ),
        may_take_out=keeps,
    )


def _recommended(recommendation: Recommendation, keeps: bool) -> Knot:
    return Knot(
        RECOMMENDATION,
        recommendation.number,
        recommendation.text,
        reverse("recommendation", args=[recommendation.number]),
        f"{recommendation.source}, {day(recommendation.source_on)}.",
        recommendation.state.capitalize(),
        may_take_out=keeps,
    )


def _done(action: Action, keeps: bool) -> Knot:
    due = f"due {day(action.due)}" if action.due else "without a date"
    judged = (
        f"Judged on {day(each.on)}: {each.level} ({each.evidence}). {each.text}" for each in action.judgements.all()
    )
    return Knot(
        ACTION,
        action.number,
        action.what,
        reverse("action", args=[action.number]),
        f"{action.owner or 'Nobody owns it'}, {due}.",
        f"Done on {day(action.done_on)}" if action.done_on and action.state != "open" else action.state.capitalize(),
        tuple(judged),
        may_take_out=keeps,
    )


def _is_alone(action: Action, story: Story) -> bool:
    """Whether an action was gathered itself, not with its recommendation."""
    return action.recommendation_id not in {each.number for each in story.recommendations}


def _measure(thread: Thread, person: Person) -> Latest | None:
    """The measure with its latest figure that has a value, as somebody may see it."""
    if thread.measure is None or Edition.objects.current() is None:
        return None
    found = known([thread.indicator], viewer=Viewer.of(person))
    figures = [each for each in found.figures(thread.indicator) if each.breakdown == ALL and each.value is not None]
    of_years = [each for each in figures if not each.period.code.startswith(ROLLING)]
    return latest_in(found, thread.measure, among=of_years or figures) if figures else None
