"""Populations: what a rate is divided by, for the whole and for each group that there is an estimate of."""

from collections.abc import Sequence

import duckdb

from goldenthread.engine.counting.evidence import view_of
from goldenthread.engine.counting.groups import ALL
from goldenthread.engine.definitions import Indicator, Population, Rate


def populations_read(indicators: Sequence[Indicator]) -> set[str]:
    """The datasets in which the populations of some indicators stand."""
    return {each.measure.of.dataset for each in indicators if isinstance(each.measure, Rate)}


def register_populations(connection: duckdb.DuckDBPyConnection, indicators: Sequence[Indicator]) -> None:
    """The table `populations`: people and edition by indicator, mid-year, breakdown and group."""
    connection.execute(
        'CREATE TEMP TABLE populations (indicator VARCHAR, mid_year BIGINT, breakdown VARCHAR, "group" VARCHAR,'
        " people BIGINT, edition VARCHAR)"
    )
    for indicator in indicators:
        if isinstance(indicator.measure, Rate):
            connection.execute(
                f"INSERT INTO populations {_estimates_sql(indicator.measure.of)}",
                {"indicator": indicator.code, "aged": indicator.measure.of.aged},
            )


def _estimates_sql(of: Population) -> str:
    """One estimate for each mid-year and group: that of the newest return, where several give one."""
    same = f'"{of.mid_year}", coalesce("{of.breakdown}", \'{ALL}\'), coalesce("{of.group}", \'{ALL}\')'
    newest = f'row_number() OVER (PARTITION BY {same} ORDER BY covers_last DESC, "{of.edition}" DESC) = 1'
    return (
        f'SELECT $indicator, {same}, "{of.people}", "{of.edition}" FROM {view_of(of.dataset)}'
        f' WHERE "{of.ages}" = $aged QUALIFY {newest}'
    )
