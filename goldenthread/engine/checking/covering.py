"""What a return is about: where its sender does not say, and which of its rows are about something else."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from goldenthread.engine.checking.staging import Staged
from goldenthread.engine.definitions import Date, Format
from goldenthread.engine.periods import Period, between, financial_year, financial_year_of
from goldenthread.engine.reading.sheets import ROW

_NO_SLIP = 0.05  # of the rows of the fullest year: fewer may have been written by mistake

Outside = tuple[int, date]
"""A line, and the day on it for which it is about something else."""


def inferred(format_: Format, staged: Mapping[str, Staged]) -> Period | None:
    """The financial year, or years, that the dates in a return speak of; none where they cannot tell.

    A format for one year is about the latest that more than a few of its dates lie in: a slip of the pen moves nothing.
    Rows that last, as episodes do, begin long before what their return is about, and are not asked of several years.
    """
    for dataset, column in format_.year_told_by:
        if dataset in staged and (years := _years(staged[dataset], column)):
            enough = max(years.values()) * _NO_SLIP
            return financial_year(max(year for year, rows in years.items() if rows >= enough))
    if format_.year_told_by:
        return None
    of_one_day = [each for each in staged.values() if each.dataset.dated_by and not each.dataset.lasts_until]
    found = [year for each in of_one_day for year in _years(each, each.dataset.dated_by)]
    return between(financial_year(min(found)), financial_year(max(found))) if found else None


def rows_outside(staged: Staged, about: Period) -> list[Outside]:
    """The rows that lie wholly outside what the return is about, and that no figure of it can count."""
    dataset = staged.dataset
    if not dataset.dated_by or not isinstance(dataset.column(dataset.dated_by).kind, Date):
        return []
    begins, ends = f'"{dataset.dated_by}"', f'"{dataset.lasts_until or dataset.dated_by}"'
    asked = (
        f"SELECT {ROW}, CASE WHEN {begins} > DATE '{about.last}' THEN {begins} ELSE {ends} END FROM {staged.table}"
        f" WHERE NOT held AND ({begins} > DATE '{about.last}' OR {ends} < DATE '{about.first}') ORDER BY {ROW}"
    )
    return staged.connection.execute(asked).fetchall()


def _years(staged: Staged, column: str) -> Counter[int]:
    """How many rows speak of each financial year, by the year in which it starts."""
    asked = f'SELECT "{column}", count(*) FROM {staged.table} WHERE NOT held AND "{column}" IS NOT NULL GROUP BY 1'
    years: Counter[int] = Counter()
    for told, rows in staged.connection.execute(asked).fetchall():
        years[financial_year_of(told).first.year if isinstance(told, date) else told] += rows
    return years
