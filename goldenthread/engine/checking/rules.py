"""The declared checks as SQL: which rows are at fault, and what the message needs to say so."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.engine.checking.staging import ID, SOURCE, Staged
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
from goldenthread.engine.periods import Period
from goldenthread.engine.words import columns_read, expand

FOREVER = "DATE '9999-12-31'"


@dataclass(frozen=True)
class Rule:
    """A query for the rows at fault and, for checks between rows, the other row (`other`); and the column meant.

    `other_in` is where the other row stands.
    """

    check: AnyCheck
    sql: str
    column: str
    other_in: Staged


@dataclass(frozen=True)
class NotRun:
    """A check that could not be made, and why. A missing column is told once, with all the checks that need it."""

    check: AnyCheck
    because: str
    lacking: frozenset[str] = frozenset()


def rule_for(
    check: AnyCheck, staged: Staged, others: Mapping[str, Staged], about: Period | None = None
) -> Rule | NotRun:
    """How to find the rows at fault among those not held back; or why that cannot be done with this return.

    `about` is what the return is about, where that is known.
    """
    absent = frozenset(column.name for column in staged.absent()) & _needs(check, staged)
    if absent:
        headers = ", ".join(sorted(staged.sources[0].header_of(name) for name in absent))
        return NotRun(check, f"the column {headers} is missing", absent)
    if isinstance(check, Unmatched | Differs | NotPreceded | NotWithin):
        if check.to not in others:
            return NotRun(check, f"there is no table for '{check.to}' in this return")
        there = others[check.to]
        if lacking := {column.name for column in there.absent()} & _needs_of(check):
            return NotRun(check, f"the table for '{check.to}' has no {', '.join(sorted(lacking))}")
        return Rule(check, _sql(check, staged, others, about), _column(check, staged), there)
    return Rule(check, _sql(check, staged, others, about), _column(check, staged), staged)


def _needs(check: AnyCheck, staged: Staged) -> frozenset[str]:
    declared = {column.name for column in staged.dataset.columns}
    if isinstance(check, Check):
        return (frozenset(columns_read(check.where)) & declared) - frozenset(check.may_lack)
    if isinstance(check, Repeated):
        asked = frozenset(columns_read(check.where)) & declared if check.where else frozenset()
        return asked | (frozenset(check.on) if check.filled else frozenset())
    if isinstance(check, Overlapping):
        return frozenset({check.opened, check.closed})
    if isinstance(check, NotPreceded | NotWithin):
        return frozenset({check.on})
    return frozenset({check.column}) if isinstance(check, Differs) else frozenset()


def _needs_of(check: Unmatched | Differs | NotPreceded | NotWithin) -> set[str]:
    """The columns of the other dataset without which a check would find fault where there is none."""
    if isinstance(check, Differs):
        return {check.column}
    if isinstance(check, NotPreceded):
        return {check.day}
    return {check.opened} if isinstance(check, NotWithin) else set()


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


def _sql(check: AnyCheck, staged: Staged, others: Mapping[str, Staged], about: Period | None) -> str:
    rows = f"(SELECT * FROM {staged.table} WHERE NOT held)"
    if isinstance(check, Check):
        return staged.at_fault(expand(check.where))
    if isinstance(check, Repeated):
        return _repeated(check, staged, rows)
    if isinstance(check, Overlapping):
        return _overlapping(check, rows)
    listed = others[check.to]
    if isinstance(check, Unmatched):
        return staged.at_fault(f"child_key NOT IN (SELECT child_key FROM {listed.table} WHERE child_key IS NOT NULL)")
    if isinstance(check, NotPreceded):
        return _not_preceded(check, staged, rows, listed, about)
    return _not_within(check, rows, listed) if isinstance(check, NotWithin) else _differs(check, rows, listed)


def _repeated(check: Repeated, staged: Staged, rows: str) -> str:
    on = [f'"{name}"' for name in check.on] or [text_sql(column.name) for column in staged.present()]
    # Few rows are like any other. They are told by their hashes first, so that only they are put in order.
    hashed = f"(SELECT *, hash({', '.join(on)}) AS hashed FROM {rows})"
    alike = f"(SELECT hashed FROM {hashed} GROUP BY hashed HAVING count(*) > 1)"
    same = f"PARTITION BY {', '.join(on)} ORDER BY {ID}"
    only = [f"{name} IS NOT NULL" for name in on] if check.filled else []
    only += [f"({expand(check.where)})"] if check.where else []
    asked = " AND ".join([f"hashed IN {alike}", *only])
    return f"SELECT {ID}, first_value({ID}) OVER ({same}) AS other FROM {hashed} WHERE {asked} QUALIFY other <> {ID}"


def _overlapping(check: Overlapping, rows: str) -> str:
    """Of the child's rows that opened before, the one that closed last: if that was later, the two overlap."""
    lasting = f'(SELECT * FROM {rows} WHERE "{check.closed}" IS NULL OR "{check.closed}" > "{check.opened}")'
    before = f'PARTITION BY child_key ORDER BY "{check.opened}", {ID} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING'
    closed = f'coalesce("{check.closed}", {FOREVER})'
    return (
        f'SELECT {ID}, other FROM (SELECT {ID}, "{check.opened}" AS opened,'
        f" max({closed}) OVER ({before}) AS until, arg_max({ID}, {closed}) OVER ({before}) AS other"
        f" FROM {lasting}) WHERE until > opened"
    )


def _differs(check: Differs, rows: str, listed: Staged) -> str:
    known = (
        f'SELECT child_key, arg_min("{check.column}", {ID}) AS known, min({ID}) AS other FROM {listed.table}'
        " WHERE NOT held GROUP BY child_key"
    )
    return f'SELECT its.{ID}, other FROM {rows} AS its JOIN ({known}) USING (child_key) WHERE "{check.column}" <> known'


def _of_long_returns(staged: Staged) -> str:
    """The condition that leaves out the rows of returns about a few months."""
    short = [str(source.number) for source in staged.sources if source.match.format.window]
    return f" AND its.{SOURCE} NOT IN ({', '.join(short)})" if short else ""


def _not_preceded(check: NotPreceded, staged: Staged, rows: str, listed: Staged, about: Period | None) -> str:
    of_child = f"SELECT 1 FROM {listed.table} AS listed WHERE NOT listed.held AND listed.child_key = its.child_key"
    before = f'{of_child} AND listed."{check.day}" <= its."{check.on}"'
    if check.days is None:
        judged = f" AND EXISTS ({of_child}){_of_long_returns(staged)}"
    else:
        before += f' AND listed."{check.day}" >= its."{check.on}" - {check.days}'
        judged = f" AND its.\"{check.on}\" >= DATE '{about.first}' + {check.days}" if about else ""
    return (
        f'SELECT {ID}, NULL AS other FROM {rows} AS its WHERE its."{check.on}" IS NOT NULL{judged}'
        f" AND NOT EXISTS ({before})"
    )


def _not_within(check: NotWithin, rows: str, listed: Staged) -> str:
    of_child = f"SELECT 1 FROM {listed.table} AS listed WHERE NOT listed.held AND listed.child_key = its.child_key"
    ended = f'coalesce(listed."{check.closed}", {FOREVER})' if check.closed else FOREVER
    lasting = f'listed."{check.opened}" <= its."{check.on}" AND {ended} >= its."{check.on}"'
    return (
        f'SELECT {ID}, NULL AS other FROM {rows} AS its WHERE "{check.on}" IS NOT NULL AND EXISTS ({of_child})'
        f" AND NOT EXISTS ({of_child} AND {lasting})"
    )
