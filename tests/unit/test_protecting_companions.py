"""Companions: the fewest and smallest besides, and the ranges that are left to somebody who reckons."""

from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.companions import Numbers, Table, choose
from goldenthread.engine.protecting.steps import Block, steps_of

A_DAY = [Block((0,))]
A_QUARTER = [Block((0,)), Block((1, 2, 3), 0)]
"""A quarter, and its three months."""


def numbers(*stretches: list[int]) -> Numbers:
    """Numbers of groups in each stretch, of which 1 to 5 are small."""
    small = [{row for row, number in enumerate(stretch) if 1 <= number <= 5} for stretch in stretches]
    return Numbers(list(stretches), small)


def quarter(*months: list[int]) -> Table:
    """A quarter before its months."""
    return [[sum(each) for each in zip(*months, strict=True)], *months]


def test_nothing_small_hides_nothing() -> None:
    assert choose([numbers([60, 0, 9])], A_DAY).hidden == {0: set()}


def test_the_next_smallest_goes_with_a_small_one_and_each_could_be_anything_up_to_both() -> None:
    choice = choose([numbers([60, 3, 9, 0])], A_DAY)
    assert choice.hidden == {0: {1, 2}}
    assert choice.ranges == [{0: {1: (0, 12), 2: (0, 12)}}]


def test_two_small_ones_that_are_few_together_need_a_third() -> None:
    assert choose([numbers([60, 1, 2, 9])], A_DAY).hidden == {0: {1, 2, 3}}
    assert choose([numbers([60, 3, 4, 9])], A_DAY).hidden == {0: {1, 2}}


def test_a_group_is_hidden_in_all_months_of_a_quarter_and_the_quarter_is_shown() -> None:
    choice = choose([numbers(*quarter([3, 20, 70], [10, 20, 70], [10, 20, 70]))], A_QUARTER)
    assert choice.hidden == {0: set(), 1: {0, 1}, 2: {0, 1}, 3: {0, 1}}
    assert choice.ranges[0][1] == {0: (0, 23), 1: (0, 23)}
    assert choice.ranges[0][2][0] == (0, 23)


def test_where_hiding_all_groups_of_the_months_is_not_enough_the_quarter_is_hidden_too() -> None:
    """Were both quarters shown, whoever knows that one child of the other group came knows it for five or six."""
    enough = choose([numbers([30, 6], [5, 6], [12, 0], [13, 0])], A_QUARTER)
    assert (enough.hidden[0], enough.hidden[1]) == (set(), {0, 1})
    more = choose([numbers([30, 1], [5, 1], [12, 0], [13, 0])], A_QUARTER)
    assert more.hidden[0] == more.hidden[1] == {0, 1}
    assert more.ranges[0][1] == {0: (0, 6), 1: (0, 6)}


def test_both_parts_of_a_share_are_hidden_together_and_each_has_its_range() -> None:
    did, did_not = numbers([30, 40, 50]), numbers([4, 20, 9])
    choice = choose([did, did_not], A_DAY)
    assert choice.hidden == {0: {0, 2}}
    assert [ranges[0][0] for ranges in choice.ranges] == [(0, 80), (0, 13)]


def test_where_the_whole_is_hidden_every_group_is_that_is_not_nought() -> None:
    choice = choose([numbers(*quarter([8, 0], [9, 0], [10, 0]))], A_QUARTER, whole_hidden={1, 2, 3})
    assert choice.hidden == {0: set(), 1: {0}, 2: {0}, 3: {0}}
    assert choice.ranges[0][1] == {0: (0, 27)}


def test_it_says_where_even_hiding_everything_leaves_too_narrow_a_range() -> None:
    """As of amounts that are smaller than the number of children behind them; there is nothing more to hide."""
    assert choose([numbers([3, 1])], A_DAY).gave_up == A_DAY
    assert choose([numbers([60, 3])], A_DAY).gave_up == []


def test_a_year_is_made_of_halves_quarters_and_months_as_far_as_they_are_there() -> None:
    codes = ["FY2017-18", "FY2017-18H1", "FY2017-18H2", "FY2017-18Q1", "FY2017-18Q3", "2017-04", "12m2017-09"]
    steps = steps_of(tuple(parse(code).span for code in codes))
    made = [
        ([codes[part] for part in block.parts], codes[block.of] if block.of is not None else "")
        for block in steps.blocks
    ]
    assert made == [
        (["FY2017-18"], ""), (["FY2017-18H1", "FY2017-18H2"], "FY2017-18"), (["FY2017-18Q1"], ""), (["2017-04"], ""),
        (["FY2017-18Q3"], ""),
    ]  # fmt: skip
    assert [codes[odd] for odd in steps.odd] == ["12m2017-09"]
