"""Ladders: a picture of steps one below the other, each with a bar as long as the number that reach it."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.engine.protecting.figures import Figure

WIDTH, ROW = 960, 88
_BAR_FROM, _LONGEST, _BESIDE = 190, 330, 620
_BESIDE_APART = 20
_LINE, _BRANCH = 176, 34
_TOP, _FOOT, _MIDDLE = 12, 38, 25
"""Where the line runs, and how far a branch of it; where in its row a bar begins, ends and has its middle."""


@dataclass(frozen=True)
class Rung:
    """A step as it is to be drawn: its title, what is counted, how many, and what stands beside it.

    A step `on_a_branch` hangs beside the line, which goes on from the one before it to the one after it.
    """

    title: str
    counts: str
    figure: Figure | None
    beside: Sequence[str] = ()
    on_a_branch: bool = False


@dataclass(frozen=True)
class Drawn:
    """A step as it is drawn: its rung, where it begins, how long its bar is, and where each line beside it stands.

    `way` is the path of the line that goes on from it, or of the branch to it; empty where there is none.
    """

    rung: Rung
    y: int
    bar_from: int
    bar: float
    beside: tuple[tuple[int, int, str], ...]
    way: str = ""


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
    steps = tuple(_drawn(rungs, place, highest) for place in range(len(rungs)))
    return Ladder(steps, WIDTH, ROW * len(rungs))


def _drawn(rungs: Sequence[Rung], place: int, highest: float) -> Drawn:
    rung, y = rungs[place], place * ROW
    number = float(rung.figure.rounded or 0) if rung.figure else 0.0
    bar = round(_LONGEST * number / highest, 1) if highest else 0.0
    beside = tuple((_BESIDE, y + 26 + line * _BESIDE_APART, text) for line, text in enumerate(rung.beside))
    if rung.on_a_branch:
        return Drawn(rung, y, _LINE + _BRANCH, bar, beside, f"M{_LINE} {y + _MIDDLE} h{_BRANCH}")
    after = next((later for later in range(place + 1, len(rungs)) if not rungs[later].on_a_branch), None)
    way = f"M{_LINE} {y + _FOOT} V{after * ROW + _TOP}" if after is not None else ""
    return Drawn(rung, y, _BAR_FROM, bar, beside, way)
