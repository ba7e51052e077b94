"""What lies beneath a figure: the very rows that it was counted from, and the cells of those who supplied one.

The rows are found by the same query that counts them, so they come to the figure; they carry keys, never names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from goldenthread.engine.counting.children import register_children
from goldenthread.engine.counting.evidence import WHERE_FROM, opened
from goldenthread.engine.counting.groups import groups_of
from goldenthread.engine.counting.parts import Part, parts_of
from goldenthread.engine.counting.places import register_places
from goldenthread.engine.counting.queries import Evidence, Query
from goldenthread.engine.counting.rows import said_sql
from goldenthread.engine.counting.states import NO, NOT_CONCERNED, UNKNOWN, YES
from goldenthread.engine.counting.times import register_times
from goldenthread.engine.definitions import (
    CHILDREN,
    Breakdown,
    ByPlace,
    Indicator,
    Share,
    Supplied,
    SuppliedFigures,
    Total,
)
from goldenthread.engine.periods import Period

COUNTED_AS = {YES: "counted", UNKNOWN: "not known", NO: "not counted"}
"""What a row is in a figure: in its numerator, of those of whom the records do not say, or only in its denominator."""


@dataclass(frozen=True)
class Source:
    """Where a row came from: its place in a file of a return, by the return's number. A text file has no sheet."""

    of_return: int
    file: str
    sheet: str
    row: int | None

    @property
    def place(self) -> str:
        """The place in the file, in words."""
        sheet, row = f"sheet {self.sheet}" if self.sheet else "", f"row {self.row}" if self.row else ""
        return ", ".join(filter(None, [self.file, sheet, row]))


@dataclass(frozen=True)
class Beneath:
    """Some of the rows beneath a figure. A row is what it is counted as, and then what stands in `columns`.

    `sources` says of each row where it came from; of a cohort's, which are made of several, it says nothing. `total` is
    how many rows there are in all, `numerator` what those that are counted come to.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    sources: Sequence[Source]
    total: int
    numerator: int


def beneath(
    indicator: Indicator,
    evidence: Evidence,
    period: Period,
    group: tuple[Breakdown, str] | None,
    *,
    columns: Sequence[str],
    first: int,
    number: int,
) -> Beneath:
    """Rows of a figure from the `first` (0 is the first of all), at most so many: those that are counted before others.

    ValueError for an indicator that is supplied and not counted.
    """
    if isinstance(indicator.over, Supplied):
        raise ValueError(f"{indicator.code} is not counted from rows")
    alone = replace(indicator, breakdowns=(group[0],) if group else ())
    query = Query(indicator.dataset, indicator.over, False, (alone,), (period,))
    dataset = evidence.rows_of(query.dataset)
    shown = (*(("child_key",) if dataset.child else ()), *columns)
    where_from = () if query.dataset in evidence.cohorts else tuple(WHERE_FROM)
    with opened(
        sorted(query.reads()), datasets=evidence.datasets, parts=evidence.parts, cohorts=evidence.cohorts, sources=True
    ) as connection:
        register_places(connection, [each for each in query.breakdowns() if isinstance(each, ByPlace)])
        register_children(connection, [query], evidence)
        register_times(connection, query)
        said = said_sql(query, dataset, also=[*shown, *where_from])
        within = f"WHERE state <> {NOT_CONCERNED} AND {_in_group(connection, group)}"
        state = f'"state {indicator.code}" AS state'
        connection.execute(f"CREATE TEMP TABLE found AS SELECT *, {state} FROM ({said})")
        total, numerator = _sums(connection, alone, within)
        wanted = ", ".join(["state", *(f'"{name}"' for name in [*shown, *where_from])])
        order = wanted.replace("state", "state DESC", 1)
        asked = f"SELECT {wanted} FROM found {within} ORDER BY {order} LIMIT ? OFFSET ?"
        found = connection.execute(asked, [number, first]).fetchall()
        rows = [(COUNTED_AS[row[0]], *row[1 : 1 + len(shown)]) for row in found]
        sources = [Source(*row[1 + len(shown) :]) for row in found if where_from]
        return Beneath(shown, rows, sources, total, numerator)


def _in_group(connection: duckdb.DuckDBPyConnection, group: tuple[Breakdown, str] | None) -> str:
    if group is None:
        return "true"
    breakdown, name = group
    numbers = {label: number for number, label in groups_of(breakdown)}
    if isinstance(breakdown, ByPlace):
        asked = "SELECT DISTINCT name, number FROM places WHERE kind = ?"
        numbers |= dict(connection.execute(asked, [breakdown.kind]).fetchall())
    return f'"group {breakdown.code}" = {numbers[name]}' if name in numbers else "false"


def _sums(connection: duckdb.DuckDBPyConnection, indicator: Indicator, within: str) -> tuple[int, int]:
    measure = indicator.measure
    if isinstance(measure, Total | Share):
        counted = f'coalesce(sum("value {indicator.code}") FILTER (state = {YES}), 0)'
    else:
        what = "DISTINCT child" if indicator.counts is CHILDREN else "*"
        counted = f"count({what}) FILTER (state = {YES})"
    total, numerator = connection.execute(f"SELECT count(*), {counted} FROM found {within}").fetchall()[0]
    return int(total), int(numerator)


@dataclass(frozen=True)
class SenderCell:
    """A row in which somebody supplied a figure: what it says, who sent it, and where it came from."""

    says: Mapping[str, Any]
    agency: str
    source: Source


def supplied_beneath(where: SuppliedFigures, parts: Sequence[Part], code: str, period: Period) -> list[SenderCell]:
    """The rows in which figures of an indicator were supplied for a period, or for stretches of which it is made."""
    found: list[SenderCell] = []
    for part in parts_of(where.dataset, parts):
        with opened([], datasets={}, parts=[part]) as connection:
            asked = (
                f'SELECT * FROM read_parquet(?) WHERE "{where.indicator}" = ? AND "{where.first}" >= ?'
                f' AND "{where.last}" <= ? AND "{where.about}" = ? ORDER BY "{where.last}", source_row'
            )
            values = [str(part.path), code, period.first, period.last, where.ours]
            answer = connection.execute(asked, values)
            names = [column[0] for column in answer.description or []]
            found += [_cell(dict(zip(names, row, strict=True)), part) for row in answer.fetchall()]
    return found


def _cell(says: dict[str, Any], part: Part) -> SenderCell:
    file, sheet, row = (says.pop(name, None) for name in ("source_file", "source_sheet", "source_row"))
    return SenderCell(says, part.agency, Source(part.of_return, file or "", sheet or "", row))
