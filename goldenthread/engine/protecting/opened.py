"""What is opened: small numbers that two people decided to show, and where they stand in the table of cells."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa

WHOLE = "all"
Row = Mapping[str, Any]


class Opened(NamedTuple):
    """What is shown though it is small: of a period the whole (`all`), every group of some breakdowns, or both."""

    period: str
    breakdowns: tuple[str, ...]

    def holds(self, row: Row) -> bool:
        """Whether a cell is among what is shown."""
        return row["period"] == self.period and row["breakdown"] in self.breakdowns


class Place(NamedTuple):
    """Where a number stands: under another period's name on the same days it is the same number."""

    breakdown: str
    group: str
    first: date
    last: date

    @classmethod
    def of(cls, row: Row) -> "Place":
        """Where a cell stands."""
        return cls(row["breakdown"], row["group"], row["first"], row["last"])


def places_opened(cells: pa.Table, opened: Opened) -> set[int]:
    """Which of the cells are opened, and with them their likes of the same days under another period's name."""
    rows = cells.select(["period", *Place._fields]).to_pylist()
    meant = {Place.of(row) for row in rows if opened.holds(row)}
    return {at for at, row in enumerate(rows) if Place.of(row) in meant}
