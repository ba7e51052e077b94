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
"""

import duckdb
import pyarrow as pa

from goldenthread.engine.comparing.intervals import median_ranks
from goldenthread.engine.counting.states import EXACT
from goldenthread.engine.definitions import Indicator, Measure, Median, Proportion, Rate, Share

COUNTED, NO_POPULATION, NOTHING_TO_COUNT = "counted", "no population", "nothing to count"

_CELLS = """
SELECT spine.indicator, periods.code AS period, periods.first, periods.last, spine.breakdown, spine."group",
       CAST({numerator} AS BIGINT) AS numerator, CAST({denominator} AS BIGINT) AS denominator,
       coalesce(counted.unknown, 0) AS unknown,
       CAST({value} AS {exact}) AS value, CAST({lower} AS {exact}) AS lower, CAST({upper} AS {exact}) AS upper,
       {population} AS population,
       CASE {statuses} ELSE '{counted}' END AS status,
       coalesce(counted.yes_children, 0) AS yes_children, coalesce(counted.no_children, 0) AS no_children,
       coalesce(counted.unknown_children, 0) AS unknown_children, coalesce(ranks.lower = 1, false) AS extremes,
       CAST(NULL AS VARCHAR) AS said_by, CAST(NULL AS VARCHAR) AS sent_by
FROM periods CROSS JOIN spine
LEFT JOIN counted ON counted.indicator = spine.indicator AND counted.period = periods.code
     AND counted.breakdown = spine.breakdown AND counted."group" = spine."group"
LEFT JOIN populations ON populations.indicator = spine.indicator AND populations.mid_year = periods.mid_year
     AND populations.breakdown = spine.breakdown AND populations."group" = spine."group"
LEFT JOIN ranks ON ranks.n = counted.yes
WHERE spine.indicator = $indicator
ORDER BY periods.first, periods.last, periods.code, spine.breakdown, spine.at
"""

_YES, _KNOWN = "coalesce(counted.yes, 0)", "coalesce(counted.yes, 0) + coalesce(counted.no, 0)"


def cells(connection: duckdb.DuckDBPyConnection, indicator: Indicator) -> pa.Table:
    """The cells of one indicator, for every period and every group of the spine, quiet ones included."""
    _register_ranks(connection, indicator)
    filled = _CELLS.format(exact=EXACT, counted=COUNTED, **_measured(indicator.measure))
    return connection.sql(filled, params={"indicator": indicator.code}).to_arrow_table()


def _measured(measure: Measure) -> dict[str, str]:
    nothing = dict.fromkeys(("denominator", "value", "lower", "upper"), "NULL")
    plain = {**nothing, "numerator": _YES, "population": "CAST(NULL AS VARCHAR)", "statuses": "WHEN false THEN ''"}
    if isinstance(measure, Proportion | Share):
        return {**plain, "denominator": _KNOWN, "statuses": f"WHEN {_KNOWN} = 0 THEN '{NOTHING_TO_COUNT}'"}
    if isinstance(measure, Rate):
        return {
            **plain,
            "denominator": "populations.people",
            "population": "populations.edition",
            "statuses": f"WHEN coalesce(populations.people, 0) = 0 THEN '{NO_POPULATION}'",
        }
    return {**plain, **_middle()} if isinstance(measure, Median) else plain


def _middle() -> dict[str, str]:
    """The middle of values that lie in order: of an even number, half way between the two in the middle."""
    two = 'counted."values"[(counted.yes + 1) // 2] + counted."values"[counted.yes // 2 + 1]'
    return {
        "numerator": "NULL",
        "denominator": _YES,
        "value": f"({two}) * 0.5",
        "lower": 'counted."values"[ranks.lower]',
        "upper": 'counted."values"[ranks.upper]',
        "statuses": f"WHEN {_YES} = 0 THEN '{NOTHING_TO_COUNT}'",
    }


def _register_ranks(connection: duckdb.DuckDBPyConnection, indicator: Indicator) -> None:
    """Which of the ordered values are the limits of a median, for each number of values that occurs."""
    found: list[tuple[int, int, int]] = []
    if isinstance(indicator.measure, Median):
        asked = "SELECT DISTINCT yes FROM counted WHERE indicator = ? AND yes > 0"
        numbers = [n for (n,) in connection.execute(asked, [indicator.code]).fetchall()]
        found = [(n, *ranks) for n in numbers if (ranks := median_ranks(n))]
    columns = {
        name: pa.array([row[at] for row in found], pa.int64()) for at, name in enumerate(("n", "lower", "upper"))
    }
    connection.register("ranks", pa.table(columns))
