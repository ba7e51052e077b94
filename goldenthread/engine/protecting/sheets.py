"""Sheets: the cells of one breakdown as a table of stretches by groups, with what is published of each."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple

import pyarrow as pa

from goldenthread.engine.periods import Span
from goldenthread.engine.protecting.companions import Numbers, Table
from goldenthread.engine.protecting.primary import LARGEST, SHOWN, SMALLEST, is_small


class Before(Enum):
    """What the public was told of a cell by the edition before."""

    NOT_THERE = "it had no such cell"
    SHOWN = "its number"
    WITHHELD = "nothing, and its number was another"
    WITHHELD_UNCHANGED = "nothing, and its number was the same"


class Cell(NamedTuple):
    """What protection must know of a cell.

    `yes` and `no` are as they are published (`no` only of a share), `whole` is all that it is a share of, which another
    indicator may publish. Each is small where a few children stand behind it. `part_of` is the group of another
    breakdown that its group is part of. `before` says what became of it in the edition before.
    """

    yes: int = 0
    no: int = 0
    whole: int = 0
    yes_is_small: bool = False
    no_is_small: bool = False
    few_unknown: bool = False
    part_of: str | None = None
    before: Before = Before.NOT_THERE

    @property
    def is_small(self) -> bool:
        """Whether it must be hidden for its own sake."""
        return self.yes_is_small or self.no_is_small


_READ = (
    "breakdown", "group", "first", "last", "numerator", "denominator", "population", "unknown", "yes_children",
    "no_children", "unknown_children", "part_of",
)  # fmt: skip


class Sheet:
    """The cells of a breakdown, by stretch and group, which are numbered in the order in which they come.

    `places` says where a cell stands in the table of cells: twice, where two periods have the same days.
    """

    def __init__(self, breakdown: str) -> None:
        self.breakdown = breakdown
        self.stretches: dict[tuple[date, date], int] = {}
        self.groups: dict[str, int] = {}
        self.places: list[tuple[int, int, int]] = []
        self._told: dict[tuple[int, int], Cell] = {}

    def add(self, place: int, days: tuple[date, date], group: str, cell: Cell) -> None:
        """Take in one cell."""
        stretch = self.stretches.setdefault(days, len(self.stretches))
        row = self.groups.setdefault(group, len(self.groups))
        self.places.append((place, stretch, row))
        self._told.setdefault((stretch, row), cell)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The stretches that it tells of."""
        return tuple(Span(*days) for days in self.stretches)

    @cached_property
    def cells(self) -> list[list[Cell]]:
        """For each stretch the cells of all groups. One that is not there is nought: a place that had closed."""
        nothing = Cell()
        return [
            [self._told.get((stretch, row), nothing) for row in range(len(self.groups))]
            for stretch in range(len(self.stretches))
        ]

    @cached_property
    def is_of_shares(self) -> bool:
        """Whether its cells have two parts."""
        return any(cell.no for cell in self._told.values())

    @cached_property
    def has_small(self) -> bool:
        """Whether any of its cells must be hidden, or any whole of which they are shares."""
        return any(cell.is_small or is_small(cell.whole) for cell in self._told.values())

    @cached_property
    def withheld_before(self) -> bool:
        """Whether the edition before withheld any number."""
        return any(cell.before in (Before.WITHHELD, Before.WITHHELD_UNCHANGED) for cell in self._told.values())

    def parts(self) -> dict[str | None, "Sheet"]:
        """The sheet in parts, by the group of another breakdown that its groups are part of."""
        found: dict[str | None, Sheet] = {}
        names = {row: group for group, row in self.groups.items()}
        days = list(self.stretches)
        for (stretch, row), cell in self._told.items():
            part = found.setdefault(cell.part_of, Sheet(self.breakdown))
            part.add(-1, days[stretch], names[row], cell)
        return found

    def numbers(self) -> list[Numbers]:
        """The numbers that are published together."""
        yes = Numbers(self._table(lambda cell: cell.yes), self._table(lambda cell: cell.yes_is_small))
        if not self.is_of_shares:
            return [yes]
        return [yes, Numbers(self._table(lambda cell: cell.no), self._table(lambda cell: cell.no_is_small))]

    def wholes(self) -> list[Numbers]:
        """What the shares are shares of."""
        return [Numbers(self._table(lambda cell: cell.whole), self._table(lambda cell: is_small(cell.whole)))]

    def _table(self, number: Callable[[Cell], int]) -> Table:
        return [[number(cell) for cell in row] for row in self.cells]


def sheets(cells: pa.Table, before: pa.Table | None = None) -> dict[str, Sheet]:
    """The sheets of an indicator's cells, by their breakdown; `before` are its cells in the edition before."""
    found: dict[str, Sheet] = {}
    known = _known(before)
    for place, (breakdown, group, first, last, *told) in enumerate(_rows(cells, _READ)):
        sheet = found.get(breakdown) or found.setdefault(breakdown, Sheet(breakdown))
        earlier = _before(known.get((breakdown, group, first, last)), numbers=(told[0], told[1]))
        sheet.add(place, (first, last), group, _cell(*told)._replace(before=earlier))
    return found


def _rows(cells: pa.Table, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(cells.column(name).to_pylist() for name in names), strict=True)


def _known(before: pa.Table | None) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """What the edition before told, by breakdown, group and days. What older rules decided is not gone by."""
    if before is None or "part_of" not in before.column_names:
        return {}
    names = ("breakdown", "group", "first", "last", "numerator", "denominator", "public")
    return {row[:4]: row[4:] for row in _rows(before, names)}


def _before(known: tuple[Any, ...] | None, *, numbers: tuple[Any, Any]) -> Before:
    if known is None:
        return Before.NOT_THERE
    if known[2] == SHOWN:
        return Before.SHOWN
    return Before.WITHHELD_UNCHANGED if known[:2] == numbers else Before.WITHHELD


def _cell(
    numerator: int | None,
    denominator: int | None,
    population: str | None,
    unknown: int | None,
    yes_children: int,
    no_children: int,
    unknown_children: int,
    part_of: str | None,
) -> Cell:
    """A value that somebody supplied, without saying how many stand behind it, is taken for one of few."""
    is_share = numerator is not None and denominator is not None and population is None
    yes = numerator if numerator is not None else denominator
    yes = SMALLEST if yes is None else yes
    no = denominator - yes if is_share and denominator is not None else 0
    return Cell(
        yes,
        no,
        yes + no + (unknown or 0),
        SMALLEST <= yes_children <= LARGEST,
        is_share and SMALLEST <= no_children <= LARGEST,
        SMALLEST <= unknown_children <= LARGEST,
        part_of,
    )
