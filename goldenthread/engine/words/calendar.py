"""Working days of England: a table with every day and the number of working days up to it."""

from functools import cache
from importlib.metadata import version

import duckdb
import holidays
import numpy as np
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
    days = np.arange(f"{first_year}-01-01", f"{last_year + 1}-01-01", dtype="datetime64[D]")
    free = holidays.country_holidays("GB", subdiv="ENG", years=range(first_year, last_year + 1))
    running = np.cumsum(np.is_busday(days, holidays=sorted(free)), dtype=np.int32)
    return pa.table({"day": pa.array(days), "running": pa.array(running)})
