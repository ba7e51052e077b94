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

import duckdb
import pyarrow as pa

from goldenthread.engine.counting.groups import ALL, usable_of
from goldenthread.engine.counting.states import EXACT
from goldenthread.engine.counting.tallies import STATES
from goldenthread.engine.definitions import CHILDREN, ROWS, Indicator, Median, Proportion, Rate, Share

COUNTED, NO_POPULATION, NOTHING_TO_COUNT = "counted", "no population", "nothing to count"

_CELLS = """
SELECT $indicator AS indicator, periods.code AS period, periods.first, periods.last, spine.breakdown, spine."group",
       CAST({numerator} AS BIGINT) AS numerator, CAST({denominator} AS BIGINT) AS denominator,
       CAST({unknown} AS BIGINT) AS unknown,
       CAST({value} AS {exact}) AS value, CAST({lower} AS {exact}) AS lower, CAST({upper} AS {exact}) AS upper,
       {population} AS population,
       CASE {statuses} ELSE '{counted}' END AS status,
       CAST({yes_children} AS BIGINT) AS yes_children, CAST({no_children} AS BIGINT) AS no_children,
       CAST({unknown_children} AS BIGINT) AS unknown_children, coalesce(middles.extremes, false) AS extremes,
       CAST(NULL AS VARCHAR) AS said_by, CAST(NULL AS VARCHAR) AS sent_by, spine.part_of
FROM periods JOIN spine ON spine.stretch = periods.stretch
LEFT JOIN rows_counted AS counted ON counted.breakdown = spine.division AND counted.stretch = spine.stretch
     AND counted.number = spine.number
LEFT JOIN children_counted AS children ON children.breakdown = spine.division AND children.stretch = spine.stretch
     AND children.number = spine.number
LEFT JOIN middles ON middles.indicator = $indicator AND middles.breakdown = spine.division
     AND middles.stretch = spine.stretch AND middles.number = spine.number
LEFT JOIN populations ON populations.indicator = $indicator AND populations.mid_year = periods.mid_year
     AND populations.breakdown = spine.breakdown AND populations."group" = spine."group"
WHERE list_contains($breakdowns, spine.breakdown)
ORDER BY periods.first, periods.last, periods.code, spine.breakdown, spine.place
"""


def cells(connection: duckdb.DuckDBPyConnection, indicator: Indicator) -> pa.Table:
    """The cells of one indicator, for every period and every group of the spine, quiet ones included."""
    breakdowns = [ALL, *(each.code for each in usable_of(indicator))]
    filled = _CELLS.format(exact=EXACT, counted=COUNTED, **_said(indicator), **_measured(indicator))
    return connection.sql(filled, params={"indicator": indicator.code, "breakdowns": breakdowns}).to_arrow_table()


def _said(indicator: Indicator) -> dict[str, str]:
    """The columns that say how many children stand behind each state, and how many are not known of.

    Rows that do not say which child they are about are taken for as many children.
    """
    table = "counted" if indicator.protects is ROWS else "children"
    children = {f"{name}_children": f'coalesce({table}."{name} {indicator.code}", 0)' for name in STATES}
    return {**children, "unknown": _how_many(indicator, "unknown")}


def _how_many(indicator: Indicator, state: str) -> str:
    """How many rows or, where it counts them, children say something."""
    table = "children" if indicator.counts is CHILDREN else "counted"
    return f'coalesce({table}."{state} {indicator.code}", 0)'


def _measured(indicator: Indicator) -> dict[str, str]:
    measure, yes = indicator.measure, _how_many(indicator, "yes")
    known = f"{yes} + {_how_many(indicator, 'no')}"
    nothing = dict.fromkeys(("denominator", "value", "lower", "upper"), "NULL")
    plain = {**nothing, "numerator": yes, "population": "CAST(NULL AS VARCHAR)", "statuses": "WHEN false THEN ''"}
    if isinstance(measure, Proportion | Share):
        return {**plain, "denominator": known, "statuses": f"WHEN {known} = 0 THEN '{NOTHING_TO_COUNT}'"}
    if isinstance(measure, Rate):
        return {
            **plain,
            "denominator": "populations.people",
            "population": "populations.edition",
            "statuses": f"WHEN coalesce(populations.people, 0) = 0 THEN '{NO_POPULATION}'",
        }
    return {**plain, **_middle(yes)} if isinstance(measure, Median) else plain


def _middle(yes: str) -> dict[str, str]:
    """The middle of values that lie in order: of an even number, half way between the two in the middle."""
    return {
        "numerator": "NULL",
        "denominator": yes,
        "value": "(middles.first + middles.second) * 0.5",
        "lower": "middles.lower",
        "upper": "middles.upper",
        "statuses": f"WHEN {yes} = 0 THEN '{NOTHING_TO_COUNT}'",
    }
