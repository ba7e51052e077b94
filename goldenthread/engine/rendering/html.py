"""A document as HTML: a page that stands alone, or the part of it that goes into a page of the site."""

import base64
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from goldenthread.engine.rendering.blocks import Block, Document

_HERE = Path(__file__).parent / "templates"


def page(document: Document) -> str:
    """A whole page with its own style, that needs no other file and prints."""
    style = Markup((_HERE / "document.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    marking = Markup(_css_string(document.marking))  # noqa: S704 - escaped for where it stands
    template = _environment().get_template("page.html")
    return template.render(document=document, style=style, marking=marking, svg_of=embedded)


def fragment(document: Document) -> str:
    """The document's contents and blocks, for a page of the site that brings its own head and style."""
    return _environment().get_template("fragment.html").render(document=document, svg_of=embedded)


def embedded(svg: str) -> str:
    """A chart as an address that holds the chart itself."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _css_string(text: str) -> str:
    """A text as CSS writes it, in which nothing can end the string or the style."""
    return '"' + "".join(each if each.isalnum() or each in " .,:" else f"\\{ord(each):x} " for each in text) + '"'


def _kind(block: Block) -> str:
    return type(block).__name__


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["kind"] = _kind
    return environment
