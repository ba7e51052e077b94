"""The calendar: what an agency owes, how it stands on a day, and what is overdue."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.calendar.models import Expected, Reminder
from goldenthread.workflow.calendar.operations import end, expect, mark_reminded
from goldenthread.workflow.calendar.reading import Owed, one_owed, overdue, owed
from goldenthread.workflow.calendar.reminding import letters
from goldenthread.workflow.calendar.rules import EVERY, things
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import accept, receive
from goldenthread.workflow.returns.registering import Said
from tests.factories.board import Board, a_board
from tests.factories.returns import episodes, reviews, write

pytestmark = pytest.mark.django_db

Q1, Q2 = parse("FY2017-18Q1"), parse("FY2017-18Q2")
DUE = date(2017, 7, 30)  # thirty days after 30 June


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def episodes_owed(board: Board) -> Expected:
    """Episodes of every quarter from April 2017, thirty days after its end."""
    return expected(board, "looked_after_episodes")


def expected(
    board: Board, *what: str, every: str = "quarter", first: Period = Q1, last: Period | None = None
) -> Expected:
    return expect(board.agency, what, every=every, due_days=30, first=first, last=last, by="command line")


def came(
    board: Board, folder: Path, on: date, *, period: str = "FY2017-18Q1", wrong: int = 0, accepted: bool = True
) -> Return:
    """A return about a quarter that came on a day, different from every other."""
    path = episodes(folder / str(on), children=Return.objects.count() + 1, wrong=wrong)
    said = Said(came_on=on)
    return_ = receive(path, agency=board.agency, period=period, said=said, by="command line").return_
    assert return_
    if accepted:
        accept(return_, by="command line")
    return return_


def first_quarter(expected: Expected, on: date) -> Owed:
    return one_owed(expected, Q1, on=on)


@pytest.mark.parametrize(
    ("on", "state", "days"),
    [
        (date(2017, 4, 1), "not due", 0),
        (DUE - timedelta(days=15), "not due", 0),
        (DUE - timedelta(days=14), "due soon", 0),
        (DUE, "due soon", 0),
        (DUE + timedelta(days=1), "late", 1),
        (DUE + timedelta(days=90), "late", 90),
        (date(2017, 10, 30), "late", 92),  # the day on which the next one is due
        (date(2017, 10, 31), "missing", 93),
    ],
)
def test_what_has_not_come_is_late_and_in_the_end_missing(
    episodes_owed: Expected, settings: object, on: date, state: str, days: int
) -> None:
    settings.RETURN_MISSING_AFTER_DAYS = 92  # type: ignore[attr-defined]
    found = first_quarter(episodes_owed, on)
    assert (found.state, found.days, found.due) == (state, days, DUE)
    assert found.is_overdue is (state in ("late", "missing"))


def test_what_is_overdue_very_long_is_missing_though_no_other_was_due(board: Board) -> None:
    once = expected(board, "looked_after_episodes", last=Q1)
    assert first_quarter(once, DUE + timedelta(days=90)).state == "late"
    assert first_quarter(once, DUE + timedelta(days=91)).state == "missing"


@pytest.mark.parametrize(
    ("day", "state", "days"), [(DUE, "received", 0), (DUE + timedelta(days=3), "received late", 3)]
)
def test_what_came_came_in_time_or_late(
    board: Board, tmp_path: Path, episodes_owed: Expected, day: date, state: str, days: int
) -> None:
    return_ = came(board, tmp_path, day)
    found = first_quarter(episodes_owed, date(2018, 3, 1))
    assert (found.state, found.days, found.came_on, found.returns) == (state, days, day, (return_,))
    assert first_quarter(episodes_owed, day - timedelta(days=1)).came_on is None


def test_rows_held_back_count_once_it_is_accepted_and_no_more_once_it_is_corrected(
    board: Board, tmp_path: Path, episodes_owed: Expected
) -> None:
    first = came(board, tmp_path, DUE, wrong=2, accepted=False)
    assert first_quarter(episodes_owed, DUE).state == "received"
    accept(first, by="command line")
    found = first_quarter(episodes_owed, DUE)
    assert (found.state, found.held_back) == ("accepted in part", 2)
    corrected = came(board, tmp_path, DUE + timedelta(days=9))
    found = first_quarter(episodes_owed, DUE + timedelta(days=9))
    assert (found.state, found.came_on, found.returns) == ("received", DUE, (first, corrected))


@pytest.mark.parametrize(
    ("period", "comes"),
    [
        ("FY2017-18Q1", True),
        ("FY2017-18", True),
        ("2017-04..2017-06", True),
        ("2017-06-30", True),  # who was there at its end
        ("2017-04..2017-05", False),
        ("2017-06-29", False),
        ("FY2017-18Q2", False),
    ],
)
def test_it_has_come_when_all_of_its_days_or_the_last_are_covered(
    board: Board, tmp_path: Path, episodes_owed: Expected, period: str, comes: bool
) -> None:
    came(board, tmp_path, DUE, period=period)
    assert (first_quarter(episodes_owed, DUE).came_on == DUE) is comes


def test_what_others_sent_or_something_else_is_not_it(board: Board, tmp_path: Path) -> None:
    of_police = expect(board.other, ["ssda903"], every="quarter", due_days=30, first=Q1, by="command line")
    plans = expected(board, "protection_plans")
    came(board, tmp_path, DUE)
    assert [first_quarter(each, DUE).came_on for each in (of_police, plans)] == [None, None]


def test_a_return_is_known_by_its_format_too(board: Board, tmp_path: Path) -> None:
    whole = expected(board, "SSDA903")
    came(board, tmp_path, DUE)
    assert (whole.what, first_quarter(whole, DUE).came_on) == ("SSDA903 return", DUE)


def test_counts_are_known_by_what_they_become(board: Board, tmp_path: Path) -> None:
    counts = expect(board.other, ["counts"], every="quarter", due_days=30, first=Q1, by="command line")
    header = "indicator,whose,first_day,last_day,group_of,group,number,out_of,value,said_by"
    write(tmp_path / "counts.csv", header, "CSE3,own,01/04/2017,30/06/2017,,,8,,,Police")
    said = Said(came_on=DUE)
    receive(tmp_path / "counts.csv", agency=board.other, period=Q1, said=said, by="command line")
    assert first_quarter(counts, DUE).state == "received"


def test_of_several_things_the_last_to_come_decides(board: Board, tmp_path: Path) -> None:
    both = expected(board, "looked_after_episodes", "looked_after_reviews")
    came(board, tmp_path, DUE)
    found = first_quarter(both, DUE + timedelta(days=2))
    assert (found.state, found.lacking, len(found.returns)) == ("late", ("looked_after_reviews",), 1)
    said = Said(came_on=DUE + timedelta(days=2))
    receive(reviews(tmp_path / "reviews"), agency=board.agency, period=Q1, said=said, by="command line")
    found = first_quarter(both, DUE + timedelta(days=2))
    assert (found.state, found.days, found.lacking, len(found.returns)) == ("received late", 2, (), 2)
    assert both.what == "Looked-after episodes and Looked-after reviews"


def test_the_calendar_runs_to_the_end_of_the_year_and_stops_where_nothing_more_is_expected(board: Board) -> None:
    without_end = expected(board, "looked_after_episodes")
    until = expected(board, "looked_after_reviews", last=Q2)
    found = owed(Expected.objects.all(), on=date(2017, 11, 1))
    told = [(each.expected, each.period.code[-2:]) for each in found]
    assert told[:4] == [(without_end, "Q1"), (until, "Q1"), (without_end, "Q2"), (until, "Q2")]
    assert told[4:] == [(without_end, "Q3"), (without_end, "Q4")]
    late = overdue(Expected.objects.all(), on=date(2017, 11, 1))
    assert [(each.period.code[-2:], each.state) for each in late] == [
        ("Q1", "missing"), ("Q1", "missing"), ("Q2", "late"), ("Q2", "late"),
    ]  # fmt: skip


def test_every_kind_of_period_follows_its_own(board: Board) -> None:
    kinds = {
        "month": ("2017-04", "2019-03"),
        "quarter": ("FY2017-18Q1", "FY2018-19Q4"),
        "half-year": ("FY2017-18H1", "FY2018-19H2"),
        "year": ("FY2017-18", "FY2018-19"),
        "school-year": ("AY2017-18", "AY2018-19"),
    }
    assert kinds.keys() == EVERY.keys()
    for at, (every, (first, last)) in enumerate(kinds.items()):
        series = expected(board, list(things())[at], every=every, first=parse(first))
        assert [period.code for period in series.periods(date(2019, 3, 31))][-1] == last


def test_it_ends_with_a_period_or_was_a_mistake(board: Board, episodes_owed: Expected) -> None:
    end(episodes_owed, last=Q2, by=board.analyst.actor)
    assert [period.code for period in episodes_owed.periods(date(2019, 1, 1))] == [Q1.code, Q2.code]
    end(episodes_owed, last=None, by=board.analyst.actor)
    assert list(episodes_owed.periods(date(2019, 1, 1))) == []
    entries = Entry.objects.about("expected return", episodes_owed.number)
    assert [(each.verb, each.about.get("last")) for each in entries] == [
        ("expected", None), ("ended", Q2.code), ("ended", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"what": ["milk"]}, "Nothing called 'milk' can be expected"),
        ({"first": parse("FY2017-18")}, "is not a period of what is expected every quarter: write one as FY2013-14Q3"),
        ({"last": parse("2017-12")}, "2017-12 is not a period"),
        ({"last": parse("FY2016-17Q4")}, "is before the first"),
        ({"due_days": 367}, "0 to 366 days"),
        ({"due_days": -1}, "0 to 366 days"),
    ],
)
def test_what_cannot_be_expected_is_refused_with_why(board: Board, changed: dict[str, object], why: str) -> None:
    asked = {"what": ["ssda903"], "every": "quarter", "due_days": 30, "first": Q1, **changed}
    with pytest.raises(Refused, match=why):
        expect(board.agency, by="command line", **asked)  # type: ignore[arg-type]
    assert not Expected.objects.exists()


def test_the_same_is_expected_once(board: Board, episodes_owed: Expected) -> None:
    with pytest.raises(Refused, match="Looked-after episodes is expected of Ambleford City Council every quarter"):
        expected(board, "looked_after_reviews", "Looked-after episodes")
    end(episodes_owed, last=Q1, by="command line")
    expected(board, "looked_after_episodes", first=Q2)
    expected(board, "looked_after_episodes", every="month", first=parse("2017-04"))


def test_an_agency_knows_what_is_expected_of_itself_alone(board: Board, episodes_owed: Expected) -> None:
    seen = {who: list(Expected.objects.visible_to(person)) for who, person in board.people().items()}
    everything = ["member", "chair", "analyst", "lead"]
    assert seen == {who: [episodes_owed] if who in everything else [] for who in board.people()}
    with pytest.raises(NotFound):
        Expected.objects.visible_to(board.lead_of_other).numbered(episodes_owed.number)


def test_a_reminder_is_drafted_for_each_agency_until_it_is_marked_as_sent(
    board: Board, episodes_owed: Expected
) -> None:
    expected(board, "looked_after_reviews", last=Q1)
    assert board.lead.is_active
    on = DUE + timedelta(days=5)
    (letter,) = letters(on=on)
    assert (letter.agency, letter.to) == (board.agency, [board.lead])
    assert "has not received these returns from Ambleford City Council yet" in letter.text
    assert "- Looked-after episodes, about April to June 2017: due on 30 July 2017, 5 days ago" in letter.text
    mark_reminded([(each.expected, each.period) for each in letter.owed], on=on, by=board.analyst.actor)
    assert letters(on=on) == letters(on=on + timedelta(days=13)) == []
    (again,) = letters(on=on + timedelta(days=14))
    assert len(again.owed) == 2
    assert Reminder.objects.count() == 2
    entry = Entry.objects.about("expected return", episodes_owed.number).last()
    assert entry and (entry.verb, entry.about) == ("reminded", {"agency": "acc", "period": Q1.code})


def test_long_overdue_is_written_with_thousands(board: Board, episodes_owed: Expected) -> None:
    (letter,) = letters(on=DUE + timedelta(days=1234))
    assert "due on 30 July 2017, 1,234 days ago" in letter.text


def test_nobody_is_reminded_of_what_came_or_is_not_due(board: Board, tmp_path: Path, episodes_owed: Expected) -> None:
    assert letters(on=DUE) == []
    came(board, tmp_path, DUE)
    assert letters(on=DUE + timedelta(days=5)) == []
