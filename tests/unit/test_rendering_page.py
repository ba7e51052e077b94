"""A report as a page: each number with its fact, nothing fetched from elsewhere, and readable by everyone."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering import html
from goldenthread.engine.rendering.blocks import facts
from tests.factories.swimming import report


class Reader(HTMLParser):
    """Reads a page as a program would: headings, facts, ids, and the numbers in cells that no fact stands behind."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.facts: set[str] = set()
        self.ids: list[str] = []
        self.values: dict[str, str] = {}
        self.loose: list[str] = []
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.told = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []
        self.ids += [named["id"]] if "id" in named else []
        self.facts |= {*named.get("data-facts", "").split(), *filter(None, [named.get("data-fact")])}
        self.addresses += [named[name] for name in ("src", "href") if name in named]
        self.told = "data-fact" in named
        if tag == "data":
            self.values[named["data-fact"]] = named["value"]
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass
        self.told = False

    def handle_data(self, data: str) -> None:
        if "td" in self.open and re.search(r"\d", data) and not self.told:
            self.loose.append(data)


def test_in_the_page_no_number_of_a_table_stands_without_its_fact() -> None:
    document = report(light_brown=3, not_recorded=7)
    read = Reader(html.page(document))
    assert read.loose == []
    assert read.facts == {fact["id"] for fact in facts(document)}
    assert read.values["S1@2017-03-31"] in ("1764", "0")


def test_the_page_stands_alone_and_is_in_order() -> None:
    read = Reader(html.page(report()))
    assert read.headings[0] == 1 and read.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(read.headings, read.headings[1:], strict=False))
    assert len(read.ids) == len(set(read.ids))
    assert all(address.startswith(("#", "data:image/svg+xml;base64,")) for address in read.addresses)
    assert {address[1:] for address in read.addresses if address.startswith("#")} <= set(read.ids)
    assert '<html lang="en-GB">' in html.page(report())


def test_a_board_paper_is_marked_on_the_screen_and_on_every_printed_page() -> None:
    text = html.page(report())
    assert text.count("Confidential: board paper. Report 12.") == 3
    assert '@top-center { content: "Confidential: board paper. Report 12.";' in text
    assert "Confidential" not in html.page(report(Face.PUBLIC))


def test_a_name_cannot_become_part_of_the_page() -> None:
    hostile = replace(report(), title="<script>alert(1)</script>", marking='"} </style><script>alert(2)</script>')
    text = html.page(hostile)
    assert "<script>" not in text
    assert text.count("</style>") == 1


def test_the_site_gets_the_same_blocks_without_head_and_style() -> None:
    part = html.fragment(report())
    assert "<html" not in part and "<style" not in part and "style=" not in part
    assert part.strip() in html.page(report())


@pytest.mark.parametrize("width", [320, 1000])
def test_everyone_can_read_the_page_on_a_phone_and_at_a_desk(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(html.page(report(light_brown=3)))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.violations_count == 0, found.generate_report()
