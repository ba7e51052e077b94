"""Planning actions: what will be done, what should move because of it, by which post, and by when."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.workflow.actions import deciding
from goldenthread.workflow.actions.models import Action, ActionWording, Ownership, Recommendation
from goldenthread.workflow.actions.rules import ACTION, ACTION_PLANNED, CLOSED, LONGEST_LINE, PLANNED
from goldenthread.workflow.actions.texts import all_checked, checked
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people.models import Person


@dataclass(frozen=True)
class Plan:
    """What is to be done, as somebody words it: specific, measured, relevant, and with a date or why there is none."""

    what: str
    indicator: str = ""
    measured_by: str = ""
    relevant: str = ""
    due: date | None = None
    why_no_date: str = ""
    resources: str = ""


@dataclass(frozen=True)
class Owner:
    """The post at an agency that owns an action, and who holds it, where they have an account."""

    post: str
    agency: Agency
    holder: Person | None = None

    def checked(self) -> dict[str, object]:
        """The same as it is kept; Refused where the post is not named, or its holder cannot hold it."""
        post = checked("Post", self.post, needed="Say which post owns it", longest=LONGEST_LINE)
        if self.holder and not self.holder.is_active:
            raise Refused(f"The account of {self.holder.name} is closed. Say who holds the post now, or nobody.")
        if self.holder and self.holder.agency_id not in (None, self.agency.pk):
            raise Refused(f"{self.holder.name} is not of {self.agency.name}.")
        return {"post": post, "agency": self.agency, "holder": self.holder}


@transaction.atomic
def plan(
    wanted: Plan,
    owner: Owner,
    *,
    by: str,
    recommendation: Recommendation | None = None,
    on: date | None = None,
) -> Action:
    """Plan an action, which decides the recommendation that it meets: action is planned.

    Refused where the plan is not whole, where a text may identify somebody, where the measure is no indicator, and for
    a recommendation that is closed.
    """
    planned_on = happened(on)
    told = _told(wanted, for_one=recommendation is not None)
    if wanted.due and wanted.due < planned_on:
        raise Refused("It cannot be due before it is planned.")
    if recommendation:
        _decide(recommendation, planned_on, by)
    action = Action.objects.create(
        recommendation=recommendation, planned_on=planned_on, due=wanted.due, edits=1, **told, **owner.checked()
    )
    ActionWording.keep(action, _parts(told, wanted.due), edits=action.edits, by=by)
    note_owner(action, planned_on)
    about = {"recommendation": recommendation.number} if recommendation else {}
    record("planned", subject="action", subject_id=action.number, by=by, **about)
    return action


@transaction.atomic
def rewrite(action: Action, wanted: Plan, *, edits: int, by: str) -> ActionWording:
    """Word an open action anew. `edits` is the number of the text that the writer began from.

    Where somebody else has written since, this text is kept too, set aside for theirs, and theirs stays. Refused as
    planning is.
    """
    held = Action.objects.select_for_update().get(pk=action.pk)
    state = ACTION.after("rewritten", held.state, which=held.number)
    told = _told(wanted, for_one=held.recommendation_id is not None)
    if wanted.due and wanted.due < held.planned_on:
        raise Refused("It cannot be due before it was planned.")
    word = ActionWording.keep(held, _parts(told, wanted.due), edits=edits, by=by)
    if word.stands:
        Action.objects.filter(pk=held.pk).update(**told, due=wanted.due, state=state, edits=word.number)
    record(word.verb, subject="action", subject_id=held.number, by=by, wording=word.number)
    return word


def note_owner(action: Action, since: date) -> None:
    """Keep who owns an action from a day on, beside whoever owned it before."""
    if action.agency:
        Ownership.objects.create(of=action, post=action.post, agency=action.agency, holder=action.holder, since=since)


def _decide(recommendation: Recommendation, on: date, by: str) -> None:
    held = Recommendation.objects.select_for_update().get(pk=recommendation.pk)
    if held.state == CLOSED:
        raise Refused(f"Recommendation {held.number} is closed. Open it again before you plan for it.")
    if held.state != ACTION_PLANNED:
        deciding.decide(held, "planned for", by=by, on=on)


def _told(wanted: Plan, *, for_one: bool) -> dict[str, str]:
    """The texts of a plan and the code of its measure, checked."""
    texts = {name: getattr(wanted, name) for name in PLANNED}
    checked(PLANNED["what"], wanted.what, needed="Say what will be done")
    told = all_checked(texts, PLANNED)
    code = known_indicator(wanted.indicator).code if wanted.indicator.strip() else ""
    if not code and not told["measured_by"]:
        raise Refused("Say what should move because of it: the code of an indicator, or another measure.")
    if not for_one and not told["relevant"]:
        raise Refused("Say which recommendation it meets, or why else it is relevant.")
    if wanted.due is None and not told["why_no_date"]:
        raise Refused("Say by when it will be done, or why no date can be given.")
    return {**told, "indicator": code}


def _parts(told: dict[str, str], due: date | None) -> dict[str, str]:
    return {**told, "due": due.isoformat() if due else ""}
