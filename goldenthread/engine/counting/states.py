"""States: what one row says about a measure, as a number.

3 yes, 2 unknown, 1 no, 0 not concerned. The highest of a child's rows is the child's own state: yes if any row says
yes, otherwise unknown if any does not say, otherwise no. That is SQL's own three-valued OR.
"""

import pyarrow as pa

from goldenthread.engine.definitions import Measure, Median, Proportion, Share, Total
from goldenthread.engine.words import expand

YES, UNKNOWN, NO, NOT_CONCERNED = 3, 2, 1, 0
EXACT, EXACT_TYPE = "DECIMAL(18, 6)", pa.decimal128(18, 6)


def state_sql(measure: Measure) -> str:
    """The state of a row. Nothing is asked of it twice: what is asked may be long, and there are many rows."""
    says = _said_sql(expand(measure.where))
    if isinstance(measure, Median | Total | Share):
        known = f"{value_sql(measure)} IS NOT NULL AND {whole_sql(measure)} IS NOT NULL"
        return f"CASE WHEN {known} THEN {says} ELSE least({says}, {UNKNOWN}) END"
    if not isinstance(measure, Proportion):
        return says
    return f"coalesce(CAST(({expand(measure.of)}) AS TINYINT) * {says}, {UNKNOWN})"


def _said_sql(where: str) -> str:
    """Yes where it holds, no where it does not, unknown where that is not known: 3, 1, and 2."""
    return f"coalesce({NO} + {YES - NO} * CAST(({where}) AS TINYINT), {UNKNOWN})"


def value_sql(measure: Measure) -> str:
    """The value that a median, a total or a share takes from a row, exactly; NULL for every other measure."""
    if isinstance(measure, Share):
        return f"CAST({expand(measure.part)} AS {EXACT})"
    return f"CAST({expand(measure.of) if isinstance(measure, Median | Total) else 'NULL'} AS {EXACT})"


def whole_sql(measure: Measure) -> str:
    """What the value of a share is a part of; for every other measure the value itself."""
    return f"CAST({expand(measure.of)} AS {EXACT})" if isinstance(measure, Share) else value_sql(measure)
