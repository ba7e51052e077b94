"""An attacker, who knows all that the public is shown and how figures add up, and works out the rest.

Written apart from the engine's own reckoning: linear equations over numbers that are not negative, and the least and
the most that each hidden one can be, found by linear programming (HiGHS).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

Cell = Mapping[str, Any]
Where = tuple[str, str, Any, Any]
"""Breakdown, group, first day, last day: cells of equal place are one number under two names."""


@dataclass
class Attacker:
    """Knows the numbers (`number`) of the cells that are shown, and every sum that the cells stand in.

    Where parts are more than their whole, because children come twice, it knows by how much.
    """

    cells: Sequence[Cell]
    number: Callable[[Cell], int]
    most: Callable[[Cell], int | None] = lambda _: None
    true: dict[Where, int] = field(init=False)
    hidden: dict[Where, int] = field(init=False)

    def __post_init__(self) -> None:
        self.true = {where(cell): self.number(cell) for cell in self.cells}
        withheld = dict.fromkeys(where(cell) for cell in self.cells if cell["public"] != "shown")
        self.hidden = {each: at for at, each in enumerate(withheld)}

    def ranges(self, of: Iterable[Where], wide: int) -> dict[Where, tuple[float, float]]:
        """The least and the most that hidden numbers can be; once a range is seen to be wide it is left alone."""
        wanted = [self.hidden[each] for each in of]
        at = np.array([self.true[each] for each in self.hidden], float)
        least, most = at.copy(), at.copy()
        for which in wanted:
            for sign in (1, -1):
                if most[which] - least[which] < wide:
                    found = self._extreme(which, sign)
                    least, most = np.minimum(least, found), np.maximum(most, found)
        names = list(self.hidden)
        return {names[which]: (least[which], most[which]) for which in wanted}

    def _extreme(self, which: int, sign: int) -> np.ndarray:
        left, right = self._equations()
        objective = np.zeros(len(self.hidden))
        objective[which] = sign
        bounds = [(0, self.most(cell)) for cell in self._hidden_cells()]
        found = linprog(objective, A_eq=left, b_eq=right, bounds=bounds, method="highs")
        if found.status == 3:  # without an end
            objective[which], bounds[which] = sign, (0, self.true[list(self.hidden)[which]] + 1000)
            found = linprog(objective, A_eq=left, b_eq=right, bounds=bounds, method="highs")
        assert found.status == 0, found.message
        return np.asarray(found.x)

    def _hidden_cells(self) -> list[Cell]:
        by_place = {where(cell): cell for cell in self.cells}
        return [by_place[each] for each in self.hidden]

    def _equations(self) -> tuple[csr_array | None, np.ndarray | None]:
        if not hasattr(self, "_made"):
            self._made = self._make()
        return self._made

    def _make(self) -> tuple[csr_array | None, np.ndarray | None]:
        rows: list[tuple[dict[int, int], int]] = []
        for whole, parts in sums(self.cells):
            terms = {
                self.hidden[each]: sign
                for each, sign in [(whole, 1), *((part, -1) for part in parts)]
                if each in self.hidden
            }
            if terms:
                names = list(self.hidden)
                rows.append((terms, sum(sign * self.true[names[at]] for at, sign in terms.items())))
        if not rows:
            return None, None
        entries = [(row, at, sign) for row, (terms, _) in enumerate(rows) for at, sign in terms.items()]
        down, across, signs = zip(*entries, strict=True)
        left = csr_array((signs, (down, across)), shape=(len(rows), len(self.hidden)), dtype=float)
        return left, np.array([right for _, right in rows], float)


def where(cell: Cell) -> Where:
    """What tells a cell from every other."""
    return cell["breakdown"], cell["group"], cell["first"], cell["last"]


def sums(cells: Sequence[Cell]) -> Iterable[tuple[Where, list[Where]]]:
    """Every whole with its parts: groups and their whole, clusters and their locality, months and what holds them."""
    by_place = {where(cell): cell for cell in cells}
    times = dict.fromkeys((cell["first"], cell["last"]) for cell in cells)
    breakdowns = dict.fromkeys(cell["breakdown"] for cell in cells if cell["breakdown"] != "all")
    for time in times:
        for breakdown in breakdowns:
            groups = [each for each in by_place if each[0] == breakdown and each[2:] == time]
            yield ("all", "all", *time), groups
            for above in dict.fromkeys(by_place[each]["part_of"] for each in groups if by_place[each]["part_of"]):
                yield ("locality", above, *time), [each for each in groups if by_place[each]["part_of"] == above]
    for breakdown, group in dict.fromkeys(each[:2] for each in by_place):
        own = [each for each in by_place if each[:2] == (breakdown, group)]
        for whole in own:
            inside = [each for each in own if each != whole and whole[2] <= each[2] and each[3] <= whole[3]]
            shortest = [
                each
                for each in inside
                if not any(other != each and each[2] <= other[2] and other[3] <= each[3] for other in inside)
            ]
            if shortest:
                yield whole, shortest
