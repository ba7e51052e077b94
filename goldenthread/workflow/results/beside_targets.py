"""The board's own targets among the figures of others: through the same counting and the same gate as supplied ones."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from goldenthread import catalogue
from goldenthread.engine.counting.groups import ALL
from goldenthread.engine.counting.supplied import Told, supplied_cells
from goldenthread.engine.definitions import Count, Total
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.deciding import decide
from goldenthread.workflow.framework.models import Target
from goldenthread.workflow.framework.reading import periods_of, said_by, targets
from goldenthread.workflow.results.models import Edition

Row = Mapping[str, Any]
TARGET = catalogue.SUPPLIED_FIGURES.comparators["target"]
"""What the figure of a target is called among those of others."""


def with_targets(
    rows: Sequence[Row],
    codes: Sequence[str],
    edition: Edition,
    *,
    period: Period | None = None,
    among: Sequence[str] | None = None,
) -> list[Row]:
    """Cells with those of the targets that hold for the periods asked for, up to the last day of the evidence.

    A target that the board keeps takes the place of one that was supplied for the same period.
    """
    kept = targets()
    if not any(code in kept for code in codes):
        return list(rows)
    until = max((date.fromisoformat(part["last"]) for part in edition.parts), default=date.min)
    ours = [
        row
        for code in codes
        for holds, target in periods_of(kept.get(code, ()), until)
        if _is_asked_for(holds, period, among)
        for row in _cells(_told(holds, target), code)
    ]
    known = {_key(row) for row in ours}
    return [*(row for row in rows if _key(row) not in known), *ours]


def _is_asked_for(holds: Period, period: Period | None, among: Sequence[str] | None) -> bool:
    if among is not None and holds.code not in among:
        return False
    return period is None or holds.code == period.code or (not period.is_day and holds.span in period.span)


def _told(holds: Period, target: Target) -> Told:
    indicator = catalogue.indicators()[target.indicator]
    whole = int(target.value) if isinstance(indicator.measure, Count | Total) else None
    value = None if whole is not None else target.value
    return Told(TARGET, holds.first, holds.last, ALL, ALL, whole, None, value, said_by(target), "")


@lru_cache(maxsize=4096)
def _cells(told: Told, code: str) -> tuple[Mapping[str, Any], ...]:
    """The cell of a figure; the same figure always has the same."""
    return tuple(decide(supplied_cells(catalogue.indicators()[code], [told]), protects_children=False).to_pylist())


def _key(row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    return row["indicator"], row["period"], row["breakdown"], row["group"]
