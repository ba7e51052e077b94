"""What each face may show: decided once, on the cells, before anyone asks."""

from typing import Any

import pytest

from goldenthread.engine.protecting.primary import HIDDEN, SHOWN, WITHHELD, decide
from tests.factories.figures import AGE, FINISHED, MEMBER_RATE, MEMBERS, cell, decided, table

DAY, YEAR = "2018-03-31", "FY2017-18"


def shown_as(*cells: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["partnership"], row["public"]) for row in decided(cells)]


@pytest.mark.parametrize(
    ("number", "gate"), [(0, "shown"), (1, "hidden"), (5, "hidden"), (6, "shown"), (1201, "shown")]
)
def test_one_to_five_children_are_hidden_and_nought_is_not(number: int, gate: str) -> None:
    assert shown_as(cell(MEMBERS, DAY, numerator=number)) == [(gate, gate)]


@pytest.mark.parametrize(
    ("counted", "gate"),
    [
        ({"numerator": 40, "denominator": 90}, "shown"),
        ({"numerator": 4, "denominator": 90}, "hidden"),
        ({"numerator": 86, "denominator": 90}, "hidden"),  # four did not
        ({"numerator": 90, "denominator": 90}, "shown"),
        ({"numerator": 0, "denominator": 4}, "hidden"),
        ({"numerator": 0, "denominator": 0, "status": "nothing to count"}, "shown"),
        ({"numerator": 40, "denominator": 90, "yes_children": 3}, "hidden"),  # forty rows of three children
        ({"numerator": 40, "denominator": 90, "no_children": 1}, "hidden"),
        ({"numerator": 0, "denominator": 6, "no_children": 1}, "hidden"),
        ({"numerator": 40, "denominator": 90, "unknown": 3}, "shown"),
    ],
)
def test_a_percentage_is_hidden_with_any_small_number_that_it_could_give_away(
    counted: dict[str, Any], gate: str
) -> None:
    assert shown_as(cell(FINISHED, YEAR, **counted)) == [(gate, gate)]


def test_a_rate_is_hidden_with_its_children_but_not_because_nearly_all_of_a_population_count() -> None:
    population = {"population": "mid-2017"}
    assert shown_as(cell(MEMBER_RATE, DAY, numerator=4, denominator=9000, **population)) == [("hidden", "hidden")]
    assert shown_as(cell(MEMBER_RATE, DAY, numerator=8997, denominator=9000, **population)) == [("shown", "shown")]


def test_a_small_number_is_hidden_even_where_there_is_no_population_to_divide_it_by() -> None:
    assert shown_as(cell(MEMBER_RATE, DAY, numerator=4, status="no population")) == [("hidden", "hidden")]


def test_the_middle_of_a_few_values_is_hidden() -> None:
    assert shown_as(cell(AGE, YEAR, denominator=5, value=9)) == [("hidden", "hidden")]
    assert shown_as(cell(AGE, YEAR, denominator=6, value=9)) == [("shown", "shown")]


def test_outside_the_partnership_a_breakdown_is_withheld_whole_because_the_rest_would_give_it_away() -> None:
    groups = [cell(MEMBERS, DAY, group=name, numerator=number) for name, number in (("Dark", 60), ("Fair", 2))]
    whole = cell(MEMBERS, DAY, numerator=62)
    assert shown_as(whole, *groups) == [("shown", "shown"), ("shown", "withheld"), ("hidden", "hidden")]


def test_a_breakdown_is_withheld_only_for_the_period_and_the_indicator_it_concerns() -> None:
    small, large = (cell(MEMBERS, day, group="Dark", numerator=n) for day, n in (("2018-03-31", 2), ("2018-02-28", 60)))
    other = cell(MEMBER_RATE, DAY, group="Fair", numerator=60, denominator=900, population="mid-2017")
    assert shown_as(small, large, other) == [("hidden", "hidden"), ("shown", "shown"), ("shown", "shown")]


def test_meetings_and_audits_are_never_hidden() -> None:
    (row,) = decide(table([cell(MEMBERS, DAY, numerator=1)]), protects_children=False).to_pylist()
    assert (row["partnership"], row["public"]) == ("shown", "shown")


