"""Drafts: what an agency has uploaded and not sent is its own business, and goes without a trace when discarded."""

from pathlib import Path

import pytest

from goldenthread.engine.periods import parse
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.locks import alone
from goldenthread.engine.store.pending import unsettled
from goldenthread.engine.store.verifying import Problems
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, NotNow, Refused
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.jobs.rules import FAILED, WAITING
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.results.verifying import verify
from goldenthread.workflow.returns import collecting, uploading
from goldenthread.workflow.returns.models import Part, Return, Upload
from goldenthread.workflow.returns.operations import accept, discard, receive, send
from goldenthread.workflow.returns.rules import CHECKED, DISCARDED, RECEIVED, UNUSABLE, USABLE
from goldenthread.workflow.returns.uploading import check, check_again, discard_upload
from tests.factories.board import YEAR, Board, a_board, browser_of, published
from tests.factories.drafts import a_draft
from tests.factories.jobs import worked_off
from tests.factories.returns import NOT_A_DATE, a_return, episodes, uploaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def sent(tmp_path: Path) -> tuple[str, bytes]:
    """A file of episodes, some of it wrong."""
    file = episodes(tmp_path / "sent", children=4, wrong=1)
    return file.name, file.read_bytes()


def kept(home: Path) -> set[str]:
    """Every evidence file there is."""
    return FileStore(home, "vault").names() | FileStore(home, "parts").names()


def verbs(subject: str) -> list[str]:
    return list(Entry.objects.filter(subject=subject).order_by("number").values_list("verb", flat=True))


def test_what_is_uploaded_is_sealed_until_it_is_checked(home: Path, board: Board, sent: tuple[str, bytes]) -> None:
    upload = uploaded(board.lead, sent, period=YEAR)
    assert upload.job and upload.job.state == WAITING
    assert (verify(), unsettled(home)) == (Problems(), set())
    assert not any(b"CHILD-1" in file.read_bytes() for file in home.rglob("*") if file.is_file())
    assert worked_off() == 1
    upload.refresh_from_db()
    assert (upload.state, upload.vault) == (USABLE, "")
    draft = Return.objects.get()
    assert (draft.state, draft.covers, upload.became) == (CHECKED, YEAR, draft)
    assert [(file.read, file.accepted, file.held_back) for file in draft.files.all()] == [(5, 4, 1)]
    assert kept(home) == {draft.vault, draft.parts.get().digest}
    assert verify() == Problems()
    assert (verbs("upload"), verbs("return")) == (["uploaded", "found usable"], ["checked"])
    assert set(Entry.objects.filter(subject__in=["upload", "return"]).values_list("actor", flat=True)) == {
        board.lead.actor
    }


def test_checking_says_how_far_it_is(board: Board, sent: tuple[str, bytes]) -> None:
    upload = uploaded(board.lead, sent, period=YEAR)
    told: list[tuple[str, int, int]] = []
    check(upload, by=board.lead.actor, tell=lambda *said: told.append(said))
    assert told == [
        ("Reading episodes.csv", 0, 3),
        ("Checking episodes.csv", 1, 3),
        ("Checking episodes.csv beside the others", 2, 3),
    ]


def test_checking_twice_makes_one_draft(home: Path, board: Board, sent: tuple[str, bytes]) -> None:
    upload = uploaded(board.lead, sent, period=YEAR)
    again = Upload.objects.get()
    first = check(upload, by=board.lead.actor, tell=lambda *_: None)
    assert check(upload, by=board.lead.actor, tell=lambda *_: None) == first
    assert worked_off() == 1
    assert check(Upload.objects.get(), by=board.lead.actor, tell=lambda *_: None) == first
    assert again.state != USABLE and Return.objects.count() == 1
    assert verify() == Problems()


