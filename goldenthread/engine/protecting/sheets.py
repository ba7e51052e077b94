"""Sheets: the cells of one breakdown as a table of stretches by groups, with what is published of each.

An indicator has thousands of cells, and most are asked about once: so what is known of them stands in columns, worked
out for all cells at a time, and a sheet only says which cell stands where.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.engine.periods import Span
from goldenthread.engine.protecting.companions import Numbers
from goldenthread.engine.protecting.primary import LARGEST, SHOWN, SMALLEST

Item = TypeVar("Item")
_NOT_THERE = -1
"""The place of a cell that is not there, at the end of each column. It is nought: a place that had closed."""
_EPOCH = date(1970, 1, 1)
_DAYS = 1 << 32


class Before(Enum):
    """What the public was told of a cell by the edition before."""

    NOT_THERE = "it had no such cell"
    SHOWN = "its number"
    WITHHELD = "nothing, and its number was another"
    WITHHELD_UNCHANGED = "nothing, and its number was the same"


@dataclass(frozen=True)
class Cells:
    """What protection must know of the cells of an indicator, a column each, and at its end the cell that is not there.

    `yes` and `no` are as they are published (`no` only of a share), `whole` is all that it is a share of, which another
    indicator may publish. Each is small where a few children stand behind it. `part_of` is the group of another
    breakdown that its group is part of. `before` says what became of it in the edition before. `days` are its first and
    last day, as one number.
    """

    breakdown: list[str]
    group: list[str]
    days: list[int]
    part_of: list[str | None]
    yes: list[int]
    no: list[int]
    whole: list[int]
    yes_is_small: list[bool]
    no_is_small: list[bool]
    is_small: list[bool]
    whole_is_small: list[bool]
    few_unknown: list[bool]
    before: list[Before]


class Sheet:
    """The cells of a breakdown, by stretch and group, which are numbered in the order in which they come.

    `places` says where a cell stands in the table of cells: twice, where two periods have the same days.
    """

    def __init__(self, breakdown: str, cells: Cells, those: Sequence[int]) -> None:
        self.breakdown, self._cells = breakdown, cells
        days: dict[int, int] = {}
        self.groups: dict[str, int] = {}
        self.places = [
            (place, days.setdefault(cells.days[place], len(days)), self.groups.setdefault(group, len(self.groups)))
            for place in those
            for group in (cells.group[place],)
        ]
        self.stretches = {_first_and_last(each): stretch for each, stretch in days.items()}
        self._at = [[_NOT_THERE] * len(self.groups) for _ in days]
        for place, stretch, row in reversed(self.places):
            self._at[stretch][row] = place

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The stretches that it tells of."""
        return tuple(Span(*days) for days in self.stretches)

    @cached_property
    def is_small(self) -> list[list[bool]]:
        """For each stretch and group whether its number must be hidden for its own sake."""
        return self._table(self._cells.is_small)

    @cached_property
    def few_unknown(self) -> list[list[bool]]:
        """For each stretch and group whether of a few it is not recorded."""
        return self._table(self._cells.few_unknown)

    @cached_property
    def whole(self) -> list[list[int]]:
        """For each stretch and group all that its number is a share of."""
        return self._table(self._cells.whole)

    @cached_property
    def before(self) -> list[list[Before]]:
        """For each stretch and group what the public was told of it by the edition before."""
        return self._table(self._cells.before)

    @cached_property
    def is_of_shares(self) -> bool:
        """Whether its cells have two parts."""
        return any(map(any, self._table(self._cells.no)))

    @cached_property
    def has_small(self) -> bool:
        """Whether any of its cells must be hidden, or any whole of which they are shares."""
        return any(map(any, self.is_small)) or any(map(any, self._table(self._cells.whole_is_small)))

    @cached_property
    def withheld_before(self) -> bool:
        """Whether the edition before withheld any number."""
        return any(Before.WITHHELD in row or Before.WITHHELD_UNCHANGED in row for row in self.before)

    def parts(self) -> dict[str | None, "Sheet"]:
        """The sheet in parts, by the group of another breakdown that its groups are part of."""
        those: dict[str | None, list[int]] = {}
        for place, stretch, row in self.places:
            if self._at[stretch][row] == place:
                those.setdefault(self._cells.part_of[place], []).append(place)
        return {part_of: Sheet(self.breakdown, self._cells, places) for part_of, places in those.items()}

    def numbers(self) -> list[Numbers]:
        """The numbers that are published together."""
        yes = Numbers(self._table(self._cells.yes), self._table(self._cells.yes_is_small))
        if not self.is_of_shares:
            return [yes]
        return [yes, Numbers(self._table(self._cells.no), self._table(self._cells.no_is_small))]

    def wholes(self) -> list[Numbers]:
        """What the shares are shares of."""
        return [Numbers(self.whole, self._table(self._cells.whole_is_small))]

    def _table(self, column: list[Item]) -> list[list[Item]]:
        return [[column[place] for place in row] for row in self._at]


