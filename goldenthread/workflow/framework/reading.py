"""Who owns an indicator, and which target holds for which of its periods."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from goldenthread.engine.comparing.axes import YEAR, kind
from goldenthread.engine.periods import Period, Span, add_months, day, month_end, naming
from goldenthread.workflow.framework.models import Comparators, Difference, Owner, Target
from goldenthread.workflow.framework.rules import following


def owners() -> Mapping[str, Owner]:
    """Who owns each indicator that has an owner, by code."""
    return {each.indicator: each for each in Owner.objects.standing().select_related("agency")}


def owner_of(indicator: str) -> Owner | None:
    """Who owns an indicator; none where nobody is named."""
    return Owner.objects.standing().about(indicator).select_related("agency").first()


def comparators_noted() -> Mapping[str, str]:
    """What each indicator is to be set beside, where that is noted, by code."""
    return {each.indicator: each.noted for each in Comparators.objects.standing()}


def differences() -> Mapping[tuple[str, str], list[Difference]]:
    """Why our figures and published ones differ, by indicator and period."""
    found = defaultdict(list)
    for each in Difference.objects.standing().order_by("number"):
        found[each.indicator, each.period_code].append(each)
    return dict(found)


def targets() -> Mapping[str, list[Target]]:
    """The targets that stand, by the code of their indicator; the one from the latest period first."""
    found = defaultdict(list)
    for each in Target.objects.standing():
        found[each.indicator].append(each)
    return {code: sorted(those, key=lambda each: each.first.first, reverse=True) for code, those in found.items()}


def periods_of(standing: Sequence[Target], until: date) -> Iterator[tuple[Period, Target]]:
    """Every period up to a day that some targets of one indicator hold for, each with the target that does.

    A target of a year holds for every twelve months that end later, too: they are as long.
    """
    taken: set[str] = set()
    for target in standing:  # the latest first, so that an earlier one has only what is left
        for period in _from(target.first, until):
            if period.code not in taken:
                taken.add(period.code)
                yield period, target


def said_by(target: Target) -> str:
    """Whose word a target is, and since when."""
    return f"set by {target.set_by} on {day(target.set_on)}"


def _from(first: Period, until: date) -> Iterator[Period]:
    of, period = kind(first), first
    while period.last <= until:
        yield period
        period = _a_month_on(period) if of == YEAR else following(period, of)


@cache
def _a_month_on(year: Period) -> Period:
    """The twelve months that begin and end a month after others."""
    first = add_months(year.first, 1)
    return naming(Span(first, month_end(add_months(first, 11))))
