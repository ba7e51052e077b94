"""Times: the periods of a query, the stretches that its rows are put into, and blocks of months."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.queries import Query
from goldenthread.engine.periods import Period, merged, months_within

_BITS, _LONGEST = 64, 12
_STARTS = _BITS - _LONGEST  # first months that one block has room for
_KEPT = 64  # tables of times that a process keeps: most queries have the same


def register_times(connection: duckdb.DuckDBPyConnection, query: Query) -> None:
    """The table `times`: the stretches that rows are put into, by number.

    By month they are months, numbered from the first one, and beside it are `blocks` of months, and `periods` with the
    first and the last month of each; otherwise they are the periods themselves.
    """
    periods, base = query.periods, _first_month(query.periods)
    connection.register("times", _times(periods, base, by_month=query.by_month))
    if query.by_month:
        connection.register("blocks", _blocks(periods, base))
        connection.register("periods", _periods(periods))


def months_of(periods: Sequence[Period]) -> list[tuple[int, int]]:
    """The first and the last month of each period, as they are numbered in `times`."""
    base = _first_month(periods)
    return [(_months(period.first) - base, _months(period.last) - base) for period in periods]


def months_in_blocks(periods: Sequence[Period]) -> list[tuple[int, int]]:
    """The block of each period, and its months as bits. No period that is counted is longer than twelve months."""
    found = []
    for first, last in months_of(periods):
        block, shift = divmod(first, _STARTS)
        found.append((block, ((1 << (last - first + 1)) - 1) << shift))
    return found


@lru_cache(maxsize=_KEPT)
def _times(periods: tuple[Period, ...], base: int, *, by_month: bool) -> pa.Table:
    times = list(enumerate(periods))
    if by_month:
        months = (month for span in merged([period.span for period in periods]) for month in months_within(span))
        times = [(_months(month.first) - base, month) for month in months]
    return pa.table({
        "stretch": pa.array([at for at, _ in times], pa.int32()),
        "first": pa.array([time.first for _, time in times], pa.date32()),
        "last": pa.array([time.last for _, time in times], pa.date32()),
    })  # fmt: skip


@lru_cache(maxsize=_KEPT)
def _periods(periods: tuple[Period, ...]) -> pa.Table:
    months = months_of(periods)
    return pa.table({
        "stretch": pa.array(range(len(periods)), pa.int32()),
        "first_month": pa.array([first for first, _ in months], pa.int32()),
        "last_month": pa.array([last for _, last in months], pa.int32()),
    })  # fmt: skip


def _blocks(periods: Sequence[Period], base: int) -> pa.Table:
    """Stretches of as many months as a number has bits. Each period lies wholly in the one that it begins in."""
    last = max((_months(period.last) - base for period in periods), default=0)
    firsts = list(range(0, last + 1, _STARTS))
    return pa.table({
        "block": pa.array(range(len(firsts)), pa.int32()),
        "first_month": pa.array(firsts, pa.int32()),
        "last_month": pa.array([first + _BITS - 1 for first in firsts], pa.int32()),
    })  # fmt: skip


def _first_month(periods: Sequence[Period]) -> int:
    return _months(min(period.first for period in periods)) if periods else 0


def _months(day: date) -> int:
    return day.year * 12 + day.month
