"""Ways through care: how children come to be looked after, what the law is meanwhile, and how it ends.

Lengths are in days. `legal` gives the legal statuses in order, each with the days after the last change at which it
begins; a `length` of None lasts until the eighteenth birthday.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from goldenthread.demo.chance import age, pick


@dataclass(frozen=True)
class Pathway:
    """One way through care."""

    legal: tuple[tuple[str, int, int], ...]
    length: tuple[int, int] | None
    endings: Mapping[str, float]
    together: bool = False
    adoption: bool = False
    moves_a_year: float = 0.5


SOON_HOME = Pathway((("V2", 0, 0),), (4, 150), {"E4A": 70, "E4B": 16, "E13": 9, "E8": 5}, together=True)
LATER_HOME = Pathway(
    (("V2", 0, 0), ("C1", 20, 120)), (180, 1100), {"E4A": 75, "E4B": 8, "E41": 12, "E13": 5}, together=True
)
KIN = Pathway((("C1", 0, 0),), (220, 560), {"E43": 45, "E44": 25, "E41": 30}, together=True, moves_a_year=0.3)
ADOPTION = Pathway(
    (("C1", 0, 0), ("E1", 170, 330)), (420, 900), {"E12": 85, "E11": 15}, adoption=True, moves_a_year=0.2
)
GROWING_UP = Pathway(
    (("C1", 0, 0), ("C2", 170, 330)), None, {"E5": 46, "E17": 34, "E6": 14, "E7": 6}, moves_a_year=0.35
)
ACCOMMODATED = Pathway((("V2", 0, 0),), None, {"E5": 55, "E6": 25, "E17": 14, "E8": 6}, moves_a_year=0.9)
POLICE = Pathway((("L1", 0, 0),), (1, 3), {"E4B": 100}, moves_a_year=0)
REMAND = Pathway((("J1", 0, 0),), (10, 90), {"E14": 75, "E9": 25}, moves_a_year=0.5)

_NAMED = {
    "soon home": SOON_HOME, "later home": LATER_HOME, "kin": KIN, "adoption": ADOPTION, "growing up": GROWING_UP,
    "accommodated": ACCOMMODATED, "police": POLICE, "remand": REMAND,
}  # fmt: skip
_BY_AGE = (
    (1, {"soon home": 17, "later home": 18, "kin": 24, "adoption": 31, "growing up": 10}),
    (5, {"soon home": 20, "later home": 22, "kin": 20, "adoption": 10, "growing up": 28}),
    (10, {"soon home": 20, "later home": 24, "kin": 11, "growing up": 42, "police": 3}),
    (16, {"soon home": 24, "later home": 18, "kin": 2, "growing up": 38, "accommodated": 11, "police": 3, "remand": 4}),
    (18, {"soon home": 22, "accommodated": 66, "police": 2, "remand": 10}),
)


def pathway_for(chance: Random, born: date, on: date) -> Pathway:
    """The way that a child takes who begins to be looked after on a day: it depends on the child's age."""
    years = age(born, on)
    return _NAMED[pick(chance, next(weights for below, weights in _BY_AGE if years < below))]
