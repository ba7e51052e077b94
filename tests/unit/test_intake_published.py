"""Published statistics are taken whole, with their symbols as reasons; counts become supplied figures."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from goldenthread import catalogue
from goldenthread.catalogue.counts import COUNTS_HEADERS
from goldenthread.engine.checking.intake import Intake, Received, take_in


def taken_in(*files: tuple[str, bytes]) -> Intake:
    return take_in(
        [Received(*file) for file in files],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: number,
        sender="Ambleford Police",
    )


def statistics(path: Path) -> list[dict[str, Any]]:
    return taken_in((path.name, path.read_bytes())).parts["published_statistics"].to_pylist()


def test_every_file_of_the_sample_is_known_for_what_it_is(samples: Path) -> None:
    files = sorted((samples / "dfe").glob("*.csv"))
    intake = taken_in(*((file.name, file.read_bytes()) for file in files))
    left = {each.name for each in intake.files if not each.dataset}
    assert left == {"summary_page_metadata.csv"}
    assert all(each.read == each.accepted for each in intake.files if each.dataset)
    assert {issue.severity.value for issue in intake.issues} == {"query"}


def test_numbers_and_symbols_are_as_published(samples: Path) -> None:
    rows = statistics(samples / "dfe" / "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv")
    of_2025 = (row for row in rows if row["area_level"] == "national" and row["last_day"].year == 2025)
    england = {row["statistic"]: row for row in of_2025}
    assert england["referral_count"]["published_figure"] == 632_830
    assert england["rereferral_count"]["published_figure"] == 142_900
    assert england["rereferral_percent"]["published_figure"] == Decimal("22.6")
    assert {row["marker"] for row in rows} <= {None, "c", "x", "z", "u"}
    assert all((row["published_figure"] is None) == (row["marker"] is not None) for row in rows)


def test_a_year_ends_when_the_statistic_says(samples: Path) -> None:
    ends = {
        "d1_child_protection_plans_2013_to_2024.csv": "2024-03-31",
        "csww_indicators_2017_to_2025.csv": "2025-09-30",
        "ons_mid-year_population_estimates_2012_to_2024.csv": "2024-06-30",
    }
    for name, last in ends.items():
        assert str(max(row["last_day"] for row in statistics(samples / "dfe" / name))) == last


def test_the_edition_is_the_name_of_the_file(samples: Path) -> None:
    rows = statistics(samples / "dfe" / "d1_child_protection_plans_2013_to_2024.csv")
    assert {row["edition"] for row in rows} == {"d1_child_protection_plans_2013_to_2024"}


def test_neighbours_are_ten_rows_for_each_authority(samples: Path) -> None:
    path = samples / "dfe" / "sn_model_2025_wide.csv"
    rows = taken_in((path.name, path.read_bytes())).parts["statistical_neighbours"].to_pylist()
    own = sorted((row["rank"], row["neighbour"]) for row in rows if row["authority"] == "383")
    assert [neighbour for _, neighbour in own][:4] == ["851", "882", "373", "826"]
    assert {row["closeness"] for row in rows} == {
        "Extremely close", "Very close", "Close", "Somewhat close", "Not close",
    }  # fmt: skip


def counts(*rows: str, headers: str = ",".join(COUNTS_HEADERS)) -> Intake:
    return taken_in(("counts.csv", "\n".join([headers, *rows, ""]).encode()))


@pytest.mark.parametrize("written", ["FY2017-18Q2", "2017/18 Q2", "Q2 2017-18", "quarter 2 of 2017/18"])
def test_a_quarter_may_be_written_in_the_usual_ways(written: str) -> None:
    (row,) = counts(f"{written},CSE3,,,8,,Monthly log").parts["supplied_figures"].to_pylist()
    assert (str(row["first_day"]), str(row["last_day"])) == ("2017-07-01", "2017-09-30")
    assert (row["indicator"], row["number"], row["whose"], row["said_by"]) == ("CSE3", 8, "own", "Monthly log")


def test_four_columns_are_enough_and_the_sender_is_who_says_so() -> None:
    intake = counts("CSE3,2017/18 Q2,8", headers="Measure,Quarter,Count")
    (row,) = intake.parts["supplied_figures"].to_pylist()
    assert (row["number"], row["said_by"], row["source_row"]) == (8, "Ambleford Police", 2)


def test_a_quarter_that_is_none_is_told_once() -> None:
    intake = counts("the second quarter,CSE3,,,8,,", "2017/18 Q2,CSE3,,,8,,")
    (issue,) = [issue for issue in intake.issues if issue.severity == "error"]
    assert (issue.code, issue.row, issue.column, issue.text) == ("not-a-period", 2, "quarter", "the second quarter")
    assert intake.parts["supplied_figures"].num_rows == 1
