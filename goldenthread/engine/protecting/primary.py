"""Deciding, once and when figures are worked out, which of them each face may show.

The rule is that of the national statistics on children in need: a count of 1 to 5 children is hidden, nought is shown.
A figure made from a hidden count is hidden with it.
"""

import duckdb
import pyarrow as pa

SMALLEST, LARGEST = 1, 5
SHOWN, HIDDEN, WITHHELD = "shown", "hidden", "withheld"

_HIDES = f"BETWEEN {SMALLEST} AND {LARGEST}"
_DECIDED = f"""
WITH each_cell AS (
    SELECT *, coalesce(
        numerator {_HIDES} OR unknown {_HIDES} OR denominator {_HIDES}
        OR (population IS NULL AND denominator - numerator {_HIDES}), false) AS small
    FROM cells
)
SELECT * EXCLUDE (small, place),
       CASE WHEN small THEN '{HIDDEN}'
            WHEN breakdown <> 'all' AND bool_or(small) OVER (PARTITION BY indicator, period, breakdown)
            THEN '{WITHHELD}'
            ELSE '{SHOWN}' END AS public,
       CASE WHEN small THEN '{HIDDEN}' ELSE '{SHOWN}' END AS partnership
FROM each_cell
ORDER BY place
"""


def decide(cells: pa.Table, *, protects_children: bool) -> pa.Table:
    """The cells with two columns more, `public` and `partnership`: `shown`, `hidden` or `withheld`.

    A proportion also gives away those who are not counted, so their number is looked at too. Cells that protect nobody
    (audits, meetings) are always shown. The cells keep their order.
    """
    if not protects_children:
        shown = pa.array([SHOWN] * cells.num_rows, pa.string())
        return cells.append_column("public", shown).append_column("partnership", shown)
    with duckdb.connect() as connection:
        connection.register("cells", cells.append_column("place", pa.array(range(cells.num_rows), pa.int64())))
        return connection.sql(_DECIDED).to_arrow_table()
