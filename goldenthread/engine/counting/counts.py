"""Counting every indicator over every period and group, with one query for each dataset and way of dividing time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.cells import cells
from goldenthread.engine.counting.evidence import listed_only, opened, view_of
from goldenthread.engine.counting.groups import ALL, groups_of, label_sql, usable
from goldenthread.engine.counting.parts import Part, covered
from goldenthread.engine.counting.populations import populations_read, register_populations
from goldenthread.engine.counting.states import EXACT, NO, UNKNOWN, YES, state_sql, value_sql, whole_sql
from goldenthread.engine.counting.supplied import Told, supplied_cells
from goldenthread.engine.definitions import (
    CHILDREN,
    ROWS,
    At,
    Breakdown,
    Cohort,
    Dataset,
    During,
    Indicator,
    Median,
    Over,
    Share,
    Supplied,
    Total,
)
from goldenthread.engine.periods import (
    Period,
    Span,
    add_months,
    common,
    financial_year_of,
    flow_periods_within,
    month_ends_within,
    next_april,
)


@dataclass(frozen=True)
class Query:
    """Indicators that read the same rows of the same periods, and are therefore counted together."""

    dataset: str
    over: At | During
    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]

    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Every breakdown that any of the indicators has, once."""
        found = {each.code: each for indicator in self.indicators for each in _usable(indicator)}
        return tuple(found.values())

    def reads(self) -> set[str]:
        """The datasets that are read."""
        return {self.dataset, *self.looked_up(), *populations_read(self.indicators)}

    def looked_up(self) -> set[str]:
        """The datasets in which breakdowns find the child."""
        return {breakdown.dataset for breakdown in self.breakdowns()} - {self.dataset}


@dataclass(frozen=True)
class Evidence:
    """All that figures are worked out from: what is declared, the parts, and the figures supplied, by indicator."""

    datasets: Mapping[str, Dataset]
    parts: Sequence[Part]
    cohorts: Mapping[str, Cohort]
    told: Mapping[str, Sequence[Told]]

    def rows_of(self, name: str) -> Dataset:
        """What the rows of a dataset or a cohort are."""
        return self.cohorts[name].dataset if name in self.cohorts else self.datasets[name]

    def covers(self, name: str) -> list[Span]:
        """The days that a dataset's parts speak of; of a cohort those for which they also reach back far enough."""
        if name not in self.cohorts:
            return covered(name, self.parts)
        cohort = self.cohorts[name]
        begins = next_april if cohort.from_april else lambda day: add_months(day, cohort.looks_back)
        spans = (
            (begins(each.first), add_months(each.last, -cohort.looks_ahead))
            for each in common(*map(self.covers, cohort.reads))
        )
        return [Span(first, last) for first, last in spans if first <= last]


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
    for query in _together([each for each in indicators if not isinstance(each.over, Supplied)], evidence):
        yield from _answered(query, evidence)
    for indicator in indicators:
        if isinstance(indicator.over, Supplied):
            yield indicator, supplied_cells(indicator, evidence.told.get(indicator.code, ()))


def _answered(query: Query, evidence: Evidence) -> Iterator[tuple[Indicator, pa.Table]]:
    connection = opened(
        sorted(query.reads()), datasets=evidence.datasets, parts=evidence.parts, cohorts=evidence.cohorts
    )
    try:
        _register_periods(connection, query)
        _register_spine(connection, query)
        register_populations(connection, query.indicators)
        if _about_children(query):
            keys = f"SELECT DISTINCT child_key FROM {view_of(query.dataset)} WHERE child_key IS NOT NULL"
            connection.execute(f"CREATE TEMP TYPE known_child AS ENUM ({keys})")
        connection.execute(f"CREATE TEMP TABLE states AS {_states_sql(query, evidence.rows_of(query.dataset))}")
        _count_states(connection, query)
        for indicator in query.indicators:
            counted = cells(connection, indicator)
            told = supplied_cells(indicator, evidence.told.get(indicator.code, ()), beside=counted)
            yield indicator, pa.concat_tables([counted, told], promote_options="default")
    finally:
        connection.close()


