"""Cells: one figure each, in whole numbers, as they are kept (`fields`)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.engine.counting.fields import CELLS
from goldenthread.engine.counting.groups import usable_of
from goldenthread.engine.counting.populations import Estimates
from goldenthread.engine.counting.queries import Query
from goldenthread.engine.counting.spine import AXES, NONE, Spine, Truth, Whole
from goldenthread.engine.counting.tallies import Boxes, Tallies, states_of
from goldenthread.engine.definitions import CHILDREN, NOBODY, ROWS, Indicator, Median, Proportion, Rate, Share
from goldenthread.engine.definitions.kept import COUNTED, NO_POPULATION, NOTHING_TO_COUNT

_OTHERWISE = {"status": COUNTED, "extremes": False, "yes_children": 0, "no_children": 0, "unknown_children": 0}
"""What stands in every cell of an indicator that does not say it; of all else nothing does."""


@dataclass(frozen=True)
class Found:
    """What was found for a query: tallies in boxes of the spine, the middles of medians, what rates are divided by."""

    spine: Spine
    tallies: Tallies
    middles: Mapping[str, pa.Table]
    estimates: Mapping[str, Estimates]


def cells(query: Query, found: Found) -> Iterator[tuple[Indicator, pa.Table]]:
    """The cells of each indicator of a query, for every period and group of the spine, quiet ones included."""
    for each in query.indicators:
        yield each, _Cells(each, found).table()


class _Cells:
    """The cells of one indicator: those of the breakdowns that it has."""

    def __init__(self, indicator: Indicator, found: Found) -> None:
        self.indicator, self.found = indicator, found
        self.own = found.spine.of([each.code for each in usable_of(indicator)])
        self.at = found.spine.at[self.own]

    def table(self) -> pa.Table:
        """All fields, in their order."""
        made: Mapping[str, Any] = {
            **self.found.spine.fields(self.own),
            "unknown": self.how_many("unknown"),
            **self.measured(),
            **{f"{name}_children": number for name, number in self.children().items()},
        }
        always = {**_OTHERWISE, "indicator": self.indicator.code}

        def column(field: pa.Field) -> Any:
            if field.name in made:
                return made[field.name]
            return pa.repeat(pa.scalar(always.get(field.name), field.type), len(self.own))

        return pa.table([column(field) for field in CELLS], schema=CELLS)

    def how_many(self, state: str) -> Whole:
        """How many rows or, where it counts them, children say something."""
        tallies = self.found.tallies
        return self._tally(tallies.children if self.indicator.counts is CHILDREN else tallies.rows, state)

    def children(self) -> dict[str, Whole]:
        """How many children stand behind each state that its figures are made of.

        Rows that do not say which child they are about are taken for as many children.
        """
        if self.indicator.protects is NOBODY:
            return {}
        tallies = self.found.tallies
        behind = tallies.rows if self.indicator.protects is ROWS else tallies.children
        return {state: self._tally(behind, state) for state in states_of(self.indicator)}

    def _tally(self, boxes: Boxes, state: str) -> Whole:
        return boxes[f"{state} {self.indicator.code}"].ravel()[self.at]

    def measured(self) -> dict[str, Any]:
        """The fields that differ from measure to measure."""
        measure, yes = self.indicator.measure, self.how_many("yes")
        if isinstance(measure, Proportion | Share):
            known = yes + self.how_many("no")
            return {"numerator": yes, "denominator": known, "status": _unless(known == 0, NOTHING_TO_COUNT)}
        if isinstance(measure, Rate):
            return {"numerator": yes, **self.out_of(self.found.estimates[self.indicator.code])}
        if isinstance(measure, Median):
            return {
                "denominator": yes,
                **self.middle(self.found.middles[self.indicator.code]),
                "status": _unless(yes == 0, NOTHING_TO_COUNT),
            }
        return {"numerator": yes}

    def out_of(self, by: Estimates) -> dict[str, Any]:
        """What a rate is divided by, where there is an estimate."""
        rows = _rows(self.found.spine.by_mid_year(by.about).ravel()[self.at])
        people = by.people.take(rows)
        lacking = pc.equal(pc.fill_null(people, 0), 0)
        return {
            "denominator": people,
            "population": by.edition.take(rows),
            "status": _unless(lacking, NO_POPULATION),
        }

    def middle(self, middles: pa.Table) -> dict[str, Any]:
        """The value of a median and its limits, where there are any values."""
        box = np.full(self.found.spine.shape, NONE)
        where = tuple(middles.column(name).to_numpy() for name in AXES)
        box[where] = range(len(middles))
        found = middles.take(_rows(box.ravel()[self.at]))
        limits = {name: found.column(name) for name in ("value", "lower", "upper")}
        return {**limits, "extremes": pc.fill_null(found.column("extremes"), False)}


def _rows(numbers: Whole) -> pa.Array:
    """Numbers of rows, to be taken; nothing is taken where there is none."""
    return pa.array(numbers, mask=numbers == NONE)


def _unless(lacking: Truth | pa.Array, status: str) -> pa.Array:
    return pc.if_else(pa.array(lacking), status, COUNTED)
