"""Working out figures, reading them, writing a report, proving the evidence."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.invented import built, write_return
from tests.functional.running import COMMAND, Board

KEYS = {
    "code", "period", "breakdown", "group", "numerator", "denominator", "unknown", "value", "lower", "upper", "unit",
    "status",
}  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """A board with one accepted return and one edition. It is only read."""
    return built(tmp_path_factory.mktemp("published"))


@pytest.fixture
def board(published: Board, tmp_path: Path) -> Board:
    return published.copied_to(tmp_path / "home")


def test_compute_says_what_it_did(board: Board) -> None:
    write_return(board.home.parent / "next", year=2019)
    board("receive", board.home.parent / "next", "--agency", "acc", "--period", "FY2018-19", "--accept").well()
    told = board("compute", "--json").json
    assert told.keys() == {"edition", "indicators", "reused", "computed"}
    assert told["edition"] == 2 and told["indicators"] == told["reused"] + told["computed"] >= 4


def test_compute_again_takes_everything_over(board: Board) -> None:
    before = board.everything()
    told = board("compute", "--json").json
    assert (told["edition"], told["computed"], told["reused"]) == (1, 0, told["indicators"])
    assert "still stands" in board("compute").well().out
    assert board.everything() == before


def test_compute_without_evidence_says_what_to_do(tmp_path: Path) -> None:
    board = Board(tmp_path / "home")
    board("init", "A board").well()
    board("compute").one_clear_line("No return has been accepted", "goldenthread receive")
    board("indicator", "CLA1").one_clear_line("goldenthread compute")
    board("report", "annual", "--year", "2017-18", "--out", tmp_path / "out").one_clear_line("goldenthread compute")


HOLDS = """
import sys
from pathlib import Path
from goldenthread.engine.store.locks import {lock}
with {lock}(Path(sys.argv[1]), {what!r}):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("lock", ["alone", "one_at_a_time"])
def test_two_computes_at_once(board: Board, lock: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDS.format(lock=lock, what="compute"), str(board.home)],
        env=board.surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout and holder.stdout.readline() == "held\n"
    board("compute").one_clear_line("compute", "is at work", "try again")
    holder.communicate()
    board("compute").well()
    board("verify").well()


