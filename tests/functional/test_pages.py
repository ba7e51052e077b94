"""Every page in a real browser: fit for everybody, no wider than the screen, quiet, and asking nothing of others."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from goldenthread import catalogue
from tests.functional.browsing import WITHOUT_COLOURS, Visit
from tests.pages import NO_PAGES, PAGES
from tests.routes import routes

Opens = Callable[..., Visit]
PARTS = 6


def test_every_page_is_looked_at() -> None:
    assert {route for _, route, _, _ in PAGES} | NO_PAGES == {route for route, _ in routes()}


@pytest.mark.parametrize(("name", "who", "address"), [(name, who, address) for name, _, who, address in PAGES])
def test_a_page(visit: Opens, demonstration: str, name: str, who: str, address: str) -> None:
    opened = visit(who, address)
    opened.is_fit_for_everybody()
    opened.is_photographed(name)
    opened.is_no_wider_than_the_screen()
    opened.is_fit_for_everybody()
    assert opened.complaints == []
    assert opened.hosts == {urlsplit(demonstration).netloc}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_page_of_every_indicator(visit: Opens, part: int) -> None:
    """Each with whatever chart its figures allow, in a few parts so that several machines can share them."""
    codes = list(catalogue.indicators())[part::PARTS]
    opened = visit("member", f"/indicators/{codes[0]}/")
    for code in codes:
        opened.page.goto(f"/indicators/{code}/")
        opened.is_fit_for_everybody()
    assert opened.complaints == []


@pytest.mark.parametrize("address", ["/", "/scorecard/", "/indicators/CLA3/", "/returns/5/issues/"])
def test_in_the_colours_that_somebody_has_chosen_for_their_system(visit: Opens, address: str) -> None:
    visit("analyst", address, forced_colors="active", color_scheme="dark").is_fit_for_everybody(WITHOUT_COLOURS)


@pytest.mark.parametrize(
    "address",
    ["/scorecard/", "/indicators/CLA1/", "/reports/annual/2013-14/", "/returns/calendar/", "/actions/",
     "/recommendations/"],
)  # fmt: skip
def test_on_paper_there_is_what_one_reads_and_nothing_to_press(visit: Opens, address: str) -> None:
    page = visit("member", address).page
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator("table:visible").count() > 0
    pressed = "nav.govuk-service-navigation__wrapper, .govuk-back-link, main .govuk-button, main select"
    assert [each for each in page.locator(pressed).all() if each.is_visible()] == []


def test_the_profile_of_a_place_fits_on_one_side_of_paper(visit: Opens) -> None:
    page = visit("member", "/places/cluster/Dock%20Road/").page
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_the_picture_says_what_the_table_beside_it_says(visit: Opens) -> None:
    page = visit("member", "/indicators/CLA1/").page
    described = page.locator("img.gt-chart").get_attribute("alt") or ""
    latest = page.get_by_role("table").first.locator("tbody tr").first
    day, value = latest.locator("th").inner_text(), latest.locator("td").first.inner_text()
    assert re.search(rf"{value}\D+on {day}", described)
    assert page.evaluate("document.querySelector('img.gt-chart').naturalWidth") > 0


@pytest.mark.parametrize("code", ["CLA1", "CLA2", "CLA3", "CLA4"])
def test_the_worked_example_opens_to_its_records_and_what_they_come_to(visit: Opens, code: str) -> None:
    opened = visit("member", f"/indicators/{code}/")
    opened.page.get_by_text("See how it is counted").click()
    assert opened.page.get_by_role("table", name="What they come to").is_visible()
    opened.is_no_wider_than_the_screen()
    opened.is_fit_for_everybody()
