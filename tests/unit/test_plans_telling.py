"""What reports and the search tell of the business plan, each to those who may read it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from goldenthread.engine.rendering.blocks import Block, DataTable, Paragraph, Quotation
from goldenthread.workflow.plans.models import Objective
from goldenthread.workflow.plans.operations import drop, report
from goldenthread.workflow.plans.planning import carry
from goldenthread.workflow.plans.rules import DONE, UNDER_WAY
from goldenthread.workflow.plans.telling import ELSEWHERE, told
from goldenthread.workflow.plans.tree import aim_at, draw_up
from goldenthread.workflow.searching.finding import search
from tests.factories.board import Board, a_board
from tests.factories.plans import ANN, GUIDANCE, a_draft, a_plan, a_task, an_agreed_task

pytestmark = pytest.mark.django_db

AIMS = "the partnership's plan for children and young people had"
OF, MARCH = parse("FY2013-14"), date(2014, 3, 1)
OTHERS = [face for face in ON_PAPER if face is not Face.BOARD]


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def said(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def a_mixed_plan(board: Board) -> None:
    plan = a_plan(board.agency, *(replace(GUIDANCE, what=f"Task called {each}.") for each in ("A", "B", "C", "D")))
    done, late, silent, gone = plan.tasks.order_by("number")
    report(done, DONE, text="It is out.", on=date(2013, 9, 1), by=ANN)
    report(late, UNDER_WAY, text="The printer is ill.", on=MARCH, by=ANN)
    drop(gone, why="The law has changed.", on=MARCH, by=ANN)
    carry(silent, draw_up("FY2014-15", by=ANN), relevance="Nobody has it yet.", why_no_date="Soon.", by=ANN)
    for kind in ("outcome", "outcome", "obsession"):
        aim_at(f"Something {kind}", kind=kind, since=date(2011, 4, 1), until=date(2015, 4, 1), by=ANN)


@pytest.mark.parametrize("face", ON_PAPER)
def test_every_face_reads_how_many_tasks_stood_in_which_way(board: Board, face: Face) -> None:
    a_mixed_plan(board)
    lines = said(told(OF, face))
    assert lines[:4] == [
        f"On 31 March 2014 {AIMS} 2 outcomes and 1 obsession, watched as a proxy for the whole system.",
        "The board agreed the plan on 25 April 2013. 3 tasks stood in it on 31 March 2014.",
        "Of these tasks, 1 was complete, 1 had slipped and 1 showed no progress.",
        "Besides, 1 task was dropped.",
    ]
    assert (ELSEWHERE in lines) is (face is not Face.BOARD)


def test_the_board_alone_reads_which_tasks_these_are_and_what_was_said(board: Board) -> None:
    a_mixed_plan(board)
    blocks = told(OF, Face.BOARD)
    (table,) = [block for block in blocks if isinstance(block, DataTable)]
    assert [(row[0], row[3]) for row in table.rows] == [
        ("Task 2: “Task called B.”", "slipped"), ("Task 3: “Task called C.”", "no progress"),
    ]  # fmt: skip
    quoted = [block.text for block in blocks if isinstance(block, Quotation)]
    assert quoted == ["The printer is ill.", "To 2014/15, as task 5. Nobody has it yet."]
    for face in OTHERS:
        assert all(isinstance(block, Paragraph) for block in told(OF, face))


def test_a_year_without_an_agreed_plan_says_so(board: Board) -> None:
    a_draft(board.agency)
    assert said(told(OF, Face.BOARD)) == ["The board agreed no business plan for 2013/14."]


def test_the_database_is_asked_as_often_for_many_tasks_as_for_few(board: Board) -> None:
    plan = a_plan(board.agency)

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            told(OF, Face.BOARD)
        return len(found)

    few = asked()
    for _ in range(5):
        a_task(board.agency, plan=plan, objective=Objective.objects.get())
    assert asked() == few


def test_tasks_are_found_by_what_they_say_and_by_nobody_else(board: Board) -> None:
    task = an_agreed_task(board.agency)
    report(task, UNDER_WAY, text="Three pears.", on=MARCH, by=ANN)
    who = (board.chair, board.member, board.lead, board.lead_of_other, board.adviser)
    assert [[each.shown for each in search(person, "pears")] for person in who] == [
        ["Task 1: Publish the guidance."]
    ] * 3 + [[], []]
