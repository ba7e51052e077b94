"""Registers as files: CSV, a workbook, and a Word document for a meeting. Each says how its things are told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from goldenthread.engine.periods import day
from goldenthread.engine.rendering.blocks import Block, Document, Paragraph
from goldenthread.engine.rendering.delimited import Cell, as_csv
from goldenthread.engine.rendering.word import word
from goldenthread.engine.rendering.workbooks import listing
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.history.refusals import Refused

MOST_IN_WORD = 500
"""How many fit into a document that somebody reads; a workbook holds them all."""

KINDS_OF_FILE = ("xlsx", "docx", "csv")
"""The endings of the files as which a register is written out."""

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Register(Generic[Thing]):
    """What a register is called, and how one of its things becomes a row, or a part of a document.

    Of the document: `marking` says who may have it, `empty` that there is nothing in it, and `fewer` what to do where
    there is more than it holds.
    """

    name: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    row: Callable[[Thing, date], tuple[Cell, ...]]
    blocks: Callable[[Sequence[Thing], date], Iterator[Block]]
    marking: str = ""
    empty: str = "There are none."
    fewer: str = "Choose fewer on the page, such as those of one agency"

    def as_file(self, kind: str, found: Sequence[Thing], on: date, *, called: str = "") -> bytes:
        """What was found as a file of a kind (`KINDS_OF_FILE`), as it stood on a day; `called` names the document.

        Refused for a document of more than `MOST_IN_WORD`.
        """
        if kind == "docx":
            return self._document(found, on, called or self.name)
        rows = [self.row(each, on) for each in found]
        if kind == "csv":
            return as_csv(self.headers, rows).encode()
        return listing(self.name, self.headers, rows, self.widths)

    def _document(self, found: Sequence[Thing], on: date, called: str) -> bytes:
        if len(found) > MOST_IN_WORD:
            raise Refused(
                f"There are {len(found):,}, and a document holds {MOST_IN_WORD}. {self.fewer}, or take the workbook,"
                " which holds them all."
            )
        blocks = tuple(self.blocks(found, on)) or (Paragraph(self.empty),)
        board = str(Partnership.objects.first() or "The board")
        return word(Document(board, called, f"As it stood on {day(on)}", marking=self.marking, blocks=blocks))


def iso(on: date | None) -> str | None:
    """A day as tables have it, `2014-03-31`; none where there is none."""
    return str(on) if on else None
