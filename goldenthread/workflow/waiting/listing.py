"""What a check finds as a file: one row for each thing."""

from collections.abc import Callable, Iterable, Mapping

from goldenthread.engine.rendering.delimited import Cell, as_csv
from goldenthread.engine.rendering.workbooks import listing
from goldenthread.workflow.waiting.checking import Check, Thing

COLUMNS = ("check", "what", "whose", "why")
_WIDTHS = (34, 70, 34, 50)


def rows(check: Check, things: Iterable[Thing]) -> list[tuple[Cell, ...]]:
    """The rows, in the order of the check."""
    return [(check.name, each.name, each.of, each.why) for each in things]


AS_FILE: Mapping[str, Callable[[Check, Iterable[Thing]], bytes]] = {
    "csv": lambda check, things: as_csv(COLUMNS, rows(check, things)).encode(),
    "xlsx": lambda check, things: listing("What is waiting", COLUMNS, rows(check, things), _WIDTHS),
}
"""By the ending of the file: how the list is written out."""
