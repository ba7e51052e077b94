"""The children that evidence is about, each under a number, with what is known of them, brought together once."""

from collections.abc import Iterable, Sequence, Set

import duckdb

from goldenthread.engine.counting.evidence import view_of
from goldenthread.engine.counting.groups import code_number_sql
from goldenthread.engine.counting.places import lived_sql
from goldenthread.engine.counting.queries import Evidence, Query
from goldenthread.engine.definitions import Breakdown, ByAge, ByCode, ByPlace
from goldenthread.engine.words.literals import literals


def register_children(connection: duckdb.DuckDBPyConnection, queries: Sequence[Query], evidence: Evidence) -> None:
    """The table `children` (key, number, particulars), and for each column that names places where children lived.

    A child is a number instead of a key of 64 letters: counting different children is most of the work. Of each
    particular stands here what the newest return that knows it says, as the number of its group where it has one.
    """
    looked_up = _once(each for query in queries for each in query.looked_up())
    keys = _keys_sql({name for query in queries for name in evidence.sent(query.dataset)}, evidence)
    particulars = [each for each in looked_up if not isinstance(each, ByPlace)]
    wanted = ", ".join(["child_key", "CAST(row_number() OVER () AS INTEGER) AS child", *_wanted(particulars)])
    connection.execute(
        f"CREATE TEMP TABLE children AS SELECT {wanted} FROM ({keys}) AS every_child {_known_sql(particulars)}"
    )
    homes: dict[str, list[ByPlace]] = {}
    for each in looked_up:
        if isinstance(each, ByPlace):
            homes.setdefault(each.column, []).append(each)
    for column, breakdowns in homes.items():
        connection.execute(
            f'CREATE TEMP TABLE "lived {column}" AS SELECT child, lived.* EXCLUDE (child_key, named)'
            f" FROM ({lived_sql(breakdowns)}) AS lived JOIN children USING (child_key)"
        )


def _keys_sql(datasets: Set[str], evidence: Evidence) -> str:
    """The keys of all children in some datasets, read from their files at once: whose rows they are does not matter."""
    about_children = [
        each for each in evidence.parts if each.dataset in datasets and evidence.rows_of(each.dataset).child
    ]
    if not about_children:
        return "SELECT CAST(NULL AS VARCHAR) AS child_key WHERE false"
    files = literals(sorted({str(part.path) for part in about_children}))
    return f"SELECT DISTINCT child_key FROM read_parquet([{files}], union_by_name = true) WHERE child_key IS NOT NULL"


def _once(breakdowns: Iterable[Breakdown]) -> list[Breakdown]:
    """Each breakdown once. They cannot be hashed; and two that share a code without being the same must not pass."""
    found: list[Breakdown] = []
    for each in breakdowns:
        if each not in found:
            found.append(each)
    return found


def _wanted(particulars: Iterable[ByAge | ByCode]) -> list[str]:
    """Codes as numbers of their groups; the months of birth as they are, for an age changes from day to day."""
    born = {f'known."{each.column}"' for each in particulars if isinstance(each, ByAge)}
    codes = [each for each in particulars if isinstance(each, ByCode)]
    return [*sorted(born), *(f'{code_number_sql(each, _known(each))} AS "group {each.code}"' for each in codes)]


def _known(breakdown: ByCode) -> str:
    return f'known."{breakdown.column}"'


def _known_sql(particulars: Sequence[ByAge | ByCode]) -> str:
    if not particulars:
        return ""
    (people,) = {each.dataset for each in particulars}
    columns = sorted({each.column for each in particulars})
    newest = ", ".join(f'{_newest(column)} AS "{column}"' for column in columns)
    known = f"SELECT child_key, {newest} FROM {view_of(people)} GROUP BY child_key"
    return f"LEFT JOIN ({known}) AS known USING (child_key)"


def _newest(column: str) -> str:
    return f'arg_max("{column}", (covers_last, covers_first, "{column}"))'
