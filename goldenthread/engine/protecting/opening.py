"""Opening: what else would be given away if small numbers were shown after all, found as an attacker would find it.

Two people may decide that the public is shown a number that the rules hide. Then the sums in which it stands may tell
of another: if 2 girls and 3 whose sex is not recorded are withheld beside 60 boys of 65 children, showing the 2 tells
the 3. So it is tried first: the least and the most that each other small number can be, for whoever knows all that is
shown and how it adds up, by linear programming (HiGHS). Where only one number is left, nothing is opened.

It supposes the worst: that of a share the whole is known from another indicator; and where children come twice, how
many do.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from scipy.optimize import linprog
from scipy.sparse import csr_array

from goldenthread.engine.periods import financial_year_of
from goldenthread.engine.protecting.primary import is_small

WHOLE = "all"
_MORE = 1000
"""By how much more than it is a number is thought possible. Without any end its range would only be wider."""
_SAME = 0.5
"""Whole numbers whose least and most lie no further apart are one number."""


class Opened(NamedTuple):
    """What is shown though it is small: of a period the whole (`all`), every group of some breakdowns, or both."""

    period: str
    breakdowns: tuple[str, ...]

    def holds(self, row: "Row") -> bool:
        """Whether a cell is among what is shown."""
        return row["period"] == self.period and row["breakdown"] in self.breakdowns


class Place(NamedTuple):
    """Where a number stands: under another period's name on the same days it is the same number."""

    breakdown: str
    group: str
    first: date
    last: date


Row = Mapping[str, Any]
Terms = Mapping[Place, int]
"""The numbers of a sum with their signs. What it comes to is known."""


def places_opened(cells: pa.Table, opened: Opened) -> set[int]:
    """Which of the cells are opened, and with them their likes of the same days under another period's name."""
    rows = cells.select(["period", "breakdown", "group", "first", "last"]).to_pylist()
    meant = {_place(row) for row in rows if opened.holds(row)}
    return {at for at, row in enumerate(rows) if _place(row) in meant}


def given_away(
    cells: pa.Table, withheld: Sequence[bool], opening: Collection[int], *, nested: Mapping[str, str]
) -> list[int]:
    """Which small numbers could be worked out exactly if some cells were opened, and cannot be as things are.

    `cells` are those of one indicator, `withheld` says of each whether the public is not shown it, `nested` which
    breakdowns are of parts of the groups of another.
    """
    rows = cells.to_pylist()
    near = _near(rows, opening)
    known = {_place(rows[at]): rows[at] for at in near}
    hidden = {_place(rows[at]) for at in near if withheld[at]}
    opened = {_place(rows[at]) for at in opening}
    sums = list(_sums(known, nested))
    left = _touched(sums, hidden - opened, opened)
    then, now = _Attack(known, sums, left), _Attack(known, sums, hidden)
    doubtful = then.stuck({place for place in left if _has_small(known[place])})
    found = then.exact(doubtful - now.stuck(doubtful))
    return [at for at in near if _place(rows[at]) in found]


def _place(row: Row) -> Place:
    return Place(row["breakdown"], row["group"], row["first"], row["last"])


def _has_small(row: Row) -> bool:
    return is_small(row["yes_children"]) or is_small(row["no_children"])


def _near(rows: Sequence[Row], opening: Collection[int]) -> list[int]:
    """The cells of the financial years that are opened into. Stretches that cross these tell nothing new (020)."""
    begins = min((financial_year_of(rows[at]["first"]).first for at in opening), default=date.max)
    ends = max((financial_year_of(rows[at]["last"]).last for at in opening), default=date.min)
    return [at for at, row in enumerate(rows) if begins <= row["first"] and row["last"] <= ends]


