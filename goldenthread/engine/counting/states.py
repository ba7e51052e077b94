"""States: what one row says about a measure, as a number.

3 yes, 2 unknown, 1 no, NULL not concerned. The highest of a child's rows is the child's own state: yes if any row says
yes, otherwise unknown if any does not say, otherwise no. That is SQL's own three-valued OR.
"""

import pyarrow as pa

from goldenthread.engine.definitions import Measure, Median, Proportion, Share, Total
from goldenthread.engine.words import expand

YES, UNKNOWN, NO = 3, 2, 1
EXACT, EXACT_TYPE = "DECIMAL(18, 6)", pa.decimal128(18, 6)


def state_sql(measure: Measure) -> str:
    """The state of a row."""
    where = expand(measure.where)
    if isinstance(measure, Median | Total | Share):
        lacking = f"({value_sql(measure)} IS NULL OR {whole_sql(measure)} IS NULL)"
        return _states([(f"({where}) AND {lacking}", UNKNOWN), (where, YES)], unless=where)
    of = expand(measure.of) if isinstance(measure, Proportion) else "true"
    among = _states([(where, YES)], unless=where)
    return f"CASE WHEN ({of}) IS NULL THEN {UNKNOWN} WHEN NOT ({of}) THEN NULL ELSE {among} END"


def value_sql(measure: Measure) -> str:
    """The value that a median, a total or a share takes from a row, exactly; NULL for every other measure."""
    if isinstance(measure, Share):
        return f"CAST({expand(measure.part)} AS {EXACT})"
    return f"CAST({expand(measure.of) if isinstance(measure, Median | Total) else 'NULL'} AS {EXACT})"


def whole_sql(measure: Measure) -> str:
    """What the value of a share is a part of; for every other measure the value itself."""
    return f"CAST({expand(measure.of)} AS {EXACT})" if isinstance(measure, Share) else value_sql(measure)


def _states(ways: list[tuple[str, int]], *, unless: str) -> str:
    branches = " ".join(f"WHEN {condition} THEN {state}" for condition, state in ways)
    return f"CASE {branches} WHEN ({unless}) IS NULL THEN {UNKNOWN} ELSE {NO} END"
