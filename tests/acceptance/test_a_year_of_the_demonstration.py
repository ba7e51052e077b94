"""A year of the demonstration's board, from the files its agencies sent to the report it would sign."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.running import Answer, Board

LAST = "2017-18"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Board, Answer]:
    board = Board(tmp_path_factory.mktemp("demonstration") / "home")
    return board, board("demo", "--no-serve").well()


@pytest.fixture(scope="module")
def demo(built: tuple[Board, Answer]) -> Board:
    return built[0]


@pytest.fixture
def copy(demo: Board, tmp_path: Path) -> Iterator[Board]:
    yield demo.copied_to(tmp_path / "home")


def looked_after(folder: Path, day: str) -> int:
    """Children in care on a day, counted from the file with nothing but Python."""
    first, *rows = (folder / "episodes.csv").read_text(encoding="utf-8").splitlines()
    columns = first.split(",")
    found = set()
    for row in rows:
        episode = dict(zip(columns, row.split(","), strict=True))
        began, ended = as_iso(episode["DECOM"]), as_iso(episode["DEC"]) or "9999"
        if episode["LS"] not in {"V3", "V4"} and began < ended and began <= day < ended:
            found.add(episode["CHILD"])
    return len(found)


def as_iso(day: str) -> str:
    return "-".join(reversed(day.split("/"))) if day else ""


def test_it_says_what_it_does_and_where_to_begin(built: tuple[Board, Answer]) -> None:
    said = built[1].out
    for word in ("invented", "return 1 taken in", "edition 1 published", "board member", "analyst", "agency data lead"):
        assert word in said
    assert "http://127.0.0.1:8000" in said and "passphrase" in said


def test_every_return_was_taken_in_by_the_front_door(demo: Board) -> None:
    database = sqlite3.connect(demo.home / "goldenthread.sqlite3")
    rows = database.execute("SELECT covers_code, state FROM returns_return ORDER BY number").fetchall()
    database.close()
    years = [(f"FY{year}-{year - 1999}", "accepted") for year in range(2013, 2018)]
    assert rows == [*years, ("FY2013-14..FY2017-18", "accepted")]


@pytest.mark.parametrize("year", range(2013, 2018))
def test_children_looked_after_are_those_in_the_file(demo: Board, year: int) -> None:
    day = f"{year + 1}-03-31"
    (figure,) = demo("indicator", "CLA1", "--period", day, "--format", "json").json
    assert figure["value"] == looked_after(demo.home / "demo" / f"ssda903-{year}-{year - 1999}", day) > 300


def test_a_rate_names_its_population_and_groups_without_one_say_so(demo: Board) -> None:
    (whole,) = demo("indicator", "CLA2", "--period", "2018-03-31", "--format", "json").json
    assert 50 < whole["value"] < 90 and whole["denominator"] == 55_900
    groups = demo("indicator", "CLA2", "--period", "2018-03-31", "--by", "ethnicity", "--format", "json").json
    assert {group["status"] for group in groups} == {"no population"}


def test_some_children_s_views_are_unknown_and_it_shows(demo: Board) -> None:
    for year in range(2013, 2018):
        (figure,) = demo("indicator", "CLA3", "--period", f"FY{year}-{year - 1999}", "--format", "json").json
        assert figure["unknown"] > 0 and 75 < figure["value"] < 100


def test_the_median_age_at_the_start_of_care(demo: Board) -> None:
    (figure,) = demo("indicator", "CLA4", "--period", "FY2017-18", "--format", "json").json
    assert 4 <= figure["value"] <= 13


def test_there_is_something_to_put_right(demo: Board) -> None:
    issues = demo("issues", "5", "--json").json
    assert {"error", "warning"} <= {issue["severity"] for issue in issues}
    assert {"header.csv", "episodes.csv", "reviews.csv"} <= {issue["file"] for issue in issues}
    assert len([issue for issue in issues if issue["severity"] == "error"]) < 10


def test_the_report_of_the_year(demo: Board, tmp_path: Path) -> None:
    demo("report", "annual", "--year", LAST, "--out", tmp_path / "report").well()
    page = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    assert "Ambleford Safeguarding Children Board" in page
    told = json.loads((tmp_path / "report" / "facts.json").read_text(encoding="utf-8"))
    assert told
    demo("verify").well()


def test_built_again_it_is_the_same_city(copy: Board, demo: Board) -> None:
    copy("demo", "--no-serve").well()
    files = {path.relative_to(demo.home): path.read_bytes() for path in (demo.home / "demo").rglob("*.csv")}
    assert files == {path.relative_to(copy.home): path.read_bytes() for path in (copy.home / "demo").rglob("*.csv")}
    question = ("indicator", "CLA1", "--format", "json")
    assert copy(*question).json == demo(*question).json
    copy("verify").well()


def test_a_child_taken_out_of_the_file_moves_the_figure(copy: Board) -> None:
    sent = copy.home.parent / "sent"
    shutil.copytree(copy.home / "demo" / f"ssda903-{LAST}", sent)
    lines = (sent / "episodes.csv").read_text(encoding="utf-8").splitlines()
    child = next(line.split(",")[0] for line in lines[1:] if line.split(",")[7] == "" and line.split(",")[3] == "C2")
    (sent / "episodes.csv").write_text("\n".join(line for line in lines if not line.startswith(f"{child},")))
    question = ("indicator", "CLA1", "--period", "2018-03-31", "--format", "json")
    before = copy(*question).json[0]["value"]
    said = copy("receive", sent, "--agency", "acc", "--period", f"FY{LAST}", "--accept").well().out
    assert "takes the place of return 5" in said
    copy("compute").well()
    assert copy(*question).json[0]["value"] == before - 1


def test_an_interrupted_build_is_known_for_what_it_is_and_built_again(copy: Board) -> None:
    (copy.home / "goldenthread.sqlite3").unlink()
    shutil.rmtree(copy.home / "parts")
    copy("demo", "--no-serve").well()
    copy("verify").well()


def test_a_home_it_did_not_make_is_left_alone(tmp_path: Path) -> None:
    board = Board(tmp_path / "home")
    board("init", "A real board").well()
    before = {path: path.read_bytes() for path in board.home.rglob("*") if path.is_file()}
    board("demo", "--no-serve").one_clear_line("was not made by the demonstration")
    assert {path: path.read_bytes() for path in board.home.rglob("*") if path.is_file()} == before


def test_it_is_only_ever_for_this_machine(tmp_path: Path) -> None:
    board = Board(tmp_path / "home")
    public = {"GOLDENTHREAD_ORIGIN": "https://board.example.org"}
    board("demo", "--no-serve", surroundings=public).one_clear_line("GOLDENTHREAD_ORIGIN")
    server = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    board("demo", "--no-serve", surroundings=server).one_clear_line("DATABASE_URL")
    assert not board.home.exists()
