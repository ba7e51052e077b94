"""Where looked-after children live: how often they move, and into what kind of placement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.calibration import Calibration
from goldenthread.demo.chance import pick, quota
from goldenthread.demo.children import Child, Registry
from goldenthread.demo.days import LAST_DAY, YEARS, age, first_of, last_of
from goldenthread.demo.stocks import OPEN, Spell

_PROVIDERS: Mapping[str, Mapping[str, float]] = {
    "U1": {"PR1": 100}, "U3": {"PR1": 100}, "U4": {"PR1": 62, "PR4": 30, "PR5": 8},
    "U6": {"PR1": 62, "PR4": 30, "PR5": 8}, "A6": {"PR1": 60, "PR5": 25, "PR2": 15}, "P1": {"PR0": 100},
    "K2": {"PR1": 40, "PR4": 52, "PR5": 8}, "K1": {"PR3": 100}, "H5": {"PR4": 70, "PR5": 30},
    "S1": {"PR4": 60, "PR5": 40},
}  # fmt: skip
_YOUNGER = {"U6": 66, "U3": 20, "U4": 8, "P1": 6}
_MIDDLE = {"U6": 54, "U4": 20, "U3": 12, "P1": 7, "K2": 5, "S1": 2}
_TEENAGE = {"U6": 42, "U4": 17, "U3": 9, "P1": 7, "K2": 21, "S1": 3, "K1": 1}
_NEARLY_GROWN = {"U6": 26, "U4": 12, "K2": 18, "H5": 37, "P1": 7}
_WHY_MOVED = {
    "CARPL": 45, "CREQB": 19, "CREQO": 9, "LAREQ": 9, "CHILD": 7, "CLOSE": 5, "STAND": 2, "ALLEG": 2, "OTHER": 2,
}  # fmt: skip
_AT_HOME = "P1"
_OFTEN = 3
_AWAY = 4  # days at least between two moves


@dataclass(eq=False)
class Placement:
    """A place to live, from one day to another. `moved_because` is why it was left for another."""

    placed_on: date
    left_on: date
    kind: str
    provider: str
    postcode: str
    urn: str
    far_away: bool = False
    moved_because: str = ""


def moves(chance: Random, spells: Sequence[Spell], often: Mapping[int, int]) -> dict[Spell, list[date]]:
    """The days on which children move: in every year just so many move three times or more as were stated."""
    found: dict[Spell, list[date]] = {spell: [] for spell in spells}
    for year in YEARS:
        there = [(spell, *_within(spell, year)) for spell in spells]
        long = [spell for spell, first, last in there if (last - first).days > 150]
        many = set(chance.sample(long, often[year]))
        for spell, first, last in there:
            number = _OFTEN + pick_extra(chance) if spell in many else _seldom(chance, (last - first).days)
            found[spell] += _days_apart(chance, first, last, number)
    return found


def placements(
    chance: Random, registry: Registry, spell: Spell, child: Child, moved: Sequence[date], last_kind: str | None
) -> list[Placement]:
    """The placements of a spell, one after the other. `last_kind` is that of the last one, where it is given."""
    begins = [spell.started, *moved]
    ends = [*moved, spell.ended]
    found = []
    for at, (first, last) in enumerate(zip(begins, ends, strict=True)):
        is_last = at == len(begins) - 1
        kind = last_kind if is_last and last_kind else pick(chance, _kinds(age(child.born, first)))
        found.append(_placement(chance, registry, first, last, kind, "" if is_last else pick(chance, _WHY_MOVED)))
    return found


def kinds_at_the_end(chance: Random, children: Mapping[Spell, Child], targets: Calibration) -> dict[Spell, str]:
    """The kind of placement of everyone who is looked after on the last day, by quotas: the eldest and the youngest
    are those who live elsewhere than with a family.
    """
    there = sorted((spell for spell in children if spell.is_open(LAST_DAY)), key=lambda spell: children[spell].born)
    number = len(there)
    foster, kin, parents = (
        quota(number, share) for share in (targets.with_foster_carers, targets.with_kin, targets.with_parents)
    )
    elsewhere = number - foster - kin - parents
    eldest = there[: elsewhere * 5 // 3]
    out = set(chance.sample(eldest, elsewhere * 4 // 5))
    youngest = [spell for spell in there[::-1] if spell not in out][:elsewhere]
    adopted = set(chance.sample(youngest, elsewhere - len(out)))
    rest = [spell for spell in there if spell not in out | adopted]
    chance.shuffle(rest)
    found = {spell: "A6" for spell in adopted}
    found |= {spell: "H5" if age(children[spell].born, LAST_DAY) >= 17 else "K2" for spell in out}
    found |= {spell: pick(chance, {"U6": 70, "U4": 30}) for spell in rest[:foster]}
    found |= {spell: pick(chance, {"U3": 70, "U1": 30}) for spell in rest[foster : foster + kin]}
    return found | dict.fromkeys(rest[foster + kin :], "P1")


def miles(chance: Random, placement: Placement) -> float:
    """How far it is from home: of those far away mostly beyond the twenty miles of the national measure."""
    if placement.far_away:
        return round(chance.uniform(16, 95), 1)
    return 0 if placement.kind == _AT_HOME else round(min(19.5, chance.expovariate(1 / 6)), 1)


def mark_far_away(chance: Random, placed: Mapping[Spell, list[Placement]], share: float) -> None:
    """Which placements are far away in another area: on the last day just the share that was stated."""
    there = [spell for spell in placed if spell.is_open(LAST_DAY)]
    candidates = [spell for spell in there if placed[spell][-1].kind != "P1"]
    away = set(chance.sample(candidates, quota(len(there), share)))
    for spell, those in placed.items():
        for placement in those:
            placement.far_away = spell in away if placement.left_on == OPEN else chance.random() < share


def pick_extra(chance: Random) -> int:
    """How much oftener than three times somebody moves who moves often."""
    return chance.choices((0, 1, 2), (74, 20, 6))[0]


def _seldom(chance: Random, length: int) -> int:
    if length < 40:
        return 0
    return chance.choices((0, 1, 2), (74, 20, 6) if length > 180 else (90, 10, 0))[0]


def _within(spell: Spell, year: int) -> tuple[date, date]:
    """The days of a spell that lie in a year, without its first and last few; of none there are none."""
    first = max(spell.started + timedelta(days=5), first_of(year))
    last = min(spell.ended - timedelta(days=5) if spell.ended != OPEN else LAST_DAY, last_of(year))
    return first, max(first, last)


def _days_apart(chance: Random, first: date, last: date, number: int) -> list[date]:
    """So many days in order, none the last, each some days after the one before."""
    room = (last - first).days - _AWAY * number
    if number == 0 or room <= 0:
        return []
    at = sorted(chance.randint(0, room) for _ in range(number))
    return [first + timedelta(days=day + _AWAY * place) for place, day in enumerate(at)]


def _placement(chance: Random, registry: Registry, first: date, last: date, kind: str, why: str) -> Placement:
    urn = f"SC{chance.randint(900_001, 900_160)}" if kind in ("K1", "K2", "S1", "U4", "U6") else ""
    return Placement(first, last, kind, pick(chance, _PROVIDERS[kind]), registry.postcode(), urn, moved_because=why)


def _kinds(years: int) -> Mapping[str, float]:
    if years < 5:
        return _YOUNGER
    if years < 11:
        return _MIDDLE
    return _TEENAGE if years < 16 else _NEARLY_GROWN
