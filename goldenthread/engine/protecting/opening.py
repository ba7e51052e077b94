"""Opening: what else would be given away if small numbers were shown after all, found as an attacker would find it.

Two people may decide that the public is shown a number that the rules hide. Then the sums in which it stands may tell
of another: if 2 girls and 3 whose sex is not recorded are withheld beside 60 boys of 65 children, showing the 2 tells
the 3. So it is tried first whether any other small number can be only one, for whoever knows all that is shown and how
it adds up, by linear programming (HiGHS). Where one can, nothing is opened.

It supposes the worst: that of a share the whole is known from another indicator; and where children come twice, how
many do.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from datetime import date

import numpy as np
import pyarrow as pa
from scipy.optimize import linprog
from scipy.sparse import csr_array, diags_array, eye_array, hstack
from scipy.sparse.linalg import lsmr

from goldenthread.engine.periods import financial_year_of
from goldenthread.engine.protecting.opened import WHOLE, Place, Row
from goldenthread.engine.protecting.primary import is_small

_HALF, _STILL, _EXACTLY = 0.5, 1e-6, 1e-13
"""Between what leaves an end and what does not; below what nothing has moved; and how exactly that is worked out."""
_WAYS = {0: (None, None), 1: (0, None), -1: (None, 0)}
"""The changes that are possible, by the direction in which alone a number can be changed."""

Terms = Mapping[Place, int]
"""The numbers of a sum with their signs. What it comes to is known."""


def given_away(
    cells: pa.Table, withheld: Sequence[bool], opening: Collection[int], *, nested: Mapping[str, str]
) -> list[int]:
    """Which small numbers could be worked out exactly if some cells were opened, and cannot be as things are.

    `cells` are those of one indicator, `withheld` says of each whether the public is not shown it, `nested` which
    breakdowns are of parts of the groups of another.
    """
    rows = cells.to_pylist()
    near = _near(rows, opening)
    known = {Place.of(rows[at]): rows[at] for at in near}
    hidden = {Place.of(rows[at]) for at in near if withheld[at]}
    opened = {Place.of(rows[at]) for at in opening}
    sums = list(_sums(known, nested))
    left = _touched(sums, hidden - opened, opened)
    found = {place for place in _fixed(known, sums, left) if _has_small(known[place])}
    found -= _fixed(known, sums, hidden) if found else set()
    return [at for at in near if Place.of(rows[at]) in found]


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


def _fixed(known: Mapping[Place, Row], sums: Sequence[Terms], hidden: Collection[Place]) -> set[Place]:
    """The hidden numbers of which only one is possible for whoever is shown all others, and knows what sums come to.

    From what they are, numbers can be changed together in any direction that leaves every sum as it is, makes none
    smaller that is nought already and none larger that is as large as it can be. Such directions can be added up: so
    one linear programme finds all of those at an end that can leave it, and puts the others aside. The rest can go
    both ways, and what all directions then leave alone is a matter of linear equations: a direction drawn by chance
    moves whatever can be moved.
    """
    at = {place: number for number, place in enumerate(hidden)}
    held = [{at[place]: sign for place, sign in terms.items() if place in at} for terms in sums]
    entries = [(row, column, sign) for row, terms in enumerate(held) for column, sign in terms.items()]
    if not entries:
        return set()
    down, across, signs = zip(*entries, strict=True)
    equations = csr_array((signs, (down, across)), shape=(len(held), len(at)), dtype=float)
    inward = np.array([_inward(known[place]) for place in at])
    loose = ~_stuck_at_an_end(equations, inward)
    moves = np.zeros(len(at))
    moves[loose] = _any_direction(equations[:, loose])
    return {place for place, number in at.items() if abs(moves[number]) < _STILL}


def _inward(row: Row) -> int:
    """In which direction alone a number can be changed that is at an end: up from nought, down from the whole."""
    number = _number(row)
    is_share = row["denominator"] is not None and row["population"] is None
    if is_share and number and number == int(row["denominator"]):
        return -1
    return 0 if number else 1


def _stuck_at_an_end(equations: csr_array, inward: np.ndarray) -> np.ndarray:
    """Which numbers are at an end and cannot leave it: as many as can are made to leave it at once, each by one."""
    (ends,) = inward.nonzero()
    stuck = np.zeros(len(inward), bool)
    if not len(ends):
        return stuck
    # One more number for each that is at an end: by how much of one it leaves that, which is made as much as can be.
    leaves = hstack([diags_array(-inward.astype(float)).tocsr()[ends], eye_array(len(ends))])
    found = linprog(
        np.r_[np.zeros(len(inward)), -np.ones(len(ends))],
        A_ub=leaves,
        b_ub=np.zeros(len(ends)),
        A_eq=hstack([equations, csr_array((equations.shape[0], len(ends)))]),
        b_eq=np.zeros(equations.shape[0]),
        bounds=[_WAYS[way] for way in inward.tolist()] + [(0, 1)] * len(ends),
        method="highs",
    )
    stuck[ends] = found.x[len(inward) :] < _HALF
    return stuck


def _any_direction(equations: csr_array) -> np.ndarray:
    """A direction, drawn by chance, in which numbers can be changed so that all sums stay as they are."""
    drawn = np.random.default_rng(1).normal(size=equations.shape[1])
    back, *_ = lsmr(equations, equations @ drawn, atol=_EXACTLY, btol=_EXACTLY, conlim=0, maxiter=100_000)
    return np.asarray(drawn - back)


def _number(row: Row) -> int:
    """The number that is published of a cell; a value that somebody supplied without one is taken for one of few."""
    counted = row["denominator"] if row["numerator"] is None else row["numerator"]
    return 1 if counted is None else int(counted)


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