def _together(indicators: Sequence[Indicator], evidence: Evidence) -> Iterator[Query]:
    def same(indicator: Indicator) -> tuple[str, str]:
        return indicator.dataset, repr(indicator.over)

    for _, group in groupby(sorted(indicators, key=same), key=same):
        found = tuple(group)
        over = found[0].over
        if not isinstance(over, Supplied):
            yield Query(found[0].dataset, over, found, tuple(_periods(over, evidence.covers(found[0].dataset))))


def _periods(over: Over, covers: Sequence[Span]) -> Iterator[Period]:
    within = month_ends_within if isinstance(over, At) else flow_periods_within
    for span in covers:
        yield from within(span)


def _usable(indicator: Indicator) -> list[Breakdown]:
    return [breakdown for breakdown in indicator.breakdowns if usable(breakdown, indicator)]


def _register_periods(connection: duckdb.DuckDBPyConnection, query: Query) -> None:
    connection.register(
        "periods",
        pa.table(
            {
                "code": pa.array([period.code for period in query.periods], pa.string()),
                "first": pa.array([period.first for period in query.periods], pa.date32()),
                "last": pa.array([period.last for period in query.periods], pa.date32()),
                "mid_year": pa.array(
                    [financial_year_of(period.last).first.year for period in query.periods], pa.int64()
                ),
            }
        ),
    )


def _register_spine(connection: duckdb.DuckDBPyConnection, query: Query) -> None:
    """Every group of every indicator, before a row is counted: a quiet one is nought, not missing."""
    rows = [
        (indicator.code, breakdown.code if breakdown else ALL, group, at)
        for indicator in query.indicators
        for breakdown in [None, *_usable(indicator)]
        for at, group in enumerate(groups_of(breakdown))
    ]
    names = ("indicator", "breakdown", "group", "at")
    connection.register("spine", pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))))


def _states_sql(query: Query, dataset: Dataset) -> str:
    """One row for each row that belongs to a period: its groups, its state and its value for each indicator.

    Groups are told from codes as they came; to predicates a code that its list does not know is one that is not known.
    """
    labels = [f'{label_sql(each, query.indicators[0])} AS "group {each.code}"' for each in query.breakdowns()]
    states = [f'{state_sql(each.measure)} AS "state {each.code}"' for each in query.indicators]
    values = [f'{value_sql(each.measure)} AS "value {each.code}"' for each in query.indicators]
    values += [f'{whole_sql(each.measure)} AS "whole {each.code}"' for each in query.indicators]
    groups = [f'"group {each.code}"' for each in query.breakdowns()]
    days = ["period.first AS period_start", "period.last AS period_end"]
    present = ", ".join([f"held.*{listed_only(dataset, 'held')}", 'period.code AS "the period"', *days, *labels])
    wanted = ", ".join(['"the period"', _child(query), *groups, *states, *values])
    joins = f"FROM periods AS period JOIN {view_of(query.dataset)} AS held ON {_belongs(query.over)} {_person(query)}"
    return f"WITH present AS (SELECT {present} {joins}) SELECT {wanted} FROM present"


def _belongs(over: At | During) -> str:
    """When a row belongs to a period. Its day must also lie within what its own return covers."""
    if isinstance(over, At):
        return (
            f'held."{over.opened}" <= period.last'
            f' AND (held."{over.closed}" IS NULL OR held."{over.closed}" > period.last)'
            " AND period.last BETWEEN held.covers_first AND held.covers_last"
        )
    date = f'held."{over.date}"'
    return f"{date} BETWEEN period.first AND period.last AND {date} BETWEEN held.covers_first AND held.covers_last"


def _person(query: Query) -> str:
    """The child's own row, for breakdowns: of each particular what the newest return that knows it says."""
    if not query.looked_up():
        return ""
    (people,) = query.looked_up()
    known = {breakdown.column for breakdown in query.breakdowns() if breakdown.dataset == people}
    newest = ", ".join(
        f'arg_max("{column}", (covers_last, covers_first, "{column}")) AS "{column}"' for column in sorted(known)
    )
    each = f"SELECT child_key, {newest} FROM {view_of(people)} GROUP BY child_key"
    return f"LEFT JOIN ({each}) AS person ON person.child_key = held.child_key"


