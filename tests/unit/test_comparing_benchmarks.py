"""A figure beside a fixed value, a band, other areas: against answers that others worked out."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.comparing.benchmarks import InBand, against, against_band
from goldenthread.engine.comparing.comparators import Average, Neighbour, comparator
from goldenthread.engine.comparing.process import SHAPES as SHAPES_OF_CHARTS
from goldenthread.engine.comparing.process import Variation
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.verdicts import Finding, Judgement, in_brief, judged, shape
from goldenthread.engine.definitions import HIGHER, LOWER, NEITHER, Better

FIXTURES = Path(__file__).parents[1] / "fixtures"
POLARITIES = {"High is good": HIGHER, "Low is good": LOWER, "No judgement": NEITHER, "High": HIGHER, "Low": LOWER}


def rows(name: str) -> list[dict[str, str]]:
    with (FIXTURES / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows("fingertips_benchmark.csv"))
def test_a_figure_stands_to_a_benchmark_as_public_health_practice_says(row: dict[str, str]) -> None:
    finding = against((float(row["lower"]), float(row["upper"])), float(row["benchmark"]))
    assert judged(finding, POLARITIES[row["polarity"]]) == row["expected"].lower()


def test_an_interval_that_ends_at_the_value_is_similar_to_it() -> None:
    assert [against((1, 2), value) for value in (1, 2)] == [Finding.SIMILAR] * 2
    assert against((Fraction(1), Fraction(2)), Fraction(2_000_001, 1_000_000)) is Finding.LOWER


@pytest.mark.parametrize("better", Better)
def test_what_cannot_be_told_is_neither_better_nor_worse(better: Better) -> None:
    assert judged(Finding.CANNOT_TELL, better) is Judgement.CANNOT_TELL
    assert judged(Finding.SIMILAR, better) is Judgement.SIMILAR


def test_every_finding_has_a_shape_of_its_own_and_one_alphabet_serves_charts_and_tests() -> None:
    told = {in_brief(finding, better): shape(finding, better) for finding in Finding for better in Better}
    assert len(set(told.values())) == len(told)
    assert told["▼ lower: better"] == SHAPES_OF_CHARTS[Variation.IMPROVEMENT_LOW]
    assert told["△ higher: worse"] == SHAPES_OF_CHARTS[Variation.CONCERN_HIGH]
    assert told["◆ higher"] == SHAPES_OF_CHARTS[Variation.NEITHER_HIGH]
    assert told["● could be chance"] == SHAPES_OF_CHARTS[Variation.COMMON_CAUSE]


@pytest.mark.parametrize(
    ("interval", "found"),
    [
        ((1, 2), InBand.BELOW), ((7, 8), InBand.ABOVE), ((4, 5), InBand.WITHIN), ((3, 6), InBand.WITHIN),
        ((2, 4), InBand.ACROSS), ((5, 7), InBand.ACROSS), ((1, 9), InBand.ACROSS), ((1, 3), InBand.ACROSS),
    ],
)  # fmt: skip
def test_a_figure_beside_a_band(interval: tuple[float, float], found: InBand) -> None:
    assert against_band(interval, (3, 6)) is found


def test_a_band_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(ValueError, match="has nothing in it"):
        against_band((1, 2), (6, 3))


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.floats(-1e6, 1e6))
def test_a_value_within_the_interval_is_never_told_from_it(lower: float, width: float, value: float) -> None:
    found = against((lower, lower + width), value)
    assert (found is Finding.SIMILAR) == (lower <= value <= lower + width)


# --- other areas ------------------------------------------------------------------------------------------------------

AVERAGES = {
    ("2014", "SN April 2021"): ("50.5", "52.1", "47.5", 10), ("2014", "SN 2025"): ("41.4", "43.1", "40.3", 9),
    ("2019", "SN April 2021"): ("51.2", "48.2", "50.8", 10), ("2019", "SN 2025"): ("51.0", "45.9", "50.1", 9),
    ("2024", "SN April 2021"): ("49.7", "48.9", "49.3", 10), ("2024", "SN 2025"): ("51.5", "53.9", "52.7", 10),
    ("2025", "SN April 2021"): ("47.0", "45.4", "46.7", 10), ("2025", "SN 2025"): ("49.2", "49.2", "49.7", 10),
}  # fmt: skip
"""Mean, median, pooled rate, and areas with data, worked out elsewhere from the same published counts."""


def neighbours(year: str, listed: str) -> list[Neighbour]:
    found = [
        row
        for row in rows("dfe_leeds_statistical_neighbours_cpp.csv")
        if (row["year"], row["sn_list"]) == (year, listed)
    ]
    others = [
        Neighbour(row["la_name"], int(row["cpp_at_31_march"]), int(row["pop_0_17_mid_prev_year"]))
        for row in found
        if row["old_la_code"] != "383"
    ]
    return others + [Neighbour("an area that did not exist", None, None)] * (10 - len(others))


@pytest.mark.parametrize("which", AVERAGES)
def test_the_list_and_the_average_decide_what_neighbours_come_to(which: tuple[str, str]) -> None:
    *expected, with_data = AVERAGES[which]
    found = [comparator(neighbours(*which), listed=which[1], average=each, per=10_000) for each in Average]
    assert [str(rounded(each.value or 0, 1)) for each in found] == expected
    assert {(each.with_data, each.of) for each in found} == {(with_data, 10)}


def test_a_comparator_says_which_list_which_average_and_how_many_have_data() -> None:
    found = comparator(neighbours("2014", "SN 2025"), listed="SN 2025", average=Average.MEDIAN, per=10_000)
    assert found.in_words == "median of 9 of 10 areas on the list SN 2025"


def test_without_any_data_there_is_no_value() -> None:
    found = comparator([Neighbour("A", None, None), Neighbour("B", 3, 0)], listed="ours", average=Average.MEAN)
    assert (found.value, found.with_data, found.of) == (None, 0, 2)


def test_an_area_that_published_its_rate_alone_counts_for_a_mean_and_a_median_but_for_no_pooled_rate() -> None:
    those = [Neighbour("A", 10, 100), Neighbour("B", value=Fraction(40)), Neighbour("C")]
    found = {each: comparator(those, listed="ours", average=each) for each in Average}
    assert {each: (one.value, one.with_data, one.of) for each, one in found.items()} == {
        Average.MEAN: (25, 2, 3), Average.MEDIAN: (25, 2, 3), Average.POOLED: (10, 1, 3),
    }  # fmt: skip
