"""The pages by which a data lead sends a return, and those that say what goes on meanwhile."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from goldenthread.engine.store.locks import alone
from goldenthread.web.base import uploads
from goldenthread.web.returns import forms
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.jobs.operations import fail, take, tell
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.returns import collecting
from goldenthread.workflow.returns.models import Return, Upload
from tests.factories.board import Board, a_board, browser_of, published, sent
from tests.factories.jobs import worked_off
from tests.factories.returns import episodes, uploaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def lead(board: Board) -> Client:
    return browser_of(board.lead)


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    return episodes(tmp_path / "sent", children=4).read_bytes()


def upload(browser: Client, *files: tuple[str, bytes], period: str = "") -> HttpResponse:
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    return browser.post("/returns/upload/", {"chosen": chosen, "period": period})


def problems(answer: HttpResponse) -> list[str]:
    """What a form says is wrong, above everything else."""
    page = answer.content.decode()
    assert "<title>Error: " in page and "There is a problem" in page
    listed = page.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    return [re.sub(r"&#39;", "'", each) for each in re.findall(r"<a[^>]*>([^<]*)</a>", listed)]


def read(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status_code
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode().partition("<main")[2]))


def test_several_files_are_uploaded_at_once_and_one_is_led_to_the_draft(lead: Client, content: bytes) -> None:
    answer = upload(lead, ("episodes.csv", content), ("shopping.csv", b"bread,milk"), period=" FY2017-18 ")
    address = answer.headers["Location"]
    assert "Your files are being checked" in read(lead, address)
    worked_off()
    assert lead.get(address).headers["Location"] == f"/returns/{Return.objects.get().number}/"
    page = read(lead, f"/returns/{Return.objects.get().number}/")
    assert "Checked, not sent" in page and "Send to the board" in page and "shopping.csv" in page


def test_the_page_before_says_how_much_may_be_sent_and_how_periods_are_written(lead: Client) -> None:
    page = read(lead, "/returns/upload/")
    assert "at most 200 MB each and 500 MB together" in page and "Excel workbooks (.xlsx), CSV or XML" in page
    assert "FY2017-18Q3" in page


def test_what_is_missing_or_wrong_is_said(lead: Client, content: bytes) -> None:
    assert problems(lead.post("/returns/upload/", {})) == ["Choose at least one file"]
    (empty,) = problems(upload(lead, ("episodes.csv", content), ("reviews.csv", b"")))
    assert "is empty" in empty
    again, period = problems(upload(lead, ("episodes.csv", content), period="last year"))
    assert "Choose the files again" in again and "'last year' is not a period" in period
    (twice,) = problems(upload(lead, ("a.csv", content), ("a.csv", b"x")))
    assert "Two of the files are called a.csv" in twice
    assert not Upload.objects.exists()


def test_what_is_too_large_is_said(lead: Client, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as small:
        small.setattr(collecting, "LARGEST_FILE", 10)
        (one,) = problems(upload(lead, ("episodes.csv", content)))
        assert "episodes.csv has" in one and "Is it the right one?" in one
    for module in (uploads, forms):
        monkeypatch.setattr(module, "LARGEST_RETURN", 10)
    monkeypatch.setattr(uploads, "AROUND", 0)
    (together,) = problems(upload(lead, ("episodes.csv", content)))
    assert "What you chose has" in together
    assert not Upload.objects.exists()


def test_a_file_from_somebody_who_may_send_none_is_not_even_held(board: Board, content: bytes) -> None:
    held: list[str] = []

    class Watched(uploads.InMemory):
        def file_complete(self, file_size: int) -> object:
            held.append(self.file_name or "")
            return super().file_complete(file_size)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uploads, "InMemory", Watched)
        for person in (None, board.analyst, board.lead):
            file = SimpleUploadedFile("episodes.csv", content)
            browser_of(person).post("/accounts/logout/" if person else "/accounts/login/", {"chosen": file})
    assert held == ["episodes.csv"]


def test_during_a_backup_one_is_asked_to_wait(home: Path, lead: Client, content: bytes) -> None:
    with alone(home, "backup"):
        (said,) = problems(upload(lead, ("episodes.csv", content)))
    assert "Try again in a few minutes" in said and str(home) not in said


def test_the_page_looks_again_while_the_check_runs_and_no_longer(board: Board, lead: Client, content: bytes) -> None:
    number = uploaded(board.lead, ("episodes.csv", content)).number
    address = f"/returns/uploads/{number}/"
    assert lead.get(address).headers["Refresh"] == f"4; url={address}"
    assert "Refresh" not in lead.get(f"{address}?still").headers
    job = take(worker="another")
    assert job
    tell(job, "Checking episodes.csv", 1, 3)
    page = lead.get(address).content.decode()
    assert "Checking episodes.csv: step 2 of 3" in page
    assert re.search(r'<progress[^>]* value="1" max="3">', page)
    assert "being checked" in read(lead, "/") and "being checked" in read(lead, "/returns/")
    fail(job, "There is no key file.")
    answer = lead.get(address)
    assert "Refresh" not in answer.headers
    assert "could not be checked" in answer.content.decode() and "There is no key file." in answer.content.decode()
    assert "could not be checked" in read(lead, "/")


def test_two_tabs_send_a_draft_once(board: Board, lead: Client, content: bytes) -> None:
    upload(lead, ("episodes.csv", content))
    worked_off()
    number = Return.objects.get().number
    assert lead.post(f"/returns/{number}/send/", follow=True).status_code == 200
    second = lead.post(f"/returns/{number}/send/")
    assert (second.status_code, "is received already" in second.content.decode()) == (409, True)
    assert lead.post(f"/returns/{number}/discard/").status_code == 409
    assert "so it cannot be discarded" in read(lead, f"/returns/{number}/discard/")
    assert "received, not accepted yet" in read(lead, "/")


def test_of_another_agencys_draft_there_is_nothing(board: Board, lead: Client, content: bytes) -> None:
    number = uploaded(board.lead, ("episodes.csv", content)).number
    worked_off()
    draft, other = Return.objects.get().number, browser_of(board.lead_of_other)
    for address in (f"/returns/uploads/{number}/", f"/returns/{draft}/", f"/returns/{draft}/issues/"):
        assert other.get(address).status_code == 404
    for address in (f"/returns/{draft}/send/", f"/returns/{draft}/discard/", f"/returns/uploads/{number}/discard/"):
        assert other.post(address).status_code == 404
    assert Return.objects.get().is_draft()


@pytest.fixture
def failing(board: Board, tmp_path: Path) -> Iterator[Client]:
    """The analyst's browser, after an edition that was asked for could not be worked out."""
    published(board, tmp_path / "sent")
    browser = browser_of(board.analyst)
    browser.post("/work-out/")
    job = take(worker="another")
    assert job
    fail(job, "The catalogue does not hold together.")
    yield browser


