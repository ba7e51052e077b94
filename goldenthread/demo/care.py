"""Stays in care, told as episodes: a new one begins whenever the law or the placement changes."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.chance import age, birthday, days, pick
from goldenthread.demo.children import Child
from goldenthread.demo.pathways import Pathway
from goldenthread.demo.placements import Placement, of_kind, placement, why_moved


@dataclass(frozen=True)
class Episode:
    """One stretch with the same legal status and placement, in the codes of the return."""

    started: date
    reason_started: str
    legal: str
    need: str
    placed: Placement
    ended: date
    reason_ended: str
    why_changed: str


@dataclass(frozen=True)
class Change:
    """What changes on a day. `same_carer` is true where a child stays with the carer although the placement changes."""

    legal: str | None = None
    placed: Placement | None = None
    same_carer: bool = False

    def code(self) -> str:
        """The reason for which a new episode begins."""
        if self.placed is None:
            return "L"
        if self.legal is None:
            return "T" if self.same_carer else "P"
        return "U" if self.same_carer else "B"


def last_day(chance: Random, child: Child, pathway: Pathway, started: date) -> date:
    """The day on which a stay ends: at the latest on the eighteenth birthday, at the earliest a day after it began."""
    grown = birthday(child.born, 18)
    ends = grown if pathway.length is None else min(started + days(chance, *pathway.length), grown)
    return max(ends, started + timedelta(days=1))


def stay(chance: Random, child: Child, pathway: Pathway, need: str, started: date, ended: date) -> list[Episode]:
    """The episodes of one unbroken period of being looked after."""
    legal = pathway.legal[0][0]
    placed = placement(chance, age(child.born, started), legal=legal)
    episodes: list[Episode] = []
    begins, code = started, "S"
    for day, change in sorted(_changes(chance, child, pathway, started, ended).items()):
        why = "" if change.placed is None else ("PLACE" if change.same_carer else why_moved(chance))
        episodes.append(Episode(begins, code, legal, need, placed, day, "X1", why))
        legal, placed = change.legal or legal, change.placed or placed
        begins, code = day, change.code()
    return [*episodes, Episode(begins, code, legal, need, placed, ended, pick(chance, pathway.endings), "")]


def _changes(chance: Random, child: Child, pathway: Pathway, started: date, ended: date) -> dict[date, Change]:
    """What changes during a stay, by day. No two changes are nearer than two days, so that no episode is empty."""
    changes = _moves(chance, child, pathway, started, ended)
    changes |= _new_laws(chance, child, pathway, started)
    if pathway.adoption:
        changes |= _adopters(chance, started, ended)
    kept: dict[date, Change] = {}
    last = started
    for day in sorted(changes):
        if last + timedelta(days=2) <= day <= ended - timedelta(days=2):
            kept[day] = changes[day]
            last = day
    return kept


def _moves(chance: Random, child: Child, pathway: Pathway, started: date, ended: date) -> dict[date, Change]:
    moves: dict[date, Change] = {}
    if not pathway.moves_a_year:
        return moves
    day = started + timedelta(days=1 + int(chance.expovariate(1.6 * pathway.moves_a_year / 365)))
    while day < ended:
        same = chance.random() < 0.15
        moves[day] = Change(None, placement(chance, age(child.born, day)), same)
        day += timedelta(days=3 + int(chance.expovariate(pathway.moves_a_year / 365)))
    return moves


def _new_laws(chance: Random, child: Child, pathway: Pathway, started: date) -> dict[date, Change]:
    changes: dict[date, Change] = {}
    day = started
    for legal, low, high in pathway.legal[1:]:
        day += days(chance, low, high)
        moves = chance.random() < 0.12
        changes[day] = Change(legal, placement(chance, age(child.born, day)) if moves else None, chance.random() < 0.3)
    return changes


def _adopters(chance: Random, started: date, ended: date) -> dict[date, Change]:
    """A child is placed for adoption some months before the court makes the order that ends the stay."""
    same = chance.random() < 0.15
    day = max(started + timedelta(days=345), ended - days(chance, 120, 300))
    return {day: Change(None, of_kind(chance, "A5" if same else "A6"), same)}
