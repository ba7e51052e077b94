"""An indicator's figures as tables: every period, and every group of one period."""

from collections.abc import Callable, Sequence

from goldenthread.engine.comparing.sentences import when
from goldenthread.engine.definitions import Breakdown, Count, Indicator, Median, Proportion, Rate, Share, Total
from goldenthread.engine.definitions.breakdowns import is_named
from goldenthread.engine.definitions.kept import NO_POPULATION, NOTHING_TO_COUNT
from goldenthread.engine.english import begun
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.tables import Cell, Column, Table

NUMERATORS: dict[type, str] = {Proportion: "How many", Rate: "How many", Share: "How many"}
DENOMINATORS: dict[type, str] = {
    Proportion: "Out of", Rate: "Population", Median: "Known values", Share: "Out of",
}  # fmt: skip
WITHOUT_AN_INTERVAL: tuple[type, ...] = (Count, Total, Share)
VALUES = {"%": "Percentage", "years": "Middle age", "children": "Children", "records": "Number"}


Beneath = Callable[[Figure], Cell]
"""What leads from a figure to the records beneath it."""


def by_period(indicator: Indicator, figures: Sequence[Figure], beneath: Beneath | None = None) -> Table:
    """One row for each period, the latest first; with the way to the records beneath it for those who may read them."""
    caption = f"{indicator.title}: the figures of the chart"
    return _table(caption, "Period", [(str(each.period), each) for each in reversed(figures)], indicator, beneath)


def by_group(
    indicator: Indicator, breakdown: Breakdown, figures: Sequence[Figure], beneath: Beneath | None = None
) -> Table | None:
    """One row for each group; none where there are no groups to show."""
    shown = [figure for figure in figures if is_named(figure.group) or not _is_empty(figure)]
    if not shown:
        return None
    caption = f"{indicator.title} {when(shown[0].period)}, by {breakdown.title.lower()}"
    return _table(caption, breakdown.title, [(begun(each.group), each) for each in shown], indicator, beneath)


def _table(
    caption: str, first: str, named: Sequence[tuple[str, Figure]], indicator: Indicator, beneath: Beneath | None
) -> Table:
    """One row for each figure under its name; how many are not recorded only where any are, or may be."""
    unknown = any(figure.unknown != 0 for _, figure in named)
    numbers = [*_headings(indicator), *(["Not recorded"] if unknown else [])]
    last = [Column("Beneath it")] if beneath else []
    rows = [
        [Cell(name), *_cells(figure, indicator, unknown=unknown), *([beneath(figure)] if beneath else [])]
        for name, figure in named
    ]
    return Table(caption, [Column(first), *(Column(text, numeric=True) for text in numbers), *last], rows, stacks=False)


def _is_empty(figure: Figure) -> bool:
    """Whether nothing stands behind it: no row says, and none fails to say."""
    return (figure.value == 0 or figure.status == NOTHING_TO_COUNT) and figure.unknown == 0


def _headings(indicator: Indicator) -> list[str]:
    measure = type(indicator.measure)
    value = VALUES.get(indicator.unit, "Value") if measure is Count else _value_heading(indicator)
    numbers = [value, NUMERATORS.get(measure), DENOMINATORS.get(measure), *_interval_heading(indicator)]
    return [text for text in numbers if text]


def _value_heading(indicator: Indicator) -> str:
    measure = indicator.measure
    if isinstance(measure, Rate):
        return f"For every {measure.per:,}"
    return VALUES.get("%" if isinstance(measure, Proportion | Share) else getattr(measure, "unit", ""), "Value")


def _interval_heading(indicator: Indicator) -> list[str]:
    return [] if isinstance(indicator.measure, WITHOUT_AN_INTERVAL) else ["95% interval"]


def _cells(figure: Figure, indicator: Indicator, *, unknown: bool) -> list[Cell]:
    measure = type(indicator.measure)
    cells = [figure.shown]
    if measure in NUMERATORS:
        cells.append(_number(figure.numerator, figure))
    if measure in DENOMINATORS:
        cells.append(_number(figure.denominator, figure))
    if measure not in WITHOUT_AN_INTERVAL:
        cells.append(figure.shown_interval or _without(figure))
    if unknown:
        cells.append("not shown" if figure.unknown is None else f"{figure.unknown:,}")
    first, *others = cells
    return [Cell(first, below="supplied" if figure.said_by else ""), *map(Cell, others)]


def _number(value: int | None, figure: Figure) -> str:
    return _without(figure) if value is None else f"{value:,}"


def _without(figure: Figure) -> str:
    """A word where there is no number, because a blank could mean anything."""
    if figure.value is not None:
        return "too few values"
    return "none" if figure.status in (NO_POPULATION, NOTHING_TO_COUNT) else "not shown"
