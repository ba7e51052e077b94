"""What is laid over each other in a chart of a series over time: limits, target, breaks, intervals, line, points."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from goldenthread.engine.comparing.chart_words import within_reason
from goldenthread.engine.comparing.charting import Charted
from goldenthread.engine.comparing.choosing import Kind
from goldenthread.engine.comparing.process import Variation
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.series import places_of
from goldenthread.engine.comparing.xmr import Limits
from goldenthread.engine.protecting.figures import with_unit
from goldenthread.engine.rendering.palette import CONCERN, IMPROVEMENT, INK, LINE, ORDINARY, PAPER

Layer = dict[str, Any]

NAMED_EACH = 12
"""Up to how many points have room for their own numbers."""

_ABOVE, _BELOW = -14, 18
_BELOW_WITHIN = {"expr": f"scale('y', datum.value) + {_BELOW + 7} > height ? {_ABOVE} : {_BELOW}"}
"""Below a point, or above it where the plot has no room below: there the word would lie on the dates of the axis."""

LOOKS = {
    Variation.COMMON_CAUSE: ("circle", ORDINARY, ORDINARY),
    Variation.IMPROVEMENT_HIGH: ("triangle-up", IMPROVEMENT, IMPROVEMENT),
    Variation.IMPROVEMENT_LOW: ("triangle-down", IMPROVEMENT, IMPROVEMENT),
    Variation.CONCERN_HIGH: ("triangle-up", CONCERN, PAPER),
    Variation.CONCERN_LOW: ("triangle-down", CONCERN, PAPER),
    Variation.NEITHER_HIGH: ("diamond", ORDINARY, ORDINARY),
    Variation.NEITHER_LOW: ("diamond", ORDINARY, PAPER),
}
"""The shape of each, its outline and what fills it; the shapes of `process.SHAPES`."""

_WORDS = {
    Variation.IMPROVEMENT_HIGH: "improvement",
    Variation.IMPROVEMENT_LOW: "improvement",
    Variation.CONCERN_HIGH: "concern",
    Variation.CONCERN_LOW: "concern",
    Variation.NEITHER_HIGH: "signal",
    Variation.NEITHER_LOW: "signal",
}


def layers(charted: Charted, named: Sequence[str], across: int) -> list[Layer]:
    """The layers of a chart, from the back to the front. `named` are its periods as the axis has them, `across` is its
    width.
    """
    points = [_point(charted, at, name) for at, name in enumerate(named)]
    found = [*_breaks(charted, named, across), *_limits(charted, named), *_targets(charted, named)]
    found += [*_intervals(points), *_line(charted, points), *_points(charted, points)]
    return found


def _point(charted: Charted, at: int, name: str) -> dict[str, Any]:
    figure, interval = charted.figures[at], charted.interval(at)
    lower, upper = interval or (None, None)
    return {
        "period": name,
        "value": None if figure.rounded is None else float(figure.rounded),
        "part": next(place for place, part in enumerate(charted.parts) if at in part),
        "says": str(charted.says(at)),
        "lower": lower,
        "upper": upper,
    }


def _line(charted: Charted, points: Sequence[dict[str, Any]]) -> Iterator[Layer]:
    """The line, broken where there is no value and where recording changed; none between single audits."""
    if charted.choice.kind is not Kind.COUNTS:
        colour = ORDINARY if charted.chart else LINE
        mark = {"type": "line", "color": colour, "strokeWidth": 2.5, "invalid": "break-paths-show-domains"}
        several = {"detail": {"field": "part", "type": "nominal"}} if len(charted.parts) > 1 else {}
        yield _layer(points, mark, y="value", **several)


def _points(charted: Charted, points: Sequence[dict[str, Any]]) -> Iterator[Layer]:
    mark = {"type": "point", "size": 55, "opacity": 1, "invalid": "filter"}
    if charted.chart is None:
        yield _layer(points, {**mark, "color": LINE, "filled": True}, y="value")
    else:
        met = [each for each in LOOKS if any(point["says"] == str(each) for point in points)]
        yield _layer(points, {**mark, "size": 90, "strokeWidth": 2}, y="value", **_looks(met))
        yield from _named_signals(points)
    if charted.choice.kind is Kind.COUNTS and len(points) <= NAMED_EACH:
        each = [{**point, "text": _of(charted, at)} for at, point in enumerate(points)]
        yield _text(each, y="value", dx=8, dy=-8, align="left")


def _looks(met: Sequence[Variation]) -> dict[str, Any]:
    """Shape, outline and filling by what a point says, with a legend of the words."""
    says = {"field": "says", "type": "nominal", "legend": {"orient": "bottom", "title": None, "direction": "vertical"}}
    words = [str(each) for each in met]
    shapes, outlines, fillings = ([LOOKS[each][part] for each in met] for part in range(3))
    return {
        "shape": {**says, "scale": {"domain": words, "range": shapes}},
        "stroke": {**says, "scale": {"domain": words, "range": outlines}},
        "fill": {**says, "scale": {"domain": words, "range": fillings}},
    }


def _named_signals(points: Sequence[dict[str, Any]]) -> Iterator[Layer]:
    """The word beside the farthest of each row of signals that say the same, where no other of them is in its way."""
    rows = [(says, list(row)) for says, row in groupby(points, key=lambda point: Variation(point["says"]))]
    for high, dy, farthest in ((True, _ABOVE, max), (False, _BELOW_WITHIN, min)):
        signals = [(says, row) for says, row in rows if says in _WORDS and says.name.endswith("HIGH") is high]
        those = [{**farthest(row, key=_value), "text": _WORDS[says]} for says, row in signals]
        if those:
            placed: Layer = {"dy": dy, "align": "right", "dx": 8}
            yield _text(those, y="value", **placed, stroke=PAPER, strokeWidth=4)
            yield _text(those, y="value", **placed)


def _value(point: Any) -> float:
    return float(point["value"])


def _of(charted: Charted, at: int) -> str:
    figure = charted.figures[at]
    return "" if figure.numerator is None else f"{figure.numerator:,} of {figure.denominator:,}"


def _intervals(points: Sequence[dict[str, Any]]) -> Iterator[Layer]:
    known = [point for point in points if point["lower"] is not None]
    if known:
        mark = {"type": "rule", "color": ORDINARY, "strokeWidth": 1.5, "opacity": 0.6}
        yield _layer(known, mark, y="lower", y2={"field": "upper"})


def _limits(charted: Charted, named: Sequence[str]) -> Iterator[Layer]:
    """The mean and the limits of each part that has them, named at the end of the last."""
    if charted.chart is None:
        return
    unit, last = charted.figures[-1].unit, charted.chart.parts[-1]
    for part in charted.chart.parts:
        limits = next(found for at in part if (found := charted.chart.limits[at]))
        for what, value in _levels(unit, limits):
            ends = [{"period": named[at], "level": float(value)} for at in (part[0], part[-1])]
            dashed = {} if what == "mean" else {"strokeDash": [6, 4]}
            yield _layer(ends, {"type": "line", "color": ORDINARY, "strokeWidth": 1.5, **dashed}, y="level")
            if part == last:
                places = max(charted.figures[-1].places, 1)
                shown = with_unit(rounded(value, places), unit)
                yield _text([{**ends[-1], "text": f"{what} {shown}"}], y="level", dx=10, align="left")


def _levels(unit: str, limits: Limits) -> list[tuple[str, Any]]:
    """The lines to draw; a limit beyond what there can be is none."""
    low, high = within_reason(unit, limits)
    found = [("mean", limits.mean)]
    found += [("limit", high)] if high == limits.upper else []
    return found + ([("limit", low)] if low == limits.lower and low > 0 else [])


def _targets(charted: Charted, named: Sequence[str]) -> Iterator[Layer]:
    """What it should come to: a broken line over the periods that have a target, named at the first and where anew."""
    levels = [None if each is None or each.rounded is None else float(each.rounded) for each in charted.targets]
    line = [{"period": name, "level": level} for name, level in zip(named, levels, strict=True)]
    known = [at for at, level in enumerate(levels) if level is not None]
    if not known:
        return
    if len(known) == 1:
        mark: Layer = {"type": "tick", "color": INK, "orient": "horizontal", "size": 24, "thickness": 2}
        yield _layer([line[known[0]]], mark, y="level")
    else:
        dotted = {"type": "line", "color": INK, "strokeDash": [2, 3], "strokeWidth": 2}
        yield _layer(line, {**dotted, "interpolate": "step", "invalid": "break-paths-show-domains"}, y="level")
    anew = [at for at in known if at == 0 or levels[at - 1] != levels[at]]
    texts = [{**line[at], "text": f"target {each.shown}"} for at in anew if (each := charted.targets[at])]
    yield _text(texts, y="level", dy=-9, align="right" if anew[-1] > len(named) * 2 / 3 else "left")


def _breaks(charted: Charted, named: Sequence[str], across: int) -> Iterator[Layer]:
    """A dashed line across the chart before the first period that a change touched."""
    periods = [figure.period for figure in charted.figures]
    for each in charted.breaks:
        if not (places := places_of(each, periods)):
            continue
        after = places[0]
        here = [{"period": named[after], "text": f"{each.what} changed"}]
        aside = {"xOffset": -across / 2 / len(named)}
        yield {"data": {"values": here}, "mark": {"type": "rule", "color": INK, "strokeDash": [4, 4], **aside},
               "encoding": {"y": {"value": 0}, "y2": {"value": 260}}}  # fmt: skip
        left = after < len(named) / 3
        mark = {"type": "text", "color": INK, "fontSize": 13, "align": "left" if left else "right"}
        # Above the plot, where no line can run into it, and above the name of a target that lies at its top.
        above = -18 if any(charted.targets) else -4
        yield {"data": {"values": here}, "mark": {**mark, **aside, "baseline": "bottom", "dy": above},
               "encoding": {"y": {"value": 0}, "text": {"field": "text"}}}  # fmt: skip


def _layer(rows: Sequence[dict[str, Any]], mark: Layer, *, y: str, **more: Any) -> Layer:
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": {"y": {"field": y}, **more}}


def _text(rows: Sequence[dict[str, Any]], *, y: str, **placed: Any) -> Layer:
    return _layer(rows, {"type": "text", "color": INK, "fontSize": 13, "invalid": "filter", **placed}, y=y,
                  text={"field": "text"})  # fmt: skip
