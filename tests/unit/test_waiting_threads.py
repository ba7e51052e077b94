"""Checks of threads: weaknesses that none follows, and lines of enquiry that have been open for long."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.searching.finding import search
from goldenthread.workflow.threads.models import Thread
from goldenthread.workflow.threads.operations import Line, begin, gather
from goldenthread.workflow.waiting.checking import Asked
from goldenthread.workflow.waiting.reading import check_called, found_by
from tests.factories.board import Board, a_board
from tests.factories.findings import a_finding

pytestmark = pytest.mark.django_db

TODAY = date(2014, 6, 30)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def keys(code: str, person: Person) -> list[int | str]:
    """The numbers of what a check finds."""
    return [each.key[0] for each in found_by(check_called(code, person), Asked.by(person, TODAY)).things]


def a_thread(opened_on: date = date(2013, 6, 29)) -> Thread:
    return begin(Line("Are plans SMART now?", why="Few were."), opened_on=opened_on, by="command line")


def test_a_weakness_is_gathered_into_a_thread(board: Board) -> None:
    gap = a_finding()
    a_finding("Plans are SMART.", nature="strength")
    assert keys("weaknesses-unfollowed", board.chair) == keys("weaknesses-unfollowed", board.member) == [gap.pk]
    gather(a_thread(), gap, by="command line")
    assert keys("weaknesses-unfollowed", board.chair) == []
    with pytest.raises(NotFound):
        check_called("weaknesses-unfollowed", board.lead)


def test_a_thread_is_old_after_a_year(board: Board) -> None:
    old = a_thread()
    a_thread(date(2013, 6, 30))
    assert keys("threads-old", board.chair) == [old.pk]


def test_a_thread_is_found_by_those_who_may_see_threads(board: Board) -> None:
    a_thread()
    found = {who: len(search(person, "are plans smart now")) for who, person in board.people().items() if person}
    assert found == {"member": 1, "chair": 1, "adviser": 0, "analyst": 1, "lead": 0, "other": 0}


def test_one_three_and_many_are_asked_for_alike(board: Board) -> None:
    chair, asked = board.chair, []
    for more in (1, 2, 27):
        for _ in range(more):
            a_finding(agencies=[board.agency])
            a_thread()
        with CaptureQueriesContext(connection) as caught:
            keys("weaknesses-unfollowed", chair)
            keys("threads-old", chair)
        asked.append(len(caught))
    assert len(set(asked)) == 1
