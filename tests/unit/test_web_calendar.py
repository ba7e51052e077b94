"""The pages of the calendar: what is owed, for whom; saying what is expected; reminders; the start pages."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from goldenthread.engine.periods import parse
from goldenthread.workflow.calendar.models import Expected, Reminder
from goldenthread.workflow.calendar.operations import expect
from goldenthread.workflow.returns.operations import accept, receive
from goldenthread.workflow.returns.registering import Said
from tests.factories.board import Board, a_board, browser_of
from tests.factories.returns import episodes

pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)  # addresses hold numbers

TODAY = date(2017, 8, 4)
Q1 = parse("FY2017-18Q1")


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Board:
    """A board on 4 August 2017: a quarter of the council's is five days late, one of the police's due in ten."""
    board = a_board()
    assert all(board.people().values()) is False  # everybody has joined, before the day is another
    moment = timezone.make_aware(datetime(2017, 8, 4, 12))
    expect(board.agency, ["looked_after_episodes"], every="quarter", due_days=30, first=Q1, by="command line")
    expect(board.other, ["counts"], every="month", due_days=14, first=parse("2017-07"), by="command line")
    monkeypatch.setattr(timezone, "localdate", lambda *_: moment.date())
    return board


def text(answer: HttpResponse) -> str:
    assert answer.status_code == 200, answer.status_code
    page = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page).replace("&#39;", "'"))


def read(browser: Client, address: str = "/returns/calendar/") -> str:
    return text(browser.get(address))


def came(board: Board, folder: Path, *, wrong: int = 0) -> int:
    said = Said(came_on=TODAY - timedelta(days=4))
    done = receive(episodes(folder, wrong=wrong), agency=board.agency, period=Q1, said=said, by="command line")
    assert done.return_
    accept(done.return_, by="command line")
    return done.return_.number


def test_everybody_on_the_board_sees_what_is_owed_and_how_it_stands(board: Board) -> None:
    for who in (board.member, board.chair, board.analyst):
        page = read(browser_of(who))
        assert "1 return is late." in page and "it stands on 4 August 2017" in page
        assert "Looked-after episodes about April to June 2017, from Ambleford City Council 30 July 2017" in page
        assert "Late by 5 days" in page and "Due soon" in page and "Not due yet" in page


def test_an_agency_sees_its_own(board: Board) -> None:
    assert "Counts" not in read(browser_of(board.lead)).partition("Show")[2]
    page = read(browser_of(board.lead_of_other))
    assert "Nothing is overdue." in page and "Counts about July 2017" in page and "episodes" not in page


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", ["2017-04", "2017-07", "2017-07c"]),
        ("state=late", ["2017-04"]),
        ("state=overdue&year=all", ["2017-04"]),
        ("state=missing", []),
        ("agency=apo&state=due soon", ["2017-07c"]),
        ("agency=nobody&state=nonsense&year=1066", ["2017-04", "2017-07", "2017-07c"]),
    ],
)
def test_one_chooses_agency_and_state(board: Board, asked: str, shown: list[str]) -> None:
    page = browser_of(board.member).get(f"/returns/calendar/?{asked}").content.decode()
    names = {"2017-04": "/1/FY2017-18Q1/", "2017-07": "/1/FY2017-18Q2/", "2017-07c": "/2/2017-07/"}
    assert [name for name, address in names.items() if address in page] == shown
    assert ("There is nothing like that" in page) is (not shown)


def test_a_return_that_is_owed_has_a_page(board: Board, tmp_path: Path) -> None:
    address = "/returns/calendar/1/FY2017-18Q1/"
    assert "Send a return" in read(browser_of(board.lead), address)
    number = came(board, tmp_path, wrong=2)
    page = read(browser_of(board.member), address)
    assert "Accepted in part: 2 rows held back" in page and "Came on 31 July 2017, 1 day late" in page
    assert f"Return {number}" in page
    assert "Send a return" not in read(browser_of(board.lead), address)
    assert f'href="/returns/{number}/"' in browser_of(board.member).get("/returns/calendar/").content.decode()


@pytest.mark.parametrize("address", ["1/FY2017-18/", "1/FY2016-17Q4/", "1/nonsense/", "9/FY2017-18Q1/"])
def test_what_is_not_expected_has_none(board: Board, address: str) -> None:
    assert browser_of(board.analyst).get(f"/returns/calendar/{address}").status_code == 404


def test_the_analyst_says_what_is_expected_and_until_when(board: Board) -> None:
    analyst = browser_of(board.analyst)
    asked = {"agency": "acc", "what": "ssda903", "every": "year", "due_days": "60", "first": "FY2016-17", "last": ""}
    assert analyst.post("/returns/calendar/expect/", asked).status_code == 302
    expected = Expected.objects.get(number=3)
    assert (expected.what, expected.due_days, expected.declared_by) == ("SSDA903 return", 60, board.analyst.actor)
    answer = analyst.post("/returns/calendar/expect/", asked)
    assert "is expected of Ambleford City Council every financial year already" in answer.content.decode()
    assert analyst.post("/returns/calendar/3/end/", {"last": "FY2017-18"}).status_code == 302
    expected.refresh_from_db()
    assert (expected.last_code, expected.is_withdrawn()) == ("FY2017-18", False)
    assert "is before the first" in analyst.post("/returns/calendar/3/end/", {"last": "FY2015-16"}).content.decode()
    analyst.post("/returns/calendar/3/end/", {"last": ""})
    assert "Withdrawn" in read(analyst)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"due_days": "soon"}, "Enter a number of days, such as 30"),
        ({"due_days": "400"}, "Enter at most 366 days"),
        ({"first": ""}, "Enter the first period"),
        ({"first": "last year"}, "is not a period"),
        ({"first": "FY2016-17Q1"}, "is not a period of what is expected every financial year"),
    ],
)
def test_what_is_wrong_with_it_is_said(board: Board, changed: dict[str, str], says: str) -> None:
    asked = {"agency": "acc", "what": "ssda903", "every": "year", "due_days": "60", "first": "FY2016-17", **changed}
    assert says in browser_of(board.analyst).post("/returns/calendar/expect/", asked).content.decode()
    assert Expected.objects.count() == 2


def test_a_reminder_is_copied_and_marked_as_sent(board: Board) -> None:
    analyst = browser_of(board.analyst)
    page = analyst.get("/returns/calendar/reminders/").content.decode()
    assert "To Invented agency data lead (agency.data.lead.acc@ambleford.example)" in page
    assert "mailto:agency.data.lead.acc@ambleford.example?subject=Returns%20that%20have%20not%20come" in page
    assert "due on 30 July 2017, 5 days ago" in page
    about = re.findall(r'name="about" value="([^"]*)"', page)
    assert about == ["1 FY2017-18Q1"]
    assert analyst.post("/returns/calendar/reminders/", {"about": about}).status_code == 302
    assert Reminder.objects.get().sent_on == TODAY
    assert "There are none to send today" in read(analyst, "/returns/calendar/reminders/")
    assert "4 August 2017, marked by Invented analyst" in read(
        browser_of(board.member), "/returns/calendar/1/FY2017-18Q1/"
    )


@pytest.mark.parametrize("about", ["", "1", "x FY2017-18Q1", "9 FY2017-18Q1", "1 FY2016-17Q1"])
def test_nonsense_is_not_marked(board: Board, about: str) -> None:
    answer = browser_of(board.analyst).post("/returns/calendar/reminders/", {"about": [about]})
    assert (answer.status_code, Reminder.objects.count()) == (404, 0)


def test_the_start_page_says_what_waits_for_an_agency_and_how_much_the_analyst_misses(board: Board) -> None:
    page = read(browser_of(board.lead), "/")
    assert (
        "Waiting for you Returns overdue: 1 Looked-after episodes, about April to June 2017 late: due on 30 July 2017,"
        " 5 days ago" in page
    )
    assert "Returns due soon: 1 Counts, about July 2017 due on 14 August 2017" in read(
        browser_of(board.lead_of_other), "/"
    )
    assert "For others to do, and for you to ask after Returns overdue: 1" in read(browser_of(board.analyst), "/")
    assert "overdue" not in read(browser_of(board.member), "/")


def test_where_nothing_is_expected_nothing_is_late() -> None:
    board = a_board()
    assert "Nothing is expected of any agency yet" in read(browser_of(board.member))
    assert "Nothing is expected of Ambleford City Council yet" in read(browser_of(board.lead))
