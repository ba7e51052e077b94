"""A document as PDF/UA-1: tagged, so that it can be listened to. Typst refuses to finish what is not accessible."""

import json
from pathlib import Path
from typing import Any

import typst

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
)

_HERE = Path(__file__).parent
FONTS = _HERE / "fonts"


class CannotBeSet(Exception):
    """The document cannot be made as PDF; the message says why."""


def pdf(document: Document) -> bytes:
    """The whole document, with contents and page numbers. CannotBeSet where Typst refuses it or a font is missing."""
    if not list(FONTS.glob("*.ttf")):
        raise CannotBeSet(f"The fonts of documents are not in {FONTS}. Install Golden Thread again.")
    try:
        made: bytes = typst.compile(
            _HERE / "templates" / "document.typ",
            sys_inputs={"document": json.dumps(_as_data(document))},
            font_paths=[FONTS],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        raise CannotBeSet(f"The document cannot be set as PDF: {error.message}.") from error
    return made


def _as_data(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "made": document.made,
        "marking": document.marking,
        "blocks": [{"kind": type(block).__name__, **_inside(block)} for block in document.blocks],
    }


def _inside(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"text": block.text, "level": block.level}
        case Paragraph():
            return {"text": block.text}
        case Points():
            return {"items": [item.text for item in block.items]}
        case Quotation():
            return {"text": block.words, "by": block.by}
        case Picture():
            return {"svg": block.svg, "words": f"{block.name}. {block.description}"}
        case DataTable():
            rows = [[_text(cell) for cell in row] for row in block.rows]
            shape = {"room": block.room(), "short": block.is_short()}
            return {"caption": block.caption, "headers": list(block.headers), "rows": rows, **shape}
        case _:
            return {"pairs": [list(pair) for pair in block.pairs]}


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell.shown
