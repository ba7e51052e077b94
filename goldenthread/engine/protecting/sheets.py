"""Sheets: the cells of one breakdown as a table of stretches by groups, with what is published of each.

An indicator has thousands of cells, and most are asked about once: so what is known of them stands in columns, worked
out for all cells at a time, and a sheet only says which cell stands where.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from goldenthread.engine.periods import Span
from goldenthread.engine.protecting.companions import Numbers
from goldenthread.engine.protecting.primary import LARGEST, SHOWN, SMALLEST

Whole: TypeAlias = NDArray[np.int64]
Truth: TypeAlias = NDArray[np.bool_]
_NOT_THERE = -1
"""The place of a cell that is not there, at the end of each column. It is nought: a place that had closed."""
_EPOCH = date(1970, 1, 1)
_DAYS = 1 << 32
_KEPT = 4_096  # stretches of time that a process keeps: most sheets have the same


class Before(IntEnum):
    """What the public was told of a cell by the edition before. Of what was withheld the numbers are the highest."""

    NOT_THERE = 0
    """It had no such cell."""
    SHOWN = 1
    """Its number, which was another."""
    SHOWN_UNCHANGED = 2
    """Its number, which was the same."""
    WITHHELD = 3
    """Nothing, and its number was another."""
    WITHHELD_UNCHANGED = 4
    """Nothing, and its number was the same."""


@dataclass(frozen=True)
class Cells:
    """What protection must know of the cells of an indicator, a column each, and at its end the cell that is not there.

    `yes` and `no` are as they are published (`no` only of a share), `whole` is all that it is a share of, which another
    indicator may publish. Each is small where a few children stand behind it. `part_of` is the group of another
    breakdown that its group is part of. `before` says what became of it in the edition before. `days` are its first and
    last day, as one number. Breakdowns and groups stand by number, in `names`; a number below nought is none.
    """

    names: list[str]
    breakdown: Whole
    group: Whole
    days: Whole
    part_of: Whole
    yes: Whole
    no: Whole
    whole: Whole
    yes_is_small: Truth
    no_is_small: Truth
    is_small: Truth
    whole_is_small: Truth
    few_unknown: Truth
    before: Whole


class Sheet:
    """The cells of a breakdown, by stretch and group, which are numbered in the order in which they come.

    `places`, `stretch_of` and `row_of` say of each cell where it stands in the table of cells, and where in the sheet.
    Two stand in one place of the sheet, where two periods have the same days.
    """

    def __init__(self, breakdown: str, cells: Cells, places: Whole) -> None:
        self.breakdown, self._cells, self.places = breakdown, cells, places
        days, self.stretch_of = _numbered(cells.days[places])
        groups, self.row_of = _numbered(cells.group[places])
        self.groups = {cells.names[group]: row for row, group in enumerate(groups.tolist())}
        self.stretches = {_first_and_last(each): stretch for stretch, each in enumerate(days.tolist())}
        self._at = np.full((len(days), len(groups)), _NOT_THERE)
        _, first = np.unique(self.stretch_of * len(groups) + self.row_of, return_index=True)
        self._at[self.stretch_of[first], self.row_of[first]] = places[first]

    def where(self, marked: Mapping[int, Collection[int]]) -> Whole:
        """The places of all cells in some rows of some stretches."""
        marks = np.zeros(self._at.shape, np.bool_)
        for stretch, rows in marked.items():
            marks[stretch, list(rows)] = True
        return self.places[marks[self.stretch_of, self.row_of]]

    def where_small(self) -> Whole:
        """The places of all cells whose number must be hidden for its own sake."""
        return self.places[self._cells.is_small[self._first]]

    def where_few_unknown(self) -> Whole:
        """The places of all cells of which of a few it is not recorded."""
        return self.places[self._cells.few_unknown[self._first]]

    def where_in(self, stretches: Collection[int]) -> Whole:
        """The places of all cells of some stretches."""
        return self.places[np.isin(self.stretch_of, list(stretches))]

    def where_shown_before(self) -> Whole:
        """The places of all cells whose number the edition before told."""
        before = self._cells.before[self._first]
        told: Truth = (before == Before.SHOWN) | (before == Before.SHOWN_UNCHANGED)
        return self.places[told]

    @property
    def _first(self) -> Whole:
        """Of each cell the place of the first that stands where it does in the sheet."""
        return self._at[self.stretch_of, self.row_of]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The stretches that it tells of."""
        return tuple(Span(*days) for days in self.stretches)

    @cached_property
    def small(self) -> list[set[int]]:
        """For each stretch the groups whose number must be hidden for its own sake."""
        return self._rows(self._cells.is_small)

    @cached_property
    def few_unknown(self) -> list[set[int]]:
        """For each stretch the groups of which of a few it is not recorded."""
        return self._rows(self._cells.few_unknown)

    @cached_property
    def whole(self) -> list[list[int]]:
        """For each stretch and group all that its number is a share of."""
        return self._table(self._cells.whole)

    @cached_property
    def before(self) -> list[list[int]]:
        """For each stretch and group what the public was told of it by the edition before."""
        return self._table(self._cells.before)

    @cached_property
    def told(self) -> list[set[int]]:
        """For each stretch the groups whose number the edition before told, and which is still the same.

        Empty where nothing is small that was not withheld then, for only those that became small are beside them.
        """
        small, before = self._cells.is_small[self._at], self._cells.before
        if not (small & (before[self._at] < Before.WITHHELD)).any():
            return []
        return self._rows(before == Before.SHOWN_UNCHANGED)

    @cached_property
    def is_of_shares(self) -> bool:
        """Whether its cells have two parts."""
        return bool(self._cells.no[self._at].any())

    @cached_property
    def has_small(self) -> bool:
        """Whether any of its cells must be hidden, or any whole of which they are shares."""
        return bool((self._cells.is_small[self._at] | self._cells.whole_is_small[self._at]).any())

    @cached_property
    def withheld_before(self) -> bool:
        """Whether the edition before withheld any number."""
        return bool((self._cells.before[self._at] >= Before.WITHHELD).any())

    def parts(self) -> "dict[str | None, Sheet]":
        """The sheet in parts, by the group of another breakdown that its groups are part of."""
        single = self.places[self._first == self.places]
        part_of = self._cells.part_of[single]
        wholes, _ = _numbered(part_of)
        return {
            self._cells.names[whole] if whole >= 0 else None: Sheet(
                self.breakdown, self._cells, single[part_of == whole]
            )
            for whole in wholes.tolist()
        }

    def numbers(self) -> list[Numbers]:
        """The numbers that are published together."""
        yes = Numbers(self._table(self._cells.yes), self._rows(self._cells.yes_is_small))
        if not self.is_of_shares:
            return [yes]
        return [yes, Numbers(self._table(self._cells.no), self._rows(self._cells.no_is_small))]

    def wholes(self) -> list[Numbers]:
        """What the shares are shares of."""
        return [Numbers(self.whole, self._rows(self._cells.whole_is_small))]

    def _rows(self, column: Truth) -> list[set[int]]:
        """For each stretch the groups of which it is true."""
        rows: list[set[int]] = [set() for _ in self._at]
        for stretch, row in zip(*(where.tolist() for where in np.nonzero(column[self._at])), strict=True):
            rows[stretch].add(row)
        return rows

    def _table(self, column: NDArray[Any]) -> list[list[Any]]:
        return column[self._at].tolist()  # type: ignore[no-any-return]


