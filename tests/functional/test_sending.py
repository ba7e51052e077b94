"""A data lead sends a return from the browser, and the board's figures come to hold it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from goldenthread.engine.periods import UnknownPeriod
from goldenthread.engine.store.locks import one_at_a_time
from tests.functional.browsing import Visit, expect_problem
from tests.functional.invented import write_return
from tests.functional.joining import invited, joined
from tests.functional.running import Board
from tests.functional.sites import served

Contexts = Callable[..., BrowserContext]
LONG = 60_000  # milliseconds: a page that looks again by itself may have to do so several times


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A board without anything in it, which nobody serves yet."""
    board = Board(tmp_path / "home")
    board("init", "A new board").well()
    board("agency", "acc", "A council", "--sector", "local-authority").well()
    return board


@contextmanager
def without_a_worker(board: Board) -> Iterator[None]:
    """The worker of a site served from this board does nothing for as long as this lasts."""
    with one_at_a_time(board.home, "work"):
        yield


def lead_at(board: Board, new_context: Contexts, address: str, **options: object) -> Page:
    """The browser of the agency's data lead."""
    page = new_context(base_url=address, **options).new_page()
    joined(page, invited(board, "robin@ambleford.example", "agency data lead", "--agency", "acc"), "Robin Mistry")
    return page


def analyst_at(board: Board, new_context: Contexts, address: str, **options: object) -> Page:
    """The browser of the board's analyst."""
    page = new_context(base_url=address, **options).new_page()
    joined(page, invited(board, "ash@ambleford.example", "analyst"), "Ash Kowalski")
    return page


def upload(page: Page, *files: Path, period: str = "") -> None:
    page.get_by_role("button", name="Send a return").click()
    page.locator("input[type=file]").set_input_files(list(files))
    page.get_by_label("What they are about").fill(period)
    page.get_by_role("button", name="Upload and check").click()


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_from_an_upload_to_the_scorecard(
    board: Board, new_context: Contexts, tmp_path: Path, java_script_enabled: bool
) -> None:
    files = sorted(write_return(tmp_path / "sent").iterdir())
    phone = {"java_script_enabled": java_script_enabled, "viewport": {"width": 360, "height": 740}}
    with served(board) as address:
        lead = lead_at(board, new_context, address, **phone)
        upload(lead, *files, period="FY2017-18")
        expect(lead.get_by_role("heading", level=1)).to_have_text("Return 1, about 2017/18", timeout=LONG)
        expect(lead.get_by_text("Checked, not sent")).to_be_visible()
        expect(lead.get_by_role("row").filter(has_text="episodes.csv").first).to_contain_text("10")
        analyst = analyst_at(board, new_context, address, **phone)
        expect(analyst.get_by_text("Nothing waits for you.")).to_be_visible()
        lead.get_by_role("button", name="Send to the board").click()
        expect(lead.get_by_text("Return 1 is sent to the board")).to_be_visible()
        analyst.reload()
        analyst.get_by_role("link", name="Return 1 from A council").click()
        analyst.get_by_role("button", name="Accept this return").click()
        analyst.get_by_role("button", name="Accept return 1").click()
        expect(analyst.get_by_text("Counted in edition 1")).to_be_visible(timeout=LONG)
        analyst.goto("/scorecard/")
        expect(analyst.get_by_text("Edition 1, published on")).to_be_visible()
        row = analyst.get_by_role("row").filter(has_text="31 March 2018").first
        expect(row).to_contain_text("9")


def test_while_it_goes_on_the_pages_say_so(board: Board, new_context: Contexts, tmp_path: Path) -> None:
    folder = write_return(tmp_path / "sent")
    board("receive", folder, "--agency", "acc", "--period", "FY2017-18").well()
    with without_a_worker(board), served(board) as address:
        lead = lead_at(board, new_context, address)
        upload(lead, folder / "reviews.csv", period="FY2018-19")
        expect(lead.get_by_role("heading", level=1)).to_have_text("Your files are being checked")
        fit(lead, "upload-checking")
        lead.get_by_role("link", name="Keep it still").click()
        expect(lead.get_by_role("link", name="Look again")).to_be_visible()
        analyst = analyst_at(board, new_context, address)
        analyst.goto("/returns/1/accept/")
        analyst.get_by_role("button", name="Accept return 1").click()
        for page in ("/returns/1/", "/", "/scorecard/"):
            analyst.goto(page)
            expect(analyst.get_by_text("An edition is being worked out")).to_be_visible()
            fit(analyst, f"awaited-{page.strip('/').replace('/', '-') or 'home'}")


def test_a_form_that_is_not_right_says_so(board: Board, new_context: Contexts, tmp_path: Path) -> None:
    with served(board) as address:
        lead = lead_at(board, new_context, address)
        lead.get_by_role("button", name="Send a return").click()
        lead.get_by_label("What they are about").fill("last year")
        lead.get_by_role("button", name="Upload and check").click()
        expect(lead.locator(".govuk-error-summary")).to_contain_text("Choose at least one file")
        expect_problem(lead, str(UnknownPeriod("last year")), at="What they are about (optional)")
        fit(lead, "upload-problem")
        workbook = tmp_path / "return.xlsx"
        workbook.write_bytes(b"PK\x03\x04 no more than the beginning of a workbook")
        upload_again(lead, workbook)
        expect(lead.get_by_role("heading", level=1)).to_have_text("Nothing in these files can be used", timeout=LONG)
        expect(lead.get_by_role("row").filter(has_text="return.xlsx")).to_be_visible()
        fit(lead, "upload-unusable")
        lead.get_by_role("button", name="Discard").click()
        expect(lead.get_by_text("The files are discarded")).to_be_visible()


