"""The table that everybody may be shown: its reader chooses what stands in it, and every count is in fives."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.reports.operations import make
from tests.factories.board import YEAR, Board, a_board, browser_of, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(tmp_path: Path) -> Board:
    board = a_board()
    published(board, tmp_path / "sent")
    return board


def words(board: Board, address: str) -> str:
    answer = browser_of(board.adviser).get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode().partition("<main")[2]))


def test_the_reader_chooses_and_the_page_says_that_it_is_rounded(counted: Board) -> None:
    page = words(counted, "/indicators/CLA1/rounded/?every=year&by=sex")
    assert "Counts of 1 to 7 are withheld" in page and "rounded to the nearest 5 by itself" in page
    assert "Sex 31 March 2018 All 10 Male 0 Female 0 Not recorded 10" in page  # twelve children
    assert 'href="/indicators/CLA1/rounded/"' in browser_of(counted.adviser).get("/indicators/CLA1/").content.decode()


def test_what_tells_of_no_children_says_that_it_is_not_rounded(counted: Board) -> None:
    assert "nothing in it is rounded" in words(counted, "/indicators/ALL1/rounded/")


def test_rows_that_stand_for_children_are_said_to_be_rounded(counted: Board) -> None:
    page = words(counted, "/indicators/SEC2/rounded/")
    assert "nothing in it is rounded" not in page and "rounded to the nearest 5 by itself" in page


def test_the_chair_too_is_shown_no_more_there_and_the_file_says_whose_face_it_is(counted: Board) -> None:
    """Whoever may see exact figures must be able to hand this on as it is."""
    answer = browser_of(counted.chair).get("/indicators/CLA1/rounded.csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["face"] for row in rows} == {"rounded"}
    assert all(int(row["numerator"]) % 5 == 0 for row in rows if row["numerator"])
    entry = Entry.objects.get(verb="took away")
    assert entry.about["face"] == "rounded"
    about = browser_of(counted.chair).get("/indicators/CLA1/rounded-about.csv").content.decode()
    assert "Counts of 1 to 7 are withheld" in about


def test_before_anything_is_counted_it_says_so_and_what_there_is_not_is_not_found(counted: Board) -> None:
    assert "No whole period is covered" in words(counted, "/indicators/EH1/rounded/")
    assert browser_of(counted.adviser).get("/indicators/NONE/rounded/").status_code == 404


def test_a_report_is_not_made_of_rounded_counts(counted: Board) -> None:
    with pytest.raises(Refused, match="not made of rounded counts"):
        make("annual", YEAR, face=Face.ROUNDED, by="test")
