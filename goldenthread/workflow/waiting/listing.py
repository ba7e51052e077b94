"""What checks find as a file: one row for each thing, or a Word document for a meeting, check by check."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from goldenthread.engine.english import begun
from goldenthread.engine.rendering.blocks import Block, DataTable, Heading, Paragraph
from goldenthread.engine.rendering.delimited import Cell
from goldenthread.workflow.agencies.registers import Register
from goldenthread.workflow.waiting.checking import Check, Thing
from goldenthread.workflow.waiting.reading import Found

Told = tuple[Check, Thing]


def things_in(found: Sequence[Found]) -> list[Told]:
    """Each thing that was found, with the check that found it."""
    return [(each.check, thing) for each in found for thing in each.things]


def _row(told: Told, _: date) -> tuple[Cell, ...]:
    check, thing = told
    return check.name, thing.name, thing.of, thing.why


def _parts(found: Sequence[Told], _: date) -> Iterator[Block]:
    """Check by check, what is to be done about it, and the things."""
    for check, those in groupby(found, key=lambda told: told[0]):
        yield Heading(check.name, anchor=check.code)
        yield Paragraph(check.what_to_do)
        rows = tuple((each.name, each.of, begun(each.why)) for _check, each in those)
        yield DataTable(check.name, ("What", "Whose", "Why"), rows)


WAITING = Register(
    "What is waiting",
    ("check", "what", "whose", "why"),
    (34, 70, 34, 50),
    _row,
    _parts,
    empty="There is nothing like that.",
    fewer="Choose one agency",
)
