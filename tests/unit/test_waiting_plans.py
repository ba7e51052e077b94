"""Named checks of the business plan: what each finds, for whom, and when it is content."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.workflow.actions.planning import Owner
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.plans.models import Task
from goldenthread.workflow.plans.operations import drop, move, reassign, report
from goldenthread.workflow.plans.planning import carry
from goldenthread.workflow.plans.rules import BEGUN, DONE
from goldenthread.workflow.plans.tree import draw_up
from goldenthread.workflow.waiting.checking import Asked
from goldenthread.workflow.waiting.reading import check_called, found_by
from tests.factories.board import Board, a_board
from tests.factories.plans import ANN, DUE, a_draft, an_agreed_task

pytestmark = pytest.mark.django_db

JANUARY, JUNE = date(2014, 1, 10), date(2014, 6, 30)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


@pytest.fixture
def task(board: Board) -> Task:
    return an_agreed_task(board.agency)


def whys(code: str, person: Person, on: date = JANUARY) -> list[str]:
    return [each.why for each in found_by(check_called(code, person), Asked.by(person, on)).things]


def test_a_task_is_overdue_until_it_is_done_or_its_date_moved(board: Board, task: Task) -> None:
    assert whys("tasks-overdue", board.chair, DUE) == []
    assert whys("tasks-overdue", board.chair) == ["was due on 31 December 2013"] == whys("tasks-overdue", board.lead)
    assert whys("tasks-overdue", board.lead_of_other) == []
    move(task, date(2014, 3, 31), why="The printer was ill.", on=JANUARY, by=ANN)
    assert whys("tasks-overdue", board.chair) == []


def test_a_task_without_progress_waits_for_a_report(board: Board, task: Task) -> None:
    assert whys("tasks-without-progress", board.analyst) == ["No progress was ever reported"]
    report(task, BEGUN, text="Begun.", on=JANUARY, by=ANN)
    assert whys("tasks-without-progress", board.analyst) == []


def test_a_task_whose_owner_is_gone_waits_for_another(board: Board, task: Task) -> None:
    reassign(task, Owner("Head", board.agency, board.lead), why="She has it now.", by=ANN)
    assert whys("task-owners-gone", board.chair) == []
    board.lead.is_active = False
    board.lead.save()
    assert whys("task-owners-gone", board.chair) == ["Head, Ambleford City Council: their account is closed"]


def test_what_a_plan_left_open_waits_to_be_carried_dropped_or_reported(board: Board, task: Task) -> None:
    assert whys("tasks-left-open", board.chair, date(2014, 3, 31)) == []
    assert whys("tasks-left-open", board.chair, JUNE) == ["open when the business plan 2013/14 was over"]
    assert whys("tasks-overdue", board.chair, JUNE) == [] == whys("tasks-without-progress", board.chair, JUNE)
    carry(task, draw_up("FY2014-15", by=ANN), relevance="Nobody has it.", why_no_date="Soon.", by=ANN)
    assert whys("tasks-left-open", board.chair, JUNE) == []


@pytest.mark.parametrize("way", [lambda task: drop(task, why="The law has changed.", by=ANN),
                                 lambda task: report(task, DONE, text="It is out.", by=ANN)])  # fmt: skip
def test_what_is_done_or_dropped_waits_for_nothing(board: Board, task: Task, way: object) -> None:
    way(task)  # type: ignore[operator]
    for code in ("tasks-overdue", "tasks-without-progress", "task-owners-gone", "tasks-left-open"):
        assert whys(code, board.chair, JUNE) == whys(code, board.chair) == []


def test_a_draft_waits_for_nobody(board: Board) -> None:
    a_draft(board.agency)
    assert whys("tasks-overdue", board.chair) == [] == whys("tasks-left-open", board.chair, JUNE)
