"""Caseloads drawn by quotas: how many are open at each month's end is decided first, who begins and ends by chance.

Everything that lasts is drawn here as groups of spells: brothers and sisters begin together, and often end together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from goldenthread.demo.chance import between, day_in_month, days
from goldenthread.demo.days import FIRST_DAY, LAST_DAY, month_end, month_starts, months_before, years_back

OPEN = date.max
_SIZES, _HOW_MANY = (1, 2, 3, 4), (60, 23, 12, 5)


@dataclass(eq=False)
class Spell:
    """From the day on which something began to the day on which it ended; `OPEN` while it lasts."""

    started: date
    ended: date = OPEN

    def is_open(self, day: date) -> bool:
        """Whether it is open at the end of a day."""
        return self.started <= day < self.ended


@dataclass(eq=False)
class Group:
    """Spells of brothers and sisters that began on one day."""

    spells: list[Spell] = field(default_factory=list)

    @property
    def started(self) -> date:
        """The day on which all of them began."""
        return self.spells[0].started


@dataclass(frozen=True)
class Plan:
    """How a caseload is to go: how many are open on some days, what share of them ends in a month, who stays long.

    `long_open` says how many of those open on some days are to have lasted two years.
    """

    levels: Mapping[date, int]
    ends_a_month: float
    before: tuple[int, int]
    long_open: Mapping[date, int] = field(default_factory=dict)


def draw(chance: Random, plan: Plan) -> list[Group]:
    """Groups of spells with as many open at each month's end as planned."""
    groups = _open_before(chance, plan)
    open_now = [spell for group in groups for spell in group.spells]
    for month in month_starts(FIRST_DAY, LAST_DAY):
        overdue, kept = _long_lasting(chance, plan, open_now, month)
        ending = _how_many_end(chance, plan, len(open_now), month)
        leavers = overdue + _leavers(chance, open_now, ending - len(overdue), kept, month)
        for spell in leavers:
            spell.ended = day_in_month(chance, month, after=spell.started)
        gone = set(leavers)
        open_now = [spell for spell in open_now if spell not in gone]
        begun = _begun(chance, _level(plan, month) - len(open_now), month)
        groups += begun
        open_now += [spell for group in begun for spell in group.spells]
    return groups


def _level(plan: Plan, month: date) -> int:
    """How many are to be open at a month's end."""
    return round(between({day: float(level) for day, level in plan.levels.items()}, month_end(month)))


def _how_many_end(chance: Random, plan: Plan, number: int, month: date) -> int:
    """About the share that ends in a month, and at least so many that somebody may begin."""
    ending = round(number * plan.ends_a_month * chance.uniform(0.82, 1.18))
    return max(ending, number - _level(plan, month) + 3)


def _open_before(chance: Random, plan: Plan) -> list[Group]:
    """Those who were open when the records begin, since some days before."""
    groups: list[Group] = []
    left = plan.levels[min(plan.levels)]
    while left:
        started = FIRST_DAY - timedelta(days=1) - days(chance, *plan.before) * chance.random()
        size = min(left, chance.choices(_SIZES, _HOW_MANY)[0])
        groups.append(Group([Spell(started) for _ in range(size)]))
        left -= size
    return groups


def _begun(chance: Random, number: int, month: date) -> list[Group]:
    groups: list[Group] = []
    while number > 0:
        size = min(number, chance.choices(_SIZES, _HOW_MANY)[0])
        started = day_in_month(chance, month)
        groups.append(Group([Spell(started) for _ in range(size)]))
        number -= size
    return groups


def _long_lasting(chance: Random, plan: Plan, open_now: Sequence[Spell], month: date) -> tuple[list[Spell], set[Spell]]:
    """Of those who will have lasted two years when a month ends: who ends now, because they are too many, and who stays
    because they are not.
    """
    if not plan.long_open:
        return [], set()
    ends = month_end(month)
    long = [spell for spell in open_now if spell.started <= years_back(ends, 2)]
    chance.shuffle(long)
    stay = round(between({day: float(number) for day, number in plan.long_open.items()}, ends))
    return long[stay:], set(long[:stay])


def _leavers(chance: Random, open_now: Sequence[Spell], number: int, kept: set[Spell], month: date) -> list[Spell]:
    """Who else ends in a month: those of short standing more than others, nobody who has lasted two years."""
    two_years = years_back(month_end(month), 2)
    free = [spell for spell in open_now if spell not in kept and two_years < spell.started < month]
    if not kept:
        free = [spell for spell in open_now if spell.started < month]
    recent = months_before(month, 9)
    by_chance = sorted(free, key=lambda spell: chance.random() ** (2.0 if spell.started >= recent else 1.0))
    return by_chance[: max(0, number)]
