"""What becomes of an action: reported on, reassigned, escalated, dropped, done, and its impact judged."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.engine.periods import Period, UnknownPeriod, add_months, parse, quarter_of, quarters_before
from goldenthread.workflow.actions.models import Action, Completion, Judgement, Progress, Step
from goldenthread.workflow.actions.planning import Owner, note_owner
from goldenthread.workflow.actions.reading import as_everybody_reads, why_not_judge
from goldenthread.workflow.actions.rules import (
    ACTION,
    EVIDENCE,
    IMPACT_AFTER_MONTHS,
    LEVELS,
    OUTCOME,
    PRACTICE,
    STATUSES,
    SUSTAINED,
)
from goldenthread.workflow.actions.texts import checked
from goldenthread.workflow.history.given import happened
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people.models import Person


@transaction.atomic
def report(action: Action, quarter: str, status: str, *, text: str, by: str) -> Progress:
    """Report how an open action stood in a quarter. What was reported before stays beside it.

    Refused for what is no quarter, for one of the future, and without words.
    """
    held = _led(action, "reported on")
    period = _quarter(quarter)
    if status not in STATUSES:
        raise Refused(f"Say how it stands: {', '.join(STATUSES)}.")
    told = checked("How it stands", text, needed="Say in a few words how it stands")
    row = Progress.objects.create(
        of=held, period_code=period.code, status=status, text=told, reported_at=timezone.now(), reported_by=by
    )
    record("reported on", subject="action", subject_id=held.number, by=by, quarter=period.code, status=status)
    return row


@transaction.atomic
def reassign(action: Action, owner: Owner, *, why: str, by: str) -> None:
    """Give an open action to another post, as when its owner has left. Who had it before stays on record."""
    held = _led(action, "reassigned")
    before, became = held.owner or "nobody", owner.checked()
    reason = checked("Why", why, needed="Say why it is reassigned")
    Action.objects.filter(pk=held.pk).update(**became)
    held.refresh_from_db()
    note_owner(held, timezone.localdate())
    _step(held, "reassigned", f"From {before} to {held.owner}. {reason}", by)


@transaction.atomic
def owner_left(action: Action, *, why: str, by: str) -> None:
    """Record that the post which owned an open action is no more, and that nobody owns it until it is reassigned."""
    held = _led(action, "left without an owner")
    before, reason = held.owner, checked("Why", why, needed="Say what became of the post")
    if not before:
        raise Refused("Nobody owns it already. Reassign it.")
    Action.objects.filter(pk=held.pk).update(post="", agency=None, holder=None)
    _step(held, "left without an owner", f"It was owned by {before}. {reason}", by)


@transaction.atomic
def find_relevant(action: Action, *, text: str, by: str, on: date | None = None) -> None:
    """Record that an open action was looked at again, as after a restructure, and is still worth doing."""
    held, day = _led(action, "found relevant"), happened(on)
    told = checked("Why", text, needed="Say why it is still relevant")
    held.relevance_checked_on = day
    held.save(update_fields=["relevance_checked_on"])
    _step(held, "found relevant", told, by, day)


@transaction.atomic
def drop(action: Action, *, why: str, by: str, on: date | None = None) -> None:
    """End an open action that will not be done, as one that is no longer relevant, saying why."""
    held, day = _led(action, "dropped"), happened(on)
    _step(held, "dropped", checked("Why", why, needed="Say why it will not be done"), by, day)


@transaction.atomic
def escalate(action: Action, *, to: str, text: str, by: str, on: date | None = None) -> None:
    """Record that somebody was told that nothing comes about an open action. The program itself sends nothing.

    Refused where something was reported about the last quarter that had ended.
    """
    held, day = _led(action, "escalated"), happened(on)
    whom = checked("To whom", to, needed="Say to whom it is escalated")
    told = checked("What was said", text, needed="Say what was asked for and has not come")
    (last,) = quarters_before(day, 1)
    if held.progress.filter(period_code=last.code).exists():
        raise Refused(f"About {last} something was reported: read that first. There is nothing to escalate.")
    _step(held, "escalated", f"To {whom}. {told}", by, day)


@transaction.atomic
def done(
    action: Action,
    *,
    evidence: str,
    by: str,
    on: date | None = None,
    evidence_period: str = "",
    impact_due: date | None = None,
) -> None:
    """Record that an open action is done, with what shows it and which period that is about. Its impact is looked for
    on a day, so many months later (`rules.IMPACT_AFTER_MONTHS`) where none is given. What was told of it when it was
    done before, if ever, stays beside it.

    Refused without evidence, before it was planned, and where the impact would be looked for before it is done.
    """
    held, day = _led(action, "done"), happened(on)
    if day < held.planned_on:
        raise Refused("It cannot be done before it was planned.")
    shown = checked("Evidence", evidence, needed="Say what shows that it is done: completion needs evidence")
    look_on = impact_due or add_months(day, IMPACT_AFTER_MONTHS)
    if look_on <= day:
        raise Refused("The impact is looked for after it is done, not before.")
    held.done_on, held.done_by, held.evidence, held.impact_due = day, by, shown, look_on
    held.evidence_period = _period(evidence_period).code if evidence_period else ""
    held.save(update_fields=["state", "done_on", "done_by", "evidence", "evidence_period", "impact_due"])
    Completion.objects.create(
        of=held,
        on=day,
        evidence=shown,
        evidence_period=held.evidence_period,
        impact_due=look_on,
        reported_at=timezone.now(),
        reported_by=by,
    )
    _step(held, "done", shown, by, day)


@transaction.atomic
def open_again(action: Action, *, why: str, by: str) -> None:
    """Open an action again that was done, judged or dropped. What was told of it stays."""
    held = _led(action, "opened again")
    reason = checked("Why", why, needed="Say why it is opened again")
    held.impact_due = None
    held.save(update_fields=["state", "impact_due"])
    _step(held, "opened again", reason, by)


@transaction.atomic
def judge(
    action: Action,
    level: str,
    *,
    evidence: str,
    text: str,
    by: Person,
    on: date | None = None,
    again_on: date | None = None,
) -> Judgement:
    """Judge what an action that is done has changed, on which kind of evidence; `again_on` is when it is tested again.

    What the named measure says that day is kept with it, as everybody may read it. Refused to whoever ever reported it
    done, held the post that owned it, or is of an agency that did; without words; and where it would be sustained
    though nothing had been found changed before.
    """
    held, day = _led(action, "judged"), happened(on)
    if too_near := why_not_judge(by, held):
        raise Refused(too_near)
    _check_judgement(held, level, evidence)
    told = checked("What shows it", text, needed="Say what shows it, or what was looked for and not found")
    if held.done_on and day < held.done_on:
        raise Refused("Its impact cannot be judged before it was done.")
    if again_on and again_on <= day:
        raise Refused("The day on which it is tested again is after this one.")
    said = as_everybody_reads(held, by)
    row = Judgement.objects.create(
        of=held,
        level=level,
        evidence=evidence,
        text=told,
        measure_said=said.sentence if said else "",
        on=day,
        judged_at=timezone.now(),
        judged_by=by.actor,
    )
    held.impact_due = again_on
    held.save(update_fields=["state", "impact_due"])
    record("judged", subject="action", subject_id=held.number, by=by.actor, level=level, evidence=evidence)
    return row


def _check_judgement(action: Action, level: str, evidence: str) -> None:
    if level not in LEVELS:
        raise Refused(f"Say what has changed: {', '.join(LEVELS)}.")
    if evidence not in EVIDENCE:
        raise Refused(f"Say on what kind of evidence: {', '.join(EVIDENCE)}.")
    changed = action.judgements.filter(level__in=(PRACTICE, OUTCOME, SUSTAINED)).exists()
    if level == SUSTAINED and not changed:
        raise Refused("Nothing was found changed before, so there is nothing that could be sustained yet.")


def _led(action: Action, verb: str) -> Action:
    """The action while nobody else changes it, led along one of its declared ways; Refused where that is none."""
    held = Action.objects.select_for_update(of=("self",)).select_related("agency").get(pk=action.pk)
    held.state = ACTION.after(verb, held.state, which=held.number)
    return held


def _step(action: Action, verb: str, text: str, by: str, on: date | None = None) -> None:
    action.save(update_fields=["state"])
    Step.keep(action, verb, on=happened(on), text=text, by=by)
    record(verb, subject="action", subject_id=action.number, by=by)


def _quarter(code: str) -> Period:
    period = _period(code)
    if period != quarter_of(period.first):
        raise Refused(f"{period.code} is no quarter: write one as FY2014-15Q1.")
    if period.first > timezone.localdate():
        raise Refused(f"{period} has not begun yet.")
    return period


def _period(code: str) -> Period:
    try:
        return parse(code.strip())
    except UnknownPeriod as unknown:
        raise Refused(str(unknown)) from None
