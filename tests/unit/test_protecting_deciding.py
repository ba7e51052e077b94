"""What each face may show: decided once, on the cells, before anyone asks."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from goldenthread.engine.protecting.deciding import decide
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.primary import HIDDEN, SHOWN, WITHHELD
from tests.factories.figures import AGE, FINISHED, MEMBER_RATE, MEMBERS, Cell, cell, decided, figures, table

DAY, YEAR = "2018-03-31", "FY2017-18"
BOTH, NEITHER, INSIDE = (SHOWN, SHOWN), (HIDDEN, WITHHELD), (SHOWN, WITHHELD)
"""Who sees a figure, as the partnership's gate and the public's have it."""


def shown_as(*cells: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["partnership"], row["public"]) for row in decided(cells)]


@pytest.mark.parametrize(("number", "gate"), [(0, BOTH), (1, NEITHER), (5, NEITHER), (6, BOTH), (1201, BOTH)])
def test_one_to_five_children_are_hidden_and_nought_is_not(number: int, gate: tuple[str, str]) -> None:
    assert shown_as(cell(MEMBERS, DAY, numerator=number)) == [gate]


@pytest.mark.parametrize(
    ("counted", "gate"),
    [
        ({"numerator": 40, "denominator": 90}, BOTH),
        ({"numerator": 4, "denominator": 90}, NEITHER),
        ({"numerator": 86, "denominator": 90}, NEITHER),  # four did not
        ({"numerator": 90, "denominator": 90}, BOTH),
        ({"numerator": 0, "denominator": 4}, NEITHER),
        ({"numerator": 0, "denominator": 0, "status": "nothing to count"}, BOTH),
        ({"numerator": 40, "denominator": 90, "yes_children": 3}, NEITHER),  # forty rows of three children
        ({"numerator": 40, "denominator": 90, "no_children": 1}, NEITHER),
        ({"numerator": 0, "denominator": 6, "no_children": 1}, NEITHER),
        ({"numerator": 40, "denominator": 90, "unknown": 3}, BOTH),
    ],
)
def test_a_percentage_is_hidden_with_any_small_number_that_it_could_give_away(
    counted: dict[str, Any], gate: tuple[str, str]
) -> None:
    assert shown_as(cell(FINISHED, YEAR, **counted)) == [gate]


def test_a_rate_is_hidden_with_its_children_but_not_because_nearly_all_of_a_population_count() -> None:
    population = {"population": "mid-2017"}
    assert shown_as(cell(MEMBER_RATE, DAY, numerator=4, denominator=9000, **population)) == [NEITHER]
    assert shown_as(cell(MEMBER_RATE, DAY, numerator=8997, denominator=9000, **population)) == [BOTH]


def test_a_small_number_is_hidden_even_where_there_is_no_population_to_divide_it_by() -> None:
    assert shown_as(cell(MEMBER_RATE, DAY, numerator=4, status="no population")) == [NEITHER]


def test_the_middle_of_a_few_values_is_hidden() -> None:
    assert shown_as(cell(AGE, YEAR, denominator=5, value=9)) == [NEITHER]
    assert shown_as(cell(AGE, YEAR, denominator=6, value=9)) == [BOTH]


def test_for_the_public_the_next_smallest_group_goes_with_a_small_one() -> None:
    groups = [cell(MEMBERS, DAY, group=name, numerator=n) for name, n in (("Dark", 60), ("Fair", 2), ("Red", 9))]
    assert shown_as(cell(MEMBERS, DAY, numerator=71), *groups) == [BOTH, BOTH, NEITHER, INSIDE]


def test_nobody_outside_can_tell_a_small_number_from_the_one_that_goes_with_it() -> None:
    groups = [cell(MEMBERS, DAY, group=name, numerator=n) for name, n in (("Dark", 60), ("Fair", 2))]
    _, dark, fair = figures(cell(MEMBERS, DAY, numerator=62), *groups, face=Face.PUBLIC)
    assert dark == replace(fair, group="Dark")


def test_groups_of_nought_are_shown_beside_small_ones_and_are_no_help() -> None:
    groups = [cell(MEMBERS, DAY, group=name, numerator=n) for name, n in (("Dark", 60), ("Fair", 2), ("Red", 0))]
    assert shown_as(cell(MEMBERS, DAY, numerator=62), *groups) == [BOTH, INSIDE, NEITHER, BOTH]


def test_where_few_stand_behind_the_whole_no_group_is_shown() -> None:
    groups = [cell(MEMBERS, DAY, group=name, numerator=n) for name, n in (("Dark", 3), ("Fair", 0))]
    assert shown_as(cell(MEMBERS, DAY, numerator=3), *groups) == [NEITHER, NEITHER, BOTH]


def test_figures_are_withheld_only_for_the_period_and_the_indicator_they_concern() -> None:
    small, large = (cell(MEMBERS, day, group="Dark", numerator=n) for day, n in (("2018-03-31", 2), ("2018-02-28", 60)))
    other = cell(MEMBER_RATE, DAY, group="Fair", numerator=60, denominator=900, population="mid-2017")
    assert shown_as(small, large, other) == [NEITHER, BOTH, BOTH]


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


def for_the_public(cells: Iterable[Cell]) -> dict[str, str]:
    """What the public may see of cells of the whole, by their periods."""
    return {row["period"]: row["public"] for row in decide(table(list(cells)), protects_children=True).to_pylist()}


def finished(told: dict[str, int]) -> list[Cell]:
    """How many finished in each of some periods."""
    return [cell(FINISHED, period, numerator=number) for period, number in told.items()]


def test_for_the_public_a_small_quarter_takes_only_the_other_of_its_half_along() -> None:
    told = {
        "FY2017-18Q1": 3, "FY2017-18Q2": 20, "FY2017-18Q3": 30, "FY2017-18Q4": 40, "FY2017-18H1": 23, "FY2017-18H2": 70,
        "FY2017-18": 93, "FY2016-17Q4": 90,
    }  # fmt: skip
    withheld = [period for period, gate in for_the_public(finished(told)).items() if gate == WITHHELD]
    assert withheld == ["FY2017-18Q1", "FY2017-18Q2"]


def test_where_there_are_no_halves_all_quarters_go_with_a_small_one_for_their_year_would_tell() -> None:
    told = {"FY2017-18Q1": 3, "FY2017-18Q2": 20, "FY2017-18Q3": 30, "FY2017-18Q4": 40, "FY2017-18": 93}
    withheld = [period for period, gate in for_the_public(finished(told)).items() if gate == WITHHELD]
    assert withheld == ["FY2017-18Q1", "FY2017-18Q2", "FY2017-18Q3", "FY2017-18Q4"]


def test_for_the_public_no_stretch_of_another_length_tells_of_a_small_one() -> None:
    """The year less the nine months would be the quarter; two years to different months differ by two months."""
    told = {"FY2017-18Q4": 3, "2017-04..2017-12": 57, "FY2017-18": 60, "FY2016-17H2": 30, "12m2017-09": 63}
    assert for_the_public(finished(told)) == {
        "FY2017-18Q4": WITHHELD, "2017-04..2017-12": WITHHELD, "FY2017-18": SHOWN, "FY2016-17H2": SHOWN,
        "12m2017-09": WITHHELD,
    }  # fmt: skip


def test_a_stretch_of_another_length_is_shown_where_what_it_is_made_of_is() -> None:
    told = {"FY2016-17H2": 30, "FY2017-18Q1": 3, "FY2017-18Q2": 30, "FY2017-18H1": 33, "12m2017-09": 63}
    assert for_the_public(finished(told))["12m2017-09"] == SHOWN
    small = {**told, "FY2016-17H2": 3, "12m2017-09": 36}
    assert for_the_public(finished(small))["12m2017-09"] == WITHHELD


def test_days_are_not_added_up_so_none_is_withheld_with_another() -> None:
    days = [cell(MEMBERS, day, numerator=number) for day, number in (("2018-01-31", 3), ("2018-02-28", 20))]
    kept = decide(table(days), protects_children=True).to_pylist()
    assert [each["public"] for each in kept] == [WITHHELD, SHOWN]


def test_of_two_periods_of_the_same_days_both_are_protected_by_the_first() -> None:
    """Counting gives both the same number; should it ever not, none is shown because of the other."""
    few, many = (cell(MEMBERS, code, numerator=number) for code, number in ((YEAR, 2), ("12m2018-03", 40)))
    assert shown_as(few, many) == [NEITHER, NEITHER]
