"""The spine: every period and every group of it, listed before a row is counted, so that a quiet one is nought."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.groups import ALL, FIRST, groups_of
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.definitions import ByPlace
from goldenthread.engine.definitions.breakdowns import NOT_RECORDED, nested
from goldenthread.engine.periods import Period, financial_year_of, merged, months_within

_BITS, _LONGEST = 64, 12
_STARTS = _BITS - _LONGEST  # first months that one block has room for
_LAST = 1_000_000
_KEPT = 64  # tables of periods that a process keeps: most queries have the same

_SPINE = f"""
CREATE OR REPLACE TEMP TABLE spine AS
SELECT periods.stretch, division, breakdown, number, "group", place,
       CASE WHEN above IS NOT NULL THEN "group" END AS part_of FROM periods CROSS JOIN declared
WHERE kind IS NULL OR kind IN (SELECT kind FROM places)
UNION ALL
SELECT DISTINCT periods.stretch, division, breakdown, places.number, places.name, places.number,
       CASE WHEN above IS NOT NULL THEN coalesce(wholes.name, '{NOT_RECORDED}') END
FROM periods JOIN places ON places.opened <= periods.last AND places.closed > periods.first
JOIN (SELECT DISTINCT division, breakdown, kind, above FROM declared WHERE kind IS NOT NULL) AS of_places USING (kind)
LEFT JOIN named_places AS parts ON parts.kind = above AND parts.through = of_places.kind
     AND parts.named = places.name AND periods.last >= parts.opened AND periods.last < parts.closed
LEFT JOIN (SELECT DISTINCT kind, number, name FROM places) AS wholes ON wholes.kind = above
     AND wholes.number = parts.number
"""


def register_spine(connection: duckdb.DuckDBPyConnection, query: Query) -> None:
    """The tables `periods`, `times` (the stretches that rows are put into), `blocks` of months, and `spine`.

    A place is a group while it is there; beside it is the place that it is `part_of` at the end of the period. Where
    the area lists no place of a kind, there are no groups of it at all.
    """
    periods = query.periods
    base = _months(min(period.first for period in periods)) if periods else 0
    connection.register("periods", _periods(periods, base))
    connection.register("times", _times(periods, base, by_month=query.by_month))
    connection.register("blocks", _blocks(periods, base))
    connection.register("declared", _declared(query))
    connection.execute(_SPINE)


def _declared(query: Query) -> pa.Table:
    kind_of = {each.code: each.kind for each in query.breakdowns() if isinstance(each, ByPlace)}
    above = {part: kind_of[whole] for part, whole in nested(query.breakdowns()).items()}
    rows = [
        (
            division,
            breakdown.code if breakdown else ALL,
            number,
            group,
            number if number >= FIRST else _LAST + number,
            breakdown.kind if isinstance(breakdown, ByPlace) else None,
            above.get(breakdown.code) if breakdown else None,
        )
        for division, breakdown in query.divisions().items()
        for number, group in groups_of(breakdown)
    ]
    small, text = pa.int32(), pa.string()
    kinds = {"division": small, "breakdown": text, "number": pa.int16(), "group": text, "place": small}
    kinds |= {"kind": text, "above": text}
    return pa.table({
        name: pa.array([row[at] for row in rows], kind) for at, (name, kind) in enumerate(kinds.items())
    })  # fmt: skip


@lru_cache(maxsize=_KEPT)
def _periods(periods: tuple[Period, ...], base: int) -> pa.Table:
    bits = [_bits(period, base) for period in periods]
    return pa.table({
        "stretch": pa.array(range(len(periods)), pa.int32()),
        "code": pa.array([period.code for period in periods], pa.string()),
        "first": pa.array([period.first for period in periods], pa.date32()),
        "last": pa.array([period.last for period in periods], pa.date32()),
        "mid_year": pa.array([financial_year_of(period.last).first.year for period in periods], pa.int64()),
        "first_month": pa.array([_months(period.first) - base for period in periods], pa.int32()),
        "last_month": pa.array([_months(period.last) - base for period in periods], pa.int32()),
        "block": pa.array([block for block, _ in bits], pa.int32()),
        "months": pa.array([months for _, months in bits], pa.uint64()),
    })  # fmt: skip


@lru_cache(maxsize=_KEPT)
def _times(periods: tuple[Period, ...], base: int, *, by_month: bool) -> pa.Table:
    """By month the months that any period holds, otherwise the periods themselves."""
    times = list(enumerate(periods))
    if by_month:
        months = (month for span in merged([period.span for period in periods]) for month in months_within(span))
        times = [(_months(month.first) - base, month) for month in months]
    return pa.table({
        "stretch": pa.array([at for at, _ in times], pa.int32()),
        "first": pa.array([time.first for _, time in times], pa.date32()),
        "last": pa.array([time.last for _, time in times], pa.date32()),
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


def _bits(period: Period, base: int) -> tuple[int, int]:
    """The block of a period, and its months as bits. No period that is counted is longer than twelve months."""
    first, last = _months(period.first) - base, _months(period.last) - base
    block, shift = divmod(first, _STARTS)
    return block, ((1 << (last - first + 1)) - 1) << shift


def _months(day: date) -> int:
    return day.year * 12 + day.month
