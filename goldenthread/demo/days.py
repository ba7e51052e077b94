"""Days, months and years of the demonstration's records."""

from collections.abc import Iterator
from datetime import date, timedelta

FIRST_DAY, LAST_DAY = date(2009, 4, 1), date(2014, 3, 31)
"""Plans and looked-after episodes are recorded from the first day, everything else from `SINCE_2011`."""
SINCE_2011 = date(2011, 4, 1)
NEW_SYSTEM = date(2013, 10, 1)
"""When children's services began to use another recording system: from then on, more is left blank or comes late."""
YEARS = range(FIRST_DAY.year, LAST_DAY.year)
LATER_YEARS = range(SINCE_2011.year, LAST_DAY.year)


def year_of(day: date) -> int:
    """The calendar year in which the financial year of a day begins."""
    return day.year - (day.month < 4)


def first_of(year: int) -> date:
    """The first day of a financial year."""
    return date(year, 4, 1)


def last_of(year: int) -> date:
    """The last day of a financial year."""
    return date(year + 1, 3, 31)


def quarter_of(year: int, quarter: int) -> tuple[date, date]:
    """The first and the last day of a quarter of a financial year; the first begins in April."""
    first = months_before(first_of(year), -3 * (quarter - 1))
    return first, month_end(months_before(first, -2))


def year_name(year: int) -> str:
    """A financial year as people write it in commands: 2013-14."""
    return f"{year}-{(year + 1) % 100:02d}"


def month_starts(first: date, last: date) -> Iterator[date]:
    """The first day of every month from one day to another."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = next_month(day)


def next_month(day: date) -> date:
    """The first day of the next month."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def month_end(day: date) -> date:
    """The last day of a month."""
    return next_month(day) - timedelta(days=1)


def months_before(day: date, months: int) -> date:
    """The first day of the month that lies some months before that of a day."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def age(born: date, on: date) -> int:
    """Completed years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def birthday(born: date, years: int) -> date:
    """The day on which somebody is so many years old; 1 March for those born on 29 February."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def years_back(day: date, years: int) -> date:
    """The same day some years before."""
    return birthday(day, -years)


def on_a_weekday(day: date) -> date:
    """The same day, or the Friday before where it falls on a weekend, but never in the month before."""
    back = max(0, day.weekday() - 4)
    return day - timedelta(days=back) if day.day > back else day + timedelta(days=7 - day.weekday())