def test_groups_stay_in_the_order_in_which_they_are_declared() -> None:
    names = [f"group {number:02d}" for number in (7, 3, 9, 1, 4, 8, 2, 6, 5, 0)]
    days = [f"2018-{month:02d}-28" for month in (9, 2, 5)]
    cells = [cell(MEMBERS, day, group=name, numerator=9) for day in days for name in names]
    assert [(row["period"], row["group"]) for row in decided(cells)] == [
        (each["period"], each["group"]) for each in cells
    ]


def test_nothing_else_of_a_cell_is_changed() -> None:
    before = cell(AGE, YEAR, group="Dark", denominator=41, unknown=9, value="9.5", lower="8", upper="11")
    (after,) = decided([before])
    told = {"public": "shown", "partnership": "shown"}
    assert after == before | told | {"public_hides_unknown": False, "partnership_hides_unknown": False}


@pytest.mark.parametrize(("unknown", "hides"), [(0, False), (1, True), (5, True), (6, False)])
def test_a_few_of_whom_it_is_not_recorded_hide_their_own_number_only(unknown: int, hides: bool) -> None:
    (row,) = decided([cell(FINISHED, YEAR, numerator=40, denominator=90, unknown=unknown)])
    assert (row["public"], row["public_hides_unknown"], row["partnership_hides_unknown"]) == ("shown", hides, hides)


def test_outside_the_partnership_the_numbers_not_recorded_are_hidden_in_every_group_with_one_of_them() -> None:
    few, none = (cell(MEMBERS, DAY, group=name, numerator=60, unknown=n) for name, n in (("Dark", 2), ("Fair", 0)))
    rows = decided([few, none])
    assert [row["public_hides_unknown"] for row in rows] == [True, True]
    assert [row["partnership_hides_unknown"] for row in rows] == [True, False]


def test_no_cells_are_no_trouble() -> None:
    empty = table([cell(MEMBERS, DAY, numerator=1)]).slice(0, 0)
    assert decide(empty, protects_children=True).num_rows == 0


def test_for_the_public_the_other_quarters_of_a_year_are_withheld_with_a_small_one() -> None:
    quarters = [cell(FINISHED, f"FY2017-18Q{n}", numerator=number) for n, number in enumerate((3, 20, 30, 40), start=1)]
    others = [
        cell(FINISHED, period, numerator=90) for period in ("FY2017-18", "FY2017-18H1", "FY2016-17Q4", "AY2016-17")
    ]
    kept = {each["period"]: each for each in decide(table([*quarters, *others]), protects_children=True).to_pylist()}
    assert {period: each["public"] for period, each in kept.items()} == {
        "FY2017-18Q1": HIDDEN, "FY2017-18Q2": WITHHELD, "FY2017-18Q3": WITHHELD, "FY2017-18Q4": WITHHELD,
        "FY2017-18": SHOWN, "FY2017-18H1": SHOWN, "FY2016-17Q4": SHOWN, "AY2016-17": WITHHELD,
    }  # fmt: skip
    assert {each["partnership"] for each in kept.values()} == {HIDDEN, SHOWN}
    assert kept["FY2017-18Q2"]["partnership"] == SHOWN


def test_for_the_public_no_stretch_of_another_length_tells_of_a_small_one() -> None:
    told = {"FY2017-18Q4": 3, "2017-04..2017-12": 57, "FY2017-18": 60, "FY2016-17H2": 30, "12m2017-09": 63}
    kept = decide(table([cell(FINISHED, each, numerator=n) for each, n in told.items()]), protects_children=True)
    assert {each["period"]: each["public"] for each in kept.to_pylist()} == {
        "FY2017-18Q4": HIDDEN, "2017-04..2017-12": WITHHELD, "FY2017-18": SHOWN, "FY2016-17H2": SHOWN,
        "12m2017-09": WITHHELD,
    }  # fmt: skip


def test_days_are_not_added_up_so_none_is_withheld_with_another() -> None:
    days = [cell(MEMBERS, day, numerator=number) for day, number in (("2018-01-31", 3), ("2018-02-28", 20))]
    kept = decide(table(days), protects_children=True).to_pylist()
    assert [each["public"] for each in kept] == [HIDDEN, SHOWN]
