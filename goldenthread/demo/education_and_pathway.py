"""Plans that are made anew every half year: for the education of children in care, and for their way out of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.care import Stay, by_number
from goldenthread.demo.chance import days
from goldenthread.demo.children import Child
from goldenthread.demo.days import LAST_DAY, NEW_SYSTEM, SINCE_2011, birthday, on_a_weekday
from goldenthread.demo.stocks import OPEN

_AT_SCHOOL, _PATHWAY_FROM, _PATHWAY_UNTIL = 5, 16, 21
_LONG_ENOUGH = timedelta(weeks=13)  # in care, before somebody has a right to a pathway plan
_HALF_A_YEAR = timedelta(days=182)
_EDUCATION_IN_TIME, _PATHWAY_IN_TIME = 0.6, 0.5
_LATE = (5, 190)  # days
_BLANK = 0.07  # of the days by which plans are due, since the recording system changed


@dataclass(frozen=True)
class Renewed:
    """A plan, until another took its place or it was needed no more; `OPEN` while it is current."""

    child: Child
    made: date
    due: date | None
    reviewed: date | None
    until: date


def education_plans(chance: Random, stays: Sequence[Stay]) -> Iterator[Renewed]:
    """One after another for every child in care who is old enough for school, the first within some weeks."""
    for stay in by_number(stays):
        first = max(stay.spell.started, birthday(stay.child.born, _AT_SCHOOL)) + days(chance, 8, 28)
        yield from _one_after_another(chance, stay.child, first, stay.spell.ended, _EDUCATION_IN_TIME)


def pathway_plans(chance: Random, stays: Sequence[Stay]) -> Iterator[Renewed]:
    """One after another for whoever is sixteen in care, also after leaving it, up to twenty-one."""
    for stay in by_number(stays):
        entitled = max(stay.spell.started + _LONG_ENOUGH, birthday(stay.child.born, _PATHWAY_FROM))
        first = entitled + days(chance, 10, 90)
        if first < stay.spell.ended:
            grown = birthday(stay.child.born, _PATHWAY_UNTIL)
            yield from _one_after_another(chance, stay.child, first, grown, _PATHWAY_IN_TIME)


def _one_after_another(chance: Random, child: Child, first: date, last: date, in_time: float) -> Iterator[Renewed]:
    """Each is made by the day by which it was due, or some weeks or months after it."""
    made = on_a_weekday(first)
    while made < last and made <= LAST_DAY:
        due = made + _HALF_A_YEAR
        again = on_a_weekday(due - days(chance, 0, 25) if chance.random() < in_time else due + days(chance, *_LATE))
        until = min(again, last)
        reviewed = made + days(chance, 70, 110)
        blank = made >= NEW_SYSTEM and chance.random() < _BLANK
        if until >= SINCE_2011:
            yield Renewed(
                child, made, None if blank else due, reviewed if reviewed < min(until, LAST_DAY) else None,
                until if until <= LAST_DAY else OPEN,
            )  # fmt: skip
        made = again
