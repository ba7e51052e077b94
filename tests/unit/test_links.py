"""One-time links: a return that is sent without an account, once, by whoever holds the link."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from goldenthread.engine.checking.intake import Received
from goldenthread.engine.periods import parse
from goldenthread.web.base.logs import WithoutLinks
from goldenthread.workflow.calendar import links
from goldenthread.workflow.calendar.links import link_for, make
from goldenthread.workflow.calendar.models import Expected, Link
from goldenthread.workflow.calendar.operations import expect
from goldenthread.workflow.calendar.reading import one_owed
from goldenthread.workflow.history.links import LinkIsOver
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.jobs.operations import fail, take
from goldenthread.workflow.returns.models import Return, Upload
from goldenthread.workflow.returns.rules import CHECKED, DISCARDED, RECEIVED, VALIDATED
from tests.factories.board import Board, a_board, browser_of
from tests.factories.jobs import worked_off
from tests.factories.returns import episodes, reviews

pytestmark = pytest.mark.django_db

YEAR = parse("FY2017-18")
REVIEWS = "looked_after_reviews"


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def expected(board: Board) -> Expected:
    """Reviews, every year, of an agency at which nobody has an account."""
    return expect(board.agency, [REVIEWS], every="year", due_days=60, first=YEAR, by="command line")


@pytest.fixture
def token(board: Board, expected: Expected) -> str:
    return make(expected, YEAR, by=board.analyst.actor)


@pytest.fixture
def good(tmp_path: Path) -> tuple[str, bytes]:
    return "reviews.csv", reviews(tmp_path / "good").read_bytes()


UNUSABLE = ("shopping.csv", b"bread,milk")


def uploaded(token: str, *files: tuple[str, bytes]) -> Upload:
    upload = links.upload(token, [Received(*file) for file in files])
    worked_off()
    return upload


def over(token: str) -> str:
    with pytest.raises(LinkIsOver) as told:
        link_for(token)
    return told.value.message


def verbs(subject: str) -> list[tuple[str, str]]:
    return list(Entry.objects.filter(subject=subject).order_by("number").values_list("verb", "actor"))


def test_a_return_comes_by_it_once(board: Board, expected: Expected, token: str, good: tuple[str, bytes]) -> None:
    uploaded(token, good)
    draft = Return.objects.get()
    assert (draft.state, draft.agency, draft.covers) == (CHECKED, board.agency, YEAR)
    sent = links.send(token, validated=True)
    link = Link.objects.get()
    assert (sent.state, sent.status, sent.received_by, link.sent) == (RECEIVED, VALIDATED, link.actor, sent)
    assert one_owed(expected, YEAR, on=timezone.localdate()).came_on == timezone.localdate()
    assert "it works only once" in over(token)
    for late in (lambda: links.send(token), lambda: links.upload(token, []), lambda: links.start_again(token)):
        with pytest.raises(LinkIsOver):
            late()
    assert verbs("link") == [("made", board.analyst.actor), ("used", link.actor)]


def test_only_its_hash_is_kept(token: str) -> None:
    link = Link.objects.get()
    kept = " ".join([*map(str, vars(link).values()), *Entry.objects.values_list("text", flat=True)])
    assert token not in kept and token.partition(".")[0] not in kept


@pytest.mark.parametrize("change", [str.swapcase, lambda token: token[:-1], lambda token: f"x{token}", lambda _: "x.y"])
def test_one_that_was_altered_is_none(token: str, change: object) -> None:
    assert "is not one that was given out" in over(change(token))  # type: ignore[operator]


def test_one_that_is_signed_and_not_ours_is_none(expected: Expected) -> None:
    token = make(expected, YEAR, by="command line")
    Link.objects.all().delete()
    assert "is not one that was given out" in over(token)


def test_it_runs_out(token: str, settings: object) -> None:
    link = Link.objects.get()
    assert link.expires_at - link.made_at == timedelta(days=30)
    Link.objects.update(expires_at=timezone.now())
    assert "has run out" in over(token)


def test_a_newer_one_for_the_same_takes_its_place(expected: Expected, token: str) -> None:
    other_year = make(expected, parse("FY2018-19"), by="command line")
    newer = make(expected, YEAR, by="command line")
    assert "a newer one was made" in over(token)
    assert (link_for(newer).period, link_for(other_year).period) == (YEAR, parse("FY2018-19"))


def test_it_is_stopped(board: Board, expected: Expected, token: str) -> None:
    links.stop(expected, YEAR, by=board.analyst.actor)
    assert "has run out" in over(token)
    links.stop(expected, YEAR, by=board.analyst.actor)
    assert [verb for verb, _ in verbs("link")] == ["made", "stopped"]


@pytest.mark.parametrize("period", ["FY2016-17", "FY2017-18Q1", "2018-03"])
def test_there_is_none_for_what_is_not_expected(expected: Expected, period: str) -> None:
    with pytest.raises(Refused, match="is not expected of Ambleford City Council about"):
        make(expected, parse(period), by="command line")


@pytest.mark.parametrize("what", ["permanence", "ssda903"])
def test_there_is_none_for_restricted_records(board: Board, what: str) -> None:
    restricted = expect(board.agency, [what], every="year", due_days=60, first=YEAR, by="command line")
    with pytest.raises(Refused, match="holds restricted records .*so whoever sends it needs an account"):
        make(restricted, YEAR, by="command line")
    assert not Link.objects.exists()


def test_restricted_records_or_something_else_cannot_be_sent_by_it(
    token: str, tmp_path: Path, good: tuple[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    uploaded(token, ("episodes.csv", episodes(tmp_path / "other").read_bytes()))
    with pytest.raises(Refused, match="do not hold what is asked for: Looked-after reviews"):
        links.send(token)
    links.start_again(token)
    uploaded(token, good)
    monkeypatch.setattr(links, "restricted_in", lambda named: [name for name in named if name == REVIEWS])
    with pytest.raises(Refused, match=r"hold restricted records \(looked_after_reviews\)"):
        links.send(token)
    assert not Return.objects.sent().exists()


def test_one_starts_again_with_other_files(token: str, tmp_path: Path, good: tuple[str, bytes]) -> None:
    uploaded(token, ("episodes.csv", episodes(tmp_path / "other").read_bytes()))
    with pytest.raises(Refused, match="Other files were uploaded by this link before"):
        uploaded(token, good)
    assert Upload.objects.order_by("number").last().state == DISCARDED  # type: ignore[union-attr]
    links.start_again(token)
    assert Return.objects.get().state == DISCARDED
    links.start_again(token)
    uploaded(token, good)
    assert links.send(token).parts.get().dataset == REVIEWS


def test_what_was_of_no_use_makes_way_by_itself(token: str, good: tuple[str, bytes]) -> None:
    first = uploaded(token, UNUSABLE)
    uploaded(token, good)
    first.refresh_from_db()
    assert first.state == DISCARDED
    assert links.send(token).state == RECEIVED


def test_nothing_is_sent_before_there_is_something(token: str, good: tuple[str, bytes]) -> None:
    for files in ((), (UNUSABLE,)):
        if files:
            uploaded(token, *files)
        with pytest.raises(Refused, match="There is nothing to send yet"):
            links.send(token)


def test_a_draft_of_the_agencys_own_is_not_discarded_by_it(board: Board, token: str, good: tuple[str, bytes]) -> None:
    from tests.factories.drafts import a_draft

    draft = a_draft(board, good)
    uploaded(token, good)
    links.start_again(token)
    assert Return.objects.get() == draft and draft.is_draft()
    assert Link.objects.get().upload is None


def test_what_is_expected_is_found_by_its_name(board: Board, expected: Expected) -> None:
    found = Expected.objects.expecting("looked-after reviews", board.agency, YEAR)
    assert found == expected
    for agency, period in ((board.other, YEAR), (board.agency, parse("FY2016-17"))):
        with pytest.raises(NotFound, match="is not expected of"):
            Expected.objects.expecting(REVIEWS, agency, period)


# --- pages ------------------------------------------------------------------------------------------------------------


def text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.partition("<main")[2].partition("</main>")[0]))


def read(address: str, status: int = 200) -> str:
    answer = Client().get(address)
    assert answer.status_code == status, answer.status_code
    return text(answer.content.decode())


def post(address: str, *files: tuple[str, bytes], **given: str) -> str:
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    answer = Client().post(address, {**given, **({"chosen": chosen} if chosen else {})})
    return answer.headers.get("Location") or text(answer.content.decode())


def test_somebody_without_an_account_sends_a_return(token: str, good: tuple[str, bytes]) -> None:
    address = f"/send/{token}/"
    assert "Send Looked-after reviews about 2017/18" in read(address) and "You need no account" in read(address)
    assert post(f"{address}upload/", good) == address
    answer = Client().get(address)
    assert answer.headers["Refresh"] == f"4; url={address}"
    assert "open the link again later" in answer.content.decode()
    worked_off()
    page = read(address)
    assert "Look at it, then send it" in page and "reviews.csv" in page and "Looked-after reviews" in page
    assert f"It is return {Return.objects.get().number}" in post(f"{address}send/", validated="on")
    assert Return.objects.get().status == VALIDATED
    assert "a return was sent to the board on" in read(address, 410)


def test_what_is_wrong_is_shown_row_by_row_and_that_it_was_opened_is_recorded(token: str, tmp_path: Path) -> None:
    address = f"/send/{token}/"
    content = reviews(tmp_path / "bad").read_text() + "CHILD-9,01/01/2010,the 31st of Juvember,PN1\n"
    post(f"{address}upload/", ("reviews.csv", content.encode()))
    worked_off()
    assert f"{address}issues/" in Client().get(address).content.decode()
    assert "Juvember" not in read(address)
    assert "the 31st of Juvember" in read(f"{address}issues/")
    entry = Entry.objects.filter(verb="read the issues of").get()
    assert (entry.actor, entry.about) == (Link.objects.get().actor, {"why": "to put the files right"})
    assert "You can upload others" in Client().post(f"{address}start-again/", follow=True).content.decode()
    assert Client().get(f"{address}issues/").status_code == 404


def test_what_is_of_no_use_is_told_and_asked_for_again(token: str, good: tuple[str, bytes]) -> None:
    address = f"/send/{token}/"
    assert "Choose at least one file" in post(f"{address}upload/")
    post(f"{address}upload/", UNUSABLE)
    worked_off()
    page = read(address)
    assert "Nothing in what you uploaded can be used" in page and "Upload and check" in page
    assert "shopping.csv" in read(f"{address}issues/")
    assert post(f"{address}upload/", good) == address


def test_what_the_board_has_already_is_not_sent_again(board: Board, token: str, good: tuple[str, bytes]) -> None:
    from goldenthread.workflow.returns.operations import send
    from tests.factories.drafts import a_draft

    send(a_draft(board, good), by=board.lead.actor)
    uploaded(token, good)
    assert "The board has had the same files since" in read(f"/send/{token}/")


def test_a_check_that_failed_is_tried_again(token: str, good: tuple[str, bytes]) -> None:
    address = f"/send/{token}/"
    post(f"{address}upload/", good)
    job = take(worker="another")
    assert job
    fail(job, "There is no key file.")
    assert "There is no key file." in read(address)
    assert post(f"{address}check/") == address
    worked_off()
    assert "Look at it, then send it" in read(address)


@pytest.mark.parametrize("page", ["", "upload/", "issues/", "check/", "start-again/", "send/"])
def test_a_link_that_is_over_says_so_on_every_page(token: str, page: str) -> None:
    Link.objects.update(expires_at=timezone.now())
    for given in (token, "no-such-link"):
        for answer in (Client().get(f"/send/{given}/{page}"), Client().post(f"/send/{given}/{page}")):
            assert answer.status_code == 410
            assert "This link does not work" in answer.content.decode()


def test_files_are_held_for_nobody_else(token: str, good: tuple[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    from goldenthread.web.base import uploads

    held: list[str] = []

    class Watched(uploads.InMemory):
        def file_complete(self, file_size: int) -> object:
            held.append(str(self.file_name))
            return super().file_complete(file_size)

    monkeypatch.setattr(uploads, "InMemory", Watched)
    post("/send/no-such-link/upload/", good)
    post(f"/send/{token}/send/", good)
    post("/no-page-at-all/", good)
    assert held == []
    post(f"/send/{token}/upload/", good)
    assert held == ["reviews.csv"]


def test_a_form_without_its_token_sends_nothing(token: str, good: tuple[str, bytes]) -> None:
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post(f"/send/{token}/upload/", {"chosen": [SimpleUploadedFile(*good)]})
    assert (answer.status_code, Upload.objects.count()) == (403, 0)


def test_the_log_holds_no_token(caplog: pytest.LogCaptureFixture, token: str) -> None:
    import logging

    record = logging.LogRecord("django", logging.WARNING, "", 1, "Gone: %s", (f"/send/{token}/issues/",), None)
    WithoutLinks().filter(record)
    assert record.getMessage() == "Gone: /send/…/issues/"


def test_the_analyst_makes_one_on_the_page_of_what_is_owed_and_stops_it(board: Board, expected: Expected) -> None:
    analyst, owed = browser_of(board.analyst), f"/returns/calendar/{expected.number}/FY2017-18/"
    page = analyst.post(f"{owed}link/").content.decode()
    (token,) = re.findall(r"/send/([^/\s<]+)/", page)
    assert link_for(token).made_by == board.analyst.actor
    assert token not in analyst.get(owed).content.decode()
    assert "One-time links made on" in text(analyst.get(owed).content.decode())
    assert "Make a one-time link" not in text(browser_of(board.member).get(owed).content.decode())
    assert analyst.post(f"{owed}link/stop/").status_code == 302
    assert "has run out" in over(token)
    assert "worked until" in text(analyst.get(owed).content.decode())


def test_a_refusal_is_told(board: Board) -> None:
    number = expect(board.agency, ["ssda903"], every="year", due_days=60, first=YEAR, by="command line").number
    answer = browser_of(board.analyst).post(f"/returns/calendar/{number}/FY2017-18/link/")
    assert answer.status_code == 409 and "needs an account" in answer.content.decode()


def test_what_came_by_a_link_says_so(board: Board, token: str, good: tuple[str, bytes], expected: Expected) -> None:
    uploaded(token, good)
    number = links.send(token, validated=True).number
    page = text(browser_of(board.member).get(f"/returns/{number}/").content.decode())
    assert f"by whoever held link {Link.objects.get().pk}" in page
    owed = text(browser_of(board.member).get(f"/returns/calendar/{expected.number}/FY2017-18/").content.decode())
    assert f"return {number} came by it on" in owed
