"""Cells: one figure each, in whole numbers, as they are kept.

| Field | Holds |
|---|---|
| indicator, period, first, last | which, and when |
| breakdown, group | `all` and `all` for the whole |
| numerator | those that are, or what amounts come to together; none for a median |
| denominator | of how many: yes and no together, the population, or how many values a median has; none for a count |
| unknown | those of whom the records do not say |
| value, lower, upper | the median and its 95% limits, exact; none for every other measure |
| population | the edition of the population estimate |
| status | `counted`, `no population`, `nothing to count`, or `supplied` by somebody who counted (`supplied`) |
| yes_children, no_children, unknown_children | how many children stand behind each; protection goes by them |
| extremes | whether the limits of a median are the smallest and the largest value, which belong to somebody |
| said_by, sent_by | who says the figure, and the code of the agency that sent it; none where it was counted |
| part_of | the group of another breakdown that a group is part of at the end of the period: of a cluster its locality |
"""

from collections.abc import Iterator, Mapping

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.engine.counting.groups import ALL, usable_of
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.counting.states import EXACT
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
_PLACE = ["period", "first", "last", "breakdown", "group"]
_LAST = ["part_of"]


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
        yield each, _of(each, together, list(columns[each.code]))


def _of(indicator: Indicator, together: pa.Table, names: list[str]) -> pa.Table:
    """The cells of one indicator among those of a query: its own columns, and the breakdowns that it has."""
    breakdowns = pa.array([ALL, *(each.code for each in usable_of(indicator))])
    own = together.select([*_PLACE, *(f"{name} {indicator.code}" for name in names), *_LAST])
    own = own.rename_columns([*_PLACE, *names, *_LAST])
    kept = own.filter(pc.is_in(own.column("breakdown"), breakdowns))
    return kept.add_column(0, "indicator", pa.repeat(pa.scalar(indicator.code, pa.string()), len(kept)))


def _columns(indicator: Indicator) -> dict[str, str]:
    """What an indicator's cells say, each column with how it is made."""
    children, measured, nobody = _children(indicator), _measured(indicator), "CAST(NULL AS VARCHAR)"
    return {
        **{name: f"CAST({measured[name]} AS BIGINT)" for name in ("numerator", "denominator")},
        "unknown": f"CAST({_how_many(indicator, 'unknown')} AS BIGINT)",
        **{name: f"CAST({measured[name]} AS {EXACT})" for name in ("value", "lower", "upper")},
        "population": measured["population"],
        "status": f"CASE {measured['statuses']} ELSE '{COUNTED}' END",
        **{f"{name}_children": f"CAST({children[name]} AS BIGINT)" for name in ("yes", "no", "unknown")},
        "extremes": measured["extremes"],
        "said_by": nobody,
        "sent_by": nobody,
    }


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
    known = f"{yes} + {_how_many(indicator, 'no')}"
    nothing = dict.fromkeys(("denominator", "value", "lower", "upper"), "NULL")
    plain = {
        **nothing,
        "numerator": yes,
        "population": "CAST(NULL AS VARCHAR)",
        "statuses": "WHEN false THEN ''",
        "extremes": "false",
    }
    if isinstance(measure, Proportion | Share):
        return {**plain, "denominator": known, "statuses": f"WHEN {known} = 0 THEN '{NOTHING_TO_COUNT}'"}
    if isinstance(measure, Rate):
        return {
            **plain,
            "denominator": f"{_beside(indicator)}.people",
            "population": f"{_beside(indicator)}.edition",
            "statuses": f"WHEN coalesce({_beside(indicator)}.people, 0) = 0 THEN '{NO_POPULATION}'",
        }
    return {**plain, **_middle(yes, _beside(indicator))} if isinstance(measure, Median) else plain


def _middle(yes: str, middles: str) -> dict[str, str]:
    """The middle of values that lie in order: of an even number, half way between the two in the middle."""
    return {
        "numerator": "NULL",
        "denominator": yes,
        "value": f"({middles}.first + {middles}.second) * 0.5",
        "lower": f"{middles}.lower",
        "upper": f"{middles}.upper",
        "extremes": f"coalesce({middles}.extremes, false)",
        "statuses": f"WHEN {yes} = 0 THEN '{NOTHING_TO_COUNT}'",
    }
