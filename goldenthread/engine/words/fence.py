"""The fence: which predicates the catalogue may use.

SQL's own operators and our own words, nothing else. Engines disagree, silently, about weekdays and about differences
between dates; so no predicate may call an engine's functions or subtract one column from another. What passes the fence
means the same wherever it is run.
"""

from functools import cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from goldenthread.engine.words.meanings import MEANINGS

DIALECT = "duckdb"

_LOGIC = (exp.And, exp.Or, exp.Not, exp.Paren, exp.Boolean, exp.Null, exp.Is)
_COMPARISON = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Between, exp.In)
_VALUES = (exp.Column, exp.Identifier, exp.Literal, exp.Neg)
_ALLOWED = _LOGIC + _COMPARISON + _VALUES


class Refused(ValueError):
    """A predicate that is not within the fence; the message says what in it is not, and what may be used."""


@cache
def expand(predicate: str) -> str:
    """The predicate in DuckDB's SQL, our words spelt out."""
    return _within(predicate).transform(meaning_of).sql(dialect=DIALECT)


@cache
def columns_read(predicate: str) -> frozenset[str]:
    """The columns that a predicate reads."""
    return frozenset(column.name for column in _within(predicate).find_all(exp.Column))


@cache
def spelt(word: str, start: str, end: str) -> str:
    """One of our words over two expressions that are SQL already, for the engine's own use."""
    return MEANINGS[word](sqlglot.parse_one(start, dialect=DIALECT), sqlglot.parse_one(end, dialect=DIALECT)).sql(
        DIALECT
    )


def _parsed(sql: str) -> exp.Expr:
    return sqlglot.parse_one(sql, dialect=DIALECT)


def _within(predicate: str) -> exp.Expr:
    """The predicate as a tree, once everything in it is known to be allowed."""
    try:
        tree = _parsed(predicate)
    except SqlglotError as error:
        raise Refused(f"'{predicate}' cannot be read: {str(error).splitlines()[0]}") from error
    for node in tree.walk():
        _check(node, predicate)
    return tree


def _check(node: exp.Expr, predicate: str) -> None:
    if isinstance(node, _ALLOWED) and not _is_qualified(node):
        return
    if (word := word_of(node)) in MEANINGS:
        if len(_arguments(node)) != 2:
            raise Refused(f"'{predicate}': {word} takes two, from and to.")
        return
    raise Refused(
        f"'{predicate}': {node.sql(dialect=DIALECT)} is not within the fence. Use columns, text and numbers with and,"
        f" or, not, =, <>, <, <=, >, >=, in, between, is null, and the words {', '.join(sorted(MEANINGS))}."
    )


def _is_qualified(node: exp.Expr) -> bool:
    """A column with a table before it, or an IN that asks a query."""
    return bool(isinstance(node, exp.Column) and node.table) or bool(
        isinstance(node, exp.In) and node.args.get("query")
    )


def meaning_of(node: exp.Expr) -> exp.Expr:
    """A node as it is or, where it is one of our words, what that means."""
    meaning = MEANINGS.get(word_of(node))
    return node if meaning is None else meaning(*_arguments(node))


def word_of(node: exp.Expr) -> str:
    """The name of a function as it was written, in small letters; nothing for what is no function."""
    if isinstance(node, exp.Anonymous):
        return str(node.name).lower()
    return node.sql_name().lower() if isinstance(node, exp.Func) else ""


def _arguments(node: exp.Expr) -> list[exp.Expr]:
    """The arguments in the order in which they were written."""
    if isinstance(node, exp.Anonymous):
        return list(node.expressions)
    return [value for value in node.args.values() if isinstance(value, exp.Expr)]
