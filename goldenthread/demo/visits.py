"""Visits of social workers to children on a protection plan and in care, and whether they saw the child alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.care import Stay
from goldenthread.demo.chance import days, yes_or_no
from goldenthread.demo.children import Child
from goldenthread.demo.days import LAST_DAY, NEW_SYSTEM, SINCE_2011, age, on_a_weekday
from goldenthread.demo.protection import Protected

_FIRST, _EVERY = (3, 9), timedelta(weeks=6)
_SEEN, _BEDROOM = 0.96, 0.7
_OLD_ENOUGH = 5
_ALONE = {False: 0.52, True: 0.83}
"""How often a child who was seen was seen alone, under school age and later."""
_BLANK = 0.06  # since the recording system changed


_IN_CARE_FIRST, _IN_CARE_EVERY, _SETTLED_EVERY = (1, 8), (26, 43), (40, 91)  # days; of one settled for a year
_SETTLED_AFTER = timedelta(days=365)


@dataclass(frozen=True)
class Visit:
    """One visit, to a child on a plan or in care. What is blank was not noted."""

    kind: str
    child: Child
    on: date
    seen: str
    alone: str
    bedroom: str


def visits(chance: Random, plans: Sequence[Protected]) -> Iterator[Visit]:
    """Within days of the plan's beginning, then about every six weeks for as long as it lasts."""
    for plan in plans:
        on = on_a_weekday(plan.spell.started + days(chance, *_FIRST))
        while on < plan.spell.ended and on <= LAST_DAY:
            visit = _visit(chance, "protection", plan.child, on)
            if on >= SINCE_2011:
                yield visit
            on = on_a_weekday(on + _EVERY + days(chance, -8, 10))


def visits_in_care(chance: Random, stays: Sequence[Stay]) -> Iterator[Visit]:
    """Soon after a child comes to a placement, then about every five weeks; rarer after a year there."""
    for stay in stays:
        for placement in stay.placed:
            on = placement.placed_on + days(chance, *_IN_CARE_FIRST)
            while on < placement.left_on and on <= LAST_DAY:
                if on >= SINCE_2011:
                    yield _visit(chance, "looked_after", stay.child, on)
                settled = on - placement.placed_on > _SETTLED_AFTER
                on = on_a_weekday(on + days(chance, *(_SETTLED_EVERY if settled else _IN_CARE_EVERY)))


def _visit(chance: Random, kind: str, child: Child, on: date) -> Visit:
    seen = yes_or_no(chance, _SEEN)
    alone = yes_or_no(chance, _ALONE[age(child.born, on) >= _OLD_ENOUGH]) if seen == "1" else "0"
    blank = on >= NEW_SYSTEM and chance.random() < _BLANK
    return Visit(kind, child, on, seen, "" if blank else alone, yes_or_no(chance, _BEDROOM))
