"""Lists of published figures: whatever stands in them, an answer or one clear line."""

from pathlib import Path

import pytest

from goldenthread.engine.comparing.publishing import DIRECTION, NOT_COVERED
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.results.published import set_beside
from goldenthread.workflow.results.reading import Viewer
from tests.factories.board import Board, a_board, published

pytestmark = pytest.mark.django_db

HEADERS = "id,area,measure,period,value,unit,numerator"
PLAN = "child protection,children subject to a plan"


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def beside(folder: Path, *lines: str) -> list[str]:
    """The verdicts on some lines."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "list.csv").write_text("\n".join([HEADERS, *lines, ""]))
    return [each.verdict for each in set_beside(folder / "list.csv", viewer=Viewer(Face.BOARD, actor="test"))]


@pytest.mark.parametrize(
    "line",
    [
        f"a,{PLAN},2014-03-31,abc,children,",
        f"a,{PLAN},2014-03-31,NaN,children,",
        f"a,{PLAN},2014-03-31,Infinity,children,",
        f"a,{PLAN},2014-03-31,1e400,children,",
        f"a,{PLAN},2014-03-31,48,per x,759",
        f"a,{PLAN},2014-03-31,48,per 0,759",
        f"a,{PLAN},2014-03-31,48,per 10000,many",
    ],
)
def test_what_cannot_be_read_is_named(board: Board, tmp_path: Path, line: str) -> None:
    published(board, tmp_path / "sent")
    with pytest.raises(Refused, match="^a: the value, unit or numerator cannot be read"):
        beside(tmp_path / "lists", line)


def test_odd_lines_are_answered(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent")
    assert beside(
        tmp_path / "lists",
        f"a,{PLAN},3000-01-01,5,children,",
        f"b,{PLAN},sometime,5,children,",
        "c,elsewhere,something,FY2013-14,5,things,",
        f"d,{PLAN},2014-03-31,,direction,",
        ",,,,,,",
        "e,child protection,children subject to a plan per 10000,2014-03-31,0,per 10000,759",
    ) == [NOT_COVERED, NOT_COVERED, NOT_COVERED, DIRECTION, NOT_COVERED]


def test_two_lines_of_one_id_and_no_lines_are_refused(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent")
    with pytest.raises(Refused, match="the id 'a' stands there twice"):
        beside(tmp_path / "lists", f"a,{PLAN},2014-03-31,5,children,", f"a,{PLAN},2013-03-31,5,children,")
    with pytest.raises(Refused, match="holds no figures"):
        beside(tmp_path / "lists", ",,,,,,")
