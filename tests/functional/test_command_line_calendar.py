"""The calendar on the command line: saying what is expected, and reading how it stands."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.invented import write_return
from tests.functional.running import Board

YEARLY = ["--every", "year", "--due-days", "60", "--from", "FY2017-18", "--until", "FY2018-19"]

JOIN = """
import os, sys, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
django.setup()
from goldenthread.workflow.people.operations import join
join(sys.argv[1], name="Robin Mistry", password="lantern bridge river amber")
"""


@pytest.fixture
def board(tmp_path: Path) -> Board:
    board = Board(tmp_path / "home")
    board("init", "A board").well()
    board("agency", "acc", "A council", "--sector", "local-authority").well()
    return board


def test_what_is_expected_is_told_and_how_it_stands_as_of_a_day(board: Board, tmp_path: Path) -> None:
    assert "Nothing is expected of any agency yet" in board("calendar").well().out
    said = board("expect", "acc", "--what", "SSDA903", *YEARLY).well().out
    assert "SSDA903 return is expected of A council every financial year" in said
    sent = write_return(tmp_path / "sent")
    told = ["--agency", "acc", "--period", "FY2017-18", "--came", "2018-06-04", "--validated", "--accept"]
    board("receive", sent, *told).well()
    first, second = board("calendar", "--on", "2019-07-01", "--json").json
    assert (first["period"], first["state"], first["days_late"]) == ("FY2017-18", "received late", 5)
    assert (first["came_on"], first["returns"], first["due"]) == ("2018-06-04", [1], "2018-05-30")
    assert (second["state"], second["days_late"], second["lacking"]) == ("late", 32, ["ssda903"])
    assert "received late" in board("calendar", "--on", "2019-07-01").well().out


def test_what_cannot_be_expected_is_refused_in_one_line(board: Board) -> None:
    board("expect", "acc", "--what", "milk", *YEARLY).one_clear_line("'milk'", "ssda903")
    board("expect", "nobody", "--what", "ssda903", *YEARLY).one_clear_line("no agency 'nobody'")
    board("calendar", "--on", "yesterday").one_clear_line("'yesterday' is not a day")


def test_a_return_cannot_come_from_the_future_or_correct_what_there_is_not(board: Board, tmp_path: Path) -> None:
    sent = ["receive", write_return(tmp_path / "sent"), "--agency", "acc", "--period", "FY2017-18"]
    board(*sent, "--came", "2099-01-01").one_clear_line("still to come")
    board(*sent, "--corrects", "7").one_clear_line("no return 7")


def test_a_later_return_takes_the_place_of_another_with_a_reason_or_without(board: Board, tmp_path: Path) -> None:
    told = ["--agency", "acc", "--period", "FY2017-18", "--accept"]
    board("receive", write_return(tmp_path / "one"), *told).well()
    corrected = write_return(tmp_path / "two", children=range(1001, 1013))
    said = board("receive", corrected, *told, "--corrects", "1", "--reason", "two children were left out").well().out
    assert "It takes the place of return 1." in said


def test_an_owner_is_named_and_a_target_set(board: Board) -> None:
    said = board("owner", "cla1", "--post", "Head of Service", "--agency", "acc").well().out
    assert said == "CLA1 is owned by: Head of Service, A council.\n"
    board("owner", "CLA1", "--post", "Head of Service", "--agency", "pears").one_clear_line("no agency 'pears'")
    target = [
        "target",
        "CLA1",
        "--from",
        "2014-03-31",
        "--set-on",
        "2013-03-13",
        "--set-by",
        "the board",
        "--why",
        "so",
    ]
    said = board(*target, "--value", "1300").well().out
    assert said == "CLA1 has a target of 1300 from 31 March 2014 on, set by the board on 13 March 2013.\n"
    board(*target, "--value", "many").one_clear_line("'many' is not a number")
    board(*target, "--value", "4.5").one_clear_line("whole number")


def test_a_break_is_declared_and_says_what_it_touches(board: Board) -> None:
    changed = ["break", "looked_after_episodes", "--agency", "acc", "--on", "2013-11-01"]
    said = board(*changed, "--how", "timing", "--reason", "another system").well().out
    assert "Recording changed on 1 November 2013 at A council: dates may be late or lost. Another system." in said
    assert "It touches CLA1" in said
    reconciled = [*changed, "--how", "count reconciled", "--reason", "another system"]
    board(*reconciled).one_clear_line("Say who checked the count")
    board(*reconciled, "--checked-by", "Ash Kowalski", "--checked-on", "2014-01-08", "--measures", "CLA1").well()
    board("break", "milk", "--on", "2013-11-01", "--how", "timing", "--reason", "x").one_clear_line("no dataset 'milk'")


def joins(board: Board, email: str) -> None:
    """Have the data lead of the agency follow their link."""
    link = board("invite", email, "--role", "agency-data-lead", "--agency", "acc").well().out
    token = link.partition("/join/")[2].split("/")[0].strip()
    subprocess.run([sys.executable, "-c", JOIN, token], env=board.surroundings, check=True)


def test_what_waits_is_sent_in_numbers_once_a_day(board: Board, tmp_path: Path) -> None:
    assert "0 digests to send." in board("digest", "--dry-run").well().out
    joins(board, "lead@ambleford.example")
    board("expect", "acc", "--what", "SSDA903", *YEARLY).well()
    shown = board("digest", "--dry-run").well().out
    assert "To: lead@ambleford.example" in shown and "Returns overdue: 2" in shown and "1 digest to send." in shown
    assert "Returns overdue: 2" in board("digest").well().out
    assert board("digest").well().out == "0 digests sent.\n"
