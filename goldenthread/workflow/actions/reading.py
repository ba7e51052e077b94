"""What the measure of an action says, and what somebody can do about an action or a recommendation now."""

from dataclasses import dataclass
from datetime import date

from goldenthread.engine.comparing.sentences import tell
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import Period, quarters_before
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import latest_of
from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.actions.rules import ACTION, CLOSED, JUDGE, KEEP, OPEN, RECOMMENDATION, REPORT
from goldenthread.workflow.history.transitions import Transition
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import ALL, Viewer


@dataclass(frozen=True)
class Measured:
    """The indicator that should move, the latest period of which it has a figure, and what its test says."""

    indicator: Indicator
    period: Period
    sentence: str


def measured(action: Action, viewer: Viewer) -> Measured | None:
    """What the measure of an action says now; none where it names no indicator that has a figure."""
    indicator = action.measure
    if indicator is None or Edition.objects.current() is None:
        return None
    found = known([indicator.code], viewer=viewer)
    whole = [each for each in found.figures(indicator.code) if each.breakdown == ALL and each.value is not None]
    now = latest_of(whole)
    return Measured(indicator, now.period, str(tell(found.series(now)))) if now else None


def as_everybody_reads(action: Action, person: Person) -> Measured | None:
    """What the measure of an action says now to everybody, so that one page of an action tells all the same."""
    return measured(action, Viewer(Face.PUBLIC, actor=person.actor, recorded=True))


def may_plan(person: Person, recommendation: Recommendation) -> bool:
    """Whether somebody can plan an action for a recommendation now."""
    return may(person, KEEP) and recommendation.state != CLOSED


def ways_for(person: Person, action: Action, on: date) -> list[str]:
    """What somebody can do about an action on a day."""
    return [way.verb for way in ACTION.ways if action.state in way.sources and _can(person, action, way, on)]


def ways_of(person: Person, recommendation: Recommendation) -> list[str]:
    """What somebody can do about a recommendation now: it is not over while an action of it is open."""
    states = list(recommendation.actions.values_list("state", flat=True))
    over = {"declined": OPEN not in states, "closed": bool(states) and OPEN not in states}
    return [
        way.verb
        for way in RECOMMENDATION.ways
        if recommendation.state in way.sources and may(person, way.capability) and over.get(way.verb, True)
    ]


def _can(person: Person, action: Action, way: Transition, on: date) -> bool:
    if way.capability == REPORT:
        return may_report(person, action)
    if way.capability == JUDGE:
        return may_judge(person, action)
    if way.verb == "left without an owner" and not action.owner:
        return False
    if way.verb == "escalated":
        (last,) = quarters_before(on, 1)
        return may(person, way.capability) and not action.progress.filter(period_code=last.code).exists()
    return may(person, way.capability)


def may_report(person: Person, action: Action) -> bool:
    """Whether somebody may report on an action: for the board, or for the agency that owns it."""
    return may(person, REPORT) and person.agency_id in (None, action.agency_id)


def may_judge(person: Person, action: Action) -> bool:
    """Whether somebody may judge what an action has changed."""
    return may(person, JUDGE) and not why_not_judge(person, action)


def why_not_judge(person: Person, action: Action) -> str:
    """Why somebody is too near to an action to judge what it has changed, now or before; nothing where they are not."""
    if action.done_by == person.actor:
        return "You reported that it is done. Somebody else judges what it has changed."
    if action.holder_id == person.pk:
        return "You hold the post that owns it. Somebody else judges what it has changed."
    if person.agency_id is not None and person.agency_id == action.agency_id:
        return "Your agency owns it. Somebody of another judges what it has changed."
    return _was_near(person, action)


def _was_near(person: Person, action: Action) -> str:
    if action.completions.filter(reported_by=person.actor).exists():
        return "You reported before that it is done. Somebody else judges what it has changed."
    owners = list(action.ownerships.values_list("holder_id", "agency_id"))
    if any(holder == person.pk for holder, _ in owners):
        return "You held the post that owned it. Somebody else judges what it has changed."
    if person.agency_id is not None and any(agency == person.agency_id for _, agency in owners):
        return "Your agency owned it before. Somebody of another judges what it has changed."
    return ""