@pytest.mark.parametrize("point", ["take_in", "keep", "_found"])
def test_a_check_that_is_cut_is_done_when_it_is_done_again(
    home: Path, board: Board, sent: tuple[str, bytes], monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    upload = uploaded(board.lead, sent, period=YEAR)
    with monkeypatch.context() as cut:
        whole = getattr(uploading, point)
        cut.setattr(uploading, point, lambda *told, **named: (whole(*told, **named), 1 / 0))
        with pytest.raises(ZeroDivisionError):
            check(Upload.objects.get(), by=board.lead.actor, tell=lambda *_: None)
    assert verify().problems == ()
    assert worked_off() == 1
    upload.refresh_from_db()
    assert upload.became == Return.objects.get()
    compute_or_sweep()
    assert verify() == Problems()
    assert kept(home) == {Return.objects.get().vault, Part.objects.get().digest}


def compute_or_sweep() -> None:
    """Working out figures sweeps first; that there is nothing to count does not matter here."""
    with pytest.raises(Refused, match="No return has been accepted yet"):
        compute(by="command line")


def test_nobody_but_its_agency_sees_a_draft(board: Board, sent: tuple[str, bytes]) -> None:
    number = a_draft(board, sent).number
    for who, person in board.people().items():
        seen = Return.objects.visible_to(person).filter(number=number).exists()
        assert seen is (who == "lead"), who
        if person:
            status = browser_of(person).get(f"/returns/{number}/").status_code
            assert status == {"lead": 200, "adviser": 403}.get(who, 404), who
    assert Upload.objects.visible_to(board.lead).count() == 1
    assert not any(Upload.objects.visible_to(person) for person in (board.lead_of_other, board.analyst, board.chair))


def test_a_draft_is_never_counted(board: Board, sent: tuple[str, bytes], tmp_path: Path) -> None:
    a_draft(board, sent)
    assert not Part.objects.in_force()
    number = published(board, tmp_path / "other").number
    assert [part.of.number for part in Part.objects.in_force()] == [number] * 2
    current = Edition.objects.current()
    assert current and {part["of_return"] for part in current.parts} == {number}


def test_the_command_line_knows_no_drafts(board: Board, sent: tuple[str, bytes]) -> None:
    draft = a_draft(board, sent)
    with pytest.raises(NotFound, match=f"There is no return {draft.number}"):
        Return.objects.sent().numbered(draft.number)


def test_a_draft_is_sent_and_accepted(board: Board, sent: tuple[str, bytes]) -> None:
    draft = a_draft(board, sent)
    stale = Return.objects.get()
    send(draft, by=board.lead.actor)
    assert Return.objects.sent().get() == draft
    assert (draft.state, draft.received_by) == (RECEIVED, board.lead.actor)
    with pytest.raises(Refused, match=f"Return {draft.number} is received already, so it cannot be sent"):
        send(stale, by=board.lead.actor)
    accept(draft, by=board.analyst.actor)
    assert verbs("return") == ["checked", "sent", "accepted"]


def test_a_discarded_draft_leaves_nothing_but_its_number(home: Path, board: Board, sent: tuple[str, bytes]) -> None:
    draft = a_draft(board, sent)
    stale = Return.objects.get()
    discard(draft, by=board.lead.actor)
    assert kept(home) == unsettled(home) == set()
    assert verify() == Problems()
    left = Return.objects.get()
    assert (left.state, left.vault) == (DISCARDED, "")
    assert not left.parts.exists() and not left.files.exists() and not left.issue_counts.exists()
    assert not Return.objects.visible_to(board.lead).exists()
    assert verbs("return") == ["checked", "discarded"]
    for late in (send, discard):
        with pytest.raises(Refused, match="is discarded already"):
            late(stale, by=board.lead.actor)
    assert a_draft(board, sent).number != draft.number


def test_what_another_return_needs_stays_when_a_draft_of_the_same_is_discarded(
    home: Path, board: Board, sent: tuple[str, bytes], tmp_path: Path
) -> None:
    other = a_return(tmp_path / "sent", board.agency, period=parse("FY2016-17..FY2017-18"))
    draft = a_draft(board, sent)
    assert draft.parts.get().digest == other.parts.get().digest
    discard(draft, by=board.lead.actor)
    assert kept(home) == {other.vault, other.parts.get().digest}
    assert verify() == Problems()


def test_while_somebody_works_in_the_home_discarding_leaves_the_sweeping_to_the_next(
    home: Path, board: Board, sent: tuple[str, bytes]
) -> None:
    draft = a_draft(board, sent)
    with alone(home, "backup"), pytest.raises(NotNow):
        discard(draft, by=board.lead.actor)
    assert Return.objects.get().state == CHECKED
    assert verify() == Problems()


def test_the_same_files_again_are_the_draft_that_there_is(board: Board, sent: tuple[str, bytes]) -> None:
    assert a_draft(board, sent) == a_draft(board, sent)
    assert Return.objects.count() == 1


def test_the_same_files_received_before_are_said_to_be_so(board: Board, sent: tuple[str, bytes]) -> None:
    draft = a_draft(board, sent)
    send(draft, by=board.lead.actor)
    assert a_draft(board, sent) == draft
    page = browser_of(board.lead).get(f"/returns/uploads/{Upload.objects.latest('number').number}/").content.decode()
    assert "The same files were received on" in page and "Nothing was added" in page


def test_a_draft_of_what_the_board_received_meanwhile_is_not_sent(
    board: Board, sent: tuple[str, bytes], tmp_path: Path
) -> None:
    draft = a_draft(board, sent)
    other = receive(tmp_path / "sent", agency=board.agency, period=YEAR, by="command line").return_
    assert other and other != draft
    with pytest.raises(Refused, match=f"were received as return {other.number}"):
        send(draft, by=board.lead.actor)
    assert Return.objects.get(pk=draft.pk).state == CHECKED


def test_what_the_board_could_not_accept_is_not_sent(board: Board, sent: tuple[str, bytes], tmp_path: Path) -> None:
    number = published(board, tmp_path / "whole").number
    half = a_draft(board, sent, period="FY2017-18H2")
    with pytest.raises(Refused, match="would be counted twice"):
        send(half, by=board.lead.actor)
    page = browser_of(board.lead).get(f"/returns/{half.number}/").content.decode()
    assert "It cannot be sent as it is" in page and "Send to the board" not in page
    whole = a_draft(board, sent)
    page = browser_of(board.lead).get(f"/returns/{whole.number}/").content.decode()
    assert f"takes the place of return {number}" in page and "Send to the board" in page


def test_files_of_which_nothing_can_be_used_are_not_kept(home: Path, board: Board) -> None:
    upload = uploaded(board.lead, ("shopping.csv", b"bread,milk\n1,2\n"), ("blank.csv", b" "))
    assert worked_off() == 1
    upload.refresh_from_db()
    assert (upload.state, upload.became, Return.objects.count()) == (UNUSABLE, None, 0)
    assert kept(home) == {upload.vault}
    assert verify() == Problems()
    page = browser_of(board.lead).get(f"/returns/uploads/{upload.number}/").content.decode()
    assert "Nothing in these files can be used" in page and "The file is empty" in page and "shopping.csv" in page
    assert verbs("upload") == ["uploaded", "found unusable", "read the issues of"]
    discard_upload(upload, by=board.lead.actor)
    assert kept(home) == set()
    assert verify() == Problems()
    assert browser_of(board.lead).get(f"/returns/uploads/{upload.number}/").status_code == 404


def test_files_that_do_not_say_what_they_are_about_are_asked_for_it(board: Board) -> None:
    people = b"local_id,date_of_birth,sex\nCHILD-1,09/08/2007,1\n"
    upload = uploaded(board.lead, ("people.csv", people))
    worked_off()
    upload = Upload.objects.numbered(upload.number)
    assert upload.job and upload.job.state == FAILED
    assert "--period" not in upload.job.message
    browser = browser_of(board.lead)
    page = browser.get(f"/returns/uploads/{upload.number}/").content.decode()
    assert "Your files could not be checked" in page and "say under &#39;What they are about&#39;" in page
    browser.post(f"/returns/uploads/{upload.number}/check/")
    assert Upload.objects.numbered(upload.number).job != upload.job
    assert worked_off() == 1
    browser.post(f"/returns/uploads/{upload.number}/discard/")
    with pytest.raises(Refused, match="is discarded already"):
        check_again(upload, by=board.lead.actor)


def test_what_is_uploaded_is_too_large_or_named_alike(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="Two of the files are called episodes.csv"):
        uploaded(board.lead, ("episodes.csv", b"1"), ("episodes.csv", b"2"))
    monkeypatch.setattr(collecting, "LARGEST_FILE", 10)
    with pytest.raises(Refused, match="episodes.csv has .* can be taken in"):
        uploaded(board.lead, ("episodes.csv", b"1" * 11))
    monkeypatch.setattr(collecting, "LARGEST_RETURN", 15)
    with pytest.raises(Refused, match="What you chose, 2 files together, has"):
        uploaded(board.lead, ("a.csv", b"1" * 10), ("b.csv", b"1" * 10))
    assert not Upload.objects.exists() and not Job.objects.exists()


def test_what_stood_in_a_row_is_nowhere_but_in_the_vault(home: Path, board: Board, sent: tuple[str, bytes]) -> None:
    draft = a_draft(board, sent)
    told = str([*draft.issue_counts.values(), *Job.objects.values(), *Upload.objects.values(), *Entry.objects.values()])
    assert NOT_A_DATE not in told and "CHILD-1" not in told
    assert not any(b"CHILD-1" in file.read_bytes() for file in home.rglob("*") if file.is_file())
