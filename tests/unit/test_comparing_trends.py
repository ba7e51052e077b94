"""The five-point trend test: against the answers of those who use it, and what it must not find."""

import csv
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.comparing.intervals import wilson
from goldenthread.engine.comparing.trends import Point, trend
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, LOWER, SIMILAR, Finding, judged
from goldenthread.engine.definitions import Better

FIXTURE = Path(__file__).parents[1] / "fixtures" / "fingertips_recent_trend.csv"
POLARITIES = {"High is good": Better.HIGHER, "Low is good": Better.LOWER, "No judgement": Better.NEITHER}
THEIRS = {
    "Increasing": (HIGHER, "higher"),
    "DecreasingAndGettingWorse": (LOWER, "worse"),
    "DecreasingAndGettingBetter": (LOWER, "better"),
    "IncreasingAndGettingWorse": (HIGHER, "worse"),
}
# Of a series without intervals upstream says "no change", where we cannot tell; the other is no kind of theirs.
NOT_A_TEST_OF_OURS = {"GpRegisteredPopulationOver65", "EmergencyReadmissions"}


def series() -> dict[str, list[dict[str, str]]]:
    with FIXTURE.open(newline="", encoding="utf-8") as file:
        return {name: list(rows) for name, rows in groupby(csv.DictReader(file), key=lambda row: row["series"])}


def points(rows: list[dict[str, str]]) -> list[Point]:
    names = ("value", "lower_ci95", "upper_ci95")
    ordered = sorted(rows, key=lambda row: row["year"])
    return [Point(*(float(row[name]) if row[name] else None for name in names)) for row in ordered]


@pytest.mark.parametrize("name", sorted(set(series()) - NOT_A_TEST_OF_OURS))
def test_the_trend_of_a_series_is_what_public_health_practice_finds(name: str) -> None:
    rows = series()[name]
    finding, judgement = THEIRS[rows[0]["expected_trend"]]
    found = trend(points(rows))
    assert (found.finding, judged(found.finding, POLARITIES[rows[0]["polarity"]])) == (finding, judgement)


@pytest.mark.parametrize("name", sorted(NOT_A_TEST_OF_OURS))
def test_where_a_point_has_no_interval_nothing_can_be_told(name: str) -> None:
    found = trend(points(series()[name]))
    assert (found.finding, found.because) == (CANNOT_TELL, "a point has no interval to weigh it by")


def test_fewer_than_five_points_say_nothing() -> None:
    found = trend([Point(value, value - 1, value + 1) for value in (10.0, 20.0, 30.0, 40.0)])
    assert (found.finding, found.because) == (CANNOT_TELL, "there are 4 yearly points of the 5 that it needs")


def test_only_the_last_five_are_looked_at() -> None:
    steep = [Point(value, value - 1, value + 1) for value in (90.0, 60.0, 30.0, 10.0)]
    level = [Point(10.0, 9.0, 11.0)] * 5
    assert trend([*steep, *level]).finding is SIMILAR


def test_one_odd_year_is_no_trend() -> None:
    values = (10.0, 10.0, 10.0, 10.0, 40.0)
    assert trend([Point(value, value - 0.5, value + 0.5) for value in values]).finding is SIMILAR


def shares(*counts: int, of: int = 400) -> list[Point]:
    return [Point(x / of, *wilson(x, of)) for x in counts]


def test_what_families_explain_is_no_trend() -> None:
    rising = shares(100, 115, 130, 145, 160)
    assert [trend(rising, families=each).finding for each in (1, 2.2)] == [HIGHER, HIGHER]
    gently = shares(100, 110, 120, 130, 140)
    assert [trend(gently, families=each).finding for each in (1, 2.2)] == [HIGHER, SIMILAR]


@given(st.lists(st.integers(0, 400), min_size=5, max_size=5))
def test_a_series_and_its_mirror_image_are_told_alike(counts: list[int]) -> None:
    turned: dict[Finding, Finding] = {HIGHER: LOWER, LOWER: HIGHER}
    one, other = trend(shares(*counts)), trend(shares(*reversed(counts)))
    assert other.finding is turned.get(one.finding, one.finding)
