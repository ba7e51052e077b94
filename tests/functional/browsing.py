"""What a person does and meets in a browser, and what must hold of every page."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Response, expect

from tests.functional.running import ROOT

SCREENSHOTS = ROOT / "build" / "screenshots"
PASSPHRASE = "lantern bridge river amber"
STANDARD = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
# Where the system chooses the colours, axe still compares those of the stylesheet, which nobody sees.
WITHOUT_COLOURS = {**STANDARD, "rules": {"color-contrast": {"enabled": False}}}
DESKTOP, PHONE, NARROWEST = (1280, 900), (360, 740), (320, 740)

LINKS = """links => links.map(link => [
    (link.getAttribute("aria-label") || link.textContent).trim().replace(/\\s+/g, " "), link.href])"""


@dataclass
class Visit:
    """A page that somebody opened, what the browser complained of, and the hosts that were asked for anything."""

    page: Page
    response: Response | None = None
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    @classmethod
    def to(cls, context: BrowserContext, address: str) -> "Visit":
        """Open an address in a new page."""
        visit = cls(context.new_page())
        visit.page.on("console", lambda message: visit._heard(message.type, message.text))
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on("request", lambda request: visit.hosts.add(urlsplit(request.url).netloc))
        visit.response = visit.page.goto(address)
        return visit

    def _heard(self, kind: str, text: str) -> None:
        # The browser itself notes the status of a page that is meant to be refused.
        if kind in ("error", "warning") and "the server responded with a status of 4" not in text:
            self.complaints.append(text)

    def at(self, size: tuple[int, int]) -> Page:
        """The page on a screen of that size."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        return self.page

    def is_fit_for_everybody(self, standard: dict[str, Any] = STANDARD) -> None:
        """What must hold of every page: the standard as far as a program can tell, links that say where they lead."""
        found = Axe().run(self.page, options=standard)
        assert found.violations_count == 0, found.generate_report()
        assert links_that_say_the_same(self.page) == []
        assert self.page.locator("h1").count() == 1

    def is_no_wider_than_the_screen(self) -> None:
        """On the narrowest screen one reads without scrolling sideways."""
        page = self.at(NARROWEST)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST[0]

    def is_photographed(self, name: str) -> None:
        """A picture at the width of a desk and of a telephone."""
        for device, size in (("desktop", DESKTOP), ("phone", PHONE)):
            self.at(size).screenshot(path=SCREENSHOTS / f"{name}-{device}.png", full_page=True)


def links_that_say_the_same(page: Page) -> list[str]:
    """Texts of links that lead to different places."""
    leads: dict[str, set[str]] = {}
    for text, address in page.eval_on_selector_all("a[href]", LINKS):
        leads.setdefault(text, set()).add(address)
    return sorted(text for text, addresses in leads.items() if len(addresses) > 1 or not text)


def sign_in(page: Page, email: str, passphrase: str = PASSPHRASE) -> None:
    """Sign in with the keyboard alone."""
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    page.keyboard.type(passphrase)
    page.keyboard.press("Enter")
    page.wait_for_url("/")


def expect_problem(page: Page, message: str, at: str) -> None:
    """A form that was not right says so: in the title, in a summary that has the focus, and at the field."""
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name=message).click()
    field_ = page.get_by_label(at, exact=True)
    expect(field_).to_be_focused()
    assert page.locator(f"#{field_.get_attribute('id')}-error").inner_text().endswith(message)
