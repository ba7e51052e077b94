"""Receiving returns, accepting them, and the list of what is wrong with them."""

import csv
import io
import re
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.functional.invented import write_return
from tests.functional.running import Board


@pytest.fixture(scope="module")
def empty_board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    board = Board(tmp_path_factory.mktemp("empty") / "home")
    board("init", "A board").well()
    board("agency", "acc", "A council", "--sector", "local-authority").well()
    return board


@pytest.fixture
def board(empty_board: Board, tmp_path: Path) -> Board:
    return empty_board.copied_to(tmp_path / "home")


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return write_return(tmp_path / "sent")


def receive(board: Board, path: object, *options: str) -> list[object]:
    return ["receive", path, "--agency", "acc", "--period", "FY2017-18", *options]


def test_what_was_taken_is_told_file_by_file_with_what_to_do_next(board: Board, sent: Path) -> None:
    said = board(*receive(board, sent)).well().out
    assert "Return 1 from A council, covering 2017/18." in said
    for name in ("header.csv", "episodes.csv", "reviews.csv"):
        assert name in said
    assert "Next: goldenthread accept 1" in said
    assert "Next: goldenthread compute" in board("accept", "1").well().out


def test_the_same_in_json(board: Board, sent: Path) -> None:
    told = board(*receive(board, sent, "--json")).json
    assert told["return"] == 1
    assert {
        (file["name"], file["dataset"], file["read"], file["accepted"], file["held_back"]) for file in told["files"]
    } == {
        ("header.csv", "people", 10, 10, 0),
        ("episodes.csv", "looked_after_episodes", 10, 10, 0),
        ("reviews.csv", "looked_after_reviews", 10, 10, 0),
    }
    assert {file["format"] for file in told["files"]} == {"ssda903"}
    assert told["issues"].keys() == {"error", "warning", "query"}


def test_accept_in_one_go(board: Board, sent: Path) -> None:
    said = board(*receive(board, sent, "--accept")).well().out
    assert "Return 1 is accepted." in said and "Next: goldenthread compute" in said


def test_without_a_period_it_is_told_from_the_content_and_said(board: Board, sent: Path) -> None:
    said = board("receive", sent, "--agency", "acc").well().out
    assert "covering 2017/18 (told from the content" in said


def test_the_same_return_twice_is_kept_once(board: Board, sent: Path) -> None:
    board(*receive(board, sent, "--accept")).well()
    before = board.everything()
    again = board(*receive(board, sent, "--accept")).well()
    assert "received" in again.out and "as return 1. Nothing was added." in again.out
    told = board(*receive(board, sent, "--json")).json
    assert (told["return"], told["already_received"]) == (1, True)
    assert board.everything() == before
    board("verify").well()


def test_one_file_by_itself(board: Board, sent: Path) -> None:
    told = board(*receive(board, sent / "header.csv", "--json")).json
    assert [file["dataset"] for file in told["files"]] == ["people"]


def test_what_is_no_part_of_a_return_is_named_and_the_rest_is_taken(board: Board, sent: Path) -> None:
    (sent / "minutes.csv").write_text("Agenda item,Owner\nWelcome,Chair\n")
    (sent / "picture.csv").write_bytes(bytes(range(256)) * 20)
    (sent / "nothing.csv").write_bytes(b"")
    (sent / "older").mkdir()
    done = board(*receive(board, sent, "--json"))
    told = {file["name"]: file for file in done.json["files"]}
    assert [told[name]["dataset"] for name in ("minutes.csv", "picture.csv", "nothing.csv")] == [None, None, None]
    assert all(told[name]["note"] for name in ("minutes.csv", "picture.csv", "nothing.csv"))
    assert told["header.csv"]["accepted"] == 10
    assert any("older" in remark for remark in done.json["remarks"])


