"""An indicator's figures as tables: every period, and every group of one period."""

from collections.abc import Callable, Sequence

from goldenthread.engine.comparing.sentences import when
from goldenthread.engine.definitions import Breakdown, Count, Indicator, Median, Proportion, Rate, Share, Total
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
    rows = [
        [Cell(str(figure.period)), *_cells(figure, indicator), *([beneath(figure)] if beneath else [])]
        for figure in reversed(figures)
    ]
    columns = _columns("Period", indicator, beneath)
    return Table(f"{indicator.title}: the figures of the chart", columns, rows, stacks=False)


def by_group(
    indicator: Indicator, breakdown: Breakdown, figures: Sequence[Figure], beneath: Beneath | None = None
) -> Table | None:
    """One row for each group; none where there are no groups to show."""
    if not figures:
        return None
    caption = f"{indicator.title} {when(figures[0].period)}, by {breakdown.title.lower()}"
    rows = [
        [Cell(begun(figure.group)), *_cells(figure, indicator), *([beneath(figure)] if beneath else [])]
        for figure in figures
    ]
    return Table(caption, _columns(breakdown.title, indicator, beneath), rows, stacks=False)


def _columns(first: str, indicator: Indicator, beneath: Beneath | None) -> list[Column]:
    measure = type(indicator.measure)
    value = VALUES.get(indicator.unit, "Value") if measure is Count else _value_heading(indicator)
    numbers = [value, NUMERATORS.get(measure), DENOMINATORS.get(measure), *_interval_heading(indicator), "Not recorded"]
    last = [Column("Beneath it")] if beneath else []
    return [Column(first), *(Column(text, numeric=True) for text in numbers if text), *last]


def _value_heading(indicator: Indicator) -> str:
    measure = indicator.measure
    if isinstance(measure, Rate):
        return f"For every {measure.per:,}"
    return VALUES.get("%" if isinstance(measure, Proportion | Share) else getattr(measure, "unit", ""), "Value")


def _interval_heading(indicator: Indicator) -> list[str]:
    return [] if isinstance(indicator.measure, WITHOUT_AN_INTERVAL) else ["95% interval"]


def _cells(figure: Figure, indicator: Indicator) -> list[Cell]:
    measure = type(indicator.measure)
    cells = [figure.shown]
    if measure in NUMERATORS:
        cells.append(_number(figure.numerator, figure))
    if measure in DENOMINATORS:
        cells.append(_number(figure.denominator, figure))
    if measure not in WITHOUT_AN_INTERVAL:
        cells.append(figure.shown_interval or _without(figure))
    first, *others = (*cells, "not shown" if figure.unknown is None else f"{figure.unknown:,}")
    return [Cell(first, below="supplied" if figure.said_by else ""), *map(Cell, others)]


def _number(value: int | None, figure: Figure) -> str:
    return _without(figure) if value is None else f"{value:,}"


def _without(figure: Figure) -> str:
    """A word where there is no number, because a blank could mean anything."""
    if figure.value is not None:
        return "too few values"
    return "none" if figure.status in (NO_POPULATION, NOTHING_TO_COUNT) else "not shown"
