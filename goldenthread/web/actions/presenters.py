"""What the pages of one recommendation and of one action show, and what somebody can do there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse

from goldenthread.catalogue.themes import themes
from goldenthread.engine.english import age
from goldenthread.engine.periods import quarter_of, quarters_before
from goldenthread.web.base.naming import names_of
from goldenthread.web.base.on_threads import OnThreads, on_threads
from goldenthread.web.base.templating import day
from goldenthread.workflow.actions import reading
from goldenthread.workflow.actions.kept import ActionWording, RecommendationWording
from goldenthread.workflow.actions.models import Action, Completion, Decision, Judgement, Progress, Recommendation, Step
from goldenthread.workflow.actions.reading import Measured
from goldenthread.workflow.actions.rules import (
    DONE,
    JUDGE,
    JUDGED,
    KINDS,
    PLANNED,
    RECOMMENDED,
)
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.challenges.rules import PUT
from goldenthread.workflow.history.wordings import Wording
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

QUARTERS_OFFERED = 8

ASKED: Mapping[str, str] = {
    "rewritten": "Word it anew",
    "reported on": "Report on a quarter",
    "reassigned": "Give it to another post",
    "left without an owner": "Its owner has left",
    "found relevant": "It is still relevant",
    "escalated": "Escalate that nothing comes",
    "dropped": "Drop it",
    "done": "It is done",
    "opened again": "Open it again",
    "judged": "Judge what it has changed",
}
"""What a page calls each way of an action."""

DECIDED: Mapping[str, str] = {
    "rewritten": "Word it anew",
    "planned for": "Plan an action",
    "declined": "No action, because …",
    "closed": "Close it",
    "opened again": "Open it again",
}
"""What a page calls each way of a recommendation."""

HEADINGS: Mapping[str, str] = {
    **RECOMMENDED,
    **PLANNED,
    "indicator": "The indicator that should move",
    "due": "Due",
}
"""The parts of every text that is set aside."""

CLASH = (
    "Somebody else has worded it since you began. Their text stands, and yours is kept beside it. Both are below: bring"
    " them together, and keep that."
)


@dataclass(frozen=True)
class Way:
    """One thing that somebody can do now."""

    text: str
    href: str


@dataclass(frozen=True)
class Aside:
    """A text that was set aside because somebody else had written at the same time."""

    parts: list[tuple[str, str]]
    by: str
    at: datetime


@dataclass(frozen=True)
class ActionPage:
    """One action as somebody may see it. `names` are those of whoever had to do with it."""

    action: Action
    holder: str
    late: int
    measured: Measured | None
    progress: list[Progress]
    completions: list[Completion]
    judgements: list[Judgement]
    steps: list[Step]
    aside: list[Aside]
    ways: list[Way]
    names: Mapping[str, str]
    why_not_judge: str
    on_threads: OnThreads


@dataclass(frozen=True)
class RecommendationPage:
    """One recommendation as somebody may see it."""

    recommendation: Recommendation
    kind: str
    age: str
    decisions: list[Decision]
    actions: list[Action]
    aside: list[Aside]
    ways: list[Way]
    names: Mapping[str, str]
    may_plan: bool
    challenge_from: str
    on_threads: OnThreads


# --- one action -------------------------------------------------------------------------------------------------------


def action_called(number: int, person: Person) -> Action:
    """The action of a number; NotFound where there is none that this person may see."""
    return Action.objects.visible_to(person).numbered(number)


def action_page(number: int, person: Person, on: date) -> ActionPage:
    """One action with all that became of it; NotFound where there is none that this person may see."""
    action = action_called(number, person)
    progress = sorted(action.progress.all(), key=lambda each: (each.period.first, each.pk), reverse=True)
    completions, judgements = list(action.completions.all()), list(action.judgements.all())
    told = {(each.on, each.evidence) for each in completions}
    steps = [each for each in action.steps.all() if each.verb != "done" or (each.on, each.text) not in told]
    aside = [each for each in action.wordings.all() if each.set_aside_for]
    names = names_of(
        [
            *(each.reported_by for each in progress),
            *(each.reported_by for each in completions),
            *(each.judged_by for each in judgements),
            *(each.recorded_by for each in steps),
            *(each.written_by for each in aside),
        ]
    )
    ways = reading.ways_for(person, action, on)
    return ActionPage(
        action=action,
        on_threads=on_threads(action, person),
        holder=_holder(action),
        late=action.days_late(on),
        measured=reading.as_everybody_reads(action, person),
        progress=progress,
        completions=completions,
        judgements=judgements,
        steps=steps,
        aside=[_aside(each, names) for each in aside],
        ways=[Way(ASKED[verb], reverse("action_lead", args=[number, slug(verb)])) for verb in ways],
        names=names,
        why_not_judge=_why_not_judge(person, action),
    )


def ways_of_action(action: Action, person: Person, on: date) -> list[str]:
    """What somebody can do about an action now."""
    return reading.ways_for(person, action, on)


def quarters_to_tell(on: date) -> list[tuple[str, str]]:
    """The quarters that can be reported on, the last that has ended first, since it is what is asked for most."""
    now = quarter_of(on)
    return [(each.code, str(each)) for each in (*quarters_before(on, QUARTERS_OFFERED), now)]


def _holder(action: Action) -> str:
    if action.holder is None:
        return ""
    return action.holder.name if action.holder.is_active else f"{action.holder.name}, whose account is closed"


def _why_not_judge(person: Person, action: Action) -> str:
    """Why somebody who judges others may not judge this one, which they would otherwise look for in vain."""
    judges = may(person, JUDGE) and action.state in (DONE, JUDGED)
    return reading.why_not_judge(person, action) if judges else ""


# --- one recommendation -----------------------------------------------------------------------------------------------


def recommendation_called(number: int, person: Person) -> Recommendation:
    """The recommendation of a number; NotFound where there is none that this person may see."""
    return Recommendation.objects.visible_to(person).numbered(number)


def recommendation_page(number: int, person: Person, on: date) -> RecommendationPage:
    """One recommendation with its decisions and actions; NotFound where there is none that this person may see."""
    found = recommendation_called(number, person)
    decisions, aside = list(found.decisions.all()), [each for each in found.wordings.all() if each.set_aside_for]
    names = names_of([*(each.recorded_by for each in decisions), *(each.written_by for each in aside)])
    ways = [verb for verb in reading.ways_of(person, found) if verb != "planned for"]
    return RecommendationPage(
        recommendation=found,
        on_threads=on_threads(found, person),
        kind=KINDS[found.source_kind],
        age=age(found.months_old(on)),
        decisions=decisions,
        actions=list(Action.objects.visible_to(person).filter(recommendation=found).in_order()),
        aside=[_aside(each, names) for each in aside],
        ways=[Way(DECIDED[verb], reverse("recommendation_decide", args=[number, slug(verb)])) for verb in ways],
        names=names,
        may_plan=reading.may_plan(person, found),
        challenge_from=_challenge_from(found) if may(person, PUT) else "",
    )


def _challenge_from(recommendation: Recommendation) -> str:
    """Where a challenge is put that begins from a recommendation."""
    because = f"{recommendation.source}, {day(recommendation.source_on)}. Recommendation {recommendation.number}."
    return f"{reverse('challenge_put')}?{urlencode({'asks': recommendation.text, 'because': because})}"


def decisions_about(recommendation: Recommendation, person: Person) -> list[str]:
    """What somebody can decide about a recommendation now, besides wording it anew and planning for it."""
    return [verb for verb in reading.ways_of(person, recommendation) if verb not in ("rewritten", "planned for")]


def begun_from(asked: Mapping[str, str]) -> dict[str, str]:
    """What the form begins from: what the page that led here knows already."""
    names = ("text", "kind", "source", "source_on", "agency", "themes", "audit")
    return {name: asked[name] for name in names if name in asked}


def plan_begun_from(asked: Mapping[str, str]) -> dict[str, str]:
    """What the form of a plan begins from: what the page that led here knows already."""
    return {name: asked[name] for name in ("what", "indicator", "relevant") if name in asked}


def audit_called(number: int | None, person: Person) -> Audit | None:
    """The audit of a number, if one is meant; NotFound where there is none that this person may see."""
    return Audit.objects.visible_to(person).numbered(number) if number else None


# --- what forms offer -------------------------------------------------------------------------------------------------


def slug(verb: str) -> str:
    """A verb as it stands in an address."""
    return verb.replace(" ", "-")


def agencies() -> list[tuple[str, str]]:
    """Every agency."""
    return [(each.code, each.name) for each in Agency.objects.all()]


def agency_called(code: str) -> Agency | None:
    """The agency of a code; none where the board is meant."""
    return Agency.objects.named(code) if code else None


def people() -> list[tuple[str, str]]:
    """Everybody who can hold a post, each with their agency."""
    found = Person.objects.filter(is_active=True).select_related("agency").order_by("name")
    return [(str(each.pk), f"{each.name}{f', {each.agency.name}' if each.agency else ''}") for each in found]


def person_numbered(number: str) -> Person | None:
    """The person of a choice, if one was chosen."""
    return Person.objects.filter(pk=number).first() if number else None


def indicators() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every indicator, under what it is about."""
    return [
        (theme.title, [(each.code, f"{each.code}: {each.title}") for each in found])
        for theme, found in themes().items()
    ]


def parts_of(wording: Wording) -> list[tuple[str, str]]:
    """The parts of a text that say something, with their headings."""
    return [(HEADINGS[name], text) for name, text in wording.parts.items() if text]


def text_that_stands(aside: ActionWording | RecommendationWording) -> list[tuple[str, str]]:
    """The parts of the text for which another was set aside."""
    return parts_of(aside.of.wordings.get(number=aside.set_aside_for or 0))


def _aside(wording: Wording, names: Mapping[str, str]) -> Aside:
    return Aside(parts_of(wording), names[wording.written_by], wording.written_at)
