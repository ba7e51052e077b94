"""What checks find as a file: one row for each thing, or a Word document for a meeting, check by check."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from goldenthread.engine.periods import day
from goldenthread.engine.rendering.blocks import Block, DataTable, Document, Heading, Paragraph
from goldenthread.engine.rendering.delimited import Cell, as_csv
from goldenthread.engine.rendering.word import word
from goldenthread.engine.rendering.workbooks import listing
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.waiting.reading import Found

MOST_IN_WORD = 500
"""How many things fit into a document that somebody reads; a workbook holds them all."""

COLUMNS = ("check", "what", "whose", "why")
_WIDTHS = (34, 70, 34, 50)


def rows(found: Sequence[Found]) -> list[tuple[Cell, ...]]:
    """The rows, check by check."""
    return [(each.check.name, thing.name, thing.of, thing.why) for each in found for thing in each.things]


def document(found: Sequence[Found], called: str, on: date) -> Document:
    """The same as a document, as it stood on a day. Refused where more was found than fits (`MOST_IN_WORD`)."""
    if (number := sum(each.number for each in found)) > MOST_IN_WORD:
        raise Refused(
            f"There are {number:,}, and a document holds {MOST_IN_WORD}. Choose one agency, or take the workbook, which"
            " holds them all."
        )
    blocks = tuple(block for each in found if each.things for block in _told(each))
    board = str(Partnership.objects.first() or "The board")
    return Document(
        board, called, f"As it stood on {day(on)}", "", blocks or (Paragraph("There is nothing like that."),)
    )


def _told(found: Found) -> Iterator[Block]:
    check = found.check
    yield Heading(check.name, anchor=check.code)
    yield Paragraph(check.what_to_do)
    told = tuple((each.name, each.of, f"{each.why[:1].upper()}{each.why[1:]}") for each in found.things)
    yield DataTable(check.name, ("What", "Whose", "Why"), told)


AS_FILE: Mapping[str, Callable[[Sequence[Found], str, date], bytes]] = {
    "csv": lambda found, called, on: as_csv(COLUMNS, rows(found)).encode(),
    "docx": lambda found, called, on: word(document(found, called, on)),
    "xlsx": lambda found, called, on: listing("What is waiting", COLUMNS, rows(found), _WIDTHS),
}
"""By the ending of the file: how what was found is written out under a name, as it stood on a day."""
