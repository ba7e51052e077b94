"""Reviews: within 20 working days of coming into care, again within three months, then at least every six."""

from dataclasses import dataclass
from datetime import date
from random import Random

from goldenthread.demo.chance import age, days, on_a_weekday, pick
from goldenthread.demo.children import Child

_YOUNGER = {"PN1": 30, "PN6": 31, "PN5": 19, "PN3": 5, "PN4": 4, "PN7": 11}
_MIDDLE = {"PN1": 52, "PN6": 22, "PN5": 9, "PN2": 6, "PN4": 4, "PN7": 7}
_TEENAGE = {"PN1": 63, "PN6": 14, "PN5": 6, "PN2": 4, "PN4": 2, "PN7": 11}

# The city has worked at this: views that went unheard become rarer from one year to the next.
_UNHEARD = {2013: 1.5, 2014: 1.35, 2015: 1.1, 2016: 0.9, 2017: 0.75}
_LATE, _NOT_RECORDED = 0.07, 0.012


@dataclass(frozen=True)
class Review:
    """One review and how the child took part in it; no code where nobody wrote it down."""

    held: date
    code: str


def reviews(chance: Random, child: Child, started: date, ended: date) -> list[Review]:
    """The reviews of one stay in care."""
    held: list[Review] = []
    day = started + (days(chance, 29, 60) if chance.random() < _LATE else days(chance, 14, 28))
    while day < ended:
        on = on_a_weekday(day)
        held.append(Review(on, _code(chance, age(child.born, on), on)))
        day += days(chance, 60, 91) if len(held) == 1 else days(chance, 140, 183)
    return held


def _code(chance: Random, years: int, on: date) -> str:
    if chance.random() < _NOT_RECORDED:
        return ""
    if years < 4:
        return "PN0"
    weights = _YOUNGER if years < 8 else _MIDDLE if years < 13 else _TEENAGE
    unheard = _UNHEARD.get(on.year - (on.month < 4), 1.0)
    return pick(chance, {**weights, "PN7": weights["PN7"] * unheard})
