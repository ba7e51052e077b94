"""Sketches: small charts that a page draws by itself beside a sentence. Here is where their points lie, no more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.engine.comparing.series import Break
from goldenthread.engine.comparing.wording import briefly
from goldenthread.engine.protecting.figures import Figure

WIDTH, HEIGHT = 320, 120
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 34, 30, 24


@dataclass(frozen=True)
class Mark:
    """A point of a sketch: where it lies, the value and the period that it stands for, and whether they are named."""

    x: float
    y: float
    value: str
    period: str
    is_named: bool = False


@dataclass(frozen=True)
class Sketch:
    """A line over time from nought upwards. `lines` are its stretches as SVG has them, parted at gaps and breaks."""

    marks: tuple[Mark, ...]
    lines: tuple[str, ...]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = HEIGHT - _BOTTOM


def sketch(figures: Sequence[Figure], breaks: Sequence[Break] = ()) -> Sketch | None:
    """The sketch of a series over time, the earliest first; none where there are not two values to set apart."""
    highest = max((float(each.rounded) for each in figures if each.rounded is not None), default=0.0)
    placed = [(each, _mark(each, place, len(figures), highest)) for place, each in enumerate(figures)]
    marks = [mark for _, mark in placed if mark]
    if len(marks) < 2:
        return None
    together = (" ".join(f"{mark.x},{mark.y}" for mark in stretch) for stretch in _stretches(placed, breaks))
    return Sketch(_named(marks), tuple(line for line in together if " " in line))


def _named(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The first and the last are named, and a highest or lowest one in between, so that a peak is not passed over."""
    ends = [marks[0], marks[-1]]
    highest, lowest = min(marks, key=lambda mark: mark.y), max(marks, key=lambda mark: mark.y)
    peak = [highest] if highest.y < min(each.y for each in ends) else []
    trough = [lowest] if lowest.y > max(each.y for each in ends) else []
    named = [*ends, *peak, *trough]
    return tuple(replace(mark, is_named=mark in named) for mark in marks)


def _mark(figure: Figure, place: int, places: int, highest: float) -> Mark | None:
    if figure.rounded is None:
        return None
    across = place / (places - 1) if places > 1 else 0.5
    up = float(figure.rounded) / highest if highest else 0.0
    x = _LEFT + across * (WIDTH - _LEFT - _RIGHT)
    y = HEIGHT - _BOTTOM - up * (HEIGHT - _TOP - _BOTTOM)
    return Mark(round(x, 1), round(y, 1), figure.shown, briefly(figure.period))


def _stretches(placed: Sequence[tuple[Figure, Mark | None]], breaks: Sequence[Break]) -> Iterator[list[Mark]]:
    """Marks that are joined: nothing is between them that was not counted, or that was counted otherwise."""
    stretch: list[Mark] = []
    before: Figure | None = None
    for figure, mark in placed:
        if mark is None or (before and _is_parted(before, figure, breaks)):
            yield stretch
            stretch = []
        if mark:
            stretch.append(mark)
        before = figure
    yield stretch


def _is_parted(earlier: Figure, later: Figure, breaks: Sequence[Break]) -> bool:
    return any(each.parts and each.lies_between(earlier.period, later.period) for each in breaks)
