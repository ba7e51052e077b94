"""Counting every indicator over every period and group: once for each dataset and way of dividing time."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.cells import Found, cells
from goldenthread.engine.counting.children import register_children
from goldenthread.engine.counting.evidence import opened
from goldenthread.engine.counting.middles import middles
from goldenthread.engine.counting.parts import Part
from goldenthread.engine.counting.places import Listing, listing, register_places
from goldenthread.engine.counting.populations import Estimates, estimates
from goldenthread.engine.counting.queries import Evidence, Query, together
from goldenthread.engine.counting.rows import said_sql
from goldenthread.engine.counting.spine import Spine
from goldenthread.engine.counting.supplied import Told, supplied_cells
from goldenthread.engine.counting.tallies import tallied
from goldenthread.engine.counting.times import register_times
from goldenthread.engine.definitions import ByPlace, Cohort, Dataset, Indicator, Rate, Supplied


def count(
    indicators: Sequence[Indicator],
    *,
    datasets: Mapping[str, Dataset],
    parts: Sequence[Part],
    cohorts: Mapping[str, Cohort] | None = None,
    told: Mapping[str, Sequence[Told]] | None = None,
) -> Iterator[tuple[Indicator, pa.Table]]:
    """Each indicator with its cells (`fields.CELLS`), for every period that the parts of its dataset cover whole.

    `told` holds the figures that were supplied, by indicator (`supplied.supplied`).
    """
    with closing(Counting(indicators, Evidence(datasets, parts, cohorts or {}, told or {}))) as counting:
        for step in counting.steps():
            yield from counting.counted(step)


class Counting:
    """The counting of some indicators, in steps of which each can be taken for itself.

    What all steps share is prepared once, by the first that needs it. `sharing` is among how many processes the
    machine is divided.
    """

    def __init__(self, indicators: Sequence[Indicator], evidence: Evidence, *, sharing: int = 1) -> None:
        self.evidence, self.sharing = evidence, sharing
        queries = together([each for each in indicators if not isinstance(each.over, Supplied)], evidence)
        self.queries = [query for query in queries if query.periods]
        counted = {indicator.code for query in self.queries for indicator in query.indicators}
        self.not_counted = [each for each in indicators if each.code not in counted]

    def close(self) -> None:
        """Let go of what was prepared."""
        if "_connection" in self.__dict__:
            self._connection.close()

    def steps(self) -> range:
        """The steps by number: one for each query, and the last for what nothing is counted of."""
        return range(len(self.queries) + 1)

    def reads(self, step: int) -> set[str]:
        """The datasets that are read in a step, those that its cohorts are made of among them."""
        read = self.queries[step].reads() if step < len(self.queries) else ()
        return set[str]().union(*map(self.evidence.sent, read))

    def how_many(self, step: int) -> int:
        """How many indicators are counted in a step."""
        return len(self.not_counted if step == len(self.queries) else self.queries[step].indicators)

    def counted(self, step: int) -> Iterator[tuple[Indicator, pa.Table]]:
        """The indicators of a step with their cells."""
        if step == len(self.queries):
            for indicator in self.not_counted:
                yield indicator, supplied_cells(indicator, self._told(indicator))
        else:
            yield from self._answered(self.queries[step])

    @cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        """A connection that knows what all queries share: children and places."""
        queries, evidence = self.queries, self.evidence
        names = sorted(set().union(*(query.reads() for query in queries)))
        connection = opened(
            names,
            datasets=evidence.datasets,
            parts=evidence.parts,
            cohorts=evidence.cohorts,
            sharing=self.sharing,
        )
        breakdowns = dict.fromkeys(
            each for query in queries for each in query.breakdowns() if isinstance(each, ByPlace)
        )
        register_places(connection, breakdowns)
        register_children(connection, queries, evidence)
        return connection

    @cached_property
    def _listing(self) -> Listing:
        return listing(self._connection)

    def _answered(self, query: Query) -> Iterator[tuple[Indicator, pa.Table]]:
        connection, spine = self._connection, Spine(query, self._listing)
        register_times(connection, query)
        said = said_sql(query, self.evidence.rows_of(query.dataset))
        connection.execute(f"CREATE OR REPLACE TEMP TABLE said AS {said}")
        found = Found(
            spine, tallied(connection, query, spine.shape), middles(connection, query), self._estimates(query)
        )
        for indicator, counted in cells(query, found):
            told = supplied_cells(indicator, self._told(indicator), beside=counted)
            yield indicator, pa.concat_tables([counted, told], promote_options="default")

    def _estimates(self, query: Query) -> dict[str, Estimates]:
        return {
            each.code: estimates(self._connection, each.measure.of)
            for each in query.indicators
            if isinstance(each.measure, Rate)
        }

    def _told(self, indicator: Indicator) -> Sequence[Told]:
        return self.evidence.told.get(indicator.code, ())
