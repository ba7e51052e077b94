"""How a Word file looks, and what stands on each of its pages: paper, letters, language, marking, page numbers."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from goldenthread.engine.rendering.blocks import Document

FONT = "Arial"
INK, QUIET = RGBColor(0x0B, 0x0C, 0x0C), RGBColor(0x48, 0x4F, 0x53)
SIZES = {
    "Normal": 11, "Title": 26, "Subtitle": 16, "TOC Heading": 15, "Heading 1": 17, "Heading 2": 13, "Caption": 10,
    "Quote": 11, "Header": 9, "Footer": 9,
}  # fmt: skip
PLAIN, QUIETER = {"Normal", "Subtitle", "Header", "Footer", "Quote"}, {"Subtitle", "Footer"}


def dress(paper: Any, document: Document) -> None:
    """Set the paper, the styles, the properties, and what stands at the head and foot of every page."""
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    for name, size in SIZES.items():
        _style(paper.styles[name], size)
    properties = paper.core_properties
    properties.title, properties.author = f"{document.title}, {document.subtitle}", document.title
    properties.language, properties.comments = "en-GB", ""
    paper.styles["Quote"].paragraph_format.left_indent = Cm(0.75)
    if document.marking:
        _marked(section.header.paragraphs[0], document.marking)
    _foot(section.footer.paragraphs[0], document)


def _style(style: Any, size: float) -> None:
    font = style.font
    font.name, font.size, font.italic = FONT, Pt(size), False
    font.color.rgb = QUIET if style.name in QUIETER else INK
    font.bold = style.name not in PLAIN
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # the template's theme would win over the name
    fonts.set(qn("w:hAnsi"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    style.element.get_or_add_rPr().append(language)


def _marked(paragraph: Any, marking: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(marking).bold = True


def _foot(paragraph: Any, document: Document) -> None:
    paragraph.add_run(f"{document.title}, {document.subtitle}. Page ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    """A number that Word itself fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)
