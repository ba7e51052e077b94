"""The whole way, by the command line alone: from files that nobody here wrote to a figure, a report and its proof."""

import json
from pathlib import Path

import pytest

from tests.functional.running import Answer, Board


@pytest.fixture(scope="module")
def received(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Board, Answer]:
    board = Board(tmp_path_factory.mktemp("spine") / "home")
    board("init", "Test board").well()
    board("agency", "lcc", "Leeds City Council", "--sector", "local-authority").well()
    period = ("--period", "FY2015-16..FY2017-18")
    answer = board("receive", samples / "ssda903", "--agency", "lcc", *period, "--accept", "--json")
    board("compute").well()
    return board, answer


@pytest.fixture(scope="module")
def board(received: tuple[Board, Answer]) -> Board:
    return received[0]


def test_every_file_of_the_folder_is_accounted_for(received: tuple[Board, Answer], samples: Path) -> None:
    told = {file["name"]: file for file in received[1].json["files"]}
    assert told.keys() == {path.name for path in (samples / "ssda903").iterdir()}
    assert (told["header.csv"]["read"], told["header.csv"]["accepted"]) == (2675, 2675)
    assert (told["episodes.csv"]["read"], told["episodes.csv"]["accepted"]) == (5050, 5050)
    assert told["reviews.csv"]["read"] == 12582


@pytest.mark.parametrize(("day", "children"), [("2018-03-31", 1201), ("2017-03-31", 1764), ("2016-03-31", 510)])
def test_children_looked_after(board: Board, day: str, children: int) -> None:
    (figure,) = board("indicator", "CLA1", "--period", day, "--format", "json").json
    assert (figure["value"], figure["numerator"]) == (children, children)


def test_groups_add_up_to_the_whole(board: Board) -> None:
    for by in ("sex", "age_band", "ethnicity"):
        groups = board("indicator", "CLA1", "--period", "2018-03-31", "--by", by, "--format", "json").json
        assert sum(group["numerator"] for group in groups) == 1201


def test_the_report_names_indicator_period_and_edition_of_every_number(board: Board, tmp_path: Path) -> None:
    board("report", "annual", "--year", "2017-18", "--out", tmp_path / "report").well()
    page = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    told = json.loads((tmp_path / "report" / "facts.json").read_text(encoding="utf-8"))
    facts = told["facts"] if isinstance(told, dict) else told
    assert facts and "1,201" in page
    assert all(fact["code"] and fact["period"] and fact["edition"] == 1 for fact in facts)


def test_what_was_wrong_is_listed_by_file_row_and_column(board: Board) -> None:
    issues = board("issues", "1", "--json").json
    assert issues
    assert all(issue["file"] and issue["code"] and issue["severity"] and issue["message"] for issue in issues)
    episodes = [issue for issue in issues if issue["file"] == "episodes.csv"]
    assert episodes and all(issue["row"] is None or 2 <= issue["row"] <= 5051 for issue in episodes)
    open_twice = {3031, 3032, 3092, 3094, 4026, 4027, 4041, 4042, 4570, 4571, 4943, 4944}
    assert {issue["row"] for issue in episodes} & open_twice


def test_everything_is_proved(board: Board) -> None:
    assert "unbroken" in board("verify").well().out
