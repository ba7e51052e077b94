"""Middles: the values in the middle of those that lie in order, and the limits around them, for medians."""

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.groups import sets_sql, usable_of, which_sql
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.counting.states import EXACT, YES
from goldenthread.engine.definitions import Indicator, Median

_MIDDLES = f"""
WITH in_order AS (
    SELECT *, sum(how_many) OVER (PARTITION BY breakdown, stretch, number ORDER BY value) AS up_to,
           sum(how_many) OVER (PARTITION BY breakdown, stretch, number) AS n
    FROM spread
), limited AS (
    SELECT breakdown, stretch, number,
           min(value) FILTER (up_to >= (in_order.n + 1) // 2) AS first,
           min(value) FILTER (up_to >= in_order.n // 2 + 1) AS second,
           min(value) FILTER (up_to >= ranks.lower) AS lower, min(value) FILTER (up_to >= ranks.upper) AS upper,
           coalesce(any_value(ranks.lower) = 1, false) AS extremes
    FROM in_order LEFT JOIN ranks ON ranks.n = in_order.n GROUP BY breakdown, stretch, number
)
SELECT breakdown, stretch, number, CAST((first + second) * 0.5 AS {EXACT}) AS value, CAST(lower AS {EXACT}) AS lower,
       CAST(upper AS {EXACT}) AS upper, extremes
FROM limited
"""


def middles(connection: duckdb.DuckDBPyConnection, query: Query) -> dict[str, pa.Table]:
    """Of each median by its code, in the table `said`: its `value` for each breakdown, `stretch` (the number of a
    period) and `number` of a group, the limits around it, and whether these are the `extremes`.

    Of an even number of values the middle is half way between two. How often each value occurs is enough to find it,
    and there are far fewer values than rows.
    """
    found = {}
    for indicator in query.indicators:
        if isinstance(indicator.measure, Median):
            connection.execute(f"CREATE OR REPLACE TEMP TABLE spread AS {_spread_sql(query, indicator)}")
            _register_ranks(connection)
            connection.execute(f"CREATE OR REPLACE TEMP TABLE middles AS {_MIDDLES}")
            found[indicator.code] = connection.sql("FROM middles").to_arrow_table()
    return found


def _spread_sql(query: Query, indicator: Indicator) -> str:
    """How often each value occurs in each period and group."""
    usable = usable_of(indicator)
    divisions = {at: each for at, each in query.divisions().items() if each is None or each in usable}
    values = (
        f'SELECT {which_sql(divisions)}, stretch, "value {indicator.code}" AS value, count(*) AS how_many FROM said'
        f' WHERE "state {indicator.code}" = {YES} GROUP BY {sets_sql(divisions, "stretch", "value")}'
    )
    if not query.by_month:
        return values
    return (
        f"SELECT breakdown, periods.stretch, number, value, sum(how_many) AS how_many FROM ({values}) AS of_month"
        " JOIN periods ON of_month.stretch BETWEEN periods.first_month AND periods.last_month GROUP BY ALL"
    )


def _register_ranks(connection: duckdb.DuckDBPyConnection) -> None:
    """Which of the ordered values are the limits of a median, for each number of values that occurs."""
    from goldenthread.engine.comparing.intervals import median_ranks  # noqa: PLC0415 - SciPy: only where a median is

    asked = "SELECT DISTINCT sum(how_many) FROM spread GROUP BY breakdown, stretch, number"
    numbers = [int(n) for (n,) in connection.execute(asked).fetchall()]
    found = [(n, *ranks) for n in numbers if (ranks := median_ranks(n))]
    whole = {"n": 0, "lower": 1, "upper": 2}
    columns = {name: pa.array([row[at] for row in found], pa.int64()) for name, at in whole.items()}
    connection.register("ranks", pa.table(columns))