def test_an_edition_that_could_not_be_worked_out_is_tried_again(board: Board, failing: Client) -> None:
    for address in ("/", "/scorecard/"):
        page = read(failing, address)
        assert "could not be worked out" in page and "does not hold together" in page and "Try again" in page
        page = read(browser_of(board.member), address)
        assert "could not be worked out" in page and "does not hold together" not in page and "Try again" not in page
    failing.post("/work-out/")
    assert "An edition is being worked out" in read(failing, "/")
    worked_off()
    page = read(failing, "/scorecard/")
    assert "is being worked out" not in page and "could not be worked out" not in page


def test_once_an_edition_is_published_nobody_is_troubled_with_the_one_that_was_not(
    board: Board, failing: Client, tmp_path: Path
) -> None:
    return_ = sent(board, tmp_path / "more", children=5)
    failing.post(f"/returns/{return_.number}/accept/", {"reason": "one child more"})
    Job.objects.filter(state="waiting").delete()
    compute(by="command line")
    assert "could not be worked out" not in read(failing, "/")


def test_what_is_uncounted_is_worked_out_at_a_button(board: Board, tmp_path: Path) -> None:
    sent(board, tmp_path / "sent", accepted=True)
    analyst = browser_of(board.analyst)
    assert "Work out the figures" in read(analyst, "/")
    assert analyst.get("/work-out/").status_code == 302 and not Job.objects.exists()
    analyst.post("/work-out/")
    assert "Work out the figures" not in read(analyst, "/")
    worked_off()
    assert "Nothing waits for you" in read(analyst, "/")


def test_accepting_asks_for_an_edition_and_the_return_waits_for_it(board: Board, tmp_path: Path) -> None:
    return_ = sent(board, tmp_path / "sent")
    analyst, address = browser_of(board.analyst), f"/returns/{return_.number}/"
    assert "Refresh" not in analyst.get(address).headers
    analyst.post(f"{address}accept/")
    assert analyst.get(address).headers["Refresh"] == f"4; url={address}"
    assert "An edition is being worked out" in read(browser_of(board.chair), "/scorecard/")
    worked_off()
    assert "Refresh" not in analyst.get(address).headers


def test_a_young_adviser_meets_figures_and_reports_and_nothing_about_returns(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent")
    page = browser_of(board.adviser).get("/").content.decode()
    assert "12 children were looked after" in page
    assert "/returns/" not in page and "Waiting for you" not in page


def test_the_chair_sees_exact_figures(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent", children=3)
    assert "3 children were looked after" in read(browser_of(board.chair), "/")
    assert "3 children were looked after" not in read(browser_of(board.member), "/")
