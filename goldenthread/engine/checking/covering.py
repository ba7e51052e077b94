"""What a return is about, where its sender does not say."""

from collections.abc import Mapping
from datetime import date

from goldenthread.engine.checking.staging import Staged
from goldenthread.engine.definitions import Date, Format
from goldenthread.engine.periods import Period, between, financial_year, financial_year_of


def inferred(format_: Format, staged: Mapping[str, Staged]) -> Period | None:
    """The financial year, or years, that the dates in a return speak of; none where it holds no dates."""
    for dataset, column in format_.year_told_by:
        if dataset in staged and (ends := _ends(staged[dataset], column)):
            return ends[1]
    if format_.year_told_by:
        return None
    every = [ends for each in staged.values() if each.dataset.dated_by and (ends := _ends(each, each.dataset.dated_by))]
    if not every:
        return None
    first = min((ends[0] for ends in every), key=lambda period: period.first)
    last = max((ends[1] for ends in every), key=lambda period: period.last)
    return between(first, last)


def _ends(staged: Staged, column: str) -> tuple[Period, Period] | None:
    asked = f'SELECT min("{column}"), max("{column}") FROM {staged.table} WHERE NOT held'
    first, last = staged.connection.execute(asked).fetchall()[0]
    if first is None:
        return None
    dated = isinstance(staged.dataset.column(column).kind, Date)
    return (_year(first), _year(last)) if dated else (financial_year(first), financial_year(last))


def _year(day: date) -> Period:
    return financial_year_of(day)
