"""The diary: what is due for each person, and the private link by which their calendar program reads it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from goldenthread.workflow.calendar.operations import expect
from goldenthread.workflow.challenges.models import Answer
from goldenthread.workflow.challenges.operations import issue, lead, put
from goldenthread.workflow.diary import operations
from goldenthread.workflow.diary.models import DiaryLink
from goldenthread.workflow.diary.reading import diary_of
from goldenthread.workflow.diary.rules import LINK_LASTS
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.people.models import Person
from tests.factories.actions import ANN, an_action, done_action
from tests.factories.board import Board, a_board, browser_of
from tests.factories.plans import an_agreed_task

pytestmark = pytest.mark.django_db

GONE, KEPT = 410, 302


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def asked_of(board: Board, *, due: date, case: bool = False) -> int:
    challenge = put("What was learnt?", [board.agency], year="FY2014-15", about_a_case=case, by=ANN)
    issue(challenge, on=date(2014, 6, 12), reply_due=due, by=ANN)
    return challenge.number


def what(person: Person) -> list[str]:
    return [each.what for each in diary_of(person, on=timezone.localdate())]


def link_of(person: Person) -> str:
    """The address of a link that somebody makes, as a browser shows it."""
    page = browser_of(person).post("/diary/link/").content.decode()
    return page.partition("http://127.0.0.1:8000")[2].partition("</textarea>")[0]


def test_everything_that_is_due_and_not_done_stands_on_its_day(board: Board) -> None:
    number = asked_of(board, due=date(2014, 7, 1))
    action, finished = an_action(board), done_action(board)
    task = an_agreed_task(board.agency)
    agency = board.agency.name
    assert [(each.on, each.what) for each in diary_of(board.analyst, on=timezone.localdate())] == [
        (date(2013, 12, 31), f"Task {task.number} of the business plan due from {agency}"),
        (date(2014, 3, 31), f"Action {action.number} due from {agency}"),
        (date(2014, 6, 28), f"Impact of action {finished.number} to be judged"),
        (date(2014, 7, 1), f"Reply due to challenge {number} from {agency}"),
    ]
    answer = Answer.objects.get(of=number)
    lead(answer, "accepted", by=ANN)
    lead(answer, "replied", text="It was done.", by=ANN)
    assert not any("Reply" in each for each in what(board.analyst))


def test_a_return_is_due_until_it_has_come(board: Board) -> None:
    expect(board.agency, ["ssda903"], every="year", first="FY2017-18", due_days=30, by=ANN)
    (due,) = [each for each in what(board.lead) if "2017/18" in each]
    assert due.startswith("Return due: ") and board.agency.name not in due
    assert not [each for each in what(board.lead_of_other) if "Return" in each]


def test_somebody_at_an_agency_sees_what_is_due_from_it_and_nothing_of_others(board: Board) -> None:
    number = asked_of(board, due=date(2014, 7, 1), case=True)
    an_action(board)
    assert f"Reply due to challenge {number}" in what(board.lead)
    assert what(board.lead_of_other) == [] and len(what(board.lead)) == 2


def test_a_calendar_program_reads_it_without_an_account_and_finds_no_words_of_a_record(board: Board) -> None:
    number = asked_of(board, due=date(2014, 7, 1), case=True)
    an_action(board)
    address = link_of(board.lead)
    answer = Client().get(address)
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    events = {str(each["SUMMARY"]): each for each in calendar.walk("VEVENT")}
    reply = events[f"Reply due to challenge {number}"]
    assert reply.decoded("DTSTART") == date(2014, 7, 1) and reply.decoded("DTEND") == date(2014, 7, 2)
    assert str(reply["URL"]) == f"http://127.0.0.1:8000/challenges/{number}/"
    assert len({str(each["UID"]) for each in events.values()}) == len(events) == 2
    assert b"learnt" not in answer.content and b"Brief" not in answer.content


def test_the_link_is_shown_once_and_kept_nowhere(board: Board) -> None:
    token = operations.make(board.analyst)
    kept = " ".join(str(value) for value in DiaryLink.objects.values_list().get())
    assert token not in kept and all(token not in entry.text for entry in Entry.objects.all())
    page = browser_of(board.analyst).get("/diary/").content.decode()
    assert token not in page and "has not been used yet" in page


def test_another_link_takes_the_place_of_the_first_and_a_revoked_one_opens_nothing(board: Board) -> None:
    first, second = link_of(board.analyst), link_of(board.analyst)
    assert Client().get(first).status_code == GONE
    assert Client().get(second).status_code == 200
    assert "last used on" in browser_of(board.analyst).get("/diary/").content.decode()
    assert browser_of(board.analyst).post("/diary/revoke/").status_code == KEPT
    assert Client().get(second).status_code == GONE
    assert "Make a link" in browser_of(board.analyst).get("/diary/").content.decode()
    told = [each.verb for each in Entry.objects.filter(subject="diary link").order_by("number")]
    assert told == ["made", "revoked", "made", "used", "revoked"]


def test_a_link_that_has_run_out_or_whose_owner_may_see_nothing_opens_nothing(board: Board) -> None:
    address = link_of(board.analyst)
    Person.objects.filter(pk=board.analyst.pk).update(is_active=False)
    assert Client().get(address).status_code == GONE
    Person.objects.filter(pk=board.analyst.pk).update(is_active=True, role="young adviser")
    assert Client().get(address).status_code == GONE
    Person.objects.filter(pk=board.analyst.pk).update(role="analyst")
    DiaryLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(address).status_code == GONE
    assert LINK_LASTS == timedelta(days=365)


def test_a_program_that_asks_too_often_is_told_to_wait(board: Board, settings: object) -> None:
    settings.LIMITS_A_MINUTE = {"feed": 1, "files": 1}  # type: ignore[attr-defined]
    address = link_of(board.analyst)
    assert Client().get(address).status_code == 200
    later = Client().get(address)
    assert later.status_code == 429 and later.headers["Retry-After"] == "60"


def test_the_page_says_what_is_due_and_that_nothing_is(board: Board) -> None:
    assert "Nothing is due that you may see" in browser_of(board.lead).get("/diary/").content.decode()
    number = asked_of(board, due=date(2014, 7, 1))
    page = browser_of(board.lead).get("/diary/").content.decode()
    assert f'href="/challenges/{number}/"' in page and "1 July 2014" in page


def test_the_diary_asks_the_database_as_often_for_many_as_for_few(board: Board) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            what(board.analyst)
        return len(found)

    asked_of(board, due=date(2014, 7, 1))
    an_action(board)
    asked()
    few = asked()
    for _ in range(5):
        asked_of(board, due=date(2014, 7, 1))
        an_action(board)
    assert asked() == few
