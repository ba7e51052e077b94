"""How a task stands on a day: worked out from its dates and from what was reported, never typed.

Only what was said for that day or an earlier one is looked at, so that a day that is over keeps its answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from goldenthread.engine.periods import add_months
from goldenthread.workflow.plans import rules

COMPLETE, ON_TIME, SLIPPED, NO_PROGRESS, DROPPED = "complete", "on_time", "slipped", "no_progress", "dropped"

SILENT_AFTER_MONTHS = 6
"""How long a task may go without a report of progress before it is said to show none: this product's own suggestion,
not a rule of law."""

_PROGRESS = (rules.BEGUN, rules.UNDER_WAY, rules.DONE)
_SETTLES = (rules.DONE, rules.DROPPED, rules.OPENED_AGAIN)


class Event(Protocol):
    """One thing that became of a task, on a day; `due` is the new date where it was given another."""

    verb: str
    on: date
    due: date | None


@dataclass(frozen=True)
class Course:
    """What is known of a task: since when it is planned, by which date it was first to be done, what became of it.

    `first_due` is none where no date could be given. `events` are in the order in which they were put on record.
    """

    planned_on: date
    first_due: date | None
    events: Sequence[Event]

    def until(self, day: date) -> list[Event]:
        """What was said for a day or an earlier one, the earliest first."""
        return sorted((each for each in self.events if each.on <= day), key=lambda each: each.on)


@dataclass(frozen=True)
class Spell:
    """A stretch of time in which a task stood in one way: from `first` to the day before `until`, if it has ended."""

    standing: str
    first: date
    until: date | None


def standing(course: Course, day: date) -> str:
    """How a task stands on a day, the first of these that is so.

    Dropped, or complete, where that was said last. No progress, where nothing was reported for six months, or nothing
    at all by the date it was due. Slipped, where that date is past, or is later than the one that was first agreed.
    Otherwise on time.
    """
    known = course.until(day)
    settled = next((each.verb for each in reversed(known) if each.verb in _SETTLES), "")
    if settled == rules.DROPPED:
        return DROPPED
    if settled == rules.DONE:
        return COMPLETE
    heard = [each.on for each in known if each.verb in _PROGRESS]
    first, due = _dates(course, known)
    past = due is not None and day > due
    if day > silent_from(max([course.planned_on, *heard])) or (past and not heard):
        return NO_PROGRESS
    later = first is not None and due is not None and due > first
    return SLIPPED if past or later else ON_TIME


def silent_from(day: date) -> date:
    """The last day on which a task is not yet silent of which nothing was reported since a day."""
    return add_months(day, SILENT_AFTER_MONTHS)


def spells(course: Course, last: date) -> list[Spell]:
    """Every stretch in which a task stood in one way, from the day it was planned to `last`; the last has no end."""
    found: list[Spell] = []
    for day in sorted(_turns(course, last)):
        stands = standing(course, day)
        if not found or found[-1].standing != stands:
            found[-1:] = [Spell(found[-1].standing, found[-1].first, day)] if found else []
            found.append(Spell(stands, day, None))
    return found


def _dates(course: Course, known: Sequence[Event]) -> tuple[date | None, date | None]:
    """The date first agreed, and the one that holds; both none where there is none."""
    given = [each.due for each in known if each.verb == rules.MOVED and each.due]
    dates = [*([course.first_due] if course.first_due else []), *given]
    return (dates[0], dates[-1]) if dates else (None, None)


def _turns(course: Course, last: date) -> set[date]:
    """The days on which the standing of a task can turn."""
    days = {course.planned_on, *_days(course)}
    return {day for day in days if course.planned_on <= day <= last}


def _days(course: Course) -> Iterator[date]:
    one = timedelta(days=1)
    yield silent_from(course.planned_on) + one
    if course.first_due:
        yield course.first_due + one
    for each in course.events:
        yield each.on
        yield silent_from(each.on) + one
        if each.due:
            yield each.due + one
