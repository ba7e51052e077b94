"""Saying what is expected of an agency, ending that, and marking reminders as sent."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.models import Expected, Reminder
from goldenthread.workflow.calendar.rules import EVERY, LONGEST_WAIT, Every, named
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused

SUBJECT = "expected return"


@transaction.atomic
def expect(
    agency: Agency,
    what: Sequence[str],
    *,
    every: str,
    due_days: int,
    first: Period | str,
    last: Period | str | None = None,
    by: str,
) -> Expected:
    """Expect a return of an agency about every period of a kind, so many days after its end. Periods may be codes.

    Refused where there is no such return, where the first or last period is none of that kind, and where the same is
    expected of the agency already.
    """
    Agency.objects.select_for_update().get(pk=agency.pk)
    first, last = parse(first) if isinstance(first, str) else first, parse(last) if isinstance(last, str) else last
    kind, wanted = EVERY[every], list(dict.fromkeys(map(named, what)))
    if not 0 <= due_days <= LONGEST_WAIT:
        raise Refused(f"A return is due 0 to {LONGEST_WAIT} days after its period ends, not {due_days}.")
    _check_period(first, kind)
    _check_last(first, last, kind)
    for other in Expected.objects.still().filter(agency=agency, every=every):
        if set(other.things) & set(wanted):
            raise Refused(f"{other.what} is expected of {agency.name} {kind.words} already. End that first.")
    expected = Expected.objects.create(
        agency=agency,
        things=wanted,
        every=every,
        due_days=due_days,
        first_code=first.code,
        last_code=last.code if last else "",
        declared_at=timezone.now(),
        declared_by=by,
    )
    record(
        "expected", subject=SUBJECT, subject_id=expected.number, by=by, agency=agency.code, things=wanted, every=every
    )
    return expected


@transaction.atomic
def end(expected: Expected, *, last: Period | None, by: str) -> None:
    """Expect it no longer after a last period; without one, not at all, as where it was a mistake.

    Refused where the last period is none of its kind, or before the first.
    """
    Agency.objects.select_for_update().get(pk=expected.agency_id)
    expected.refresh_from_db()
    _check_last(expected.first, last, EVERY[expected.every])
    expected.last_code = last.code if last else ""
    expected.ended_at, expected.ended_by = timezone.now(), by
    expected.save(update_fields=["last_code", "ended_at", "ended_by"])
    record("ended", subject=SUBJECT, subject_id=expected.number, by=by, last=expected.last_code)


@transaction.atomic
def mark_reminded(owed: Sequence[tuple[Expected, Period]], *, on: date, by: str) -> None:
    """Record that an agency was reminded of returns on a day. The program itself sends nothing."""
    for expected, period in owed:
        Reminder.objects.create(
            of=expected, period_code=period.code, sent_on=on, marked_at=timezone.now(), marked_by=by
        )
        about = {"period": period.code, "agency": expected.agency.code}
        record("reminded", subject=SUBJECT, subject_id=expected.number, by=by, **about)


def _check_period(period: Period, kind: Every) -> None:
    if kind.holding(period.first) != period:
        raise Refused(f"{period.code} is not a period of what is expected {kind.words}: write one as {kind.written}.")


def _check_last(first: Period, last: Period | None, kind: Every) -> None:
    if last is None:
        return
    _check_period(last, kind)
    if last.first < first.first:
        raise Refused(f"The last period, {last}, is before the first, {first}.")
