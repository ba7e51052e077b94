"""Populations: what a rate is divided by, for the whole and for each group that there is an estimate of."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.evidence import view_of
from goldenthread.engine.counting.groups import ALL
from goldenthread.engine.definitions import Indicator, Population, Rate


def populations_read(indicators: Sequence[Indicator]) -> set[str]:
    """The datasets in which the populations of some indicators stand."""
    return {each.measure.of.dataset for each in indicators if isinstance(each.measure, Rate)}


@dataclass(frozen=True)
class Estimates:
    """What a rate is divided by: of how many `people`, in which `edition`, for each mid-year, breakdown and group."""

    about: list[tuple[int, str, str]]
    people: pa.Array
    edition: pa.Array


def estimates(connection: duckdb.DuckDBPyConnection, of: Population) -> Estimates:
    """The estimates of a population."""
    found = connection.execute(_estimates_sql(of), {"aged": of.aged}).fetchall()
    return Estimates(
        [(row[0], row[1], row[2]) for row in found],
        pa.array([row[3] for row in found], pa.int64()),
        pa.array([row[4] for row in found], pa.string()),
    )


def _estimates_sql(of: Population) -> str:
    """One estimate for each mid-year and group: that of the newest return, where several give one."""
    same = f'"{of.mid_year}", coalesce("{of.breakdown}", \'{ALL}\'), coalesce("{of.group}", \'{ALL}\')'
    newest = f'row_number() OVER (PARTITION BY {same} ORDER BY covers_last DESC, "{of.edition}" DESC) = 1'
    return (
        f'SELECT {same}, "{of.people}", "{of.edition}" FROM {view_of(of.dataset)}'
        f' WHERE "{of.ages}" = $aged QUALIFY {newest}'
    )
