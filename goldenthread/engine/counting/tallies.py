"""Tallies: of each indicator, time and group how many rows say yes, do not say, and say no, and how many children.

Where a row says the same in every period it is looked at once, in its month. Of rows a longer period then has as many
as its months together. Of children it does not, for one may come again: so each child's months are kept as the bits of
a number, children of equal bits are counted together, and a period counts those with a bit among its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import duckdb
import numpy as np

from goldenthread.engine.counting.groups import sets_sql, which_sql
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.counting.spine import AXES, Shape, Whole
from goldenthread.engine.counting.states import NO, UNKNOWN, YES
from goldenthread.engine.counting.times import months_in_blocks, months_of
from goldenthread.engine.definitions import CHILDREN, Breakdown, Indicator, Proportion, Share, Total

STATES = {"yes": YES, "unknown": UNKNOWN, "no": NO}
"""What a row may say, from the highest state to the lowest."""
_AT_ONCE = 500_000
"""Rows of children's months that are looked at together, so that they need not all be in memory."""

Boxes = Mapping[str, Whole]


@dataclass(frozen=True)
class Tallies:
    """How many rows and how many children say what: for each state of each indicator (`yes CLA1`) a box (`spine`).

    Who says no is counted for shares alone, and children where they are counted or protected.
    """

    rows: Boxes
    children: Boxes


def tallied(connection: duckdb.DuckDBPyConnection, query: Query, shape: Shape) -> Tallies:
    """The tallies of the table `said`, in boxes of a shape: periods, divisions, numbers of groups."""
    rows = connection.execute(_rows_sql(query)).fetchnumpy()
    return Tallies(
        _of_whole_months(rows, query, shape) if query.by_month else _boxes(rows, shape),
        _children(connection, query, shape) if query.is_about_children() else {},
    )


def states_of(indicator: Indicator) -> dict[str, int]:
    """The states of rows that its figures are made of: of others than shares nobody asks who says no."""
    is_share = isinstance(indicator.measure, Proportion | Share)
    return {name: state for name, state in STATES.items() if is_share or name != "no"}


def _of_children(query: Query) -> list[Indicator]:
    """The indicators for which children are counted, or protected."""
    return [each for each in query.indicators if CHILDREN in (each.counts, each.protects)]


def _names(indicators: Sequence[Indicator]) -> list[str]:
    return [f"{name} {each.code}" for each in indicators for name in states_of(each)]


def _boxes(table: Mapping[str, Whole], shape: Shape) -> Boxes:
    """What a table says of times (`stretch`), divisions (`breakdown`) and groups (`number`); nought of all others."""
    where = tuple(table[name] for name in AXES)
    boxes = {name: np.zeros(shape, np.int64) for name in table if name not in AXES}
    for name, box in boxes.items():
        box[where] = table[name]
    return boxes


def _of_whole_months(table: Mapping[str, Whole], query: Query, shape: Shape) -> Boxes:
    """Of rows, a period has what its months have together."""
    first, last = np.array(months_of(query.periods)).T
    by_month = _boxes(table, (int(last.max()) + 1, *shape[1:]))
    until = {name: np.cumsum(box, axis=0) for name, box in by_month.items()}
    return {name: up_to[last] - up_to[first] + by_month[name][first] for name, up_to in until.items()}


def _children(connection: duckdb.DuckDBPyConnection, query: Query, shape: Shape) -> Boxes:
    if query.by_month:
        return _children_of_months(connection, query, shape)
    return _boxes(connection.execute(_children_sql(query)).fetchnumpy(), shape)


def _children_of_months(connection: duckdb.DuckDBPyConnection, query: Query, shape: Shape) -> Boxes:
    """Of children, a period has those with any month in it.

    Where children are counted, who says no is who says anything, without those who say more.
    """
    names, times = _names(_of_children(query)), months_in_blocks(query.periods)
    each = (len(names), *shape[1:])
    found = np.zeros((len(times), int(np.prod(each))))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE months_of_children AS {_months_sql(query)}")
    for block in {block for block, _ in times}:
        asked = connection.sql(f"FROM months_of_children WHERE block = {block}")
        for batch in asked.to_arrow_reader(_AT_ONCE):
            keys = (batch.column(name).to_numpy() for name in ("what", "breakdown", "number"))
            months, children = (batch.column(name).to_numpy() for name in ("months", "children"))
            where = np.ravel_multi_index(tuple(keys), each)
            for at, (within, bits) in enumerate(times):
                if within == block:
                    there = children * ((months & np.uint64(bits)) > 0)
                    found[at] += np.bincount(where, weights=there, minlength=found.shape[1])
    boxes = dict(zip(names, np.moveaxis(found.astype(np.int64).reshape(len(times), *each), 1, 0), strict=True))
    return boxes | dict(_without_those_who_say_more(query, boxes))


