"""The fence around cohorts: one SELECT over named datasets, in SQL that every engine reads the same way."""

from collections.abc import Mapping

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from goldenthread.engine.words.fence import DIALECT, Refused, meaning_of, word_of
from goldenthread.engine.words.meanings import MEANINGS

STANDARD = frozenset({
    "row_number", "lag", "lead", "count", "min", "max", "sum", "coalesce", "cast", "case", "if", "exists", "year",
    "month",
})  # fmt: skip
"""Functions that mean the same in every engine; `if` is what each branch of a CASE is called."""
_LOGIC = (exp.And, exp.Or)  # sqlglot calls them functions


def cohort_sql(text: str, views: Mapping[str, str]) -> str:
    """A cohort's SELECT in DuckDB's SQL: our words spelt out, each dataset under the name of its view.

    Refused where it is not one SELECT, reads what it does not name, or calls a function that is not within the fence.
    """
    try:
        trees = [tree for tree in sqlglot.parse(text, dialect=DIALECT) if tree is not None]
    except SqlglotError as error:
        raise Refused(f"The cohort cannot be read: {str(error).splitlines()[0]}") from error
    if len(trees) != 1 or not isinstance(trees[0], exp.Select):
        raise Refused("A cohort is one SELECT.")
    (tree,) = trees
    for node in tree.find_all(exp.Func):
        if not isinstance(node, _LOGIC) and word_of(node) not in STANDARD | MEANINGS.keys():
            raise Refused(f"{node.sql(dialect=DIALECT)} is not within the fence of cohorts.")
    made_here = {cte.alias for cte in tree.find_all(exp.CTE)}
    for table in list(tree.find_all(exp.Table)):
        if table.name not in made_here:
            _read_from_view(table, views)
    return tree.transform(meaning_of).sql(dialect=DIALECT)


def _read_from_view(table: exp.Table, views: Mapping[str, str]) -> None:
    if table.name not in views:
        raise Refused(f"The cohort reads {table.name}, which it does not name. It names {', '.join(sorted(views))}.")
    view = exp.to_table(views[table.name], dialect=DIALECT)
    table.replace(view.as_(table.alias or table.name, table=True))
