"""Tallies: of each indicator, time and group how many rows say yes, do not say, and say no, and how many children.

Where a row says the same in every period it is looked at once, in its month. Of rows a longer period then has as many
as its months together. Of children it does not, for one may come again: so each child's months are kept as the bits of
a number, children of equal bits are counted together, and a period counts those with a bit among its own.
"""

from collections.abc import Iterator, Sequence

import duckdb

from goldenthread.engine.counting.groups import sets_sql, which_sql
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.counting.states import NO, UNKNOWN, YES
from goldenthread.engine.definitions import CHILDREN, Indicator, Share, Total

STATES = {"yes": YES, "unknown": UNKNOWN, "no": NO}


def register_tallies(connection: duckdb.DuckDBPyConnection, query: Query) -> None:
    """The tables `rows_counted` and `children_counted`, from `said`: one row for each breakdown (its place in the
    query's, from 1; 0 is the whole), period (`stretch`) and group (`number`), and three columns for each indicator.
    """
    connection.execute(f"CREATE OR REPLACE TEMP TABLE tallied AS {_rows_sql(query)}")
    if not query.by_month:
        connection.execute("CREATE OR REPLACE TEMP TABLE rows_counted AS FROM tallied")
        connection.execute(f"CREATE OR REPLACE TEMP TABLE children_counted AS {_children_sql(query)}")
        return
    sums = ", ".join(f'sum("{name}") AS "{name}"' for name in _names(query))
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE rows_counted AS SELECT breakdown, periods.stretch, number, {sums}"
        " FROM tallied JOIN periods ON tallied.stretch BETWEEN periods.first_month AND periods.last_month"
        " GROUP BY breakdown, periods.stretch, number"
    )
    connection.execute(f"CREATE OR REPLACE TEMP TABLE months_of_children AS {_months_sql(query)}")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE children_counted AS {_children_of_months_sql(query)}")


def _names(query: Query) -> list[str]:
    return [f"{name} {each.code}" for each in query.indicators for name in STATES]


def _rows_sql(query: Query) -> str:
    """How many rows say what, in each group and time."""
    said = ", ".join(f'{_tally(each, name)} AS "{name} {each.code}"' for each in query.indicators for name in STATES)
    every = query.divisions()
    return f"SELECT {which_sql(every)}, stretch, {said} FROM said GROUP BY {sets_sql(every, 'stretch')}"


def _tally(indicator: Indicator, name: str) -> str:
    """How many rows say it, or what their amounts come to where amounts are added up."""
    if amount := _amount(indicator, name):
        return f'CAST(coalesce(sum({amount}) FILTER ("state {indicator.code}" = {YES}), 0) AS BIGINT)'
    return f'count(*) FILTER ("state {indicator.code}" = {STATES[name]})'


def _amount(indicator: Indicator, name: str) -> str:
    """What a row that says yes adds to a state, where amounts are added up and rows not counted."""
    code = indicator.code
    if name == "yes" and isinstance(indicator.measure, Total | Share):
        return f'"value {code}"'
    return f'"whole {code}" - "value {code}"' if name == "no" and isinstance(indicator.measure, Share) else ""


def _says(indicator: Indicator, name: str) -> str:
    """Whether a row puts its child behind a state."""
    if amount := _amount(indicator, name):
        return f'"state {indicator.code}" = {YES} AND {amount} > 0'
    return f'"state {indicator.code}" = {STATES[name]}'


def _children_sql(query: Query) -> str:
    """How many children say what. Their groups go with them where a child has but one in a time."""
    bits = ", ".join(f'{_bits(each)} AS "bits {each.code}"' for each in query.indicators)
    counted, known = ", ".join(_of_bits(query)), "FROM said WHERE child IS NOT NULL GROUP BY"
    own = {at: each for at, each in query.divisions().items() if each is None or query.is_of_child(each)}
    others = {at: each for at, each in query.divisions().items() if at not in own}
    kept = ", ".join(["stretch", "child", *(f'"group {each.code}"' for each in own.values() if each)])
    children = f"SELECT {kept}, {bits} {known} ALL"
    of_all = f"SELECT {which_sql(own)}, stretch, {counted} FROM ({children}) GROUP BY {sets_sql(own, 'stretch')}"
    if not others:
        return of_all
    each = f"SELECT {which_sql(others)}, stretch, child, {bits} {known} {sets_sql(others, 'stretch', 'child')}"
    return f"{of_all} UNION ALL SELECT breakdown, number, stretch, {counted} FROM ({each}) GROUP BY ALL"


