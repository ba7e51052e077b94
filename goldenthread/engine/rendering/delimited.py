"""Tables as CSV, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

Cell = str | int | float | None

_BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table as CSV. Text that a spreadsheet would take for a formula is made harmless with an apostrophe."""
    text = StringIO()
    write = csv.writer(text, lineterminator="\n")
    write.writerow([_harmless(header) for header in headers])
    write.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: Cell) -> Cell:
    """The same, with an apostrophe before what would be a formula, and lines ended in the one way that is quoted."""
    if not isinstance(cell, str):
        return cell
    before = "'" if is_like_a_formula(cell) else ""
    return before + cell.replace("\r\n", "\n").replace("\r", "\n")


def is_like_a_formula(cell: Cell) -> bool:
    """Whether a spreadsheet would take it for something to work out."""
    return isinstance(cell, str) and cell.startswith(_BEGIN_A_FORMULA)
