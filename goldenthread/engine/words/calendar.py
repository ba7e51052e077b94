"""Working days of England: a table with every day and the number of working days up to it."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version

import duckdb
import holidays
import pyarrow as pa

FIRST_YEAR, LAST_YEAR = 1990, 2050
VERSION = f"England {FIRST_YEAR}-{LAST_YEAR}, holidays {version('holidays')}"


def install(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a connection the table `calendar` that `working_days` looks into."""
    table = calendar_table(FIRST_YEAR, LAST_YEAR)
    connection.register("calendar_days", table)
    connection.execute("CREATE OR REPLACE TEMP TABLE calendar AS SELECT * FROM calendar_days")
    connection.unregister("calendar_days")


@cache
def calendar_table(first_year: int, last_year: int) -> pa.Table:
    """Columns `day` and `running`: how many working days there have been from the first day up to and with that one.

    Saturdays, Sundays and the bank holidays of England, one-off days included, are not working days.
    """
    days = list(_days(date(first_year, 1, 1), date(last_year, 12, 31)))
    free = holidays.country_holidays("GB", subdiv="ENG", years=range(first_year, last_year + 1))
    running, numbers = 0, []
    for day in days:
        running += day.weekday() < 5 and day not in free
        numbers.append(running)
    return pa.table({"day": pa.array(days, pa.date32()), "running": pa.array(numbers, pa.int32())})


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)
