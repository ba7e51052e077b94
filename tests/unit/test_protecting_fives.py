"""Counts in fives, for tables of which anybody chooses what stands in them."""

from decimal import Decimal
from typing import Any

import pytest

from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure, as_record
from goldenthread.engine.protecting.fives import nearest
from tests.factories.figures import AGE, AUDITS, FINISHED, MEMBER_RATE, MEMBERS, RACES, RESCUES, a_figure, cell, figures

DAY, YEAR = "2018-03-31", "FY2017-18"


def rounded(indicator: Indicator, **counted: Any) -> Figure:
    return a_figure(indicator, DAY if indicator in (MEMBERS, MEMBER_RATE) else YEAR, face=Face.ROUNDED, **counted)


@pytest.mark.parametrize(
    ("count", "in_fives"),
    [(0, 0), (8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (1201, 1200), (1203, 1205), (None, None)],
)
def test_a_count_is_rounded_to_the_nearest_five(count: int | None, in_fives: int | None) -> None:
    assert nearest(count) == in_fives


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0"), (1, "withheld"), (5, "withheld"), (6, "withheld"), (7, "withheld"), (8, "10")]
)
def test_one_to_seven_children_are_withheld_and_nought_is_not(count: int, shown: str) -> None:
    figure = rounded(MEMBERS, numerator=count)
    assert (figure.shown, figure.shown_interval) == (shown, "")


def test_each_number_is_rounded_by_itself_so_that_groups_need_not_add_up_to_their_whole() -> None:
    groups = [cell(MEMBERS, DAY, group=name, numerator=12) for name in ("Dark", "Fair", "Red")]
    whole, *parts = figures(cell(MEMBERS, DAY, numerator=36), *groups, face=Face.ROUNDED)
    assert (whole.shown, [each.shown for each in parts]) == ("35", ["10", "10", "10"])


def test_a_percentage_is_worked_out_from_the_rounded_counts_and_has_no_interval() -> None:
    figure = rounded(FINISHED, numerator=38, denominator=93, unknown=11)
    assert (figure.numerator, figure.denominator, figure.unknown, figure.shown) == (40, 95, 10, "42.1%")
    assert (figure.interval, as_record(figure)["lower"]) == (None, None)


@pytest.mark.parametrize(
    "counted",
    [
        {"numerator": 6, "denominator": 90},
        {"numerator": 83, "denominator": 90},  # seven did not
        {"numerator": 40, "denominator": 90, "yes_children": 7},
        {"numerator": 40, "denominator": 90, "no_children": 6},
    ],
)
def test_a_percentage_is_withheld_with_a_count_that_is_too_small_to_round(counted: dict[str, Any]) -> None:
    figure = rounded(FINISHED, **counted)
    assert (figure.shown, figure.numerator, figure.denominator) == ("withheld", None, None)


def test_a_rate_is_of_the_rounded_count_and_the_population_that_others_published() -> None:
    figure = rounded(MEMBER_RATE, numerator=1201, denominator=155_517, population="mid-2017")
    assert (figure.numerator, figure.denominator, figure.rounded) == (1200, 155_517, Decimal("77.2"))


def test_the_few_of_whom_it_is_not_recorded_are_not_told() -> None:
    assert rounded(FINISHED, numerator=40, denominator=90, unknown=7).unknown is None


def test_a_middle_value_is_no_count_and_stays_but_not_of_few() -> None:
    middle = rounded(AGE, denominator=41, value="9.5", lower="8", upper="11")
    assert (middle.shown, middle.denominator) == ("9.5 years", 40)
    assert rounded(AGE, denominator=7, value="9.5").shown == "withheld"


def test_what_was_supplied_without_its_counts_cannot_be_worked_out_from_rounded_ones() -> None:
    assert rounded(FINISHED, value="41.3", yes_children=900, status="supplied").shown == "withheld"


def test_what_tells_of_no_children_is_not_rounded() -> None:
    assert rounded(RACES, numerator=3).shown == "3"
    assert rounded(AUDITS, numerator=3, denominator=16).shown == "18.8%"


@pytest.mark.parametrize(
    ("rescues", "shown"), [(0, "0"), (5, "withheld"), (7, "withheld"), (12, "10"), (1201, "1,200")]
)
def test_rows_that_stand_for_children_are_rounded_like_children(rescues: int, shown: str) -> None:
    assert rounded(RESCUES, numerator=rescues).shown == shown


def test_what_the_public_is_not_shown_is_not_shown_rounded_either() -> None:
    groups = [cell(MEMBERS, DAY, group=name, numerator=n) for name, n in (("Dark", 60), ("Fair", 1), ("Red", 8))]
    whole, dark, fair, red = figures(cell(MEMBERS, DAY, numerator=69), *groups, face=Face.ROUNDED)
    assert [each.shown for each in (whole, dark, fair, red)] == ["70", "60", "withheld", "withheld"]
