"""Tables of an indicator's figures: year by year, and by group."""

from collections.abc import Mapping, Sequence

from goldenthread.engine.comparing.sentences import when
from goldenthread.engine.comparing.series import Known
from goldenthread.engine.definitions import Breakdown, Count, Indicator, Median, Rate, Total
from goldenthread.engine.definitions.breakdowns import is_named
from goldenthread.engine.definitions.kept import NO_POPULATION
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure, Figures
from goldenthread.engine.protecting.primary import HIDDEN, WITHHELD
from goldenthread.engine.rendering.blocks import Cell, DataTable, Number
from goldenthread.engine.rendering.years import figure_of, years_before

YEARS_SHOWN = 5
NOT_ALIKE = "recording changed"


def by_year(indicator: Indicator, figures: Figures, year: Period) -> DataTable | None:
    """One row for each of the last years that are covered, the year itself last; none where none is."""
    of_years = (figure_of(indicator, figures, years_before(year, back)) for back in reversed(range(YEARS_SHOWN)))
    shown = [(str(figure.period), figure) for figure in of_years if figure.status != NOT_COVERED]
    return _table(f"{indicator.title}, year by year", "Period", indicator, shown) if shown else None


def by_group(indicator: Indicator, breakdown: Breakdown, groups: Sequence[Figure]) -> DataTable | None:
    """One row for each group of one period; none where no group has a value (`why_not` says why)."""
    if all(each.value is None for each in groups):
        return None
    caption = f"{indicator.title}, by {breakdown.title.lower()}, {when(groups[0].period)}"
    return _table(caption, breakdown.title, indicator, [(each.group, each) for each in groups])


def side_by_side(
    caption: str, indicators: Sequence[Indicator], figures: Mapping[str, Figures], year: Period, known: Known
) -> DataTable:
    """One row for each of several indicators: the year's figure, what it is out of, and that of the year before.

    Where recording changed in between, that is said in the place of the year before: the two are not alike.
    """
    rows = tuple(_beside_the_year_before(each, figures[each.code], year, known) for each in indicators)
    headers = ("Measure", "When", "Figure", "Out of", "Not recorded", "Year before")
    return DataTable(caption, headers, rows)


def _beside_the_year_before(indicator: Indicator, figures: Figures, year: Period, known: Known) -> tuple[Cell, ...]:
    now, before = (figure_of(indicator, figures, years_before(year, back)) for back in (0, 1))
    numbers = [Number(now, what) for what in ("value", "denominator", "unknown")]
    parted = before.value is not None and known.series(now).parting(before.period)
    return (indicator.title, str(now.period), *numbers, NOT_ALIKE if parted else Number(before))


def shown_of(indicator: Indicator, shown: tuple[str, ...] | None) -> list[Breakdown]:
    """The breakdowns of an indicator that a report shows: those named, or all."""
    return [breakdown for breakdown in indicator.breakdowns if shown is None or breakdown.code in shown]


def groups_of(breakdown: Breakdown, figures: Figures, period: Period) -> list[Figure]:
    """The groups of a period: declared ones always, those of missing or unlisted values only where there are any."""
    found = figures.of(period=period.code, breakdown=breakdown.code)
    return [each for each in found if is_named(each.group) or _holds_any(each)]


def why_not(groups: Sequence[Figure]) -> str:
    """Why none of some groups has a value, as the end of a sentence."""
    statuses = {each.status for each in groups}
    if WITHHELD in statuses:
        return "not shown by group, because the groups would tell of very small numbers"
    if HIDDEN in statuses:
        return "not shown by group, because the groups are very small"
    if NO_POPULATION in statuses:
        return "cannot be given by group, because there is no population estimate for the groups"
    return "cannot be given by group, because there is nothing to count"


def how_many(figure: Figure) -> int | None:
    """How many a figure was made from, without its unknowns; None where that is not shown."""
    return figure.numerator if figure.denominator is None or figure.population else figure.denominator


def _holds_any(figure: Figure) -> bool:
    return figure.status in (HIDDEN, WITHHELD) or bool(how_many(figure)) or bool(figure.unknown)


def _table(caption: str, first: str, indicator: Indicator, shown: Sequence[tuple[str, Figure]]) -> DataTable:
    columns = _columns(indicator)
    rows = tuple(_row(name, figure, list(columns)) for name, figure in shown)
    return DataTable(caption, (first, *columns.values()), rows)


def _row(name: str, figure: Figure, columns: Sequence[str]) -> tuple[Cell, ...]:
    return (name, *(Number(figure, what) for what in columns))


def _columns(indicator: Indicator) -> dict[str, str]:
    """What the columns hold, each with its header."""
    measure = indicator.measure
    unknown = {"unknown": "Not recorded"}
    if isinstance(measure, Count | Total):
        return {"value": "Number"} | unknown
    if isinstance(measure, Median):
        return {"value": "Middle value", "interval": "95% interval", "denominator": "Out of"} | unknown
    value, whole = (f"Per {measure.per:,}", "Population") if isinstance(measure, Rate) else ("Share", "Out of")
    return {"value": value, "interval": "95% interval", "numerator": "Number", "denominator": whole} | unknown
