"""How many tasks stand in which way, why one does, and what somebody can do about it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.periods import day as named
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.plans import rules, standing
from goldenthread.workflow.plans.models import Task
from goldenthread.workflow.plans.rules import AGREED, KEEP, REPORT, TASK
from goldenthread.workflow.plans.standing import COMPLETE, DROPPED, NO_PROGRESS, ON_TIME, SLIPPED

COMPLETE_OR_ON_TIME = "complete_or_on_time"

COUNTED: Mapping[str, tuple[str, ...]] = {
    COMPLETE_OR_ON_TIME: (COMPLETE, ON_TIME),
    SLIPPED: (SLIPPED,),
    NO_PROGRESS: (NO_PROGRESS,),
}
"""The three ways in which a task that stands in the plan is told of; each task is in one of them."""

SAID: Mapping[str, str] = {
    COMPLETE_OR_ON_TIME: "complete or on time",
    COMPLETE: "complete",
    ON_TIME: "on time",
    SLIPPED: "slipped",
    NO_PROGRESS: "no progress",
    DROPPED: "dropped",
}
"""Each standing in words."""

DEFINED: Mapping[str, str] = {
    COMPLETE: "It is reported done.",
    ON_TIME: "It is not due yet, and something was reported within the last six months, or it was planned within them.",
    SLIPPED: "Something was reported within the last six months, but the date is past, or was moved to a later one than"
    " was first agreed.",
    NO_PROGRESS: "It is not done, and nothing was reported for six months, or nothing at all by the date. A report that"
    " nothing was done is no progress.",
    DROPPED: "The board has taken it out of the plan and said why. It is counted beside, not among the others.",
}
"""What each standing means, for those who read it."""


@dataclass(frozen=True)
class Stood:
    """A task, and how it stood on a day."""

    task: Task
    standing: str


@dataclass(frozen=True)
class Share:
    """How many tasks of the plan stand in one way. `of` are all that stand in it; none where that is not asked."""

    standing: str
    number: int
    of: int | None

    @property
    def percent(self) -> str:
        """The share, to the nearest whole number; nothing where there is none."""
        return f"{rounded(Fraction(self.number * 100, self.of), 0)}%" if self.of else ""


def stood_on(tasks: Iterable[Task], day: date) -> list[Stood]:
    """Each task with how it stood on a day."""
    return [Stood(each, each.stands(day)) for each in tasks]


def is_in(stood: Stood, asked: str) -> bool:
    """Whether a task stands in the way that is asked for, be it one of the three or a closer one."""
    return stood.standing in COUNTED.get(asked, (asked,))


def shares(stood: Sequence[Stood]) -> list[Share]:
    """How many stand in each of the three ways, out of all that stand in the plan, and how many were dropped."""
    counted = Counter(each.standing for each in stood)
    whole = len(stood) - counted[DROPPED]
    three = [Share(name, sum(counted[each] for each in ways), whole) for name, ways in COUNTED.items()]
    return [*three, Share(DROPPED, counted[DROPPED], None)]


def because(task: Task, day: date) -> str:
    """Why a task stands as it does on a day, in a sentence."""
    known = task.course.until(day)
    heard = [each.on for each in known if each.verb in (rules.BEGUN, rules.UNDER_WAY, rules.DONE)]
    last = f"The last report of progress is of {named(max(heard))}." if heard else "No progress was ever reported."
    match task.stands(day):
        case standing.COMPLETE:
            return f"It was reported done for {named(max(heard))}.{_late(task, max(heard))}"
        case standing.DROPPED:
            return "It was dropped; the reason stands below."
        case standing.NO_PROGRESS:
            return last
        case standing.SLIPPED if task.due and day > task.due:
            return f"It was due on {named(task.due)} and is not done. {last}"
        case standing.SLIPPED:
            return f"Its date was moved from {named(task.first_due) if task.first_due else 'none'}. {last}"
    return last if heard else f"It was planned on {named(task.planned_on)}, and its first report is still to come."


def may_report(person: Person, task: Task) -> bool:
    """Whether somebody may report on a task: for the board, or for the agency that owns it."""
    return may(person, REPORT) and person.agency_id in (None, task.agency_id)


def ways_for(person: Person, task: Task) -> list[str]:
    """What somebody can do about a task now."""
    return [way.verb for way in TASK.ways if task.state in way.sources and _may(person, way.capability, task)]


def _may(person: Person, capability: str, task: Task) -> bool:
    if capability == KEEP:
        return may(person, KEEP)
    return task.plan.state == AGREED and may_report(person, task)


def _late(task: Task, done_on: date) -> str:
    """By how many days it was done later than first agreed, if it was."""
    late = (done_on - task.first_due).days if task.first_due else 0
    return f" That was {late:,} {'day' if late == 1 else 'days'} after the date first agreed." if late > 0 else ""