def upload_again(page: Page, *files: Path) -> None:
    page.get_by_label("What they are about").fill("")
    page.locator("input[type=file]").set_input_files(list(files))
    page.get_by_role("button", name="Upload and check").click()


def fit(page: Page, name: str) -> None:
    """What holds of every page holds of this one."""
    opened = Visit(page)
    opened.is_fit_for_everybody()
    opened.is_photographed(name)
    opened.is_no_wider_than_the_screen()


def test_files_can_be_dropped_on_the_page_and_sent(board: Board, new_context: Contexts) -> None:
    with served(board) as address:
        lead = lead_at(board, new_context, address)
        lead.get_by_role("button", name="Send a return").click()
        dropped = lead.evaluate_handle(
            "() => { const held = new DataTransfer();"
            " for (const name of ['shopping.csv', 'more.csv'])"
            " held.items.add(new File(['bread,milk'], name, {type: 'text/csv'})); return held }"
        )
        lead.dispatch_event(".govuk-file-upload-button", "drop", {"dataTransfer": dropped})
        expect(lead.get_by_text("2 files chosen")).to_be_visible()
        expect(lead.get_by_role("list", name="Chosen files")).to_contain_text("shopping.csv (1 KB)")
        fit(lead, "upload-dropped")
        lead.get_by_role("button", name="Upload and check").click()
        expect(lead.get_by_role("heading", level=1)).to_have_text("Nothing in these files can be used", timeout=LONG)
        expect(lead.get_by_role("row").filter(has_text="shopping.csv")).to_be_visible()


@contextmanager
def slowly(page: Page, bytes_a_second: int) -> Iterator[None]:
    """For as long as this lasts, the browser sends no faster than that."""
    throttle = page.context.new_cdp_session(page)
    told = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_a_second}
    throttle.send("Network.emulateNetworkConditions", told)
    yield
    throttle.send("Network.emulateNetworkConditions", {**told, "uploadThroughput": -1})
    throttle.detach()


def test_a_large_upload_says_how_far_it_is_and_can_be_stopped(
    board: Board, new_context: Contexts, tmp_path: Path
) -> None:
    large = tmp_path / "large.csv"
    large.write_text("bread,milk\n" * 400_000)
    with served(board) as address:
        lead = lead_at(board, new_context, address)
        lead.get_by_role("button", name="Send a return").click()
        lead.locator("input[type=file]").set_input_files([large])
        with slowly(lead, 200_000):
            lead.get_by_role("button", name="Upload and check").click()
            expect(lead.get_by_role("progressbar")).to_be_visible()
            expect(lead.get_by_text(re.compile(r"Uploading: \d+% of 4.2 MB"))).to_be_visible()
            expect(lead.get_by_role("status")).to_have_text(re.compile(r"Uploading: (0|25|50|75)%"))
            expect(lead.get_by_role("button", name="Upload and check")).to_be_disabled()
            fit(lead, "upload-under-way")
            lead.get_by_role("button", name="Stop").click()
            expect(lead.get_by_role("status")).to_have_text("Stopped. Nothing was sent.")
            expect(lead.get_by_role("progressbar")).to_be_hidden()
        lead.get_by_role("button", name="Upload and check").click()
        expect(lead.get_by_role("heading", level=1)).to_have_text("Nothing in these files can be used", timeout=LONG)
        assert lead.url.endswith("/returns/uploads/1/")


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_partner_who_only_counts_fills_in_the_template_and_sends_it(
    board: Board, new_context: Contexts, tmp_path: Path, java_script_enabled: bool
) -> None:
    filled = tmp_path / "counts.csv"
    with served(board) as address:
        lead = lead_at(board, new_context, address, java_script_enabled=java_script_enabled)
        lead.get_by_role("button", name="Send a return").click()
        lead.get_by_role("link", name="one for counts").click()
        quarter = lead.get_by_label("Or one with the measures in it already").input_value()
        with lead.expect_download() as taken:
            lead.get_by_role("button", name="Take it as CSV").click()
        headers, *measures = taken.value.path().read_text().splitlines()
        assert measures and all(row.startswith(f"{quarter},") for row in measures)
        filled.write_text("\n".join([headers, *(row.replace(",,,,,", ",,,7,,") for row in measures), ""]))
        lead.goto("/")
        upload(lead, filled)
        expect(lead.get_by_text("Checked, not sent")).to_be_visible(timeout=LONG)
        row = lead.get_by_role("row").filter(has_text="counts.csv").first
        expect(row).to_contain_text(str(len(measures)))
        lead.get_by_role("button", name="Send to the board").click()
        expect(lead.get_by_text("Return 1 is sent to the board")).to_be_visible()
