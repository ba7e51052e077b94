"""A report as PDF and as a Word file: they say what the page says, and can be read by everyone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import outloud
import pypdf
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from goldenthread.engine.protecting.faces import ON_PAPER, Face
from goldenthread.engine.rendering import pdf as pdf_module
from goldenthread.engine.rendering.blocks import (
    DataTable,
    Document,
    Heading,
    Paragraph,
    Picture,
    Points,
    Quotation,
    Terms,
)
from goldenthread.engine.rendering.html import page
from goldenthread.engine.rendering.pdf import CannotBeSet, pdf
from goldenthread.engine.rendering.word import word
from tests.factories.swimming import report

HOSTILE = '#panic("no") *bold* _i_ $x$ <label> @ref \\ `raw` // = <w:p> & "quoted"'


def texts(document: Document) -> Iterator[str]:
    """Every text that any format of a document must say."""
    yield from (document.title, document.subtitle, document.made)
    for block in document.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case Points(items=items):
                yield from (item.text for item in items)
            case Terms(pairs=pairs):
                yield from (text for pair in pairs for text in pair)
            case DataTable(caption=caption, headers=headers, rows=rows):
                yield from (caption, *headers)
                yield from (cell if isinstance(cell, str) else cell.shown for row in rows for cell in row)


def run_together(text: str) -> str:
    """A text without the blanks and line breaks that setting it puts in and takes out."""
    return re.sub(r"\s", "", text)


def pages(made: bytes) -> list[str]:
    """What stands on each page of a PDF."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(made)).pages]


def opened(made: bytes) -> Any:
    """A Word file."""
    return docx.Document(BytesIO(made))


def said_in(paper: Any) -> str:
    """All that a Word file says, in the order in which it is read."""
    return run_together("".join(text.text or "" for text in paper.element.body.iter(qn("w:t"))))


@pytest.mark.parametrize("face", ON_PAPER)
def test_the_pdf_says_all_that_the_report_says(face: Face) -> None:
    document = report(face, light_brown=3)
    said = run_together(" ".join(pages(pdf(document))))
    assert [text for text in texts(document) if run_together(text) not in said] == []


@pytest.mark.parametrize("face", ON_PAPER)
def test_the_word_file_says_all_that_the_report_says(face: Face) -> None:
    document = report(face, light_brown=3)
    said = said_in(opened(word(document)))
    assert [text for text in texts(document) if run_together(text) not in said] == []


def test_the_pdf_is_tagged_and_can_be_listened_to(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(pdf(report()))
    found = outloud.check(str(tmp_path / "report.pdf"))
    assert (found.verdict, found.findings) == ("pass", [])


def test_a_picture_without_words_is_refused_by_the_program_that_sets_it() -> None:
    (at,) = [at for at, block in enumerate(report().blocks) if isinstance(block, Picture)][:1]
    blocks = list(report().blocks)
    blocks[at] = replace(blocks[at], svg="<svg>")
    with pytest.raises(CannotBeSet, match="cannot be set as PDF"):
        pdf(replace(report(), blocks=tuple(blocks)))


def test_the_pdf_has_contents_and_numbered_pages() -> None:
    first, *others = pages(pdf(report()))
    for chapter in report().chapters():
        assert re.search(rf"{chapter.text}[ .]+\d", first)
    assert [f"Page {at} of {len(others) + 1}" in page for at, page in enumerate(others, start=2)] == [True] * len(
        others
    )


def test_a_board_paper_is_marked_on_every_page() -> None:
    assert all(report().marking in page for page in pages(pdf(report())))
    assert report().marking in opened(word(report())).sections[0].header.paragraphs[0].text
    assert not any("Confidential" in page for page in pages(pdf(report(Face.PUBLIC))))
    assert opened(word(report(Face.PUBLIC))).sections[0].header.paragraphs[0].text == ""


def test_no_text_of_anybody_is_taken_for_an_instruction() -> None:
    document = replace(report(), title=HOSTILE, blocks=(Paragraph(HOSTILE), Points((Paragraph(HOSTILE),))))
    assert run_together("".join(pages(pdf(document)))).count(run_together(HOSTILE)) >= 3
    assert said_in(opened(word(document))).count(run_together(HOSTILE)) >= 3


def test_without_its_fonts_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf_module, "FONTS", tmp_path)
    with pytest.raises(CannotBeSet, match="fonts"):
        pdf(report())


