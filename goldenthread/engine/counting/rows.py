"""The rows that are counted: each once in every stretch of time that it is counted in, its groups, and what it says."""

from collections.abc import Iterator, Sequence

from goldenthread.engine.counting.evidence import listed_only, view_of
from goldenthread.engine.counting.groups import number_sql
from goldenthread.engine.counting.places import placed_sql
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.counting.states import state_sql, value_sql, whole_sql
from goldenthread.engine.definitions import At, ByPlace, Dataset, Indicator, Median, Share, Total


def said_sql(query: Query, dataset: Dataset, *, also: Sequence[str] = ()) -> str:
    """One row for each row and `stretch` of time (a number in `times`): its child, the numbers of its groups,
    its state and its value for each indicator. `also` are columns of the row that are wanted besides.

    Groups are told from codes as they came; to predicates a code that its list does not know is one that is not known.
    """
    groups = [f'{number_sql(each, query.indicators[0])} AS "group {each.code}"' for each in query.breakdowns()]
    states = [f'CAST({state_sql(each.measure)} AS TINYINT) AS "state {each.code}"' for each in query.indicators]
    values = [column for each in query.indicators for column in _values(each)]
    days = ["period.first AS period_start", "period.last AS period_end"]
    child = "person.child" if dataset.child else "CAST(NULL AS INTEGER)"
    rows = f"held.*{listed_only(dataset, 'held')}"
    present = ", ".join([rows, 'period.stretch AS "the time"', f'{child} AS "the child"', *days, *groups])
    wanted = ['"the time" AS stretch', '"the child" AS child', *(f'"group {each.code}"' for each in query.breakdowns())]
    wanted += [f'"{name}"' for name in also]
    joins = f"FROM {view_of(query.dataset)} AS held JOIN times AS period ON {_belongs(query)} {_beside(query, dataset)}"
    return f"WITH present AS (SELECT {present} {joins}) SELECT {', '.join([*wanted, *states, *values])} FROM present"


def _values(indicator: Indicator) -> Iterator[str]:
    if isinstance(indicator.measure, Median | Total | Share):
        yield f'{value_sql(indicator.measure)} AS "value {indicator.code}"'
    if isinstance(indicator.measure, Share):
        yield f'{whole_sql(indicator.measure)} AS "whole {indicator.code}"'


def _belongs(query: Query) -> str:
    """When a row belongs to a time. Its day must also lie within what its own return covers."""
    over = query.over
    if isinstance(over, At):
        return (
            f'held."{over.opened}" <= period.last'
            f' AND (held."{over.closed}" IS NULL OR held."{over.closed}" > period.last)'
            " AND period.last BETWEEN held.covers_first AND held.covers_last"
        )
    date = f'held."{over.date}"'
    begins = f"date_trunc('month', {date}) = period.first AND" if query.by_month else ""
    return (
        f"{begins} {date} BETWEEN period.first AND period.last"
        f" AND {date} BETWEEN held.covers_first AND held.covers_last"
    )


def _beside(query: Query, dataset: Dataset) -> str:
    """The child, where it lived on the row's own day, and the places that the row itself names."""
    day = "period.last" if isinstance(query.over, At) else f'held."{query.over.date}"'
    found = [each for each in query.breakdowns() if isinstance(each, ByPlace)]
    named = [placed_sql(each, f'held."{each.column}"', day) for each in found if each.dataset == query.dataset]
    if dataset.child is None:
        return " ".join(named)
    child = "LEFT JOIN children AS person ON person.child_key = held.child_key"
    homes = {each.column: _home(each, day) for each in found if each.dataset != query.dataset}
    return " ".join([child, *homes.values(), *named])


def _home(breakdown: ByPlace, day: str) -> str:
    home = f'"lived {breakdown.column}"'
    return f"LEFT JOIN {home} ON {home}.child = person.child AND {day} >= {home}.since AND {day} < {home}.until"
