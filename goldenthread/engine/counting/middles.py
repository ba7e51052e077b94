"""Middles: the values in the middle of those that lie in order, and the limits around them, for medians."""

from decimal import Decimal

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.engine.comparing.ranks import median_ranks
from goldenthread.engine.counting.groups import sets_sql, usable_of, which_sql
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.counting.spine import AXES, Whole
from goldenthread.engine.counting.states import EXACT_TYPE, YES
from goldenthread.engine.definitions import Indicator, Median

_NO_PLACE = 0


def middles(connection: duckdb.DuckDBPyConnection, query: Query) -> dict[str, pa.Table]:
    """Of each median by its code, in the table `said`: its `value` for each breakdown, `stretch` (the number of a
    period) and `number` of a group, the limits around it, and whether these are the `extremes`.

    Of an even number of values the middle is half way between two. How often each value occurs is enough to find it,
    and there are far fewer values than rows.
    """
    return {
        each.code: _middles(connection.sql(_spread_sql(query, each)).to_arrow_table())
        for each in query.indicators
        if isinstance(each.measure, Median)
    }


def _middles(spread: pa.Table) -> pa.Table:
    """The middle and the limits of each group of a spread, which is in order."""
    begins, up_to = _begins(spread), np.cumsum(spread["how_many"].to_numpy())
    before = np.append(0, up_to)[begins]
    n = np.diff(before, append=up_to[-1:])
    lower, upper = _ranks(n)
    values = spread["value"].combine_chunks()

    def value_at(place: Whole) -> pa.Array:
        """In each group the value in a place, counted from 1; none where there is no such place."""
        rows = np.searchsorted(up_to, before + place)  # which counts on through all groups
        return values.take(pa.array(rows, mask=place == _NO_PLACE))

    return pa.table({
        **{name: spread[name].take(begins) for name in AXES},
        "value": _half_way(value_at((n + 1) // 2), value_at(n // 2 + 1)),
        "lower": value_at(lower),
        "upper": value_at(upper),
        "extremes": pa.array(lower == 1),
    })  # fmt: skip


def _begins(spread: pa.Table) -> Whole:
    """In which rows another group begins."""
    keys = [spread[name].to_numpy() for name in AXES]
    changes = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return np.flatnonzero(np.append([True], changes)[: len(spread)])


def _half_way(first: pa.Array, second: pa.Array) -> pa.Array:
    half = pc.multiply(pc.add(first, second), pa.scalar(Decimal("0.5")))
    return pc.round(half, EXACT_TYPE.scale, "half_towards_infinity").cast(EXACT_TYPE)


def _ranks(n: Whole) -> tuple[Whole, Whole]:
    """Which of so many ordered values are the limits of their median, counted from 1."""
    numbers, which = np.unique(n, return_inverse=True)
    ranks = [median_ranks(number) or (_NO_PLACE, _NO_PLACE) for number in numbers.tolist()]
    lower, upper = np.array(ranks, np.int64).reshape(-1, 2)[which].T
    return lower, upper


def _spread_sql(query: Query, indicator: Indicator) -> str:
    """How often each value occurs in each period and group, in order."""
    usable = usable_of(indicator)
    divisions = {at: each for at, each in query.divisions().items() if each is None or each in usable}
    values = (
        f'SELECT {which_sql(divisions)}, stretch, "value {indicator.code}" AS value, count(*) AS how_many FROM said'
        f' WHERE "state {indicator.code}" = {YES} GROUP BY {sets_sql(divisions, "stretch", "value")}'
    )
    if query.by_month:
        values = (
            "SELECT breakdown, periods.stretch, number, value, CAST(sum(how_many) AS BIGINT) AS how_many"
            f" FROM ({values}) AS of_month"
            " JOIN periods ON of_month.stretch BETWEEN periods.first_month AND periods.last_month GROUP BY ALL"
        )
    return f"FROM ({values}) ORDER BY {', '.join(AXES)}, value"
