"""Quartile bands and ranks as the Department for Education's local authority tool has them, for comparison only.

They say where an area stands among others, not whether that is more than chance: see `funnels` for that.
"""

from collections.abc import Sequence
from fractions import Fraction

from goldenthread.engine.definitions import Better

Number = Fraction | float | int
BANDS = "ABCD"


def band(value: Number, cuts: tuple[Number, Number, Number], better: Better) -> str:
    """The band from A, the best quarter, to D; `cuts` are the three quartiles. A value on a cut is in
    the lower quarter. ValueError where neither way is better: there is then no best quarter.
    """
    if better is Better.NEITHER:
        raise ValueError("where neither way is better there is no best quarter")
    above = sum(1 for cut in cuts if value > cut)
    return BANDS[above] if better is Better.LOWER else BANDS[len(cuts) - above]


def ranks(values: Sequence[Number | None], better: Better) -> list[int | None]:
    """The place of each, the best first; those that are level share the smaller place, what is missing has none."""
    if better is Better.NEITHER:
        raise ValueError("where neither way is better there is no first place")
    known = [value for value in values if value is not None]
    return [None if value is None else 1 + sum(1 for each in known if _beats(each, value, better)) for value in values]


def _beats(one: Number, other: Number, better: Better) -> bool:
    return one > other if better is Better.HIGHER else one < other