def sheets(cells: pa.Table, before: pa.Table | None = None) -> dict[str, Sheet]:
    """The sheets of an indicator's cells, by their breakdown; `before` are its cells in the edition before."""
    known = _known(cells, before)
    every = known.breakdown[:-1]
    return {
        known.names[breakdown]: Sheet(known.names[breakdown], known, np.flatnonzero(every == breakdown))
        for breakdown in _numbered(every)[0].tolist()
    }


def nothing(breakdown: str) -> Sheet:
    """A sheet without cells."""
    none = np.zeros(0, np.int64)
    return Sheet(breakdown, Cells([], **{each.name: none for each in fields(Cells)[1:]}), none)  # type: ignore[arg-type]


def _numbered(values: Whole) -> tuple[Whole, Whole]:
    """Each value once, in the order in which they first come, and of each place which of them stands there."""
    found, first, which = np.unique(values, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return found[order], place[which]


def _known(cells: pa.Table, before: pa.Table | None) -> Cells:
    """A value that somebody supplied, without saying how many stand behind it, is taken for one of few."""
    numerator, denominator = cells["numerator"], cells["denominator"]
    is_share = pc.and_(pc.and_(numerator.is_valid(), denominator.is_valid()), cells["population"].is_null())
    yes = pc.coalesce(numerator, denominator, pa.scalar(SMALLEST, pa.int64()))
    no = pc.if_else(is_share, pc.subtract(denominator, yes), 0)
    whole = pc.add(pc.add(yes, no), pc.coalesce(cells["unknown"], pa.scalar(0, pa.int64())))
    yes_is_small = _are_small(cells["yes_children"])
    no_is_small = pc.and_(is_share, _are_small(cells["no_children"]))
    names, (breakdown, group, part_of) = _by_number(cells["breakdown"], cells["group"], cells["part_of"])
    return Cells(
        names,
        breakdown=_with(breakdown, _NOT_THERE),
        group=_with(group, _NOT_THERE),
        days=_with(_days(cells).to_numpy(), 0),
        part_of=_with(part_of, _NOT_THERE),
        yes=_with(yes.to_numpy(), 0),
        no=_with(no.to_numpy(), 0),
        whole=_with(whole.to_numpy(), 0),
        yes_is_small=_with(yes_is_small.to_numpy(), False),
        no_is_small=_with(no_is_small.to_numpy(), False),
        is_small=_with(pc.or_(yes_is_small, no_is_small).to_numpy(), False),
        whole_is_small=_with(_are_small(whole).to_numpy(), False),
        few_unknown=_with(_are_small(cells["unknown_children"]).to_numpy(), False),
        before=_with(_before(cells, before), Before.NOT_THERE),
    )


def _with(column: NDArray[Any], not_there: Any) -> NDArray[Any]:
    """A column with the cell that is not there at its end."""
    return np.append(column, np.array([not_there], column.dtype))


def _by_number(*columns: pa.ChunkedArray) -> tuple[list[str], list[Whole]]:
    """Columns of text as numbers of one list of names; a blank has none."""
    together = pa.chunked_array([chunk for column in columns for chunk in column.chunks], pa.string())
    encoded = together.combine_chunks().dictionary_encode()
    numbers = pc.fill_null(encoded.indices, _NOT_THERE).to_numpy(zero_copy_only=False).astype(np.int64)
    return encoded.dictionary.to_pylist(), np.split(numbers, len(columns))


def _before(cells: pa.Table, before: pa.Table | None) -> Whole:
    """What the edition before told of each cell. What older rules decided is not gone by."""
    if before is None or "part_of" not in before.column_names:
        return np.full(cells.num_rows, Before.NOT_THERE)
    then, which = (
        zip(*map(_listed, (each["breakdown"], each["group"], _days(each))), strict=True) for each in (before, cells)
    )
    told = dict(zip(then, zip(_listed(before["public"]), _published(before), strict=True), strict=True))
    return np.array([_told(told.get(cell), now) for cell, now in zip(which, _published(cells), strict=True)], np.int64)


def _told(then: tuple[str, Any] | None, now: Any) -> Before:
    if then is None:
        return Before.NOT_THERE
    if then[0] == SHOWN:
        return Before.SHOWN_UNCHANGED if then[1] == now else Before.SHOWN
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


@lru_cache(maxsize=_KEPT)
def _first_and_last(days: int) -> tuple[date, date]:
    first, last = divmod(days, _DAYS)
    return _EPOCH + timedelta(days=first), _EPOCH + timedelta(days=last)


def _listed(column: pa.ChunkedArray) -> list[Any]:
    """What a column holds: several times faster than `to_pylist`. No numbers may be missing in it."""
    return column.to_numpy().tolist()  # type: ignore[no-any-return]
