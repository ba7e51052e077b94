"""The declared checks as SQL: which rows are at fault, and what the message needs to say so."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.engine.checking.staging import Staged
from goldenthread.engine.checking.values import text_sql
from goldenthread.engine.definitions import (
    AnyCheck,
    Check,
    Differs,
    NotPreceded,
    NotWithin,
    Overlapping,
    Repeated,
    Unmatched,
)
from goldenthread.engine.reading.sheets import ROW
from goldenthread.engine.words import columns_read, expand

FOREVER = "DATE '9999-12-31'"


@dataclass(frozen=True)
class Rule:
    """A query for the lines at fault and, for checks between rows, the line of the other; and the column meant."""

    check: AnyCheck
    sql: str
    column: str


@dataclass(frozen=True)
class NotRun:
    """A check that could not be made, and why. A missing column is told once, with all the checks that need it."""

    check: AnyCheck
    because: str
    told_with_header: bool = False


def rule_for(check: AnyCheck, staged: Staged, others: Mapping[str, Staged]) -> Rule | NotRun:
    """How to find the rows at fault among those not held back; or why that cannot be done with this return."""
    absent = {column.name for column in staged.absent()} & _needs(check, staged)
    if absent:
        headers = ", ".join(sorted(staged.match.header_of(name) for name in absent))
        return NotRun(check, f"the column {headers} is missing", told_with_header=True)
    if isinstance(check, Unmatched | Differs | NotPreceded | NotWithin) and check.to not in others:
        return NotRun(check, f"there is no table for '{check.to}' in this return")
    return Rule(check, _sql(check, staged, others), _column(check, staged))


def _needs(check: AnyCheck, staged: Staged) -> set[str]:
    if isinstance(check, Check):
        return set(columns_read(check.where))
    if isinstance(check, Repeated):
        return set(check.on)
    if isinstance(check, Overlapping):
        return {check.opened, check.closed}
    if isinstance(check, NotPreceded | NotWithin):
        return {check.on}
    return {check.column} if isinstance(check, Differs) else set()


def _column(check: AnyCheck, staged: Staged) -> str:
    if isinstance(check, Check | Differs):
        return check.column
    if isinstance(check, Overlapping):
        return check.opened
    if isinstance(check, NotPreceded | NotWithin):
        return check.on
    if staged.dataset.child:
        return staged.dataset.child.column
    return check.on[0] if isinstance(check, Repeated) and check.on else staged.dataset.columns[0].name


def _sql(check: AnyCheck, staged: Staged, others: Mapping[str, Staged]) -> str:
    rows = f"(SELECT * FROM {staged.table} WHERE NOT held)"
    if isinstance(check, Check):
        return f"SELECT {ROW}, NULL AS other_row FROM {rows} WHERE {expand(check.where)}"
    if isinstance(check, Repeated):
        return _repeated(check, staged, rows)
    if isinstance(check, Overlapping):
        return _overlapping(check, rows)
    listed = others[check.to]
    if isinstance(check, Unmatched):
        absent = f"child_key NOT IN (SELECT child_key FROM {listed.table} WHERE child_key IS NOT NULL)"
        return f"SELECT {ROW}, NULL AS other_row FROM {rows} WHERE {absent}"
    if isinstance(check, NotPreceded):
        return _not_preceded(check, rows, listed)
    return _not_within(check, rows, listed) if isinstance(check, NotWithin) else _differs(check, rows, listed)


def _repeated(check: Repeated, staged: Staged, rows: str) -> str:
    on = [f'"{name}"' for name in check.on] or [text_sql(column.name) for column in staged.dataset.columns]
    same = f"PARTITION BY {', '.join(on)} ORDER BY {ROW}"
    filled = f" WHERE {' AND '.join(f'{name} IS NOT NULL' for name in on)}" if check.filled else ""
    return f"SELECT {ROW}, first_value({ROW}) OVER ({same}) AS other_row FROM {rows}{filled} QUALIFY other_row <> {ROW}"


def _overlapping(check: Overlapping, rows: str) -> str:
    """Of the child's rows that opened before, the one that closed last: if that was later, the two overlap."""
    lasting = f'(SELECT * FROM {rows} WHERE "{check.closed}" IS NULL OR "{check.closed}" > "{check.opened}")'
    before = f'PARTITION BY child_key ORDER BY "{check.opened}", {ROW} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING'
    closed = f'coalesce("{check.closed}", {FOREVER})'
    return (
        f'SELECT {ROW}, other_row FROM (SELECT {ROW}, "{check.opened}" AS opened,'
        f" max({closed}) OVER ({before}) AS until, arg_max({ROW}, {closed}) OVER ({before}) AS other_row"
        f" FROM {lasting}) WHERE until > opened"
    )


def _differs(check: Differs, rows: str, listed: Staged) -> str:
    known = (
        f'SELECT child_key, arg_min("{check.column}", {ROW}) AS known, min({ROW}) AS other_row FROM {listed.table}'
        " WHERE NOT held GROUP BY child_key"
    )
    return f'SELECT {ROW}, other_row FROM {rows} JOIN ({known}) USING (child_key) WHERE "{check.column}" <> known'


def _not_preceded(check: NotPreceded, rows: str, listed: Staged) -> str:
    within = f' AND listed."{check.day}" >= its."{check.on}" - {check.days}' if check.days is not None else ""
    before = (
        f"SELECT 1 FROM {listed.table} AS listed WHERE NOT listed.held AND listed.child_key = its.child_key"
        f' AND listed."{check.day}" <= its."{check.on}"{within}'
    )
    return (
        f'SELECT {ROW}, NULL AS other_row FROM {rows} AS its WHERE "{check.on}" IS NOT NULL AND NOT EXISTS ({before})'
    )


def _not_within(check: NotWithin, rows: str, listed: Staged) -> str:
    of_child = f"SELECT 1 FROM {listed.table} AS listed WHERE NOT listed.held AND listed.child_key = its.child_key"
    lasting = f'"{check.opened}" <= its."{check.on}" AND coalesce("{check.closed}", {FOREVER}) >= its."{check.on}"'
    return (
        f'SELECT {ROW}, NULL AS other_row FROM {rows} AS its WHERE "{check.on}" IS NOT NULL AND EXISTS ({of_child})'
        f" AND NOT EXISTS ({of_child} AND {lasting})"
    )
