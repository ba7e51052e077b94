"""What a return is about: where its sender does not say, and which of its rows are about something else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from goldenthread.engine.checking.sources import Opened, Source
from goldenthread.engine.checking.staging import ID, SOURCE, Staged
from goldenthread.engine.definitions import Date, Format, Window
from goldenthread.engine.periods import Period, between, financial_year, financial_year_of, months_to

_NO_SLIP = 0.05  # of the rows of the fullest year: fewer may have been written by mistake
_DAYS_IN_A_YEAR = 365.25
_AGES_AGREE = timedelta(days=1)


@dataclass(frozen=True)
class Inferred:
    """What a return seems to be about, and what says so."""

    period: Period
    because: str


def inferred(
    format_: Format, staged: Mapping[str, Staged], opened: Sequence[Opened], told: Mapping[str, str]
) -> Inferred | None:
    """What the content of a return says that it is about; none where it cannot tell.

    `told` is what stands in an XML file outside its rows. A format for one year is about the latest that more than a
    few of its dates lie in: a slip of the pen moves nothing. Rows that last, as episodes do, begin long before what
    their return is about, and are not asked of several years.
    """
    if said := _said_in(format_, told):
        return said
    if format_.window:
        return _window(format_.window, opened)
    for dataset, column in format_.year_told_by:
        if dataset in staged and (years := _years(staged[dataset], column)):
            enough = max(years.values()) * _NO_SLIP
            year = financial_year(max(year for year, rows in years.items() if rows >= enough))
            return Inferred(year, f"Its dates speak of {year} ({year.code})")
    if format_.year_told_by:
        return None
    of_one_day = [each for each in staged.values() if each.dataset.dated_by and not each.dataset.lasts_until]
    found = [year for each in of_one_day for year in _years(each, each.dataset.dated_by)]
    if not found:
        return None
    years_ = between(financial_year(min(found)), financial_year(max(found)))
    return Inferred(years_, f"Its dates speak of {years_} ({years_.code})")


def outside(staged: Staged, source: Source, about: Period) -> str | None:
    """The query for the rows of a source that lie wholly outside what the return is about; none where none can.

    A table about more months than the return is asked about those. What stands on a day may have begun at any time.
    """
    dataset = staged.dataset
    if not isinstance(dataset.column(dataset.dated_by).kind, Date):
        return None
    begins, ends = f'"{dataset.dated_by}"', f'"{dataset.lasts_until or dataset.dated_by}"'
    months = source.match.table.months
    first = months_to(about.last, months).first if months else about.first
    early = "false" if dataset.reports_standing else f"{ends} < DATE '{first}'"
    return (
        f"SELECT {ID}, NULL AS other, CASE WHEN {begins} > DATE '{about.last}' THEN {begins} ELSE {ends} END AS day"
        f" FROM {staged.table} WHERE NOT held AND {SOURCE} = {source.number}"
        f" AND ({begins} > DATE '{about.last}' OR {early})"
    )


def _years(staged: Staged, column: str) -> Counter[int]:
    """How many rows speak of each financial year, by the year in which it starts."""
    asked = f'SELECT "{column}", count(*) FROM {staged.table} WHERE NOT held AND "{column}" IS NOT NULL GROUP BY 1'
    years: Counter[int] = Counter()
    for told, rows in staged.connection.execute(asked).fetchall():
        years[financial_year_of(told).first.year if isinstance(told, date) else told] += rows
    return years


def _said_in(format_: Format, told: Mapping[str, str]) -> Inferred | None:
    """What the file itself says: its reference date, where that ends a year; otherwise the year that it names."""
    year, on = told.get(format_.year_element, ""), _iso(told.get(format_.day_element, ""))
    if on and financial_year_of(on).last == on:
        named = financial_year_of(on)
        doubt = f", although it also names the year {year}" if year.isdigit() and int(year) != on.year else ""
        return Inferred(named, f"Its reference date, {on}, ends {named} ({named.code}){doubt}")
    if year.isdigit() and 1950 <= int(year) <= 2100:
        named = financial_year(int(year) - 1)
        doubt = f", although its reference date is {on}" if on else ""
        return Inferred(named, f"It says that it is about the year to March {year} ({named.code}){doubt}")
    return None


def _window(window: Window, opened: Sequence[Opened]) -> Inferred | None:
    """Some months to the day on which a return was made, told by ages or by the latest of its dates."""
    made = sorted(_days_by_age(window, opened))
    if len(made) >= 3:
        middle = date.fromordinal(round(median(day.toordinal() for day in made)))
        agreeing = [day for day in made if abs(day - middle) <= _AGES_AGREE]
        if 2 * len(agreeing) > len(made):
            period = months_to(middle, window.months)
            return Inferred(period, f"Its ages say that it was made on {middle}: it is about {period} ({period.code})")
    dates = sorted(_dates_in(window.dates, opened))
    if not dates:
        return None
    period = months_to(dates[-1], window.months)
    return Inferred(period, f"The latest of its dates is {dates[-1]}: it may be about {period} ({period.code})")


def _days_by_age(window: Window, opened: Sequence[Opened]) -> Iterator[date]:
    """The day on which each age in years and decimals holds."""
    for table, age, born in window.ages:
        for years, birth in _values(opened, table, age, born):
            try:
                if "." in years and (birth_day := _day_first(birth)):
                    yield birth_day + timedelta(days=round(float(years) * _DAYS_IN_A_YEAR))
            except (ValueError, OverflowError):
                continue


def _dates_in(columns: Sequence[tuple[str, str]], opened: Sequence[Opened]) -> Iterator[date]:
    for table, header in columns:
        for (text,) in _values(opened, table, header):
            if found := _day_first(text):
                yield found


def _values(opened: Sequence[Opened], table: str, *headers: str) -> Iterator[tuple[str, ...]]:
    """The texts of some columns of a table, row by row; nothing where it has not all of them."""
    for each in opened:
        if each.match.table.name == table and all(header in each.match.positions for header in headers):
            rows = each.sheet.rows
            columns = (rows.column(str(each.match.positions[name])).fill_null("").to_pylist() for name in headers)
            yield from zip(*columns, strict=True)


def _day_first(text: str) -> date | None:
    try:
        number, month, year = text[:10].split("/")
        return date(int(year), int(month), int(number))
    except ValueError:
        return _iso(text[:10])


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
