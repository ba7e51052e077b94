"""What people come to do, from beginning to end, in a real browser."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.functional.browsing import PASSPHRASE, Visit, expect_problem, sign_in
from tests.functional.conftest import NOT_ACCEPTED, PEOPLE
from tests.functional.invented import write_return
from tests.functional.joining import invited, joined
from tests.functional.running import Board

Opens = Callable[..., Visit]


def test_a_board_member_reads_a_figure_to_where_it_comes_from(visit: Opens) -> None:
    page = visit("member", "/").page
    page.get_by_role("link", name="Scorecard", exact=True).click()
    row = page.get_by_role("row").filter(has_text="Reviews at which")
    expect(row).to_contain_text("Higher is better")
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reviews at which the child's views were heard")
    page.get_by_role("link", name="Return 5").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Return 5, about 2013/14")
    expect(page.get_by_text("See every row that is wrong")).to_have_count(0)


def test_everything_works_without_javascript(demonstration: str, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(
        base_url=demonstration, java_script_enabled=False, viewport={"width": 360, "height": 740}
    ).new_page()
    sign_in(page, PEOPLE["analyst"])
    page.get_by_role("link", name="Scorecard", exact=True).click()
    page.get_by_role("link", name="Children looked after", exact=True).click()
    page.get_by_label("Periods").select_option("The end of each month")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="28 February 2014")).to_be_visible()
    page.get_by_label("Groups").select_option("Sex")
    page.get_by_role("button", name="Show these groups").click()
    expect(page.get_by_role("table", name="by sex")).to_contain_text("Female")
    page.get_by_role("link", name="Returns", exact=True).click()
    page.get_by_role("link", name="Return 5").click()
    page.get_by_role("link", name="See every row that is wrong").click()
    page.get_by_label("Kind").select_option("Errors (3)")
    page.get_by_label("File or sheet").select_option("reviews.csv")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="31/02/2014")).to_be_visible()
    page.get_by_role("link", name="reviews.csv, row 452").click()
    expect(page.get_by_role("row").filter(has_text="REVIEW").first).to_contain_text("31/02/2014")
    page.get_by_role("link", name="All issues of return 5").click()
    page.get_by_role("link", name="Show all of them").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()


def test_one_can_skip_to_what_matters_with_the_keyboard(visit: Opens) -> None:
    page = visit("member", "/scorecard/").page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_wide_table_can_be_scrolled_with_the_keyboard(visit: Opens) -> None:
    page = visit("member", "/indicators/CLA3/", viewport={"width": 320, "height": 740}).page
    region = page.get_by_role("region").filter(has=page.get_by_role("table")).first
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("region => region.scrollLeft > 0", arg=region.element_handle())


def test_what_was_left_out_is_said_where_it_is_missing(visit: Opens) -> None:
    page = visit("visitor", "/accounts/login/").page
    page.get_by_role("button", name="Sign in").click()
    expect_problem(page, "Enter your password", at="Password")


def test_somebody_invited_joins_and_meets_a_board_that_has_just_begun(empty: tuple[Board, str], stranger: Page) -> None:
    link = invited(empty[0], "robin@ambleford.example", "agency data lead", "--agency", "acc")
    stranger.goto(link)
    stranger.get_by_label("Your name").fill("Robin Mistry")
    stranger.get_by_label("Password", exact=True).fill("short")
    stranger.get_by_label("Password again").fill("short")
    stranger.get_by_role("button", name="Set up account").click()
    expect(stranger.locator(".govuk-error-summary")).to_contain_text("at least 12 characters")
    stranger.get_by_label("Password", exact=True).fill(PASSPHRASE)
    stranger.get_by_label("Password again").fill(PASSPHRASE)
    stranger.get_by_role("button", name="Set up account").click()
    expect(stranger.get_by_text("Your password is set")).to_be_visible()
    for name, address, words in EMPTY:
        opened = Visit.to(stranger.context, address)
        expect(opened.page.get_by_text(words).first).to_be_visible()
        opened.is_fit_for_everybody()
        opened.is_photographed(f"empty-{name}")
        assert opened.complaints == []


EMPTY = [
    ("home", "/", "No edition has been published yet."),
    ("scorecard", "/scorecard/", "No edition has been published yet."),
    ("indicator", "/indicators/CLA1/", "It has not been counted yet."),
    ("returns", "/returns/", "Nothing has been received yet from A council."),
    ("reports", "/reports/", "No edition has been published yet."),
]


def test_an_analyst_accepts_a_return_that_waits(empty: tuple[Board, str], stranger: Page, tmp_path: Path) -> None:
    board, _ = empty
    board("receive", write_return(tmp_path / "sent"), "--agency", "acc", "--period", "FY2017-18").well()
    joined(stranger, invited(board, "ash@ambleford.example", "analyst"), "Ash Kowalski")
    stranger.get_by_role("link", name="Return 1 from A council").click()
    stranger.get_by_role("button", name="Accept this return").click()
    expect(stranger.get_by_text("cannot be taken back")).to_be_visible()
    stranger.get_by_role("button", name="Accept return 1").click()
    expect(stranger.get_by_text("Return 1 is accepted.")).to_be_visible()
    expect(stranger.get_by_text("Counted in edition 1")).to_be_visible(timeout=60_000)
    stranger.get_by_role("link", name="Home", exact=True).click()
    expect(stranger.get_by_text("Nothing waits for you.")).to_be_visible()
    expect(stranger.get_by_text("9 children were looked after on 31 March 2018").first).to_be_visible()


def test_somebody_of_another_agency_finds_nothing(demonstration: str, visit: Opens) -> None:
    for address in ("/returns/11/", "/returns/11/issues/"):
        opened = visit("lead", address)
        assert opened.response and opened.response.status == 404
        expect(opened.page.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert str(NOT_ACCEPTED) in visit("lead", "/returns/").page.get_by_role("table").inner_text()