def sheets(cells: pa.Table, before: pa.Table | None = None) -> dict[str, Sheet]:
    """The sheets of an indicator's cells, by their breakdown; `before` are its cells in the edition before."""
    known = _known(cells, before)
    those: dict[str, list[int]] = {}
    for place in range(cells.num_rows):
        those.setdefault(known.breakdown[place], []).append(place)
    return {breakdown: Sheet(breakdown, known, places) for breakdown, places in those.items()}


def nothing(breakdown: str) -> Sheet:
    """A sheet without cells."""
    return Sheet(breakdown, Cells(**{each.name: [] for each in fields(Cells)}), ())


def _known(cells: pa.Table, before: pa.Table | None) -> Cells:
    """A value that somebody supplied, without saying how many stand behind it, is taken for one of few."""
    numerator, denominator = cells["numerator"], cells["denominator"]
    is_share = pc.and_(pc.and_(numerator.is_valid(), denominator.is_valid()), cells["population"].is_null())
    yes = pc.coalesce(numerator, denominator, pa.scalar(SMALLEST, pa.int64()))
    no = pc.if_else(is_share, pc.subtract(denominator, yes), 0)
    whole = pc.add(pc.add(yes, no), pc.coalesce(cells["unknown"], pa.scalar(0, pa.int64())))
    yes_is_small = _are_small(cells["yes_children"])
    no_is_small = pc.and_(is_share, _are_small(cells["no_children"]))
    breakdown, group, days = (_listed(each) for each in (cells["breakdown"], cells["group"], _days(cells)))
    return Cells(
        [*breakdown, ""],
        [*group, ""],
        [*days, 0],
        [*_listed(cells["part_of"]), None],
        [*_listed(yes), 0],
        [*_listed(no), 0],
        [*_listed(whole), 0],
        [*_listed(yes_is_small), False],
        [*_listed(no_is_small), False],
        [*_listed(pc.or_(yes_is_small, no_is_small)), False],
        [*_listed(_are_small(whole)), False],
        [*_listed(_are_small(cells["unknown_children"])), False],
        [*_before(cells, before, list(zip(breakdown, group, days, strict=True))), Before.NOT_THERE],
    )


def _before(cells: pa.Table, before: pa.Table | None, which: Sequence[tuple[str, str, int]]) -> list[Before]:
    """What the edition before told of each cell. What older rules decided is not gone by."""
    if before is None or "part_of" not in before.column_names:
        return [Before.NOT_THERE] * cells.num_rows
    then = zip(*map(_listed, (before["breakdown"], before["group"], _days(before))), strict=True)
    told = dict(zip(then, zip(_listed(before["public"]), _published(before), strict=True), strict=True))
    return [_told(told.get(cell), now) for cell, now in zip(which, _published(cells), strict=True)]


def _told(then: tuple[str, Any] | None, now: Any) -> Before:
    if then is None:
        return Before.NOT_THERE
    if then[0] == SHOWN:
        return Before.SHOWN
    return Before.WITHHELD_UNCHANGED if then[1] == now else Before.WITHHELD


def _published(cells: pa.Table) -> list[tuple[int, int]]:
    """The numbers that are published of each cell; less than nought where there is none."""
    numbers = (pc.fill_null(cells[name].cast(pa.int64()), -1) for name in ("numerator", "denominator"))
    return list(zip(*map(_listed, numbers), strict=True))


def _are_small(children: pa.ChunkedArray) -> pa.ChunkedArray:
    """Of each number whether it is small, as `primary.is_small` says of one."""
    return pc.and_(pc.greater_equal(children, SMALLEST), pc.less_equal(children, LARGEST))


def _days(cells: pa.Table) -> pa.ChunkedArray:
    """The first and the last day of each cell, as one number."""
    first, last = (cells[name].cast(pa.int32()).cast(pa.int64()) for name in ("first", "last"))
    return pc.add(pc.multiply(first, _DAYS), last)


def _first_and_last(days: int) -> tuple[date, date]:
    first, last = divmod(days, _DAYS)
    return _EPOCH + timedelta(days=first), _EPOCH + timedelta(days=last)


def _listed(column: pa.ChunkedArray) -> list[Any]:
    """What a column holds: several times faster than `to_pylist`. No numbers may be missing in it."""
    return column.to_numpy().tolist()  # type: ignore[no-any-return]
