"""What the measure of an action says, and who may report on it."""

from dataclasses import dataclass

from goldenthread.engine.comparing.sentences import tell
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.figures import latest_of
from goldenthread.workflow.actions.models import Action
from goldenthread.workflow.actions.rules import JUDGE, REPORT
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


def may_report(person: Person, action: Action) -> bool:
    """Whether somebody may report on an action: for the board, or for the agency that owns it."""
    return may(person, REPORT) and person.agency_id in (None, action.agency_id)


def may_judge(person: Person, action: Action) -> bool:
    """Whether somebody may judge what an action has changed."""
    return may(person, JUDGE) and not why_not_judge(person, action)


def why_not_judge(person: Person, action: Action) -> str:
    """Why somebody is too near to an action to judge what it has changed; nothing where they are not."""
    if action.done_by == person.actor:
        return "You reported that it is done. Somebody else judges what it has changed."
    if action.holder_id == person.pk:
        return "You hold the post that owns it. Somebody else judges what it has changed."
    if person.agency_id is not None and person.agency_id == action.agency_id:
        return "Your agency owns it. Somebody of another judges what it has changed."
    return ""
