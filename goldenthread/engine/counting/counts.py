"""Counting every indicator over every period and group: once for each dataset and way of dividing time."""

from collections.abc import Iterator, Mapping, Sequence

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.cells import cells
from goldenthread.engine.counting.children import register_children
from goldenthread.engine.counting.evidence import opened
from goldenthread.engine.counting.middles import register_middles
from goldenthread.engine.counting.parts import Part
from goldenthread.engine.counting.places import register_places
from goldenthread.engine.counting.populations import register_populations
from goldenthread.engine.counting.queries import Evidence, Query, together
from goldenthread.engine.counting.rows import said_sql
from goldenthread.engine.counting.spine import register_spine
from goldenthread.engine.counting.supplied import Told, supplied_cells
from goldenthread.engine.counting.tallies import register_tallies
from goldenthread.engine.definitions import ByPlace, Cohort, Dataset, Indicator, Supplied


def count(
    indicators: Sequence[Indicator],
    *,
    datasets: Mapping[str, Dataset],
    parts: Sequence[Part],
    cohorts: Mapping[str, Cohort] | None = None,
    told: Mapping[str, Sequence[Told]] | None = None,
) -> Iterator[tuple[Indicator, pa.Table]]:
    """Each indicator with its cells (`cells.FIELDS`), for every period that the parts of its dataset cover whole.

    `told` holds the figures that were supplied, by indicator (`supplied.supplied`).
    """
    evidence = Evidence(datasets, parts, cohorts or {}, told or {})
    queries = list(together([each for each in indicators if not isinstance(each.over, Supplied)], evidence))
    covered = [query for query in queries if query.periods]
    if covered:
        connection = _prepared(covered, evidence)
        try:
            for query in covered:
                yield from _answered(connection, query, evidence)
        finally:
            connection.close()
    counted = {indicator.code for query in covered for indicator in query.indicators}
    for indicator in indicators:
        if indicator.code not in counted:
            yield indicator, supplied_cells(indicator, evidence.told.get(indicator.code, ()))


def _prepared(queries: Sequence[Query], evidence: Evidence) -> duckdb.DuckDBPyConnection:
    """A connection that knows what all queries share: children, places, populations."""
    names = sorted(set().union(*(query.reads() for query in queries)))
    connection = opened(names, datasets=evidence.datasets, parts=evidence.parts, cohorts=evidence.cohorts)
    breakdowns = dict.fromkeys(each for query in queries for each in query.breakdowns() if isinstance(each, ByPlace))
    register_places(connection, breakdowns)
    register_populations(connection, [each for query in queries for each in query.indicators])
    of_children = {query.dataset for query in queries if evidence.rows_of(query.dataset).child}
    register_children(connection, queries, sorted(of_children))
    return connection


def _answered(
    connection: duckdb.DuckDBPyConnection, query: Query, evidence: Evidence
) -> Iterator[tuple[Indicator, pa.Table]]:
    register_spine(connection, query)
    said = said_sql(query, evidence.rows_of(query.dataset))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE said AS {said}")
    register_tallies(connection, query)
    register_middles(connection, query)
    for indicator, counted in cells(connection, query):
        told = supplied_cells(indicator, evidence.told.get(indicator.code, ()), beside=counted)
        yield indicator, pa.concat_tables([counted, told], promote_options="default")
