"""A document as a Word file: real headings, captions, header rows that repeat, pictures with words, page numbers."""

from io import BytesIO
from typing import Any

import docx
import vl_convert
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from goldenthread.engine.rendering.blocks import (
    Block,
    Cell,
    DataTable,
    Document,
    Heading,
    Paragraph,
    Picture,
    Points,
    Quotation,
    Terms,
)
from goldenthread.engine.rendering.word_dress import dress

_WIDTH, _PICTURE, _FIRST_COLUMN, _NUMBERS = Cm(16.6), Cm(13.5), Cm(6), Cm(1.9)
_MARGINS = 4
"""Letters for which the margins of a cell have room."""


def word(document: Document) -> bytes:
    """The whole document, with contents that lead to its chapters."""
    paper: Any = docx.Document()
    dress(paper, document)
    paper.add_heading(document.subtitle, level=0)
    paper.add_paragraph(document.title, style="Subtitle")
    paper.add_paragraph(document.made)
    _contents(paper, document)
    for at, block in enumerate(document.blocks):
        _add(paper, block)
        if isinstance(block, Paragraph) and any(isinstance(each, Picture) for each in document.blocks[at + 1 : at + 2]):
            paper.paragraphs[-1].paragraph_format.keep_with_next = True  # what is said of a chart stands on its page
    held = BytesIO()
    paper.save(held)
    return held.getvalue()


def _add(paper: Any, block: Block) -> None:
    match block:
        case Heading():
            _bookmark(paper.add_heading(block.text, level=block.level - 1), block.anchor)
        case Paragraph():
            paper.add_paragraph(block.text)
        case Points():
            for item in block.items:
                paper.add_paragraph(item.text, style="List Bullet")
        case Quotation():
            said = paper.add_paragraph(block.words, style="Quote")
            said.paragraph_format.keep_with_next = True
            said.paragraph_format.space_after = Pt(2)
            by = paper.add_paragraph(style="Quote")
            by.add_run(block.by).font.size = Pt(9.5)
        case Picture():
            _picture(paper, block)
        case DataTable():
            _table(paper, block)
        case Terms():
            for name, said in block.pairs:
                told = paper.add_paragraph()
                told.add_run(name).bold = True
                told.add_run(f"\n{said}")


def _picture(paper: Any, picture: Picture) -> None:
    drawn = paper.add_picture(BytesIO(vl_convert.svg_to_png(picture.svg, scale=2)), width=_PICTURE)
    described = drawn._inline.docPr
    described.set("descr", f"{picture.name}. {picture.description}")
    described.set("title", picture.name)


def _table(paper: Any, table: DataTable) -> None:
    caption = paper.add_paragraph(table.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    grid = paper.add_table(rows=0, cols=len(table.headers), style="Table Grid")
    _described(grid, table.caption)
    _row(grid, table.headers, bold=True)
    for row in table.rows:
        _row(grid, row)
    _align(grid, table.room())
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if table.is_short():
        _keep_together(grid)
    paper.add_paragraph().paragraph_format.space_after = Pt(2)


def _align(grid: Any, room: list[int]) -> None:
    """Words need more room than numbers, some more than others, and stand to the left. Numbers share the rest by the
    longest in each column, so that no interval is broken.
    """
    letters = [
        0 if needed else _MARGINS + max(len(cell.text) for cell in column.cells)
        for needed, column in zip(room, grid.columns, strict=True)
    ]
    of_words = sum(each > 0 for each in room)
    all_words = _FIRST_COLUMN if of_words == 1 else _WIDTH - room.count(0) * _NUMBERS
    all_numbers = _WIDTH - all_words
    widths = [
        all_words * needed // sum(room) if needed else all_numbers * longest // sum(letters)
        for needed, longest in zip(room, letters, strict=True)
    ]
    grid.autofit = False
    for width, column in zip(widths, grid.columns, strict=True):
        column.width = width
    for row in grid.rows:
        for width, needed, cell in zip(widths, room, row.cells, strict=True):
            cell.width = width
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT if needed else WD_ALIGN_PARAGRAPH.RIGHT


def _keep_together(grid: Any) -> None:
    """Every row with the next, so that no page ends in the middle of a short table."""
    for row in grid.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _row(grid: Any, cells: tuple[Cell, ...], *, bold: bool = False) -> None:
    row = grid.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for into, cell in zip(row.cells, cells, strict=True):
        paragraph = into.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(cell if isinstance(cell, str) else cell.shown)
        run.bold, run.font.size = bold, Pt(9.5)


def _described(grid: Any, caption: str) -> None:
    """What the table is called, for those who listen to it."""
    said = OxmlElement("w:tblCaption")
    said.set(qn("w:val"), caption)
    grid._tbl.tblPr.append(said)


def _contents(paper: Any, document: Document) -> None:
    """The chapters as links. A contents field would be empty until somebody asks Word to fill it."""
    paper.add_paragraph("Contents", style="TOC Heading")
    for chapter in document.chapters():
        line = paper.add_paragraph()
        line.paragraph_format.space_after = Pt(3)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), chapter.anchor)
        run = line.add_run(chapter.text)
        run.font.underline = True
        link.append(run._r)
        line._p.append(link)
    paper.add_page_break()


def _bookmark(heading: Any, anchor: str) -> None:
    """Where a link of the contents leads to. Every bookmark of a document has a number of its own."""
    number = len(heading._p.getparent().findall(f".//{qn('w:bookmarkStart')}"))
    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(kind)
        mark.set(qn("w:id"), str(number))
        if kind == "w:bookmarkStart":
            mark.set(qn("w:name"), anchor)
        heading._p.append(mark)
