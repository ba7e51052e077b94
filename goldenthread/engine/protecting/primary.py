"""Deciding, once and when figures are worked out, which of them each face may show.

The rule is that of the national statistics on children in need: a count of 1 to 5 children is hidden, nought is shown.
A figure made from a hidden count is hidden with it. A few of whom something is not recorded hide only their own
number: otherwise better recording, from six unknown to five, would take a headline away.
"""

import duckdb
import pyarrow as pa

SMALLEST, LARGEST = 1, 5
SHOWN, HIDDEN, WITHHELD = "shown", "hidden", "withheld"

_HIDES = f"BETWEEN {SMALLEST} AND {LARGEST}"
_IS_A_SHARE = "numerator IS NOT NULL AND denominator IS NOT NULL AND population IS NULL"
_DECIDED = f"""
WITH each_cell AS (
    SELECT *,
           yes_children {_HIDES} OR ({_IS_A_SHARE} AND no_children {_HIDES}) AS small,
           unknown_children {_HIDES} AS few_unknown,
           CASE WHEN last = first THEN 'day'
                WHEN last - first < 31 THEN 'month'
                WHEN last - first < 92 THEN 'quarter'
                WHEN last - first < 184 THEN 'half'
                WHEN month(first) = 4 AND day(first) = 1 AND last - first IN (364, 365) THEN 'year'
                ELSE 'other' END AS length,
           year(first) - CAST(month(first) < 4 AS INTEGER) AS financial_year
    FROM cells
),
by_table AS (
    SELECT *,
           CASE WHEN small THEN '{HIDDEN}'
                WHEN breakdown <> 'all' AND bool_or(small) OVER one_table THEN '{WITHHELD}'
                ELSE '{SHOWN}' END AS of_table,
           bool_or(few_unknown) OVER one_table AS public_hides_unknown
    FROM each_cell
    WINDOW one_table AS (PARTITION BY indicator, period, breakdown)
),
by_time AS (
    SELECT *,
           bool_or(of_table <> '{SHOWN}') OVER (PARTITION BY indicator, breakdown, length, financial_year)
               AS in_its_year,
           bool_or(of_table <> '{SHOWN}' AND length <> 'day') OVER (PARTITION BY indicator, breakdown) AS anywhere
    FROM by_table
)
SELECT * EXCLUDE (small, few_unknown, place, length, financial_year, of_table, in_its_year, anywhere,
                  public_hides_unknown),
       CASE WHEN of_table <> '{SHOWN}' THEN of_table
            WHEN length IN ('month', 'quarter', 'half') AND in_its_year THEN '{WITHHELD}'
            WHEN length = 'other' AND anywhere THEN '{WITHHELD}'
            ELSE '{SHOWN}' END AS public,
       CASE WHEN small THEN '{HIDDEN}' ELSE '{SHOWN}' END AS partnership,
       public_hides_unknown,
       few_unknown AS partnership_hides_unknown
FROM by_time
ORDER BY place
"""


def decide(cells: pa.Table, *, protects_children: bool) -> pa.Table:
    """The cells with what each face may show: `public` and `partnership` are `shown`, `hidden` or `withheld`.

    It goes by the children who stand behind a count, not by its rows: six reviews of one child are one child. A
    proportion also gives away those who are not counted, so they are looked at too. `…_hides_unknown` is true where a
    face shows the figure but not of how many more it is not recorded. Cells that protect nobody (audits, meetings) are
    always shown. The cells keep their order.

    On the public face a table with a hidden group is withheld whole. So are the other months, quarters or halves of a
    financial year of which one is hidden, because the year and the others would give it away, and with them every
    stretch of another length, such as twelve months to September.
    """
    if not protects_children or not cells.num_rows:
        shown, no = pa.array([SHOWN] * cells.num_rows, pa.string()), pa.array([False] * cells.num_rows, pa.bool_())
        for face in ("public", "partnership"):
            cells = cells.append_column(face, shown).append_column(f"{face}_hides_unknown", no)
        return cells
    with duckdb.connect() as connection:
        connection.register("cells", cells.append_column("place", pa.array(range(cells.num_rows), pa.int64())))
        return connection.sql(_DECIDED).to_arrow_table()
