"""Fives: counts to the nearest five, for tables of which anybody chooses what to set side by side.

They are made from what the public face shows and from nothing else, so that both together tell no more than that face
alone (docs/decisions/024). Each count is rounded by itself, totals too; what is made of counts is made of rounded ones.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.definitions import NOBODY, Indicator, Median

STEP = 5
FEW = 7
"""At most so many are withheld, for rounding would hide too little of them."""
COUNTS = ("numerator", "denominator", "unknown")

Row = Mapping[str, Any]


def in_fives(row: Row, indicator: Indicator, *, others: str) -> Row | None:
    """A cell that the public may see, with its counts in fives; none where it is withheld here.

    A population, what `others` published (a breakdown) and what tells of no children stay as they are. Rows that stand
    for children are rounded like children. A middle value is no count. What somebody supplied without its counts cannot
    be worked out from rounded ones, and is withheld.
    """
    if indicator.protects is NOBODY or row["breakdown"] == others:
        return row
    if _is_few(row) or (row["value"] is not None and not isinstance(indicator.measure, Median)):
        return None
    apart = {"denominator"} if row["population"] else set[str]()
    unknown = None if is_few(row["unknown"]) or is_few(row["unknown_children"]) else row["unknown"]
    told = {**row, "unknown": unknown}
    return told | {name: nearest(told[name]) for name in COUNTS if name not in apart}


def is_few(number: int | None) -> bool:
    """Whether a count is too small to be rounded; nought is nought."""
    return number is not None and 1 <= number <= FEW


def nearest(number: int | None) -> int | None:
    """A count to the nearest five."""
    return None if number is None else STEP * int(rounded(Fraction(number, STEP), 0))


def _is_few(row: Row) -> bool:
    """Whether few stand behind it: behind those that are, or of a share those that are not; rows or children."""
    yes, of = row["numerator"], row["denominator"]
    if yes is None:
        return is_few(of) or is_few(row["yes_children"])
    behind = [yes, row["yes_children"]]
    if of is not None and not row["population"]:
        behind += [of - yes, row["no_children"]]
    return any(is_few(number) for number in behind)
