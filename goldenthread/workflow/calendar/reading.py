"""The calendar on a day: what is owed, how it stands, and what is overdue. Silence is a finding."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from goldenthread.engine.periods import Period, financial_year_of
from goldenthread.workflow.calendar.models import Expectations, Expected
from goldenthread.workflow.calendar.rules import (
    DUE_SOON,
    IN_PART,
    LATE,
    MISSING,
    NOT_DUE,
    OVERDUE,
    RECEIVED,
    RECEIVED_LATE,
    SOON,
    dataset_of,
)
from goldenthread.workflow.returns.models import Return


@dataclass(frozen=True)
class Owed:
    """One return that an agency owes, and how it stands on a day.

    `came_on` is the day on which the last of what is expected came; `lacking` are the things that have not. `days` says
    by how many it came late, or is late. `returns` are those that hold any of it; `held_back` counts the rows that were
    not taken of those that stand.
    """

    expected: Expected
    period: Period
    due: date
    state: str
    days: int
    came_on: date | None
    returns: tuple[Return, ...]
    held_back: int
    lacking: tuple[str, ...]

    @property
    def is_overdue(self) -> bool:
        """Whether it was due and has not come."""
        return self.state in OVERDUE


def owed(expected: Expectations, *, on: date) -> list[Owed]:
    """What is owed in all periods that will have begun when the financial year of a day ends, in the order of due days.

    What came after that day is not known of yet.
    """
    series = list(expected.in_order())
    sent = _sent({each.agency_id for each in series}, on)
    until = financial_year_of(on).last
    found = [_owed(each, period, sent[each.agency_id], on) for each in series for period in each.periods(until)]
    return sorted(found, key=lambda each: (each.due, each.expected.agency.name, each.expected.number))


def overdue(expected: Expectations, *, on: date) -> list[Owed]:
    """What was due before a day and has not come."""
    return [each for each in owed(expected, on=on) if each.is_overdue]


def one_owed(expected: Expected, period: Period, *, on: date) -> Owed:
    """What is owed about one period."""
    return _owed(expected, period, _sent({expected.agency_id}, on)[expected.agency_id], on)


def _sent(agencies: Iterable[int], on: date) -> Mapping[int, list[Return]]:
    """What agencies had sent by a day, the earliest first."""
    found = defaultdict(list)
    returns = Return.objects.sent().filter(agency__in=agencies, came_on__lte=on).order_by("number")
    for return_ in returns.prefetch_related("parts", "files"):
        found[return_.agency_id].append(return_)
    return found


def _owed(expected: Expected, period: Period, sent: Sequence[Return], on: date) -> Owed:
    about = [return_ for return_ in sent if _is_about(return_, period)]
    found = {thing: [return_ for return_ in about if holds(return_, thing)] for thing in expected.things}
    lacking = tuple(thing for thing, returns in found.items() if not returns)
    came_on = None if lacking else max(min(each.came_on for each in returns) for returns in found.values())
    standing = {returns[-1] for returns in found.values() if returns}
    held_back = sum(each.rows_held_back() for each in standing)
    due = expected.due(period)
    in_part = held_back > 0 and all(each.is_accepted() for each in standing)
    return Owed(
        expected=expected,
        period=period,
        due=due,
        state=_came(due, came_on, in_part) if came_on else _awaited(expected, period, on),
        days=max(0, ((came_on or on) - due).days),
        came_on=came_on,
        returns=tuple(dict.fromkeys(each for each in about if any(each in those for those in found.values()))),
        held_back=held_back,
        lacking=lacking,
    )


def _came(due: date, came_on: date, in_part: bool) -> str:
    if in_part:
        return IN_PART
    return RECEIVED_LATE if came_on > due else RECEIVED


def _awaited(expected: Expected, period: Period, on: date) -> str:
    due, following = expected.due(period), expected.after(period)
    if on <= due:
        return DUE_SOON if due - on <= SOON else NOT_DUE
    next_was_due = following is not None and expected.due(following) < on
    very_long = on - due > timedelta(days=settings.RETURN_MISSING_AFTER_DAYS)
    return MISSING if next_was_due or very_long else LATE


def _is_about(return_: Return, period: Period) -> bool:
    """Whether it covers every day of a period, or just the last, as counts of who is there do."""
    first, last = return_.covers_first, return_.covers_last
    return last >= period.last and (first <= period.first or first == last == period.last)


def holds(return_: Return, thing: str) -> bool:
    """Whether a return holds something that can be expected."""
    formats = {return_.format, *(file.format for file in return_.files.all())}
    return thing in formats or any(part.dataset == dataset_of(thing) for part in return_.parts.all())