def test_the_same_document_is_the_same_pdf() -> None:
    assert pdf(report()) == pdf(report())


def test_in_word_headings_are_headings_and_the_contents_lead_to_them() -> None:
    paper, document = opened(word(report())), report()
    levels = {"Heading 1": 2, "Heading 2": 3}
    found = [(levels[each.style.name], each.text) for each in paper.paragraphs if each.style.name in levels]
    assert found == [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]
    marks = [mark.get(qn("w:name")) for mark in paper.element.body.iter(qn("w:bookmarkStart"))]
    assert [link.get(qn("w:anchor")) for link in paper.element.body.iter(qn("w:hyperlink"))] == [
        chapter.anchor for chapter in document.chapters()
    ]
    assert {chapter.anchor for chapter in document.chapters()} <= set(marks)
    numbers = [mark.get(qn("w:id")) for mark in paper.element.body.iter(qn("w:bookmarkStart"))]
    assert len(numbers) == len(set(numbers))


def test_in_word_pictures_have_words_and_header_rows_repeat() -> None:
    paper, document = opened(word(report())), report()
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    assert [each._inline.docPr.get("descr") for each in paper.inline_shapes] == [
        f"{each.name}. {each.description}" for each in pictures
    ]
    captions = [block.caption for block in document.blocks if isinstance(block, DataTable)]
    assert [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in paper.tables] == captions
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in paper.tables)


def test_word_numbers_its_pages_and_knows_its_language() -> None:
    paper = opened(word(report()))
    fields = [each.get(qn("w:instr")) for each in paper.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert paper.core_properties.language == "en-GB"
    assert paper.core_properties.title == "Swimming board, Report 2017/18"


def test_in_word_no_page_ends_in_the_middle_of_a_short_table() -> None:
    for table in opened(word(report())).tables:
        *others, last = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
        assert all(others) and not last


def test_in_a_word_file_words_stand_to_the_left_and_have_more_room_than_numbers() -> None:
    table = DataTable(
        "Measures", ("Measure", "Now", "What its test says"), (("Visits", "12", "Lower than chance explains"),)
    )
    grid = opened(word(Document("Board", "Report", "Made", "", (table,)))).tables[0]
    measure, now, said = grid.rows[1].cells
    assert table.wordy() == [True, False, True]
    assert said.width == measure.width > 2 * now.width
    assert [cell.paragraphs[0].alignment for cell in (said, now)] == [WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT]


OWN_WORDS = Quotation("They said: “Ask us.”", "A board, challenge 3: replied on 15 May 2014", "answer 4 to challenge 3")


def test_the_words_of_a_record_are_quoted_and_their_writer_named_in_every_format() -> None:
    document = Document("Board", "Report", "Made", "", (OWN_WORDS,))
    told = "“They said: ‘Ask us.’”"
    assert told in page(document) and OWN_WORDS.by in page(document)
    paper = opened(word(document))
    assert [each.text for each in paper.paragraphs if each.style.name == "Quote"] == [told, OWN_WORDS.by]
    made = pdf(document)
    assert run_together(told) in run_together("".join(pages(made)))
    assert run_together(OWN_WORDS.by) in run_together("".join(pages(made)))


def test_a_table_of_many_words_goes_on_over_the_page_and_gives_long_ones_more_room() -> None:
    said = "What somebody asked of somebody else, at length. " * 6
    table = DataTable("Asked", ("What", "Whom", "When"), ((said, "A board", "–"),) * 12, of_words=True)
    assert table.wordy() == [True, True, True] and table.room() == [4, 2, 2]
    assert not table.is_short()
    made = pages(pdf(Document("Board", "Report", "Made", "", (table, table))))
    assert run_together("".join(made)).count(run_together(said)) == 24
    assert replace(table, rows=table.rows[:2]).is_short()
