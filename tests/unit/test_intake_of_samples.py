"""Files that others wrote end as well as they can: nothing good is lost, and each cause has one clear message."""

import csv
from datetime import date
from pathlib import Path

import pytest

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Intake, Received, take_in
from goldenthread.engine.definitions import QUERY, WARNING
from goldenthread.engine.periods import parse
from tests.factories.evidence import cell, cells_of, part

LAST = date(2018, 3, 31)


def taken_in(*paths: Path) -> Intake:
    return take_in(
        [Received(path.name, path.read_bytes()) for path in paths],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: number,
        covers=parse("FY2015-16..FY2017-18"),
    )


def test_the_whole_return(samples: Path) -> None:
    intake = taken_in(*sorted((samples / "ssda903").iterdir()))
    taken = {file.dataset: (file.read, file.accepted) for file in intake.files if file.dataset}
    assert taken["people"] == (2675, 2675)
    assert taken["looked_after_episodes"] == (5050, 5050)
    assert taken["looked_after_reviews"][0] == 12582
    assert len([issue for issue in intake.issues if issue.code == "ceased-without-date"]) == 353
    assert [issue.file for issue in intake.issues if issue.code == "table-twice"] == ["placed_for_adoption_errors.csv"]


def test_the_six_children_with_two_open_episodes_are_found(samples: Path) -> None:
    intake = taken_in(samples / "ssda903" / "episodes.csv")
    overlapping = {issue.row for issue in intake.issues if issue.code == "episodes-overlap"}
    pairs = [(3031, 3032), (3092, 3094), (4026, 4027), (4041, 4042), (4570, 4571), (4943, 4944)]
    assert all(set(pair) & overlapping for pair in pairs)


@pytest.mark.parametrize(
    ("name", "code", "severity"),
    [
        ("header_x.csv", "unknown-column", WARNING),
        ("header_m.csv", "column-missing", WARNING),
        ("header_l.csv", "header-written-otherwise", QUERY),
        ("header_16.csv", "encoding", QUERY),
    ],
)
def test_headers_that_are_not_to_the_letter_cost_no_row(samples: Path, name: str, code: str, severity: object) -> None:
    intake = taken_in(samples / "ssda903-bad" / name)
    assert intake.parts["people"].num_rows == 2675
    assert [(issue.code, issue.severity) for issue in intake.issues] == [(code, severity)]


def test_a_ragged_row_is_held_back_with_both_numbers(samples: Path) -> None:
    intake = taken_in(samples / "ssda903-bad" / "ragged.csv")
    (issue,) = intake.issues
    assert intake.parts["people"].num_rows == 2675
    assert issue.row == 2677
    assert "10" in issue.message
    assert "7" in issue.message


def test_a_repeated_child_is_counted_once_and_both_lines_are_named(samples: Path) -> None:
    intake = taken_in(samples / "ssda903-bad" / "dup.csv")
    (issue,) = intake.issues
    assert intake.parts["people"].num_rows == 2675
    assert (issue.row, issue.text) == (2677, "566910")
    assert "line 2 " in issue.message


def test_an_empty_file_leaves_the_others_alone(samples: Path) -> None:
    intake = taken_in(samples / "ssda903-bad" / "empty.csv", samples / "ssda903" / "header.csv")
    (issue,) = intake.issues
    assert "empty" in issue.message
    assert intake.parts["people"].num_rows == 2675


def test_mixed_dates_are_one_warning_and_change_nothing(samples: Path) -> None:
    mixed = taken_in(samples / "ssda903-bad" / "ep_iso.csv")
    plain = taken_in(samples / "ssda903" / "episodes.csv")
    assert [issue.code for issue in mixed.issues if issue.code not in {each.code for each in plain.issues}] == [
        "mixed-dates"
    ]
    left_out = ["source_file"]
    assert mixed.parts["looked_after_episodes"].drop_columns(left_out) == (
        plain.parts["looked_after_episodes"].drop_columns(left_out)
    )


def test_development_checks_are_those_of_children_under_five(samples: Path, tmp_path: Path) -> None:
    outcomes = samples / "ssda903" / "oc2.csv"
    with outcomes.open(encoding="utf-8-sig", newline="") as file:
        told = [(row["DOB"][6:], row["DOB"][3:5], row["DOB"][:2], row["HEALTH_CHECK"]) for row in csv.DictReader(file)]
    under_five = [said for year, month, day, said in told if date(int(year) + 5, int(month), min(int(day), 28)) > LAST]
    rows = taken_in(outcomes).parts["looked_after_outcomes_12_months"].to_pylist()
    given = [{**row, "child": row["child_key"]} for row in rows]
    parts = [part(tmp_path, "looked_after_outcomes_12_months", given, covers="FY2015-16..FY2017-18")]
    found = cell(cells_of(catalogue.indicators()["LAH10"], parts), "FY2017-18")
    assert (found["numerator"], found["denominator"]) == (under_five.count("1"), len(under_five))
    assert len(under_five) < len(told) / 10