def test_two_computes_racing(board: Board) -> None:
    write_return(board.home.parent / "next", year=2019)
    board("receive", board.home.parent / "next", "--agency", "acc", "--period", "FY2018-19", "--accept").well()
    racing = [
        subprocess.Popen([*COMMAND, "compute"], env=board.surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    answers = [(*each.communicate(), each.returncode) for each in racing]
    assert {code for _, _, code in answers} <= {0, 2} and 0 in {code for _, _, code in answers}
    assert all(err.count(b"\n") == (1 if code else 0) and b"Traceback" not in err for _, err, code in answers)
    board("verify").well()
    assert board("compute", "--json").json["edition"] == 2


def test_indicators_are_listed(published: Board) -> None:
    said = published("indicators").well().out
    known = published("indicators", "--json").json
    assert {"CLA1", "CLA2", "CLA3", "CLA4"} <= {each["code"] for each in known}
    assert all(each["code"] in said and each["title"] in said for each in known)


def test_an_indicator_at_a_day(published: Board) -> None:
    (figure,) = published("indicator", "CLA1", "--period", "2018-03-31", "--format", "json").json
    assert figure.keys() == KEYS
    assert (figure["code"], figure["period"], figure["breakdown"]) == ("CLA1", "2018-03-31", "all")
    assert (figure["numerator"], figure["value"], figure["status"]) == (9, 9, "counted")


def test_without_a_period_every_period_is_given_in_order(published: Board) -> None:
    periods = [figure["period"] for figure in published("indicator", "CLA1", "--format", "json").json]
    assert periods == sorted(periods) and len(periods) == 12
    assert (periods[0], periods[-1]) == ("2017-04-30", "2018-03-31")


def test_a_range_gives_all_periods_within(published: Board) -> None:
    found = published("indicator", "CLA1", "--period", "2017-06..2017-08", "--format", "json").json
    assert [(figure["period"], figure["value"]) for figure in found] == [
        ("2017-06-30", 10),
        ("2017-07-31", 9),
        ("2017-08-31", 9),
    ]


def test_a_breakdown(published: Board) -> None:
    found = published("indicator", "CLA1", "--period", "2018-03-31", "--by", "sex", "--format", "json").json
    assert {figure["breakdown"] for figure in found} == {"sex"}
    assert sum(figure["numerator"] for figure in found) == 9
    assert "not recorded" in {figure["group"] for figure in found}


def test_a_proportion_has_its_parts_and_its_interval(published: Board) -> None:
    (figure,) = published("indicator", "CLA3", "--period", "FY2017-18", "--format", "json").json
    assert (figure["numerator"], figure["denominator"], figure["unknown"], figure["value"]) == (8, 10, 0, 80)
    assert 0 < figure["lower"] < 80 < figure["upper"] < 100


def test_the_analyst_sees_small_numbers_exactly(published: Board) -> None:
    (figure,) = published("indicator", "CLA3", "--period", "2017-06", "--format", "json").json
    assert (figure["numerator"], figure["status"]) == (8, "counted")


def test_a_rate_without_a_population_says_so(published: Board) -> None:
    (figure,) = published("indicator", "CLA2", "--period", "2018-03-31", "--format", "json").json
    assert (figure["value"], figure["status"]) == (None, "no population")


def test_a_period_that_no_return_covers_says_so(published: Board) -> None:
    (figure,) = published("indicator", "CLA1", "--period", "2012-03-31", "--format", "json").json
    assert (figure["value"], figure["status"]) == (None, "not available")


def test_a_table_for_people(published: Board) -> None:
    said = published("indicator", "CLA1", "--period", "2018-03-31").well().out
    assert said.startswith("CLA1: ") and "31 March 2018" in said and " 9" in said


def test_a_table_for_a_spreadsheet(published: Board) -> None:
    rows = list(csv.DictReader(io.StringIO(published("indicator", "CLA1", "--format", "csv").well().out)))
    assert rows[0].keys() == KEYS and len(rows) == 12


def test_a_code_that_is_not_there_names_the_nearest(published: Board) -> None:
    published("indicator", "CLA99").one_clear_line("no indicator 'CLA99'", "Did you mean CLA")
    assert published("indicator", "cla1", "--period", "2018-03-31").code == 0


def test_a_breakdown_that_is_not_there_names_those_that_are(published: Board) -> None:
    published("indicator", "CLA1", "--by", "shoe size").one_clear_line("shoe size", "sex")


def numbers_in(folder: Path) -> list[dict[str, object]]:
    facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return facts["facts"] if isinstance(facts, dict) else facts


@pytest.mark.parametrize("face", ["public", "partnership", "board"])
def test_a_report_is_written(board: Board, tmp_path: Path, face: str) -> None:
    out = tmp_path / "new" / "report"
    said = board("report", "annual", "--year", "2017-18", "--out", out, "--face", face).well().out
    assert str(out) in said and face in said
    assert (out / "index.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert all({"code", "period", "edition"} <= fact.keys() for fact in numbers_in(out))
    board("verify").well()


def test_a_report_is_the_public_one_unless_told_otherwise(board: Board, tmp_path: Path) -> None:
    assert "public" in board("report", "annual", "--year", "FY2017-18", "--out", tmp_path / "out").well().out


def test_a_report_that_cannot_be_written(board: Board, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    board("report", "annual", "--year", "2017-18", "--out", tmp_path / "file").one_clear_line("file")
    board("report", "monthly", "--year", "2017-18", "--out", tmp_path / "out").one_clear_line("monthly", "annual")
    assert not (tmp_path / "out").exists()


def test_verify_says_that_all_holds(board: Board) -> None:
    assert "unbroken" in board("verify").well().out


def spoil(board: Board, kind: str) -> Path:
    file = next((board.home / kind).iterdir())
    file.chmod(0o600)
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    return file


@pytest.mark.parametrize("kind", ["vault", "parts", "results"])
def test_verify_notices_a_file_that_was_altered(board: Board, kind: str) -> None:
    file = spoil(board, kind)
    done = board("verify")
    assert done.code == 1 and file.name in done.out


@pytest.mark.parametrize("kind", ["vault", "parts", "results"])
def test_verify_notices_a_file_that_is_gone_and_one_that_nobody_put_there(board: Board, kind: str) -> None:
    file = next((board.home / kind).iterdir())
    file.rename(file.with_name("0" * 64))
    done = board("verify")
    assert done.code == 1
    assert file.name in done.out and "0" * 64 in done.out


def test_verify_notices_history_that_was_altered(board: Board) -> None:
    import sqlite3

    connection = sqlite3.connect(board.home / "goldenthread.sqlite3")
    connection.execute("UPDATE history_entry SET actor = 'somebody else' WHERE number = 2")
    connection.commit()
    connection.close()
    done = board("verify")
    assert done.code == 1 and "History entry 2" in done.out


def test_a_damaged_part_is_one_clear_line(board: Board) -> None:
    for file in (board.home / "results").iterdir():
        file.unlink()
    done = board("indicator", "CLA1")
    assert done.code == 2 and done.err.count("\n") == 1 and "Traceback" not in done.err
