"""Naming owners, setting targets, noting comparators, and withdrawing them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from goldenthread import catalogue
from goldenthread.engine.comparing.axes import DAY, kind
from goldenthread.engine.definitions import Count, Indicator, Proportion, Share, Total
from goldenthread.engine.periods import Period, parse
from goldenthread.engine.protecting.figures import unit_of
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.models import Comparators, Difference, Owner, Record, Target
from goldenthread.workflow.framework.rules import (
    HOLDING,
    LONGEST_NAME,
    LONGEST_POST,
    LONGEST_WHY,
    WHY,
)
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import NotFound, Refused

_LARGEST = Decimal(10**9)


@transaction.atomic
def name_owner(code: str, *, post: str, agency: Agency, person: str = "", by: str) -> Owner:
    """Say which post at which agency answers for an indicator. The owner before, if any, is replaced.

    NotFound where there is no such indicator; Refused where no post is named.
    """
    indicator = known_indicator(code)
    said = {"post": _text("the post", post, LONGEST_POST), "person": " ".join(person.split())}
    if len(said["person"]) > LONGEST_NAME:
        raise Refused(f"A name has up to {LONGEST_NAME} letters.")
    _replace(Owner.objects.standing().about(indicator.code), by=by)
    owner = Owner(indicator=indicator.code, agency=agency, **said)
    _keep(owner, "named", by=by, agency=agency.code)
    return owner


@transaction.atomic
def set_target(
    code: str, *, value: Decimal, first: Period | str, set_on: date, set_by: str, why: str, today: date, by: str
) -> Target:
    """Set what an indicator should come to from one period on. A target from the same period is replaced; one from an
    earlier period stands for the periods before. The period may be written as a code.

    NotFound where there is no such indicator; Refused where the value is none that it can have, where it has no
    figures of such periods, where the day is still to come, and where nobody or nothing is named as who and why.
    """
    indicator = known_indicator(code)
    first = _first(parse(first) if isinstance(first, str) else first, indicator)
    if set_on > today:
        raise Refused("A target is set on a day that has come. Write the day on which it was decided.")
    target = Target(
        indicator=indicator.code,
        value=_value(value, indicator),
        from_code=first.code,
        set_on=set_on,
        set_by=_text("who set it", set_by, LONGEST_NAME),
        why=_text("why", why, LONGEST_WHY),
    )
    _replace(Target.objects.standing().about(indicator.code).filter(from_code=first.code), by=by)
    _keep(target, "set", by=by, first=first.code)
    return target


@transaction.atomic
def note_comparators(code: str, *, noted: str, by: str) -> Comparators:
    """Note what an indicator is to be set beside. The note before, if any, is replaced."""
    indicator = known_indicator(code)
    note = Comparators(indicator=indicator.code, noted=_text("what it is set beside", noted, LONGEST_WHY))
    _replace(Comparators.objects.standing().about(indicator.code), by=by)
    _keep(note, "noted", by=by)
    return note


@transaction.atomic
def explain_difference(code: str, period: Period | str, *, how: str, why: str, by: str) -> Difference:
    """Record why our figure of a period and the published one differ. A reason of the same kind is replaced.

    NotFound where there is no such indicator; Refused where there is no such kind of reason, or nothing is said.
    """
    indicator, about = known_indicator(code), parse(period) if isinstance(period, str) else period
    if how not in WHY:
        raise Refused(f"Figures do not differ by '{how}'. Choose one of: {', '.join(WHY)}.")
    said = _text("why the two differ", why, LONGEST_WHY)
    reason = Difference(indicator=indicator.code, period_code=about.code, how=how, why=said)
    _replace(Difference.objects.standing().about(indicator.code).filter(period_code=about.code, how=how), by=by)
    _keep(reason, "explained", by=by, period=about.code, how=how)
    return reason


@transaction.atomic
def withdraw(kept: Record, *, by: str) -> None:
    """Withdraw what should not have been said. Refused where it is replaced or withdrawn already."""
    _end(kept, "withdrawn", by=by)


def known_indicator(code: str) -> Indicator:
    """The indicator of a code, in capitals or not; NotFound where there is none."""
    found = catalogue.indicators().get(code.strip().upper())
    if found is None:
        raise NotFound(f"There is no indicator {code}. They are: {', '.join(catalogue.indicators())}.")
    return found


def _replace(before: Iterable[Record], *, by: str) -> None:
    for each in before:
        _end(each, "replaced", by=by)


def _end(kept: Record, verb: str, *, by: str) -> None:
    held = type(kept).objects.select_for_update().get(pk=kept.pk)
    held.state = held.ways.after(verb, held.state, which=held.number)
    held.ended_at, held.ended_by = timezone.now(), by
    held.save(update_fields=["state", "ended_at", "ended_by"])
    record(verb, subject=held.ways.subject, subject_id=held.number, by=by, indicator=held.indicator)


def _keep(kept: Record, verb: str, *, by: str, **about: str) -> None:
    kept.recorded_at, kept.recorded_by = timezone.now(), by
    kept.save()
    record(verb, subject=kept.ways.subject, subject_id=kept.number, by=by, indicator=kept.indicator, **about)


def _text(what: str, given: str, longest: int) -> str:
    fit = " ".join(given.split())
    if not fit or len(fit) > longest:
        raise Refused(f"Say {what} in 1 to {longest} letters; this has {len(fit)}.")
    return fit


def _value(value: Decimal, indicator: Indicator) -> Decimal:
    """A value that the indicator can have."""
    unit = unit_of(indicator)
    if not value.is_finite() or not 0 <= value <= _LARGEST or value != value.quantize(Decimal("0.01")):
        raise Refused("A target is a number from 0 on with at most two decimals, such as 90 or 45.5.")
    if isinstance(indicator.measure, Proportion | Share) and value > 100:
        raise Refused(f"{indicator.code} is a percentage, so its target lies between 0 and 100.")
    if isinstance(indicator.measure, Count | Total) and value != value.to_integral_value():
        raise Refused(f"{indicator.code} is a number of {unit}, so its target is a whole number.")
    return value


def _first(first: Period, indicator: Indicator) -> Period:
    """A period of a kind of which the indicator has figures."""
    of = kind(first)
    if of not in HOLDING or (of == DAY) is not indicator.is_of_days or HOLDING[of](first.last) != first:
        fit = (
            "is counted on the last day of a month: write the first such day, as 2014-03-31"
            if indicator.is_of_days
            else "is counted over a time: write the first year, quarter or month, as FY2014-15, FY2014-15Q1 or 2014-04"
        )
        raise Refused(f"{indicator.code} {fit}.")
    return first
