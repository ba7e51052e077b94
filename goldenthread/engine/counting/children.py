"""The children that evidence is about, each under a number, with what is known of them, brought together once."""

from collections.abc import Sequence

import duckdb

from goldenthread.engine.counting.evidence import view_of
from goldenthread.engine.counting.places import lived_sql
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.definitions import Breakdown, ByPlace


def register_children(connection: duckdb.DuckDBPyConnection, queries: Sequence[Query], datasets: Sequence[str]) -> None:
    """The table `children` (key, number, particulars), and for each column that names places where children lived.

    A child is a number instead of a key of 64 letters: counting different children is most of the work. Of each
    particular stands here what the newest return that knows it says.
    """
    looked_up = [each for query in queries for each in query.looked_up()]
    keys = " UNION ".join(
        f"SELECT DISTINCT child_key FROM {view_of(name)} WHERE child_key IS NOT NULL" for name in datasets
    )
    nobody = "SELECT CAST(NULL AS VARCHAR) AS child_key WHERE false"
    known = ", ".join(f'known."{column}"' for column in _particulars(looked_up))
    connection.execute(
        "CREATE TEMP TABLE children AS"
        f" SELECT child_key, CAST(row_number() OVER () AS INTEGER) AS child{', ' if known else ''}{known}"
        f" FROM ({keys or nobody}) AS every_child {_known_sql(looked_up)}"
    )
    for each in _homes(looked_up):
        connection.execute(
            f'CREATE TEMP TABLE "lived {each.column}" AS SELECT child, named, since, until'
            f" FROM ({lived_sql(each)}) AS lived JOIN children USING (child_key)"
        )


def _particulars(breakdowns: Sequence[Breakdown]) -> list[str]:
    return sorted({each.column for each in breakdowns if not isinstance(each, ByPlace)})


def _homes(breakdowns: Sequence[Breakdown]) -> list[ByPlace]:
    return list({each.column: each for each in breakdowns if isinstance(each, ByPlace)}.values())


def _known_sql(breakdowns: Sequence[Breakdown]) -> str:
    columns = _particulars(breakdowns)
    if not columns:
        return ""
    (people,) = {each.dataset for each in breakdowns}
    newest = ", ".join(f'{_newest(column)} AS "{column}"' for column in columns)
    known = f"SELECT child_key, {newest} FROM {view_of(people)} GROUP BY child_key"
    return f"LEFT JOIN ({known}) AS known USING (child_key)"


def _newest(column: str) -> str:
    return f'arg_max("{column}", (covers_last, covers_first, "{column}"))'
