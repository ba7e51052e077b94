"""How old brothers and sisters are when something begins: by quotas where the board has published them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.chance import pick, quota
from goldenthread.demo.children import Child, Registry, born_between
from goldenthread.demo.days import LAST_DAY, year_of, years_back
from goldenthread.demo.stocks import OPEN, Group, Spell

_OLDEST = 17


@dataclass(frozen=True)
class Ages:
    """Completed years, both ends included."""

    low: int
    high: int


BABY, SMALL, OLDER = Ages(0, 0), Ages(1, 4), Ages(5, _OLDEST)
_BANDS = {"baby": BABY, "small": SMALL, "primary": Ages(5, 9), "teenage": Ages(10, 15), "nearly grown": Ages(16, 17)}
_ENTERING: Mapping[str, float] = {"baby": 26, "small": 22, "primary": 20, "teenage": 26, "nearly grown": 6}


def born(chance: Random, on: date, ages: Ages) -> date:
    """A day of birth of somebody who is of these ages on a day."""
    return born_between(chance, years_back(on, ages.high + 1) + timedelta(days=1), years_back(on, ages.low), [])


def ages_at_start(
    chance: Random, groups: Sequence[Group], under_five: Mapping[int, float], under_one: Mapping[int, float]
) -> dict[Spell, Ages]:
    """How old each child is to be when a spell begins: in years with quotas by quota, in others by chance."""
    found = {spell: _BANDS[pick(chance, _ENTERING)] for group in groups for spell in group.spells}
    for year, share in under_five.items():
        of_year = [group for group in groups if year_of(group.started) == year]
        found |= _by_quota(chance, of_year, share, under_one[year])
    return found


def _by_quota(chance: Random, groups: Sequence[Group], under_five: float, under_one: float) -> dict[Spell, Ages]:
    """One baby at most in a family, then so many small children, all others older."""
    spells = [spell for group in groups for spell in group.spells]
    babies = quota(len(spells), under_one)
    small = quota(len(spells), under_five) - babies
    firsts = [group.spells[0] for group in chance.sample(list(groups), babies)]
    others = [spell for spell in spells if spell not in set(firsts)]
    chance.shuffle(others)
    return dict.fromkeys(firsts, BABY) | dict.fromkeys(others[:small], SMALL) | dict.fromkeys(others[small:], OLDER)


def children_for(chance: Random, registry: Registry, group: Group, ages: Mapping[Spell, Ages]) -> dict[Spell, Child]:
    """Brothers and sisters for a group's spells. Nobody is born after a spell began, or grown up before it ended."""
    births: list[date] = []
    for spell in group.spells:
        births.append(_born(chance, spell, ages[spell], births))
    family = registry.family(births)
    return dict(zip(group.spells, family.children, strict=True))


def _born(chance: Random, spell: Spell, ages: Ages, others: list[date]) -> date:
    ends = min(spell.ended, LAST_DAY + timedelta(days=1))
    grown = years_back(ends, 18)  # whoever is born before is grown up before the spell ends
    if spell.ended != OPEN and (ends - spell.started).days > 700 and ages.high > 4 and chance.random() < 0.4:
        return grown
    first, last = years_back(spell.started, ages.high + 1) + timedelta(days=1), years_back(spell.started, ages.low)
    first = max(first, grown + timedelta(days=1))
    last = max(first, min(last, spell.started - timedelta(days=1)))
    return born_between(chance, first, last, others)
