"""An attacker, who knows all that the public is shown and how figures add up, and works out the rest.

Written apart from the engine's own reckoning: linear equations over numbers that are not negative, and the least and
the most that each hidden one can be, found by linear programming (HiGHS).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

Cell = Mapping[str, Any]
Place = tuple[str, str, Any, Any]
"""Breakdown, group, first day, last day: cells of one place are one number under two names."""


class Kind(NamedTuple):
    """One kind of number that is published: in which cells, and how it is read from them."""

    name: str
    cells: Sequence[Cell]
    number: Callable[[Cell], int]


class Unknown(NamedTuple):
    """A number that the attacker is not shown."""

    kind: str
    place: Place


class Attacker:
    """Knows every number that is shown, and every sum that numbers stand in.

    Where parts are more than their whole, because children come twice, it knows by how much. `also` are other sums that
    come to nought: numbers with their signs. `within` are the least and the most of hidden numbers, where known.
    """

    def __init__(
        self,
        *kinds: Kind,
        also: Iterable[Mapping[Unknown, int]] = (),
        within: Mapping[Unknown, tuple[int, int]] | None = None,
    ) -> None:
        self.within = within or {}
        self.true = {Unknown(kind.name, place(cell)): kind.number(cell) for kind in kinds for cell in kind.cells}
        shown = {
            Unknown(kind.name, place(cell)): cell["public"] == "shown" for kind in kinds for cell in kind.cells
        }  # fmt: skip
        self.hidden = [each for each, is_shown in shown.items() if not is_shown]
        self.at = {each: at for at, each in enumerate(self.hidden)}
        rows = [*self._sums(kinds), *self._known(also)]
        entries = [(row, at, sign) for row, terms in enumerate(rows) for at, sign in terms.items()]
        down, across, signs = np.array(entries or [(0, 0, 0)]).T
        self.equations = csr_array((signs, (down, across)), shape=(len(rows) or 1, len(self.hidden) or 1), dtype=float)

    def ranges(self, wide: int) -> dict[Unknown, tuple[float, float]]:
        """The least and the most that each small hidden number can be; one that is seen to be wide is left alone.

        Many are pushed at once, which shows most of them to be wide; what is left is pushed by itself. At the first
        that is narrow for good it ends.
        """
        true = np.array([self.true[each] for each in self.hidden], float)
        least, most = true.copy(), true.copy()
        small = [at for at, number in enumerate(true) if 1 <= number <= wide]
        chance, alone = np.random.default_rng(1), False
        while narrow := [at for at in small if most[at] - least[at] < wide]:
            wanted = narrow[:1] if alone else narrow
            objective = np.zeros(len(true))
            objective[wanted] = chance.random(len(wanted)) + 1
            for direction in (objective, -objective):
                found = self._extreme(direction, true)
                least, most = np.minimum(least, found), np.maximum(most, found)
            still = [at for at in wanted if most[at] - least[at] < wide]
            if alone and still:
                break
            alone = len(still) > len(wanted) / 2
        return {self.hidden[at]: (least[at], most[at]) for at in small}

    def ends(self, which: Unknown) -> tuple[float, float]:
        """The least and the most that a hidden number can be, exactly."""
        true = np.array([self.true[each] for each in self.hidden], float)
        objective = np.zeros(len(true))
        objective[self.at[which]] = 1
        least, most = (self._extreme(sign * objective, true)[self.at[which]] for sign in (1, -1))
        return round(least), round(most)

    def _extreme(self, objective: np.ndarray, true: np.ndarray) -> np.ndarray:
        bounds = np.column_stack([np.zeros(len(true)), true + 1000])
        for which, ends in self.within.items():
            bounds[self.at[which]] = ends
        found = linprog(objective, A_eq=self.equations, b_eq=self.equations @ true, bounds=bounds, method="highs")
        assert found.status == 0, found.message
        return np.asarray(found.x)

    def _sums(self, kinds: Sequence[Kind]) -> Iterator[dict[int, int]]:
        for kind in kinds:
            for whole, parts in sums(kind.cells):
                terms = {Unknown(kind.name, whole): 1, **{Unknown(kind.name, part): -1 for part in parts}}
                yield from self._known([terms])

    def _known(self, sums: Iterable[Mapping[Unknown, int]]) -> Iterator[dict[int, int]]:
        """The sums in which there is anything that is not shown."""
        for terms in sums:
            if row := {self.at[each]: sign for each, sign in terms.items() if each in self.at}:
                yield row


def place(cell: Cell) -> Place:
    """What tells a cell from every other."""
    return cell["breakdown"], cell["group"], cell["first"], cell["last"]


def sums(cells: Sequence[Cell]) -> Iterator[tuple[Place, list[Place]]]:
    """Every whole with its parts: groups and their whole, clusters and their locality, months and what holds them."""
    groups: dict[tuple[Place, str], list[Place]] = {}
    times: dict[tuple[str, str], list[Place]] = {}
    for cell in {place(cell): cell for cell in cells}.values():
        breakdown, group, *time = where = place(cell)
        times.setdefault((breakdown, group), []).append(where)
        if breakdown != "all":
            groups.setdefault((("all", "all", *time), breakdown), []).append(where)
        if cell["part_of"]:
            groups.setdefault((("locality", cell["part_of"], *time), breakdown), []).append(where)
    yield from ((whole, parts) for (whole, _), parts in groups.items())
    for own in times.values():
        for whole in own:
            inside = [each for each in own if each != whole and _holds(whole, each)]
            if shortest := [each for each in inside if not any(each != one and _holds(each, one) for one in inside)]:
                yield whole, shortest


def _holds(whole: Place, part: Place) -> bool:
    return bool(whole[2] <= part[2] and part[3] <= whole[3])