def _without_those_who_say_more(query: Query, boxes: Boxes) -> Iterator[tuple[str, Whole]]:
    for each in _of_children(query):
        if each.counts is CHILDREN:
            states = _names([each])
            yield from ((less, boxes[less] - boxes[more]) for more, less in pairwise(states))


def _rows_sql(query: Query) -> str:
    """How many rows say what, in each group and time."""
    said = ", ".join(
        f'{_tally(each, name)} AS "{name} {each.code}"' for each in query.indicators for name in states_of(each)
    )
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
    bits = ", ".join(f'{_bits(each)} AS "bits {each.code}"' for each in _of_children(query))
    counted, known = ", ".join(_of_bits(query)), "FROM said WHERE child IS NOT NULL GROUP BY"
    own, others = _of_a_child(query)
    kept = ", ".join(["stretch", "child", *(f'"group {each.code}"' for each in own.values() if each)])
    children = f"SELECT {kept}, {bits} {known} ALL"
    of_all = f"SELECT {which_sql(own)}, stretch, {counted} FROM ({children}) GROUP BY {sets_sql(own, 'stretch')}"
    if not others:
        return of_all
    each = f"SELECT {which_sql(others)}, stretch, child, {bits} {known} {sets_sql(others, 'stretch', 'child')}"
    return f"{of_all} UNION ALL SELECT breakdown, number, stretch, {counted} FROM ({each}) GROUP BY ALL"


def _of_a_child(query: Query) -> tuple[dict[int, Breakdown | None], dict[int, Breakdown | None]]:
    """The divisions in which a child is in one group only, the whole among them, and the others."""
    own = {at: each for at, each in query.divisions().items() if each is None or query.is_of_child(each)}
    return own, {at: each for at, each in query.divisions().items() if at not in own}


def _bits(indicator: Indicator) -> str:
    """What a child's rows say, each state a bit of its own."""
    says = " | ".join(
        f"CASE WHEN {_says(indicator, name)} THEN {1 << (state - 1)} ELSE 0 END"
        for name, state in states_of(indicator).items()
    )
    return f"bit_or(CAST({says} AS TINYINT))"


def _of_bits(query: Query) -> Iterator[str]:
    """A child who says several things is one of each where rows are counted, and the highest where children are."""
    for each in _of_children(query):
        bits = f'"bits {each.code}"'
        for name, state in states_of(each).items():
            low, high = 1 << (state - 1), 1 << state
            says = f"{bits} BETWEEN {low} AND {high - 1}" if each.counts is CHILDREN else f"({bits} & {low}) > 0"
            yield f'count(*) FILTER ({says}) AS "{name} {each.code}"'


def _months_sql(query: Query) -> str:
    """How many children of a group have which months: the bits of one number for each state of each indicator.

    Children of whom the same is said in the same months are brought together first: they are far fewer than children.
    """
    names = _names(_of_children(query))
    columns, bits = ", ".join(f'"{name}"' for name in names), ", ".join(_month_bits(_of_children(query)))
    own, others = _of_a_child(query)
    kept = ", ".join(["block", "child", *(f'"group {each.code}"' for each in own.values() if each)])
    alike = (
        f"SELECT {which_sql(own)}, block, {columns}, count(*) AS children"
        f" FROM (SELECT {kept}, {bits} FROM {_BLOCKED} GROUP BY {kept}) GROUP BY {sets_sql(own, 'block', columns)}"
    )
    if others:
        each = f"SELECT {which_sql(others)}, block, child, {bits} FROM {_BLOCKED}"
        each += f" GROUP BY {sets_sql(others, 'block', 'child')}"
        alike += f" UNION ALL SELECT breakdown, number, block, {columns}, count(*) FROM ({each}) GROUP BY ALL"
    return (
        "SELECT breakdown, number, block, what, months, CAST(sum(children) AS BIGINT) AS children FROM"
        f" (SELECT breakdown, number, block, children, unnest({list(range(len(names)))}) AS what,"
        f" unnest([{columns}]) AS months FROM ({alike})) WHERE months IS NOT NULL GROUP BY ALL"
    )


_BLOCKED = "said JOIN blocks ON said.stretch BETWEEN blocks.first_month AND blocks.last_month WHERE child IS NOT NULL"


def _month_bits(indicators: Sequence[Indicator]) -> Iterator[str]:
    for each in indicators:
        for name, state in states_of(each).items():
            says = f'"state {each.code}" >= {state}' if each.counts is CHILDREN else _says(each, name)
            month = "CAST(1 AS UBIGINT) << CAST(stretch - blocks.first_month AS UBIGINT)"
            yield f'bit_or(CASE WHEN {says} THEN {month} END) AS "{name} {each.code}"'
