"""The scorecard's columns, and its rows in the order of one of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.web.base.tables import Column
from goldenthread.web.base.telling import Latest

ASCENDING, DESCENDING = "ascending", "descending"
DOWN = "-"
"""What stands before the name of an order that is turned round."""


@dataclass(frozen=True)
class Sort:
    """An order: of which column, by what, and what its two ways are called. What has nothing to sort by stands last."""

    title: str
    by: Callable[[Latest], Any]
    up: str
    down: str
    numeric: bool = False

    def ways(self) -> Iterator[tuple[str, str]]:
        """Both ways, with what stands before the name of each."""
        yield "", self.up
        yield DOWN, self.down


def _value(of: Latest) -> Any:
    return of.figure.value if of.figure else None


def _before(of: Latest) -> Any:
    return of.before.value if of.before else None


def _when(of: Latest) -> Any:
    return of.figure.period.last if of.figure else None


SORTS: Mapping[str, Sort] = {
    "title": Sort("Indicator", lambda of: of.indicator.title.lower(), "A to Z", "Z to A"),
    "latest": Sort("Latest", _value, "smallest first", "largest first", numeric=True),
    "when": Sort("When", _when, "oldest first", "newest first"),
    "before": Sort("Beside a year before", _before, "smallest first", "largest first", numeric=True),
    "read": Sort("How to read it", lambda of: of.indicator.better.value, "A to Z", "Z to A"),
}
"""The orders by name: `-latest` is `latest` turned round."""

_HEADINGS = ("title", "latest", "when", "before", "Beside target and others", "Variation and assurance")


def in_order(rows: Sequence[Latest], sort: str) -> list[Latest]:
    """Rows in an order; as they are where none is asked for."""
    order = SORTS.get(sort.removeprefix(DOWN))
    if order is None:
        return list(rows)
    known = [row for row in rows if order.by(row) is not None]
    unknown = [row for row in rows if order.by(row) is None]
    return [*sorted(known, key=order.by, reverse=sort.startswith(DOWN)), *unknown]


def columns(sort: str, address: Callable[[str], str]) -> list[Column]:
    """The columns, each with the way to the rows sorted by it; by the one they are sorted by, turned round."""
    return [_column(name, sort, address) for name in _HEADINGS]


def _column(name: str, sort: str, address: Callable[[str], str]) -> Column:
    order = SORTS.get(name)
    if order is None:
        return Column(name)
    now = {name: ASCENDING, DOWN + name: DESCENDING}.get(sort, "")
    href = address(DOWN + name if now == ASCENDING else name)
    return Column(order.title, numeric=order.numeric, href=href, sorted=now)
