"""Which figures tell of a year: that of the year itself, those of earlier years, and the points of a chart."""

from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import (
    Period,
    Span,
    add_months,
    day,
    financial_year,
    flow_periods_within,
    month_ends_within,
)
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure, Figures

MONTHS_CHARTED = 60


def period_of(indicator: Indicator, year: Period) -> Period:
    """The period in which an indicator tells of a year: its last day for a stock, the year itself for a flow."""
    return day(year.last) if indicator.is_of_days else year


def figure_of(indicator: Indicator, figures: Figures, year: Period) -> Figure:
    """The figure of a year; one that says so where no evidence covers it."""
    return figures.series(indicator, [period_of(indicator, year)])[0]


def years_before(year: Period, back: int) -> Period:
    """The financial year some years before another."""
    return financial_year(year.first.year - back)


def periods_told(year: Period) -> tuple[str, ...]:
    """The codes of all periods whose whole a report about a year may tell or draw."""
    span = _charted_span(year)
    years = [years_before(year, back) for back in range(MONTHS_CHARTED // 12)]
    ends = [day(each.last) for each in years]
    return tuple(each.code for each in (*years, *ends, *month_ends_within(span), *_quarters_within(span)))


def points_of(indicator: Indicator, figures: Figures, year: Period) -> list[Figure]:
    """The points to draw, oldest first: month ends of three years for a stock, quarters for a flow.

    A period that nothing covers is a gap between two that are covered, and is left out before the first and after the
    last of them.
    """
    span = _charted_span(year)
    periods = month_ends_within(span) if indicator.is_of_days else _quarters_within(span)
    return _trimmed(_trimmed(figures.series(indicator, periods))[::-1])[::-1]


def _charted_span(year: Period) -> Span:
    return Span(add_months(year.last.replace(day=1), 1 - MONTHS_CHARTED), year.last)


def _quarters_within(span: Span) -> list[Period]:
    return [period for period in flow_periods_within(span) if period.code[-2] == "Q"]


def _trimmed(series: list[Figure]) -> list[Figure]:
    at = next((at for at, figure in enumerate(series) if figure.status != NOT_COVERED), len(series))
    return series[at:]
