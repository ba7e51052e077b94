"""Ladders: a picture of steps one below the other, each with a bar as long as the number that reach it."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.engine.protecting.figures import Figure

WIDTH, ROW = 960, 88
_BAR_FROM, _LONGEST, _BESIDE = 190, 330, 620
_BESIDE_APART = 20


@dataclass(frozen=True)
class Rung:
    """A step as it is to be drawn: its title, what is counted, how many, and what stands beside it."""

    title: str
    counts: str
    figure: Figure | None
    beside: Sequence[str] = ()


@dataclass(frozen=True)
class Drawn:
    """A step as it is drawn: its rung, where it begins, how long its bar is, and where each line beside it stands."""

    rung: Rung
    y: int
    bar_from: int
    bar: float
    beside: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True)
class Ladder:
    """The whole picture."""

    steps: tuple[Drawn, ...]
    width: int
    height: int


def ladder(rungs: Sequence[Rung]) -> Ladder:
    """Where everything stands. Bars share one scale from nought; a step without a number has none."""
    known = [each.figure.rounded for each in rungs if each.figure and each.figure.rounded is not None]
    highest = float(max(known, default=0))
    steps = tuple(_drawn(rung, place * ROW, highest) for place, rung in enumerate(rungs))
    return Ladder(steps, WIDTH, ROW * len(rungs))


def _drawn(rung: Rung, y: int, highest: float) -> Drawn:
    number = float(rung.figure.rounded or 0) if rung.figure else 0.0
    bar = round(_LONGEST * number / highest, 1) if highest else 0.0
    beside = tuple((_BESIDE, y + 26 + place * _BESIDE_APART, text) for place, text in enumerate(rung.beside))
    return Drawn(rung, y, _BAR_FROM, bar, beside)