def _child(query: Query) -> str:
    """The child, where children are counted or protected; nobody where rows are about no child.

    A child is a place in a list rather than a key of 64 letters: counting different children is most of the work.
    """
    return "CAST(child_key AS known_child) AS child_key" if _about_children(query) else "NULL AS child_key"


def _about_children(query: Query) -> bool:
    return any(CHILDREN in (each.counts, each.protects) for each in query.indicators)


def _count_states(connection: duckdb.DuckDBPyConnection, query: Query) -> None:
    """The table `counted`: for each indicator, period and group, how many say yes, unknown and no, how many children
    stand behind each, and the values of the yes, in order.

    Rows are brought together by child once for each breakdown, for all indicators at a time.
    """
    connection.execute(
        'CREATE TEMP TABLE counted (indicator VARCHAR, breakdown VARCHAR, period VARCHAR, "group" VARCHAR,'
        " yes BIGINT, unknown BIGINT, no BIGINT, yes_children BIGINT, unknown_children BIGINT, no_children BIGINT,"
        f' "values" {EXACT}[])'
    )
    for breakdown in [None, *query.breakdowns()]:
        having = [each for each in query.indicators if breakdown is None or breakdown in _usable(each)]
        connection.execute(f"CREATE OR REPLACE TEMP TABLE by_child AS {_by_child_sql(having, breakdown)}")
        for indicator in having:
            connection.execute(f"INSERT INTO counted {_counted_sql(indicator, breakdown)}")


def _children_sql(code: str) -> str:
    return ", ".join(f'count(child_key) FILTER ("{name} {code}" > 0)' for name in _STATES)


_STATES = {"yes": YES, "unknown": UNKNOWN, "no": NO}


def _by_child_sql(indicators: Sequence[Indicator], breakdown: Breakdown | None) -> str:
    """One row for each child, period and group: of each indicator how many rows say what, and their values."""
    group = f'"group {breakdown.code}"' if breakdown else f"'{ALL}'"
    said = ", ".join(part for indicator in indicators for part in _said_by_child(indicator))
    return f'SELECT "the period" AS period, {group} AS "group", child_key, {said} FROM states GROUP BY ALL'


def _said_by_child(indicator: Indicator) -> Iterator[str]:
    code, state = indicator.code, f'"state {indicator.code}"'
    for name, number in _STATES.items():
        if amount := _amount(indicator, name):
            yield f'CAST(coalesce(sum({amount}) FILTER ({state} = {YES}), 0) AS BIGINT) AS "{name} {code}"'
            continue
        if indicator.counts is CHILDREN:
            yield f'CAST(coalesce(max({state}) = {number}, false) AS BIGINT) AS "{name} {code}"'
        else:
            yield f'count(*) FILTER ({state} = {number}) AS "{name} {code}"'
    if isinstance(indicator.measure, Median):
        yield f'list("value {code}") FILTER ({state} = {YES}) AS "values {code}"'


def _amount(indicator: Indicator, name: str) -> str:
    """What a row that says yes adds to a state, where amounts are added up and rows not counted."""
    code = indicator.code
    if name == "yes" and isinstance(indicator.measure, Total | Share):
        return f'"value {code}"'
    return f'"whole {code}" - "value {code}"' if name == "no" and isinstance(indicator.measure, Share) else ""


def _counted_sql(indicator: Indicator, breakdown: Breakdown | None) -> str:
    code = indicator.code
    rows = ", ".join(f'sum("{name} {code}")' for name in _STATES)
    # Rows that do not say which child they are about are taken for as many children.
    children = rows if indicator.protects is ROWS else _children_sql(code)
    values = f'list_sort(flatten(list("values {code}") FILTER ("values {code}" IS NOT NULL)))'
    return (
        f"SELECT '{code}', '{breakdown.code if breakdown else ALL}', period, \"group\", {rows}, {children},"
        f' {values if isinstance(indicator.measure, Median) else "NULL"} FROM by_child GROUP BY period, "group"'
    )
