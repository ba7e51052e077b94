"""The way of children in care to a home for good: with adopters, or with a guardian."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.care import Stay, by_number
from goldenthread.demo.chance import pick
from goldenthread.demo.days import SINCE_2011, on_a_weekday
from goldenthread.demo.stocks import OPEN

_WITH_ADOPTERS, _ADOPTED = "A6", {"E11", "E12"}
_ORDERS = {"E43": "guardianship", "E44": "guardianship", "E41": "arrangements"}
_DECIDED, _ORDERED, _MATCHED = (0.30, 0.40), (0.50, 0.62), (0.84, 0.94)
"""How far through the time between coming into care and moving to adopters each of these days lies."""
_SOONEST = 150  # days: whoever moved in sooner is in the yearly return alone, for no court decides so fast
_ADOPTERS = {"2 MF L11": 74, "2 MF L3": 10, "2 FF L2": 4, "2 MM L2": 3, "1 F1 L0": 8, "1 M1 L0": 1}


@dataclass(frozen=True)
class ForGood:
    """A child on the way to a home for good. What is none has not happened, or does not belong to this way."""

    stay: Stay
    decided: date | None = None
    placement_order: date | None = None
    matched: date | None = None
    placed: date | None = None
    order: date | None = None
    kind: str = ""
    adopters: str = "  "


def ways_home(chance: Random, stays: Sequence[Stay]) -> Iterator[ForGood]:
    """Everybody placed with adopters, and everybody for whom a court made another order, since April 2011."""
    for stay in by_number(stays):
        if stay.spell.ended < SINCE_2011:
            continue
        if stay.reason_ended in _ORDERS:
            yield ForGood(stay, order=stay.spell.ended, kind=_ORDERS[stay.reason_ended])
        elif stay.placed[-1].kind == _WITH_ADOPTERS and _waited(stay).days >= _SOONEST:
            yield _to_adopters(chance, stay)


def _waited(stay: Stay) -> timedelta:
    return stay.placed[-1].placed_on - stay.spell.started


def _to_adopters(chance: Random, stay: Stay) -> ForGood:
    decided, ordered, matched = (
        on_a_weekday(stay.spell.started + _waited(stay) * chance.uniform(*share))
        for share in (_DECIDED, _ORDERED, _MATCHED)
    )
    adopted = stay.spell.ended != OPEN and stay.reason_ended in _ADOPTED
    return ForGood(
        stay, decided, ordered, matched, stay.placed[-1].placed_on,
        stay.spell.ended if adopted else None, "adoption" if adopted else "", pick(chance, _ADOPTERS),
    )  # fmt: skip