def _touched(sums: Sequence[Terms], hidden: Set[Place], opened: Set[Place]) -> set[Place]:
    """The hidden numbers that stand in a sum with an opened one, or with others that do, and so on."""
    beside = defaultdict(list)
    for terms in sums:
        for place in terms:
            beside[place].append(terms)
    found, ahead = set[Place](), list(opened)
    while ahead:
        near = {place for terms in beside[ahead.pop()] for place in terms} & hidden - found
        found |= near
        ahead += near
    return found


class _Attack:
    """What somebody knows of some hidden numbers who is shown all others, and what sums they stand in come to."""

    def __init__(self, known: Mapping[Place, Row], sums: Sequence[Terms], hidden: Collection[Place]) -> None:
        self._at = {place: number for number, place in enumerate(hidden)}
        held = [{self._at[place]: sign for place, sign in terms.items() if place in self._at} for terms in sums]
        entries = [(row, column, sign) for row, terms in enumerate(held) for column, sign in terms.items()]
        down, across, signs = zip(*entries, strict=True) if entries else ((), (), ())
        self._true = np.array([_number(known[place]) for place in self._at], float)
        self._bounds = [(0, _most(known[place])) for place in self._at]
        self._equations = csr_array((signs, (down, across)), shape=(len(held), len(self._at)), dtype=float)
        self._chance = np.random.default_rng(len(self._at))

    def stuck(self, tried: Set[Place]) -> set[Place]:
        """Those of which no other number came out, pushed all at once, some down and some up, for as long as any moves.

        There may still be one that would move if it were pushed by itself.
        """
        still = set(tried)
        while still and (moved := self._moved(still)):
            still -= moved
        return still

    def exact(self, tried: Set[Place]) -> set[Place]:
        """Those of which only one number is possible, each pushed by itself."""
        return {place for place in tried if not self._moved({place})}

    def _moved(self, pushed: Set[Place]) -> set[Place]:
        """Those of which another number came out than the true one."""
        places = [self._at[place] for place in sorted(pushed)]
        weights = np.zeros(len(self._at))
        weights[places] = self._chance.uniform(-1, 1, len(places))
        found = [self._pushed(way * weights) for way in (1, -1)]
        apart = np.maximum(*(np.abs(each - self._true) for each in found))
        return {place for place in pushed if apart[self._at[place]] > _SAME}

    def _pushed(self, weights: np.ndarray) -> np.ndarray:
        comes_to = self._equations @ self._true
        return linprog(weights, A_eq=self._equations, b_eq=comes_to, bounds=self._bounds, method="highs").x  # type: ignore[no-any-return]


def _number(row: Row) -> int:
    """The number that is published of a cell; a value that somebody supplied without one is taken for one of few."""
    counted = row["denominator"] if row["numerator"] is None else row["numerator"]
    return 1 if counted is None else int(counted)


def _most(row: Row) -> int:
    is_share = row["denominator"] is not None and row["population"] is None
    return max(int(row["denominator"]), _number(row)) if is_share else _number(row) + _MORE


def _sums(known: Mapping[Place, Row], nested: Mapping[str, str]) -> Iterator[Terms]:
    """Every whole less its parts: groups and what they are groups of, and stretches and the shorter ones within."""
    groups, times = defaultdict(list), defaultdict(list)
    for place, row in known.items():
        times[place.breakdown, place.group].append(place)
        if place.breakdown != WHOLE:
            groups[Place(WHOLE, WHOLE, place.first, place.last), place.breakdown].append(place)
        if row["part_of"]:
            above = nested[place.breakdown]
            groups[Place(above, row["part_of"], place.first, place.last), place.breakdown].append(place)
    for (whole, _), parts in groups.items():
        if whole in known:
            yield {whole: 1, **dict.fromkeys(parts, -1)}
    for stretches in times.values():
        for whole in stretches:
            within = [each for each in stretches if each != whole and _holds(whole, each)]
            if shortest := [each for each in within if not any(each != one and _holds(each, one) for one in within)]:
                yield {whole: 1, **dict.fromkeys(shortest, -1)}


def _holds(whole: Place, part: Place) -> bool:
    return whole.first <= part.first and part.last <= whole.last
