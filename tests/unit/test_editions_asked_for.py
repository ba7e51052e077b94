"""Editions that are asked for: one for all who ask, worked out when nothing is in the way."""

from pathlib import Path

import pytest

from goldenthread.engine.store.locks import one_at_a_time
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.jobs.rules import DONE, WAITING
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.tasks import ask_for_an_edition, edition_asked_for
from tests.factories.board import Board, a_board, published
from tests.factories.jobs import worked_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return a_board()


def test_two_who_ask_for_an_edition_are_given_one(board: Board, tmp_path: Path) -> None:
    number = published(board, tmp_path / "sent").number
    Edition.objects.all().delete()
    first, second = (ask_for_an_edition(by=board.analyst.actor) for _ in range(2))
    assert first == second
    third = Job.objects.create(kind=first.kind, requested_by="person:9", requested_at=first.requested_at)
    assert edition_asked_for() == third
    assert worked_off() == 2
    edition = Edition.objects.get()
    assert {part["of_return"] for part in edition.parts} == {number}
    assert Job.objects.get(pk=third.pk).message == f"Edition {edition.number} still stands."
    assert edition_asked_for() is None
    assert {job.state for job in Job.objects.all()} == {DONE}


def test_an_edition_waits_while_another_is_worked_out(home: Path, board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent")
    ask_for_an_edition(by=board.analyst.actor)
    with one_at_a_time(home, "compute"):
        assert worked_off() == 1
    assert Job.objects.get().state == WAITING