def _bits(indicator: Indicator) -> str:
    """What a child's rows say, each state a bit of its own."""
    says = " | ".join(
        f"CASE WHEN {_says(indicator, name)} THEN {1 << (state - 1)} ELSE 0 END" for name, state in STATES.items()
    )
    return f"bit_or(CAST({says} AS TINYINT))"


def _of_bits(query: Query) -> Iterator[str]:
    """A child who says several things is one of each where rows are counted, and the highest where children are."""
    for each in query.indicators:
        bits = f'"bits {each.code}"'
        for name, state in STATES.items():
            low, high = 1 << (state - 1), 1 << state
            says = f"{bits} BETWEEN {low} AND {high - 1}" if each.counts is CHILDREN else f"({bits} & {low}) > 0"
            yield f'count(*) FILTER ({says}) AS "{name} {each.code}"'


def _months_sql(query: Query) -> str:
    """How many children of a group have which months: the bits of one number for each state of each indicator.

    Children of whom the same is said in the same months are brought together first: they are far fewer than children.
    """
    every, names = query.divisions(), _names(query)
    columns = ", ".join(f'"{name}"' for name in names)
    each = (
        f"SELECT {which_sql(every)}, block, child, {', '.join(_month_bits(query.indicators))}"
        f" FROM {_BLOCKED} GROUP BY {sets_sql(every, 'block', 'child')}"
    )
    alike = f"SELECT breakdown, number, block, {columns}, count(*) AS children FROM ({each}) GROUP BY ALL"
    return (
        "SELECT breakdown, number, block, what, months, sum(children) AS children FROM"
        f" (SELECT breakdown, number, block, children, unnest({list(range(len(names)))}) AS what,"
        f" unnest([{columns}]) AS months FROM ({alike})) WHERE months IS NOT NULL GROUP BY ALL"
    )


_BLOCKED = "said JOIN blocks ON said.stretch BETWEEN blocks.first_month AND blocks.last_month WHERE child IS NOT NULL"


def _month_bits(indicators: Sequence[Indicator]) -> Iterator[str]:
    for each in indicators:
        for name, state in STATES.items():
            says = f'"state {each.code}" >= {state}' if each.counts is CHILDREN else _says(each, name)
            month = "CAST(1 AS UBIGINT) << CAST(stretch - blocks.first_month AS UBIGINT)"
            yield f'bit_or(CASE WHEN {says} THEN {month} END) AS "{name} {each.code}"'


def _children_of_months_sql(query: Query) -> str:
    """Where children are counted, who says no is who says anything, without those who say more."""
    sums = ", ".join(f'sum(children) FILTER (what = {at}) AS "{name}"' for at, name in enumerate(_names(query)))
    least = ", ".join(_without_those_who_say_more(query))
    return (
        "WITH each AS (SELECT breakdown, periods.stretch, number, what, sum(children) AS children"
        " FROM months_of_children JOIN periods ON periods.block = months_of_children.block"
        " AND (months_of_children.months & periods.months) > 0 GROUP BY ALL),"
        f" found AS (SELECT breakdown, stretch, number, {sums} FROM each GROUP BY ALL)"
        f" SELECT breakdown, stretch, number, {least} FROM found"
    )


def _without_those_who_say_more(query: Query) -> Iterator[str]:
    for each in query.indicators:
        more = ""
        for name in STATES:
            this = f'coalesce("{name} {each.code}", 0)'
            yield f'{this}{f" - {more}" if more and each.counts is CHILDREN else ""} AS "{name} {each.code}"'
            more = this
