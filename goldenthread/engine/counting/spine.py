"""The spine: every period and every group of it, listed before a row is counted, so that a quiet one is nought.

What is counted lies in a box: an array by period, division and number of the group. The spine says of each cell, in the
order in which cells are kept, where in such a box it stands.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from goldenthread.engine.counting.groups import ALL, FIRST, UNLISTED, groups_of
from goldenthread.engine.counting.places import Listing
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.definitions import ByPlace
from goldenthread.engine.definitions.breakdowns import nested
from goldenthread.engine.periods import Period, financial_year_of

Whole: TypeAlias = NDArray[np.int64]
Truth: TypeAlias = NDArray[np.bool_]
Shape: TypeAlias = tuple[int, int, int]
AXES = ("stretch", "breakdown", "number")
"""What a box goes by, as a table names it: the number of a period, of a division, and of a group."""
NONE = -1
"""Stands in a box of numbers of rows where no row speaks of a cell."""
_KEPT = 64  # listings of places that a process keeps: most queries have the same periods


@dataclass(frozen=True)
class _Group:
    """A group of a division: in which periods it is there, and of which other it is then part, where it is of any."""

    division: int
    breakdown: str
    number: int
    name: str
    is_there: Truth
    part_of: Sequence[str]


class Spine:
    """The cells of a query, in order: by period, by the code of the breakdown, and by group, unrecorded ones last.

    A place is a group while it is there; beside it is the place that it is `part_of` at the end of the period. Where
    the area lists no place of a kind, there are no groups of it at all.

    `shape` is that of a box; `at` says where in a box each cell stands.
    """

    def __init__(self, query: Query, listing: Listing) -> None:
        self._order = sorted(range(len(query.periods)), key=lambda at: _in_order(query.periods[at]))
        self._periods = tuple(query.periods[at] for at in self._order)
        self._groups = sorted(_groups(query, self._periods, listing), key=_among_groups)
        self._period, self._group = np.nonzero(np.array([each.is_there for each in self._groups]).T)
        division, number = (np.array(told)[self._group] for told in zip(*map(_in_a_box, self._groups), strict=True))
        numbers = 1 + max(UNLISTED, *(each.number for each in self._groups))
        self.shape: Shape = len(self._periods), len(query.divisions()), numbers
        self.at: Whole = np.ravel_multi_index((np.array(self._order)[self._period], division, number), self.shape)

    def of(self, breakdowns: Collection[str]) -> Whole:
        """Which cells are of the whole or of some breakdowns: their numbers in the spine."""
        wanted = np.array([each.breakdown in {ALL, *breakdowns} for each in self._groups])
        return np.flatnonzero(wanted[self._group])

    def fields(self, cells: Whole) -> dict[str, pa.Array]:
        """What some cells are about: `period`, `first`, `last`, `breakdown`, `group`, `part_of`."""
        period, group = self._period[cells], self._group[cells]
        return {
            "period": pa.array([each.code for each in self._periods], pa.string()).take(period),
            "first": pa.array([each.first for each in self._periods], pa.date32()).take(period),
            "last": pa.array([each.last for each in self._periods], pa.date32()).take(period),
            "breakdown": pa.array([each.breakdown for each in self._groups], pa.string()).take(group),
            "group": pa.array([each.name for each in self._groups], pa.string()).take(group),
            "part_of": self._wholes.take(self._whole_of[period, group]),
        }

    @cached_property
    def _wholes(self) -> pa.Array:
        """Nothing, then for each group that is part of another, of which in each period."""
        return pa.array([None, *(name for each in self._groups for name in each.part_of)], pa.string())

    @cached_property
    def _whole_of(self) -> Whole:
        """By period and group, where among the wholes it says of which the group is part."""
        where, told = np.zeros((len(self._periods), len(self._groups)), np.int64), 1
        for at, each in enumerate(self._groups):
            if each.part_of:
                where[:, at] = range(told, told + len(each.part_of))
                told += len(each.part_of)
        return where

    def by_mid_year(self, told: Iterable[tuple[int, str, str]]) -> Whole:
        """A box that says of what is told of some mid-years, breakdowns and groups which speaks of a cell, if any."""
        years = np.empty(len(self._periods), np.int64)
        years[self._order] = [financial_year_of(each.last).first.year for each in self._periods]
        groups = {(each.breakdown, each.name): _in_a_box(each) for each in self._groups}
        box = np.full(self.shape, NONE)
        for row, (year, breakdown, name) in enumerate(told):
            if (breakdown, name) in groups:
                box[years == year, *groups[breakdown, name]] = row
        return box


def _in_order(period: Period) -> tuple[date, date, str]:
    return period.first, period.last, period.code


def _among_groups(group: _Group) -> tuple[str, bool, int]:
    return group.breakdown, group.number < FIRST, group.number


def _in_a_box(group: _Group) -> tuple[int, int]:
    return group.division, group.number


def _groups(query: Query, periods: tuple[Period, ...], listing: Listing) -> Iterator[_Group]:
    by_code, above = {each.code: each for each in query.breakdowns()}, nested(query.breakdowns())
    always = np.ones(len(periods), np.bool_)
    for division, breakdown in query.divisions().items():
        code = breakdown.code if breakdown else ALL
        whole = by_code.get(above.get(code, ""))
        if isinstance(breakdown, ByPlace):
            if breakdown.kind not in listing.places:
                continue
            kind_above = whole.kind if isinstance(whole, ByPlace) else ""
            for number, name, is_there, part_of in _places(listing, breakdown.kind, kind_above, periods):
                yield _Group(division, code, number, name, is_there, part_of)
        for number, name in groups_of(breakdown):
            yield _Group(division, code, number, name, always, [name] * len(periods) if whole else [])


@lru_cache(maxsize=_KEPT)
def _places(
    listing: Listing, kind: str, above: str, periods: tuple[Period, ...]
) -> list[tuple[int, str, Truth, list[str]]]:
    """The places of a kind: number, name, in which periods each is there, and of which place above it is then part."""
    found = []
    for number, name in listing.named(kind).items():
        is_there = [listing.is_there(kind, number, period) for period in periods]
        part_of = [listing.whole_of(name, kind, above, period.last) for period in periods] if above else []
        found.append((number, name, np.array(is_there, np.bool_), part_of))
    return found
