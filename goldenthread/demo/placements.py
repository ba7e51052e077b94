"""Where children live while they are looked after."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from goldenthread.demo.chance import pick
from goldenthread.demo.children import postcode

_PROVIDERS: Mapping[str, Mapping[str, float]] = {
    "U": {"PR1": 58, "PR4": 36, "PR5": 6},
    "U3": {"PR1": 100},
    "K": {"PR4": 66, "PR1": 28, "PR5": 6},
    "P1": {"PR0": 100},
    "P2": {"PR1": 60, "PR4": 40},
    "H": {"PR4": 70, "PR5": 30},
    "R5": {"PR3": 100},
    "S": {"PR4": 60, "PR5": 40},
    "A": {"PR1": 60, "PR5": 25, "PR2": 15},
}
_YOUNGER = {"U6": 66, "U3": 22, "U4": 5, "U5": 4, "R3": 3}
_MIDDLE = {"U6": 58, "U4": 18, "U3": 15, "K2": 7, "S1": 2}
_TEENAGE = {"U6": 42, "U4": 17, "U3": 11, "K2": 23, "S1": 4, "K1": 1, "P1": 2}
_NEARLY_GROWN = {"U6": 24, "U4": 12, "K2": 16, "H5": 34, "P2": 11, "U3": 3}
_WHY_MOVED = {
    "CARPL": 45, "CREQB": 19, "CREQO": 9, "LAREQ": 9, "CHILD": 7, "CLOSE": 5, "STAND": 2, "ALLEG": 2, "OTHER": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Placement:
    """A place to live: its kind, who provides it, where it is, and the inspectorate's number where it has one."""

    kind: str
    provider: str
    postcode: str
    urn: str


def placement(chance: Random, years: int, *, legal: str = "") -> Placement:
    """Somewhere for a child of an age to live; the law decides for those on remand."""
    return of_kind(chance, "R5" if legal == "J1" and chance.random() < 0.4 else pick(chance, _kinds(years)))


def of_kind(chance: Random, kind: str) -> Placement:
    """A placement of a stated kind."""
    weights = _PROVIDERS.get(kind) or _PROVIDERS.get(kind[0], {"PR1": 100})
    return Placement(kind, pick(chance, weights), postcode(chance), _urn(chance, kind))


def why_moved(chance: Random) -> str:
    """Why a placement ended."""
    return pick(chance, _WHY_MOVED)


def _kinds(years: int) -> Mapping[str, float]:
    if years < 5:
        return _YOUNGER
    if years < 11:
        return _MIDDLE
    return _TEENAGE if years < 16 else _NEARLY_GROWN


def _urn(chance: Random, kind: str) -> str:
    if kind[0] in "KSU" and kind != "U3":
        return f"SC{chance.randint(900_001, 900_160)}"
    return ""
