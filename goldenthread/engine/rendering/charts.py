"""Charts as SVG, stated in Vega-Lite, and the words that say what a chart shows."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import vl_convert

from goldenthread.engine.comparing.sentences import when
from goldenthread.engine.comparing.wording import briefly
from goldenthread.engine.protecting.figures import Figure

FONT = "Liberation Sans"
INK, LINE, GRID = "#0b0c0c", "#1d70b8", "#d9dbdc"
LABELLED = 12
_AXES = {"records": "number"}
_PLAIN = {
    "width": 560,
    "height": 260,
    "config": {
        "font": FONT,
        "background": "#ffffff",
        "padding": 12,
        "view": {"stroke": None},
        "axis": {"labelColor": INK, "titleColor": INK, "titleFontWeight": "normal"},
        "title": {"fontSize": 17, "color": INK, "fontWeight": "bold"},
    },
}
"""Size, letters and colours of every chart."""


def line_chart(figures: Sequence[Figure], *, title: str, unit: str, beside: Sequence[Figure] = ()) -> str:
    """A series over time as SVG: one point for each period, gaps where there is no value, the axis from nought.

    `beside` is what it should come to in those of the periods that have a target: a broken line, named at its end.
    """
    points = [_point(figure) for figure in figures]
    named = _labels([point["period"] for point in points])
    drawn = {
        **_PLAIN,
        "title": {"text": title, "anchor": "start", "offset": 14},
        "data": {"values": points},
        "encoding": {
            "x": {"field": "period", "type": "nominal", "sort": None, "title": None, "axis": _axis(**named)},
            "y": {
                "field": "value",
                "type": "quantitative",
                "title": _AXES.get(unit, unit),
                "scale": {"zero": True, "nice": True},
                "axis": _axis(**_ticks(figures)),
            },
        },
        "layer": [
            {"mark": {"type": "line", "color": LINE, "strokeWidth": 2.5, "invalid": "break-paths-show-domains"}},
            {"mark": {"type": "point", "color": LINE, "filled": True, "size": 55, "opacity": 1, "invalid": "filter"}},
            *_target(beside),
        ],
    }
    return vl_convert.vegalite_to_svg(drawn)


def describe(figures: Sequence[Figure], beside: Sequence[Figure] = ()) -> str:
    """What a series over time shows, in words: where it begins and ends, its highest and lowest points, its gaps, and
    the latest target that is drawn beside it.
    """
    known = [(figure, figure.value) for figure in figures if figure.value is not None]
    if not known:
        return "A chart without any values: none can be shown for these periods."
    first, last = known[0][0], known[-1][0]
    counted = "one period" if len(figures) == 1 else f"{len(figures)} periods"
    if first == last:
        told = f"A line chart over {counted}, with one value: {_point_in_words(first)}."
    else:
        told = f"A line chart over {counted}, from {_point_in_words(first)} to {_point_in_words(last)}."
    if len(known) > 2:
        high, low = max(known, key=lambda pair: pair[1])[0], min(known, key=lambda pair: pair[1])[0]
        told += f" The highest point is {_point_in_words(high)}, the lowest is {_point_in_words(low)}."
    gaps = len(figures) - len(known)
    without = f" {gaps} of the periods have no value." if gaps else ""
    return told + without + (f" A broken line shows the target: {_point_in_words(beside[-1])}." if beside else "")


def _point_in_words(figure: Figure) -> str:
    return f"{figure.shown} {when(figure.period)}"


def _point(figure: Figure) -> dict[str, Any]:
    return {"period": briefly(figure.period), "value": None if figure.rounded is None else float(figure.rounded)}


def _target(beside: Sequence[Figure]) -> list[dict[str, Any]]:
    """The layers of a target: marks across its periods, and its name and value at the last of them."""
    if not beside:
        return []
    last = {**_point(beside[-1]), "named": f"Target {beside[-1].shown}"}
    line = {"type": "line", "color": INK, "strokeDash": [6, 4], "strokeWidth": 2}
    dash = {"type": "tick", "color": INK, "orient": "horizontal", "size": 24, "thickness": 2}
    name = {"type": "text", "color": INK, "fontSize": 14, "align": "right", "dy": -9}
    return [
        {"data": {"values": [_point(figure) for figure in beside]}, "mark": dash if len(beside) == 1 else line},
        {"data": {"values": [last]}, "mark": name, "encoding": {"text": {"field": "named"}}},
    ]


def _ticks(figures: Sequence[Figure]) -> dict[str, Any]:
    """About five ticks on the axis of values; fewer where they would name half a child."""
    if any(figure.places for figure in figures):
        return {"tickCount": 5}
    highest = max((figure.rounded for figure in figures if figure.rounded is not None), default=Decimal(0))
    return {"tickCount": min(5, max(1, int(highest)))}


def _labels(periods: Sequence[str]) -> dict[str, Any]:
    """Which periods the axis names: all where there is room, otherwise every second or third up to the last."""
    every = -(-len(periods) // LABELLED)
    return {"values": list(periods[::-1][::every][::-1]), "labelAngle": 0 if len(periods) <= 6 else -45}


def _axis(**more: Any) -> dict[str, Any]:
    return {"labelFontSize": 14, "titleFontSize": 14, "gridColor": GRID, "domainColor": INK, "tickColor": INK, **more}
