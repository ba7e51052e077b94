"""Funnel charts as SVG: each area by its size and its value, within curves that say how far chance reaches."""

from collections.abc import Iterator
from typing import Any

from goldenthread.engine.comparing.funnels import LEVELS, Place
from goldenthread.engine.comparing.spread import Spread, in_words, spread_told
from goldenthread.engine.protecting.figures import unit_of
from goldenthread.engine.rendering.charts import WIDE, axis, drawn_as_svg, headed
from goldenthread.engine.rendering.palette import INK, LINE, ORDINARY, PAPER

Layer = dict[str, Any]
STEPS = 40
"""Over how many sizes each curve is worked out."""

LOOKS = {
    Place.WITHIN: ("circle", ORDINARY, ORDINARY),
    Place.HIGH_0025: ("triangle-up", LINE, PAPER),
    Place.HIGH_0001: ("triangle-up", LINE, LINE),
    Place.LOW_0025: ("triangle-down", LINE, PAPER),
    Place.LOW_0001: ("triangle-down", LINE, LINE),
}
"""The shape, the outline and the filling of each; neither colour says that it is good or bad."""


def funnel_chart(spread: Spread, *, title: str, across: int = WIDE) -> str:
    """Some areas in a funnel: curves at 95% and 99.8%, the average, and the names of those outside."""
    unit = unit_of(spread.indicator)
    drawn = {
        "width": across,
        "title": headed(title, ["Funnel with 95% and 99.8% limits."], across),
        "encoding": {
            "x": {"field": "size", "type": "quantitative", "title": f"out of (number in each of the {spread.areas})",
                  "scale": {"zero": False, "nice": True}, "axis": axis(tickCount=6, grid=False)},
            "y": {"type": "quantitative", "title": unit, "scale": {"zero": True, "nice": True},
                  "axis": axis(tickCount=5)},
        },
        "layer": [*_curves(spread), *_points(spread)],
    }  # fmt: skip
    return drawn_as_svg(drawn, title=title, description=str(spread_told(spread)))


def _curves(spread: Spread) -> Iterator[Layer]:
    sizes = [area.denominator for area in spread.funnel.areas]
    low, high = min(sizes), max(sizes)
    at = sorted({round(low + (high - low) * step / STEPS) for step in range(STEPS + 1)})
    for level, dash in zip(LEVELS, ([6, 4], [1, 0]), strict=True):
        limits = [(size, *spread.funnel.limits(size, level)) for size in at]
        mark = {"type": "line", "color": ORDINARY, "strokeWidth": 1.5, "strokeDash": dash}
        for side in (1, 2):
            rows = [{"size": each[0], "value": each[side] * spread.per} for each in limits]
            yield _layer(rows, mark)
        end = {"size": at[-1], "value": limits[-1][2] * spread.per, "text": f"{100 * level:g}%"}
        yield _layer([end], {"type": "text", "color": INK, "fontSize": 13, "align": "left", "dx": 6}, text="text")
    average = float(spread.funnel.average) * spread.per
    rows = [{"size": size, "value": average} for size in (at[0], at[-1])]
    yield _layer(rows, {"type": "line", "color": INK, "strokeWidth": 1.5})
    named = [{**rows[-1], "text": f"all {spread.average}"}]
    yield _layer(named, {"type": "text", "color": INK, "fontSize": 13, "align": "left", "dx": 6}, text="text")


def _points(spread: Spread) -> Iterator[Layer]:
    rows = [
        {"size": figure.denominator, "value": float(figure.rounded or 0), "says": in_words(place)[2:],
         "text": "" if place is Place.WITHIN else figure.group}
        for figure, place in spread.placed
    ]  # fmt: skip
    met = [place for place in LOOKS if any(place is each for _, each in spread.placed)]
    words = [in_words(place)[2:] for place in met]
    says = {"field": "says", "type": "nominal", "legend": {"orient": "bottom", "title": None, "direction": "vertical"}}
    shapes, outlines, fillings = ([LOOKS[each][part] for each in met] for part in range(3))
    layer = _layer(rows, {"type": "point", "size": 80, "opacity": 1, "strokeWidth": 2})
    layer["encoding"] |= {
        "shape": {**says, "scale": {"domain": words, "range": shapes}},
        "stroke": {**says, "scale": {"domain": words, "range": outlines}},
        "fill": {**says, "scale": {"domain": words, "range": fillings}},
    }
    yield layer
    text = {"type": "text", "fontSize": 13, "dy": -12}
    yield _layer(rows, {**text, "color": INK, "stroke": PAPER, "strokeWidth": 4}, text="text")
    yield _layer(rows, {**text, "color": INK}, text="text")


def _layer(rows: list[dict[str, Any]], mark: Layer, *, text: str = "") -> Layer:
    encoding: Layer = {"y": {"field": "value"}}
    if text:
        encoding["text"] = {"field": text}
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}