def test_a_folder_with_nothing_that_can_be_used_answers_no(board: Board, tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "notes.txt").write_text("Dear all,\nplease find attached\n")
    done = board(*receive(board, tmp_path / "odd", "--accept"))
    assert done.code == 1
    assert "Nothing in this could be used" in done.out and "notes.txt" in done.out
    assert "Traceback" not in done.err
    assert board(*receive(board, tmp_path / "odd", "--json")).json["return"] is None
    assert board.everything() == {}


def test_places_that_cannot_be_received(board: Board, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    board(*receive(board, tmp_path / "nowhere")).one_clear_line("nothing at", "nowhere")
    board(*receive(board, tmp_path / "empty")).one_clear_line("no files in", "empty")
    board(*receive(board, "/dev/null")).one_clear_line("/dev/null")
    assert board.everything() == {}


def test_an_agency_that_is_not_there(board: Board, sent: Path) -> None:
    board("receive", sent, "--agency", "xyz").one_clear_line("no agency 'xyz'", "acc")


def test_a_format_that_is_not_there(board: Board, sent: Path) -> None:
    board(*receive(board, sent, "--format", "annex-z")).one_clear_line("annex-z", "auto", "ssda903")


def test_a_format_may_be_named(board: Board, sent: Path) -> None:
    board(*receive(board, sent, "--format", "ssda903")).well()


def test_returns_that_are_not_there(board: Board) -> None:
    board("accept", "7").one_clear_line("no return 7")
    board("issues", "7").one_clear_line("no return 7")


def test_accepting_twice_is_refused_and_changes_nothing(board: Board, sent: Path) -> None:
    board(*receive(board, sent, "--accept")).well()
    board("accept", "1").one_clear_line("return 1 is accepted")


def test_a_return_that_shares_some_days_with_another_is_kept_but_not_accepted(board: Board, sent: Path) -> None:
    board(*receive(board, sent, "--accept")).well()
    wider = write_return(sent.parent / "wider", children=range(3001, 3005))
    done = board("receive", wider, "--agency", "acc", "--period", "FY2017-18H1", "--accept")
    done.one_clear_line("counted twice", "return 1")
    assert "Return 2 from A council" in done.out
    board("verify").well()


def test_a_corrected_return_takes_the_place_of_the_earlier_one(board: Board, sent: Path) -> None:
    board(*receive(board, sent, "--accept")).well()
    corrected = write_return(sent.parent / "corrected", children=range(1001, 1013))
    assert "takes the place of return 1" in board(*receive(board, corrected, "--accept")).well().out


@pytest.fixture
def spoilt(board: Board, sent: Path) -> Board:
    """A board that has received a return with a few mistakes."""
    header = (sent / "header.csv").read_text().splitlines()
    header[2] = header[2].replace("/05/2007", "/13/2007")
    header[3] = header[3].replace("WBRI", "=WELSH\x1b[2J")
    header.append("1099,1,01/05/2007")
    (sent / "header.csv").write_text("\n".join([*header, ""]))
    board(*receive(board, sent)).well()
    return board


def test_issues_are_listed_by_file_row_and_column(spoilt: Board) -> None:
    issues = spoilt("issues", "1", "--json").json
    assert all(
        issue.keys() == {"file", "sheet", "row", "column", "code", "severity", "message", "text"} for issue in issues
    )
    at = {(issue["file"], issue["row"], issue["column"]): issue for issue in issues}
    assert "13/2007" in at["header.csv", 3, "DOB"]["text"]
    assert at["header.csv", 4, "ETHNIC"]["text"].startswith("=WELSH")
    short = next(issue for issue in issues if issue["row"] == 12)
    assert "3" in short["message"] and "7" in short["message"]
    assert {issue["severity"] for issue in issues} <= {"error", "warning", "query"}


def test_issues_for_people_cannot_tell_the_terminal_what_to_do(spoilt: Board) -> None:
    said = spoilt("issues", "1").well().out
    assert "header.csv" in said and "DOB" in said and "\x1b" not in said
    assert "\x1b" not in spoilt("receive", spoilt.home.parent / "sent", "--agency", "acc", "--period", "FY2017-18").out


def test_issues_in_a_spreadsheet_cannot_become_formulas(spoilt: Board, tmp_path: Path) -> None:
    said = spoilt("issues", "1", "--csv", tmp_path / "issues.csv").well().out
    assert str(tmp_path / "issues.csv") in said
    with (tmp_path / "issues.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(spoilt("issues", "1", "--json").json)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_issues_in_a_workbook_are_text(spoilt: Board, tmp_path: Path) -> None:
    file = tmp_path / "issues.xlsx"
    assert str(file) in spoilt("issues", "1", "--xlsx", file, "--csv", tmp_path / "issues.csv").well().out
    listed = CalamineWorkbook.from_path(str(file)).get_sheet_by_name("Issues").to_python()
    assert len(listed) == 1 + len(spoilt("issues", "1", "--json").json)
    assert any(str(row[7]).startswith("=WELSH") for row in listed)
    assert (tmp_path / "issues.csv").exists()


def test_how_good_the_data_are(spoilt: Board) -> None:
    said = spoilt("quality", "1").well().out
    assert re.search(r"People +11 +9 +2 ", said)
    assert re.search(r"error +1 +not-a-date +header.csv, row 3, DOB ", said)
    told = spoilt("quality", "1", "--json").json
    assert told.keys() == {"datasets", "checks", "not_run"}
    (people,) = [each for each in told["datasets"] if each["dataset"] == "people"]
    assert (people["read"], people["accepted"], people["columns"]["sex"]) == (11, 9, 100)
    assert {"file": "header.csv", "sheet": None, "row": 3} in [each["first"] for each in told["checks"]]


def test_issues_that_cannot_be_written_down(spoilt: Board, tmp_path: Path) -> None:
    spoilt("issues", "1", "--csv", tmp_path / "nowhere" / "issues.csv").one_clear_line("nowhere")
    spoilt("issues", "1", "--csv", "/dev/full").one_clear_line("No space left")


def test_a_return_with_nothing_wrong_says_so(board: Board, sent: Path) -> None:
    assert "Nothing was found wrong with it." in board(*receive(board, sent)).well().out
    assert board("issues", "1", "--json").json == []
    assert list(csv.reader(io.StringIO(board("issues", "1").well().out)))


def test_a_template_with_its_example_is_taken_in(board: Board, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    assert str(file) in board("template", "people", "--example", "--out", file).well().out
    told = board(*receive(board, file, "--json")).json
    assert [(each["dataset"], each["read"], each["held_back"]) for each in told["files"]] == [("people", 4, 0)]


def test_a_template_is_a_workbook_where_its_name_says_so(board: Board, tmp_path: Path) -> None:
    board("template", "people", "--out", tmp_path / "people.xlsx").well()
    board("template", "people", "--xlsx", "--out", tmp_path / "people").well()
    assert (tmp_path / "people.xlsx").read_bytes() == (tmp_path / "people").read_bytes()
    assert (tmp_path / "people").read_bytes().startswith(b"PK")


def test_the_template_for_counts_holds_the_measures_of_an_agency(board: Board, tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    asked = ["template", "counts", "--period", "FY2017-18Q1", "--out", file]
    board(*asked).well()
    assert "FY2017-18Q1,CSE3,,,,," in file.read_text() and "DA1" in file.read_text()
    figures = "indicator,whose,first_day,last_day,group_of,group,number,out_of,value,said_by"
    rows = ["DA1,own,01/04/2016,30/06/2016,,,8,,,Police", "CSE3,target,01/04/2016,30/06/2016,,,9,,,The board"]
    sent = tmp_path / "figures.csv"
    sent.write_text("\n".join([figures, *rows, ""]))
    board(*receive(board, sent, "--accept")).well()
    board(*asked, "--agency", "acc").well()
    assert file.read_text().splitlines()[1:] == ["FY2017-18Q1,DA1,,,,,"]
