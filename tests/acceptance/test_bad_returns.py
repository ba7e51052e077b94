"""Files with one fault each: one clear message for each cause, what is good kept, never a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.functional.running import Board

# File, rows accepted, rows held back, kinds of issue beyond a remark at most, words that must be said.
FAULTS = [
    ("header_x.csv", 2675, 0, ["NOTE"]),
    ("header_m.csv", 2675, 0, ["MC_DOB"]),
    ("header_l.csv", 2675, 0, []),
    ("header_16.csv", 2675, 0, []),
    ("ragged.csv", 2675, 1, ["2677", "10", "7"]),
    ("ep_iso.csv", 5050, 0, []),
]


@pytest.fixture(scope="module")
def empty_board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    board = Board(tmp_path_factory.mktemp("empty") / "home")
    board("init", "Test board").well()
    board("agency", "lcc", "Leeds City Council", "--sector", "local-authority").well()
    return board


@pytest.fixture
def board(empty_board: Board, tmp_path: Path) -> Board:
    return empty_board.copied_to(tmp_path / "home")


def receive(board: Board, path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The outcome and the issues of one return, which must be the first; everything is proved afterwards."""
    period = ["--period", "FY2015-16..FY2017-18"]
    done, issues, proof = board.each(
        ["receive", str(path), "--agency", "lcc", *period, "--accept", "--json"], ["issues", "1", "--json"], ["verify"]
    )
    assert "Traceback" not in done.out + done.err
    proof.well()
    return done.json, issues.json


@pytest.mark.parametrize(("name", "accepted", "held_back", "words"), FAULTS)
def test_what_is_good_is_kept(
    board: Board, samples: Path, name: str, accepted: int, held_back: int, words: list[str]
) -> None:
    outcome, issues = receive(board, samples / "ssda903-bad" / name)
    (file,) = outcome["files"]
    assert (file["accepted"], file["held_back"]) == (accepted, held_back)
    if words:
        assert [issue for issue in issues if all(word in str(issue) for word in words)]


@pytest.mark.parametrize(("name", "column"), [("header_x.csv", "NOTE"), ("header_m.csv", "MC_DOB")])
def test_a_column_too_many_or_too_few_is_one_warning(board: Board, samples: Path, name: str, column: str) -> None:
    _, issues = receive(board, samples / "ssda903-bad" / name)
    (found,) = [issue for issue in issues if issue["row"] == 1 and column in issue["message"]]
    assert found["severity"] == "warning"


def test_a_repeated_row_is_reported_with_both_lines_and_counted_once(board: Board, samples: Path) -> None:
    outcome, issues = receive(board, samples / "ssda903-bad" / "dup.csv")
    (file,) = outcome["files"]
    assert file["accepted"] == 2675
    repeats = [issue for issue in issues if issue["row"] == 2677]
    assert len(repeats) == 1 and "2" in repeats[0]["message"]


def test_an_empty_file_is_said_to_be_empty(board: Board, samples: Path) -> None:
    done = board("receive", samples / "ssda903-bad" / "empty.csv", "--agency", "lcc", "--period", "FY2017-18")
    assert done.code == 1
    assert "empty" in done.out and "Traceback" not in done.err
    board("verify").well()


def test_an_empty_file_does_not_touch_the_others(board: Board, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "header.csv").write_bytes((samples / "ssda903" / "header.csv").read_bytes())
    (tmp_path / "sent" / "empty.csv").write_bytes(b"")
    outcome, _ = receive(board, tmp_path / "sent")
    told = {file["name"]: file for file in outcome["files"]}
    assert told["header.csv"]["accepted"] == 2675 and "empty" in told["empty.csv"]["note"]


def test_mixed_dates_are_one_warning_and_give_the_same_answers(board: Board, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "sent").mkdir()
    for name in ("header.csv", "reviews.csv"):
        (tmp_path / "sent" / name).write_bytes((samples / "ssda903" / name).read_bytes())
    (tmp_path / "sent" / "episodes.csv").write_bytes((samples / "ssda903-bad" / "ep_iso.csv").read_bytes())
    _, issues = receive(board, tmp_path / "sent")
    assert len([issue for issue in issues if "DECOM" in str(issue["column"]) and issue["row"] is None]) <= 1
    board("compute").well()
    (figure,) = board("indicator", "CLA1", "--period", "2018-03-31", "--format", "json").json
    assert figure["value"] == 1201


def test_everything_that_is_bad_at_once(board: Board, samples: Path) -> None:
    done = board("receive", samples / "ssda903-bad", "--agency", "lcc", "--period", "FY2015-16..FY2017-18", "--json")
    assert done.code == 0 and "Traceback" not in done.err
    told = {file["name"]: file for file in json.loads(done.out)["files"]}
    assert told.keys() == {path.name for path in (samples / "ssda903-bad").iterdir()}
    assert sum(file["accepted"] for file in told.values() if file["dataset"] == "people") >= 2675
    board("verify").well()
