"""Cells: one figure each, in whole numbers, as they are kept (`fields`)."""

from collections.abc import Collection, Iterator, Mapping

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.engine.counting.fields import CELLS
from goldenthread.engine.counting.groups import ALL, usable_of
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.counting.states import EXACT, EXACT_TYPE
from goldenthread.engine.counting.tallies import STATES
from goldenthread.engine.definitions import CHILDREN, ROWS, Indicator, Measure, Median, Proportion, Rate, Share
from goldenthread.engine.definitions.kept import COUNTED, NO_POPULATION, NOTHING_TO_COUNT
from goldenthread.engine.words.literals import literal

_CELLS = """
SELECT periods.code AS period, periods.first, periods.last, spine.breakdown, spine."group", spine.part_of, {columns}
FROM periods JOIN spine ON spine.stretch = periods.stretch
LEFT JOIN rows_counted AS counted ON counted.breakdown = spine.division AND counted.stretch = spine.stretch
     AND counted.number = spine.number
LEFT JOIN children_counted AS children ON children.breakdown = spine.division AND children.stretch = spine.stretch
     AND children.number = spine.number
{beside}
ORDER BY periods.first, periods.last, periods.code, spine.breakdown, spine.place
"""
_MIDDLES = """
LEFT JOIN middles AS {name} ON {name}.indicator = {code} AND {name}.breakdown = spine.division
     AND {name}.stretch = spine.stretch AND {name}.number = spine.number
"""
_POPULATIONS = """
LEFT JOIN populations AS {name} ON {name}.indicator = {code} AND {name}.mid_year = periods.mid_year
     AND {name}.breakdown = spine.breakdown AND {name}."group" = spine."group"
"""
_BESIDE: Mapping[type[Measure], str] = {Median: _MIDDLES, Rate: _POPULATIONS}
_OF_THE_SPINE = {"period", "first", "last", "breakdown", "group", "part_of"}
_SQL_KINDS = {pa.int64(): "BIGINT", EXACT_TYPE: EXACT, pa.string(): "VARCHAR", pa.bool_(): "BOOLEAN"}
_OTHERWISE = {"status": COUNTED, "extremes": False}
"""What stands in every cell of an indicator that does not say it; of all else nothing does."""


def cells(connection: duckdb.DuckDBPyConnection, query: Query) -> Iterator[tuple[Indicator, pa.Table]]:
    """The cells of each indicator of a query, for every period and group of the spine, quiet ones included.

    They are asked for together: working out how to answer costs more than the answer.
    """
    columns = {each.code: _columns(each) for each in query.indicators}
    wanted = (f'{said} AS "{name} {code}"' for code, found in columns.items() for name, said in found.items())
    beside = (
        _BESIDE[type(each.measure)].format(name=_beside(each), code=literal(each.code))
        for each in query.indicators
        if type(each.measure) in _BESIDE
    )
    together = connection.sql(_CELLS.format(columns=", ".join(wanted), beside="".join(beside))).to_arrow_table()
    for each in query.indicators:
        yield each, _of(each, together, columns[each.code])


def _of(indicator: Indicator, together: pa.Table, said: Collection[str]) -> pa.Table:
    """The cells of one indicator among those of a query: its own columns, and the breakdowns that it has."""
    breakdowns = pa.array([ALL, *(each.code for each in usable_of(indicator))])
    kept = together.filter(pc.is_in(together.column("breakdown"), breakdowns))
    always = {**_OTHERWISE, "indicator": indicator.code}

    def column(field: pa.Field) -> pa.Array | pa.ChunkedArray:
        if field.name in _OF_THE_SPINE:
            return kept.column(field.name)
        if field.name in said:
            return kept.column(f"{field.name} {indicator.code}")
        return pa.repeat(pa.scalar(always.get(field.name), field.type), len(kept))

    return pa.table([column(field) for field in CELLS], schema=CELLS)


def _columns(indicator: Indicator) -> dict[str, str]:
    """What the cells of an indicator say, each column with how it is made. What they do not say is `_OTHERWISE`."""
    made = {"unknown": _how_many(indicator, "unknown"), **_measured(indicator)}
    made |= {f"{name}_children": said for name, said in _children(indicator).items()}
    return {name: f"CAST({said} AS {_SQL_KINDS[CELLS.field(name).type]})" for name, said in made.items()}


def _beside(indicator: Indicator) -> str:
    """The name under which the middles or the populations of an indicator stand beside its cells."""
    return f'"beside {indicator.code}"'


def _children(indicator: Indicator) -> dict[str, str]:
    """How many children stand behind each state.

    Rows that do not say which child they are about are taken for as many children.
    """
    table = "counted" if indicator.protects is ROWS else "children"
    return {name: f'coalesce({table}."{name} {indicator.code}", 0)' for name in STATES}


def _how_many(indicator: Indicator, state: str) -> str:
    """How many rows or, where it counts them, children say something."""
    table = "children" if indicator.counts is CHILDREN else "counted"
    return f'coalesce({table}."{state} {indicator.code}", 0)'


def _measured(indicator: Indicator) -> dict[str, str]:
    measure, yes = indicator.measure, _how_many(indicator, "yes")
    known, beside = f"{yes} + {_how_many(indicator, 'no')}", _beside(indicator)
    if isinstance(measure, Proportion | Share):
        return {"numerator": yes, "denominator": known, "status": _unless(f"{known} = 0", NOTHING_TO_COUNT)}
    if isinstance(measure, Rate):
        return {
            "numerator": yes,
            "denominator": f"{beside}.people",
            "population": f"{beside}.edition",
            "status": _unless(f"coalesce({beside}.people, 0) = 0", NO_POPULATION),
        }
    return _middle(yes, beside) if isinstance(measure, Median) else {"numerator": yes}


def _middle(yes: str, middles: str) -> dict[str, str]:
    """The middle of values that lie in order: of an even number, half way between the two in the middle."""
    return {
        "denominator": yes,
        "value": f"({middles}.first + {middles}.second) * 0.5",
        "lower": f"{middles}.lower",
        "upper": f"{middles}.upper",
        "extremes": f"coalesce({middles}.extremes, false)",
        "status": _unless(f"{yes} = 0", NOTHING_TO_COUNT),
    }


def _unless(lacking: str, status: str) -> str:
    return f"CASE WHEN {lacking} THEN '{status}' ELSE '{COUNTED}' END"
