"""Charts as SVG, stated in Vega-Lite, and the words that say what a chart shows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from html import escape
from typing import Any

import vl_convert

from goldenthread.engine.comparing.chart_words import assurance_told, signals_told, variation_told, which
from goldenthread.engine.comparing.charting import Charted
from goldenthread.engine.comparing.choosing import Kind
from goldenthread.engine.comparing.sentences import when
from goldenthread.engine.comparing.told import told
from goldenthread.engine.comparing.wording import briefly
from goldenthread.engine.protecting.figures import Figure, unit_of
from goldenthread.engine.rendering.layers import layers
from goldenthread.engine.rendering.palette import FONT, GRID, INK

WIDE, NARROW = 560, 230
"""How wide the plot of a chart is: on paper and on a screen, and on a phone, where the page itself has the title."""
_FOR_A_LABEL = 46
_FAR = Fraction(2, 3)
_FOR_A_WORD = 1 / 8
"""How much of the height above the lowest signal is left below it for its word."""
_AXES = {"records": "number"}
_PLAIN = {
    "width": WIDE,
    "height": 260,
    "config": {
        "font": FONT,
        "background": "#ffffff",
        "padding": 12,
        "view": {"stroke": None},
        "axis": {"labelColor": INK, "titleColor": INK, "titleFontWeight": "normal"},
        "title": {"fontSize": 17, "color": INK, "fontWeight": "bold", "subtitleColor": INK, "subtitleFontSize": 14},
        "legend": {"labelColor": INK, "labelFontSize": 14, "labelLimit": 0, "symbolSize": 90},
    },
}
"""Size, letters and colours of every chart."""


def line_chart(charted: Charted, *, title: str, across: int = WIDE) -> str:
    """A series over time as SVG: one point for each period, gaps where there is no value, the axis from nought.

    Where the limits lie far from nought and close together the axis begins near them, and says so. Limits, marks, a
    target, intervals and breaks are drawn where the series has them. `across` is the width of the plot.
    """
    figures = charted.figures
    named = [briefly(figure.period) for figure in figures]
    unit = unit_of(charted.indicator)
    x = {"field": "period", "type": "nominal", "sort": None, "title": None, "axis": axis(**_labels(named, across))}
    drawn = {
        "width": across,
        "title": headed(title, _printed(charted), across),
        "encoding": {
            "x": {**x, "scale": {"type": "point", "padding": 0.5, "domain": named}},
            "y": {
                "type": "quantitative",
                "title": _AXES.get(unit, unit),
                "scale": _scale(charted),
                "axis": axis(**_ticks(figures)),
            },
        },
        "layer": layers(charted, named, across),
    }
    return drawn_as_svg(drawn, title=title, description=describe(charted))


def drawn_as_svg(stated: Mapping[str, Any], *, title: str, description: str) -> str:
    """A chart stated in Vega-Lite as SVG, with its title and what it shows for those who hear it."""
    svg = vl_convert.vegalite_to_svg({**_PLAIN, **stated})
    opening, _, rest = svg.partition(">")
    return f"{opening}><title>{escape(title)}</title><desc>{escape(description)}</desc>{rest}"


def headed(title: str, printed: Sequence[str], across: int) -> dict[str, Any]:
    """What stands above a chart: its title, and below that which chart it is; where it is narrow the latter alone."""
    wide = {"text": title, "subtitle": " ".join(printed)}
    narrow = {"text": [*printed], "fontSize": 14, "fontWeight": 400}
    return {"anchor": "start", "offset": 14, **(wide if across == WIDE else narrow)}


def describe(charted: Charted) -> str:
    """What a series over time shows, in words: where it begins and ends, its highest and lowest points, its gaps; which
    chart it is and why; how it varies, what its target is to it, and which points signal.
    """
    said = told(_drawn(charted.figures))
    if charted.known:
        more = which(charted), variation_told(charted), assurance_told(charted), signals_told(charted), _target(charted)
        said = told(*said, *more)
    return str(said)


def _drawn(figures: Sequence[Figure]) -> str:
    known = [(figure, figure.value) for figure in figures if figure.value is not None]
    if not known:
        return "A chart without any values: none can be shown for these periods."
    first, last = known[0][0], known[-1][0]
    counted = "one period" if len(figures) == 1 else f"{len(figures)} periods"
    if first == last:
        said = f"A chart over {counted}, with one value: {_point_in_words(first)}."
    else:
        said = f"A chart over {counted}, from {_point_in_words(first)} to {_point_in_words(last)}."
    if len(known) > 2:
        high, low = max(known, key=lambda pair: pair[1])[0], min(known, key=lambda pair: pair[1])[0]
        said += f" The highest point is {_point_in_words(high)}, the lowest is {_point_in_words(low)}."
    gaps = len(figures) - len(known)
    return f"{said}{f' {gaps} of the periods have no value.' if gaps else ''}"


def _target(charted: Charted) -> str:
    return f"A broken line shows the target: {charted.target.shown}." if charted.target else ""


def _point_in_words(figure: Figure) -> str:
    return f"{figure.shown} {when(figure.period)}"


def _printed(charted: Charted) -> list[str]:
    """Which chart it is, with the setting of its rules, printed on it."""
    if charted.chart:
        begins = ["The axis does not begin at nought."] if _is_far_from_nought(charted) else []
        return [f"XmR chart. Rules set to {charted.chart.run} points.", *begins]
    if charted.choice.kind is Kind.COUNTS:
        return ["Each with its 95% interval."]
    return ["Run chart, without limits."]


def _scale(charted: Charted) -> dict[str, Any]:
    """From nought, or near the points where those lie far from it; then the word of a signal has room below it."""
    if not _is_far_from_nought(charted):
        return {"zero": True, "nice": True}
    _, highest = _reach(charted)
    low = [float(value) for value in _low_signals(charted)]
    room = {"domain": {"unionWith": [min(low) - _FOR_A_WORD * (float(highest) - min(low))]}} if low else {}
    return {"zero": False, "nice": True, **room}


def _low_signals(charted: Charted) -> list[Fraction]:
    return [
        figure.value
        for at, figure in enumerate(charted.figures)
        if figure.value is not None and charted.says(at).name.endswith("LOW")
    ]


def _is_far_from_nought(charted: Charted) -> bool:
    """Whether an axis from nought would leave the points the uppermost third alone, where nothing could be seen."""
    lowest, highest = _reach(charted)
    return lowest > _FAR * highest


def _reach(charted: Charted) -> tuple[Fraction, Fraction]:
    """The lowest and the highest of points and limits; nought for both where there are no limits."""
    limits = [each for each in charted.chart.limits if each] if charted.chart else []
    values = [each.value for each in charted.known if each.value is not None]
    if not limits or not values:
        return Fraction(0), Fraction(0)
    return min(*(each.lower for each in limits), *values), max(*(each.upper for each in limits), *values)


def _ticks(figures: Sequence[Figure]) -> dict[str, Any]:
    """About five ticks on the axis of values; fewer where they would name half a child."""
    if any(figure.places for figure in figures):
        return {"tickCount": 5}
    highest = max((figure.rounded for figure in figures if figure.rounded is not None), default=Decimal(0))
    return {"tickCount": min(5, max(1, int(highest)))}


def _labels(periods: Sequence[str], across: int) -> dict[str, Any]:
    """Which periods the axis names: all where there is room, otherwise every second or third up to the last."""
    room = across // _FOR_A_LABEL
    every = max(1, -(-len(periods) // room))
    return {"values": list(periods[::-1][::every][::-1]), "labelAngle": 0 if len(periods) <= room // 2 else -45}


def axis(**more: Any) -> dict[str, Any]:
    """How every axis looks."""
    return {"labelFontSize": 14, "titleFontSize": 14, "gridColor": GRID, "domainColor": INK, "tickColor": INK, **more}
