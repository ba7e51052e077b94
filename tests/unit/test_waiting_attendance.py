"""The check of attendance: who comes to fewer conferences than the board's target for it says."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from goldenthread.engine.periods import parse_year
from goldenthread.workflow.framework.operations import set_target
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.waiting.checking import Asked, Thing
from goldenthread.workflow.waiting.reading import check_called, found_by
from tests.factories.board import YEAR, Board, a_board
from tests.factories.returns import a_return, write

pytestmark = pytest.mark.django_db

TODAY = date(2018, 6, 30)
HEADERS = "local_id,conference_date,attendee,invited,attended,report_sent,report_shared"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A board whose police come to 45 of 60 conferences and whose schools come to 20."""
    made, folder = a_board(), tmp_path / "sent"
    came = {"police": 45, "school": 20}
    rows = [
        f"CHILD-{child},2017-{4 + child % 9:02d}-12,{who},1,{int(child < number)},,"
        for who, number in came.items()
        for child in range(60)
    ]
    write(folder / "conference_attendance.csv", HEADERS, *rows)
    write(folder / "people.csv", "local_id,date_of_birth,sex", *(f"CHILD-{n},2010-05-04,2" for n in range(60)))
    a_return(folder, made.agency, period=YEAR, accepted=True)
    compute(by="command line")
    return made


def found(board: Board) -> list[Thing]:
    return found_by(check_called("attendance-below-the-line", board.chair), Asked.by(board.chair, TODAY)).things


def the_line_is(value: str) -> None:
    set_target(
        "CP25", value=Decimal(value), first="FY2017-18", set_on=date(2017, 3, 1), set_by="the board", why="Agreed.",
        today=TODAY, by="command line",
    )  # fmt: skip


def test_without_a_target_there_is_no_line(board: Board) -> None:
    assert found(board) == []


def test_who_is_below_by_more_than_chance_is_named_and_who_may_be_above_is_not(board: Board) -> None:
    the_line_is("80")
    (thing,) = found(board)
    assert thing.name.lower().startswith("school")
    assert "33.3% beside a line of 80" in thing.why


def test_evidence_of_something_else_that_reaches_further_does_not_hide_the_last_attendance(
    board: Board, tmp_path: Path
) -> None:
    write(
        tmp_path / "later" / "allegations.csv", "reference,received_on,works_in,meeting_held", "A1,2018-05-02,school,1"
    )
    a_return(tmp_path / "later", board.agency, period=parse_year("2018-19"), accepted=True)
    compute(by="command line")
    the_line_is("80")
    (thing,) = found(board)
    assert thing.name.lower().startswith("school")


def test_a_lower_line_is_met(board: Board) -> None:
    the_line_is("30")
    assert found(board) == []
