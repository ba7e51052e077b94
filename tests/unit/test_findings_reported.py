"""The chapter of a report that tells of findings: all of them to the board, and to others what they may read."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from goldenthread.engine.rendering.blocks import Quotation
from goldenthread.workflow.findings.operations import decide as end
from goldenthread.workflow.findings.reported import told as findings_told
from tests.factories.blocks import everything, rows, said
from tests.factories.board import Board, a_board
from tests.factories.findings import BEN, a_finding, once_tested

pytestmark = pytest.mark.django_db

OF = parse("FY2013-14")
OTHERS = [face for face in ON_PAPER if face is not Face.BOARD]


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def test_what_the_board_has_learnt_stands_with_how_sure_it_is(board: Board) -> None:
    once_tested(a_finding("Plans are not SMART.", cause="Nobody asks afterwards."))
    claimed = a_finding("Help depends on the cluster.", evidence="", evidence_period="", source_kind="practitioner",
                        source="A workshop", agencies=[board.agency])  # fmt: skip
    before = {"source_on": date(2012, 5, 1), "evidence_period": "FY2011-12"}
    strength = a_finding("Children are heard.", nature="strength", **before)
    end(a_finding("It is mended.", **before), "closed", why="It was looked into.", by=BEN)
    end(a_finding("It was wrong."), "withdrawn", why="It was looked into.", by=BEN)
    a_finding("Of later.", source_on=date(2014, 4, 1))
    told = findings_told(OF, Face.BOARD)
    assert said(told) == [
        "Of 3 findings that belong to 2013/14, 2 are open gaps and 1 is a strength.",
        "How sure the board is of them: 2 are claimed and 1 is moderated.",
    ]
    assert rows(told)[2] == (
        f"Finding {claimed.number}, a gap: “Help depends on the cluster.” ({board.agency.name})",
        "“A workshop”, 23 January 2014", "no period said", "claimed", "open since 23 January 2014",
    )  # fmt: skip
    assert rows(told)[0][0] == f"Finding {strength.number}, a strength: “Children are heard.”"
    words = {block.words for block in told if isinstance(block, Quotation)}
    assert {"“Nobody asks afterwards.”", "“11 of 16 required improvement.”", "“The files.”"} <= words


@pytest.mark.parametrize("face", OTHERS)
def test_outside_the_board_only_findings_with_evidence_of_no_single_agency_or_case_are_told(
    board: Board, face: Face
) -> None:
    assert "No finding on the register belongs to 2013/14." in said(findings_told(OF, face))
    once_tested(a_finding())
    before = everything(findings_told(OF, face))
    a_finding("Only claimed.")
    once_tested(a_finding("Of one agency.", agencies=[board.agency]))
    once_tested(a_finding("Of one case.", source_kind="serious-case-review"))
    assert everything(findings_told(OF, face)) == before
    assert "Plans are not SMART." in before and "required improvement" not in before
