"""The pages of threads: from a question to what has changed, and what each role can do there."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from goldenthread.workflow.actions.rules import NONE_SEEN
from goldenthread.workflow.challenges.operations import withdraw
from goldenthread.workflow.threads.models import Thread
from goldenthread.workflow.threads.operations import close, gather
from goldenthread.workflow.threads.rules import CLOSED, OPEN, THREAD
from tests.factories.actions import an_action
from tests.factories.board import Board, a_board, browser_of, published
from tests.factories.findings import BORN, a_finding
from tests.unit.test_threads import ANN, ASKED, a_challenge, a_thread, whole

pytestmark = pytest.mark.django_db

KEPT = 302
FORM = {"edits": "0", "question": ASKED, "why": "For the child.", "indicator": "cla3", "opened_on": "29 November 2013"}


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_thread_goes_from_a_finding_to_the_sentence_that_reports_use(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path)
    analyst, finding = browser_of(board.analyst), a_finding()
    begun = analyst.post(f"/threads/gather/finding/{finding.number}/", {"thread": "new"})
    assert begun.headers["Location"] == f"/threads/begin/?kind=finding&number={finding.number}"
    form = text_of(analyst, begun.headers["Location"])
    assert "It gathers first: “Plans are not SMART.”" in form and "2014-01-23" in form
    made = analyst.post(begun.headers["Location"], FORM)
    thread = Thread.objects.get()
    assert (made.status_code, thread.indicator) == (KEPT, "CLA3")
    action = an_action(board)
    asked = f"/threads/{thread.number}/gather/"
    assert analyst.post(asked, {"kind": "action", "number": action.number}).status_code == KEPT
    shown = text_of(browser_of(board.member), f"/threads/{thread.number}/")
    for words in (
        "still open since 29 November 2013", "Action planned.", "Plans are not SMART.", "Head of Service, Ambleford",
        "Of 1 action, none is done. The next is to be done by 31 March 2014.", "What reports say",
    ):  # fmt: skip
        assert words in shown, words


def test_what_is_wrong_stands_beside_what_is_asked(board: Board) -> None:
    analyst, thread = browser_of(board.analyst), a_thread()
    assert "seems to hold" in analyst.post("/threads/begin/", FORM | {"question": BORN}).content.decode()
    assert "in the future" in analyst.post("/threads/begin/", FORM | {"opened_on": "2999-01-01"}).content.decode()
    asked = f"/threads/{thread.number}/gather/"
    for given, says in (
        ({"kind": "finding", "number": "99999"}, "There is no finding 99999."),
        ({"number": ""}, "Enter its number"),
    ):
        assert says in analyst.post(asked, given).content.decode()
    assert analyst.get("/threads/gather/story/1/").status_code == 404
    assert analyst.get("/threads/99999/").status_code == 404


def test_two_who_word_it_at_once_see_both_texts(board: Board) -> None:
    analyst, chair, thread = browser_of(board.analyst), browser_of(board.chair), a_thread()
    way = f"/threads/{thread.number}/rewrite/"
    assert analyst.post(way, FORM | {"edits": "1", "question": "Are plans SMART?"}).status_code == KEPT
    answer = chair.post(way, FORM | {"edits": "1", "question": "Are plans kept?"}).content.decode()
    assert "Somebody else has worded it since" in answer
    assert "Are plans kept?" in answer and "Are plans SMART?" in answer and 'name="edits" value="2"' in answer
    thread.refresh_from_db()
    assert thread.question == "Are plans SMART?" and thread.wordings.count() == 3


def test_a_thread_is_closed_with_what_is_known_and_opened_again(board: Board) -> None:
    chair, thread = browser_of(board.chair), a_thread()
    way = f"/threads/{thread.number}"
    assert chair.post(f"{way}/close/", {"why": "Plans say it."}).status_code == KEPT
    assert "closed on" in text_of(chair, f"{way}/")
    assert "Closed threads" in text_of(chair, "/threads/")
    assert "is closed already" in chair.post(f"{way}/close/", {"why": "Again."}).content.decode()
    assert chair.post(f"{way}/open-again/", {"why": "They do not."}).status_code == KEPT
    assert "still open" in text_of(chair, f"{way}/")


def test_what_a_thread_grew_out_of_is_said_and_never_in_a_circle(board: Board) -> None:
    analyst, first = browser_of(board.analyst), a_thread()
    second = a_thread("Are they kept?")
    kept = analyst.post(f"/threads/{second.number}/grown-out-of/", {"follows": first.number})
    assert kept.headers["Location"] == f"/threads/{second.number}/"
    assert "It grew out of" in text_of(analyst, f"/threads/{second.number}/")
    refused = analyst.post(f"/threads/{first.number}/grown-out-of/", {"follows": second.number}).content.decode()
    assert "would grow out of itself" in refused
    assert analyst.post(f"/threads/{second.number}/grown-out-of/", {"follows": ""}).status_code == KEPT
    second.refresh_from_db()
    assert second.follows is None


def test_something_is_taken_out_with_a_reason(board: Board) -> None:
    analyst, thread, finding = browser_of(board.analyst), a_thread(), a_finding()
    gather(thread, finding, by=ANN)
    way = f"/threads/{thread.number}/take-out/finding/{finding.number}/"
    assert way in text_of(analyst, f"/threads/{thread.number}/")
    assert "Say why" in analyst.post(way, {"why": ""}).content.decode()
    assert analyst.post(way, {"why": "Another matter."}).status_code == KEPT
    assert "Another matter." in text_of(analyst, f"/threads/{thread.number}/")


@pytest.mark.parametrize("verb", [way.verb for way in THREAD.ways])
def test_each_way_is_open_to_those_who_may_take_it(board: Board, verb: str) -> None:
    (way,) = [each for each in THREAD.ways if each.verb == verb]
    for name, person in board.people().items():
        thread = a_thread()
        if way.sources != (OPEN,):
            close(thread, why="So it is.", by=ANN)
        finding = a_finding()
        if verb == "lightened":
            gather(thread, finding, by=ANN)
        at = f"/threads/{thread.number}"
        ways = {
            "rewritten": (f"{at}/rewrite/", FORM | {"edits": "1"}),
            "gathered into": (f"{at}/gather/", {"kind": "finding", "number": finding.number}),
            "lightened": (f"{at}/take-out/finding/{finding.number}/", {"why": "No."}),
            "closed": (f"{at}/close/", {"why": "We know."}),
            "opened again": (f"{at}/open-again/", {"why": "We do not."}),
        }
        answer = browser_of(person).post(*ways[verb])
        done = answer.status_code == KEPT and answer.headers["Location"] == f"{at}/"
        assert done == (name in ("chair", "analyst")), (name, answer.status_code)
        assert THREAD.after(verb, CLOSED if verb == "opened again" else OPEN, which=1)


def test_the_list_shows_the_longest_open_first_and_goes_away_as_a_file(board: Board) -> None:
    thread = whole(board, NONE_SEEN)
    member = browser_of(board.member)
    shown = text_of(member, "/threads/")
    assert (
        ASKED in shown and "Impact not yet shown" in shown and "1 finding, 1 challenge, 1 recommendation and" in shown
    )
    book = CalamineWorkbook.from_filelike(BytesIO(member.get("/threads/register.xlsx").content))
    rows = book.get_sheet_by_index(0).to_python()
    assert any(ASKED in row for row in rows)
    assert ASKED in member.get("/threads/register.csv").content.decode()
    assert member.get("/threads/register.pdf").status_code == 404
    document = docx.Document(BytesIO(member.get("/threads/register.docx").content))
    assert ASKED in [paragraph.text for paragraph in document.paragraphs]
    withdraw(a_challenge(board), why="Put twice.", by=ANN)
    assert thread.is_open()


def test_an_empty_register_says_what_to_do(board: Board) -> None:
    assert "No thread is open." in text_of(browser_of(board.member), "/threads/")


def test_many_threads_cost_the_list_as_many_queries_as_one(board: Board) -> None:
    counts, member = [], browser_of(board.member)
    member.get("/threads/")  # what is read once is read
    for many in (1, 3, 30):
        while Thread.objects.count() < many:
            whole(board)
        with CaptureQueriesContext(connection) as asked:
            assert member.get("/threads/").status_code == 200
        counts.append(len(asked))
    assert len(set(counts)) == 1, counts
