"""Drafts: what a data lead has uploaded, checked as a worker does."""

from goldenthread.engine.periods import parse
from goldenthread.workflow.returns.models import Return
from tests.factories.board import Board
from tests.factories.jobs import worked_off
from tests.factories.returns import uploaded


def a_draft(
    board: Board, *files: tuple[str, bytes], period: str = "FY2017-18", corrects: Return | None = None
) -> Return:
    """Files uploaded and checked."""
    upload = uploaded(board.lead, *files, period=parse(period), corrects=corrects)
    worked_off()
    upload.refresh_from_db()
    assert upload.became, upload.job
    return upload.became
