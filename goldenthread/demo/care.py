"""Children looked after: who they are, where they live, under what law, and how it ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from goldenthread.demo.ages import ages_at_start, children_for
from goldenthread.demo.calibration import Calibration
from goldenthread.demo.chance import days, pick
from goldenthread.demo.children import Child, Registry
from goldenthread.demo.days import age
from goldenthread.demo.placements import Placement, kinds_at_the_end, mark_far_away, moves, placements
from goldenthread.demo.stocks import OPEN, Group, Plan, Spell, draw

_ENDS_A_MONTH, _BEFORE = 0.027, (30, 2600)
_NEEDS = {"N1": 62, "N5": 15, "N4": 9, "N3": 5, "N2": 3, "N8": 3, "N6": 2, "N7": 1}
_GROWN = {"E5": 46, "E17": 34, "E6": 14, "E7": 6}
_ADOPTED = {"E12": 85, "E11": 15}
_SOON = {"E4A": 66, "E4B": 15, "E13": 12, "E8": 7}
_LATER = {"E4A": 38, "E43": 24, "E44": 12, "E41": 18, "E13": 8}


@dataclass(eq=False)
class Stay:
    """One unbroken time of being looked after. `laws` are the legal statuses, each with the day from which it held."""

    child: Child
    spell: Spell
    need: str
    placed: list[Placement]
    laws: list[tuple[date, str]]
    reason_ended: str


@dataclass
class Care:
    """All stays, and the groups of brothers and sisters in which they began."""

    groups: list[Group]
    stays: dict[Spell, Stay] = field(default_factory=dict)


def by_number(stays: Iterable[Stay]) -> list[Stay]:
    """Stays in the order of the children's numbers."""
    return sorted(stays, key=lambda stay: stay.child.number)


def draw_care(chance: Random, registry: Registry, targets: Calibration) -> Care:
    """Everybody who was looked after while there are records."""
    groups = draw(chance, Plan({**targets.looked_after}, _ENDS_A_MONTH, _BEFORE))
    ages = ages_at_start(chance, groups, targets.started_under_five, targets.started_under_one)
    children: dict[Spell, Child] = {}
    needs: dict[Spell, str] = {}
    for group in groups:
        children |= children_for(chance, registry, group, ages)
        needs |= dict.fromkeys(group.spells, pick(chance, _NEEDS))
    placed = _placed(chance, registry, children, targets)
    stays = {spell: _stay(chance, spell, child, needs[spell], placed[spell]) for spell, child in children.items()}
    return Care(groups, stays)


def _placed(
    chance: Random, registry: Registry, children: Mapping[Spell, Child], targets: Calibration
) -> dict[Spell, list[Placement]]:
    moved = moves(chance, list(children), targets.three_moves)
    last = kinds_at_the_end(chance, children, targets)
    placed = {
        spell: placements(
            chance,
            registry,
            spell,
            child,
            moved[spell],
            last.get(spell) or _adoptive(chance, spell, child, moved[spell]),
        )
        for spell, child in children.items()
    }
    mark_far_away(chance, placed, targets.far_away)
    return placed


def _adoptive(chance: Random, spell: Spell, child: Child, moved: list[date]) -> str | None:
    """A small child who moved some months before the end may have moved to adopters."""
    near = moved and spell.ended != OPEN and (spell.ended - moved[-1]).days > 70
    return "A6" if near and age(child.born, spell.ended) < 6 and chance.random() < 0.6 else None


def _stay(chance: Random, spell: Spell, child: Child, need: str, placed: list[Placement]) -> Stay:
    return Stay(
        child, spell, need, placed, _laws(chance, spell, placed), _reason_ended(chance, spell, child, placed[-1])
    )


def _laws(chance: Random, spell: Spell, placed: list[Placement]) -> list[tuple[date, str]]:
    """An order of a court is made some months after a stay began, never on the day of a move."""
    first = pick(chance, {"V2": 52, "C1": 45, "L1": 3})
    laws = [(spell.started, first)]
    taken = {placement.placed_on for placement in placed}
    ways = {"V2": [("C1", 60, 240), ("C2", 170, 330)], "C1": [("C2", 170, 330)], "L1": [("C1", 2, 3), ("C2", 170, 330)]}
    day = spell.started
    for law, low, high in ways[first] if first != "V2" or chance.random() < 0.5 else []:
        day += days(chance, low, high)
        while day in taken:
            day += timedelta(days=1)
        if day >= spell.ended or day >= date(2014, 3, 30):
            break
        laws.append((day, law))
    return laws


def _reason_ended(chance: Random, spell: Spell, child: Child, last: Placement) -> str:
    if spell.ended == OPEN:
        return ""
    if age(child.born, spell.ended) >= 18:
        return pick(chance, _GROWN)
    if last.kind == "A6":
        return pick(chance, _ADOPTED)
    return pick(chance, _SOON if (spell.ended - spell.started).days < 200 else _LATER)
