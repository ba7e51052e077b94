"""XmR charts: the rules of NHS England to the letter, its own sample where it is at hand, and the edges."""

import csv
from fractions import Fraction
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.comparing.process import SHAPES, Assurance, Variation, process
from goldenthread.engine.comparing.xmr import Chart, Rule, xmr
from goldenthread.engine.definitions import HIGHER, LOWER, NEITHER, Better

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "reference" / "fixtures" / "mdc"
SAMPLE = SHARED / "mdc_sql_sample_annotated.csv"
FLAGS = {
    "above_upl": (Rule.OUTSIDE, True), "below_lpl": (Rule.OUTSIDE, False), "shift_up": (Rule.SHIFT, True),
    "shift_dn": (Rule.SHIFT, False), "trend_up": (Rule.TREND, True), "trend_dn": (Rule.TREND, False),
    "two3_up": (Rule.TWO_OF_THREE, True), "two3_dn": (Rule.TWO_OF_THREE, False),
}  # fmt: skip
REMARKS = {
    "Below lower process limit": (Rule.OUTSIDE, False),
    "Above upper process limit": (Rule.OUTSIDE, True),
    "Start of seven points below mean": (Rule.SHIFT, False),
    "Start of seven points above mean": (Rule.SHIFT, True),
    "Start of seven points increasing": (Rule.TREND, True),
    "Start of seven points decreasing": (Rule.TREND, False),
    "Two out of three points within two-to-three sigma lines with the other point on the same side of the mean": (
        Rule.TWO_OF_THREE, False,
    ),
    "Three out of three points within two-to-three sigma lines": (Rule.TWO_OF_THREE, True),
}  # fmt: skip


def chart(*values: float | str | None, **more: object) -> Chart:
    return xmr([None if value is None else Fraction(value) for value in values], **more)  # type: ignore[arg-type]


def marked(chart: Chart, rule: Rule) -> list[int]:
    return [at for at, marks in enumerate(chart.marks) if any(mark.rule is rule for mark in marks)]


# --- against others ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample() -> dict[str, list[dict[str, str]]]:
    """Four series of 26 weeks with their author's remarks. They are not ours to commit."""
    if not SAMPLE.exists():
        pytest.skip("NHS England's sample is not here: it is not ours to commit")
    with SAMPLE.open(newline="", encoding="utf-8") as file:
        return {name: list(rows) for name, rows in groupby(csv.DictReader(file), key=lambda row: row["group"])}


def test_the_limits_and_every_mark_of_nhs_england_s_sample(sample: dict[str, list[dict[str, str]]]) -> None:
    assert len(sample) == 4
    for rows in sample.values():
        found = chart(*(row["value"] for row in rows))
        for row, limits, marks in zip(rows, found.limits, found.marks, strict=True):
            assert limits
            told = [float(each) for each in (limits.mean, limits.lower, limits.upper)]
            assert told == pytest.approx([float(row[name]) for name in ("mean", "lpl", "upl")], rel=1e-12)
            assert {(mark.rule, mark.high) for mark in marks} == {FLAGS[name] for name in FLAGS if row[name] == "1"}, (
                row
            )


def test_every_remark_of_its_author_is_reproduced(sample: dict[str, list[dict[str, str]]]) -> None:
    remarks = 0
    for rows in sample.values():
        found = chart(*(row["value"] for row in rows))
        for row, marks in zip(rows, found.marks, strict=True):
            if row["author_annotation"]:
                remarks += 1
                assert REMARKS[row["author_annotation"]] in {(mark.rule, mark.high) for mark in marks}
    assert remarks == 8


def test_the_handbook_s_example_is_reproduced_but_for_the_rounding_of_a_constant() -> None:
    with (FIXTURES / "nist_6322_individuals.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with (FIXTURES / "nist_6322_expected.csv").open(newline="", encoding="utf-8") as file:
        expected = {row["quantity"]: float(row["value"]) for row in csv.DictReader(file)}
    limits = chart(*(row["flowrate"] for row in rows)).limits[0]
    assert limits
    assert float(limits.mean) == expected["xbar"]
    assert round(float(limits.mean_range), 4) == expected["mr_bar"]
    assert float(limits.upper) == pytest.approx(expected["UCL"], abs=1e-3)
    assert float(limits.lower) == pytest.approx(expected["LCL"], abs=1e-3)
    assert round(float(limits.upper), 4) == 55.8049
    assert float(limits.range_upper) == pytest.approx(3.267 * 1.8778, abs=1e-3)


# --- the rules --------------------------------------------------------------------------------------------------------

LEVEL = (10, 12, 11, 9, 10, 8, 11, 10, 9, 12, 10, 9, 11, 8)


def test_a_point_is_outside_only_strictly_beyond_a_limit() -> None:
    assert marked(chart(*LEVEL, 30), Rule.OUTSIDE) == [14]
    level = chart(5, 5, 5, 5)
    assert level.limits[0] and level.limits[0].upper == level.limits[0].lower == 5
    assert marked(level, Rule.OUTSIDE) == []


def test_seven_on_one_side_are_a_shift_and_six_are_not() -> None:
    seven, six = (9, 0, 9, 0, *[6] * 7, 0, 9, 0), (9, 0, 9, 0, *[6] * 6, 0, 9, 0)
    assert marked(chart(*seven), Rule.SHIFT) == list(range(4, 11))
    assert marked(chart(*six), Rule.SHIFT) == []
    assert marked(chart(*six, run=6), Rule.SHIFT) == list(range(4, 10))


def test_a_point_on_the_mean_breaks_a_shift() -> None:
    values = (6, 6, 6, 5, 6, 6, 6, 4, 4, 4, 4, 4, 4)
    assert chart(*values).limits[0].mean == Fraction(sum(values), 13) == 5  # type: ignore[union-attr]
    assert marked(chart(*values), Rule.SHIFT) == []


def test_six_rises_are_a_trend_and_a_tie_breaks_it() -> None:
    assert marked(chart(9, 1, 2, 3, 4, 5, 6, 7, 0), Rule.TREND) == list(range(1, 8))
    assert marked(chart(9, 1, 2, 3, 3, 5, 6, 7, 0), Rule.TREND) == []
    assert {mark.high for mark in chart(7, 6, 5, 4, 3, 2, 1).marks[0] if mark.rule is Rule.TREND} == {False}


def test_every_point_of_a_longer_run_is_marked() -> None:
    assert marked(chart(*range(10)), Rule.TREND) == list(range(10))


def test_two_of_three_marks_only_those_in_the_zone() -> None:
    found = chart(*(10, 12) * 10, 10, 16, 12, 16, 10)
    limits = found.limits[0]
    assert limits and limits.mean + limits.near < 16 <= limits.upper
    assert marked(found, Rule.TWO_OF_THREE) == [21, 23]


def test_two_of_three_needs_the_third_on_the_same_side() -> None:
    assert marked(chart(*(10, 12) * 10, 10, 16, 10, 16, 10), Rule.TWO_OF_THREE) == []


def test_a_point_beyond_the_limit_is_not_in_the_zone() -> None:
    found = chart(*(10, 12) * 10, 30, 14, 12, 10)
    assert 20 in marked(found, Rule.OUTSIDE) and 20 not in marked(found, Rule.TWO_OF_THREE)


# --- edges ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["0.1", "0.7", "3", "0"])
def test_a_constant_series_has_its_mean_for_limits_and_no_mark(value: str) -> None:
    found = chart(*[value] * 24)
    assert found.signals == 0
    assert {(each.lower, each.mean, each.upper) for each in found.limits if each} == {(Fraction(value),) * 3}


def test_a_missing_month_breaks_a_run_and_a_moving_range() -> None:
    found = chart(1, 2, 3, None, 4, 5, 6, 7)
    assert marked(found, Rule.TREND) == [] and found.limits[3] is None and found.marks[3] == frozenset()
    assert found.limits[0] and found.limits[0].mean_range == 1  # from 3 to 4 is no step of one month
    assert marked(chart(0, 9, 6, 6, 6, None, 6, 6, 6, 6, 0, 0), Rule.SHIFT) == []


def test_nothing_at_all_one_point_and_only_gaps() -> None:
    assert chart().signals == 0 and chart().last is None
    assert chart(None, None).limits == (None, None)
    one = chart(3)
    assert one.limits[0] and one.limits[0].upper == 3 and one.signals == 0


def test_limits_begin_anew_and_a_trend_may_cross_while_a_shift_may_not() -> None:
    low, high = (1, 2) * 6, (11, 12) * 6
    found = chart(*low, *high, rebases=[12])
    assert [each.mean for each in found.limits if each] == [Fraction(3, 2)] * 12 + [Fraction(23, 2)] * 12
    assert found.signals == 0
    assert chart(*low, *high).signals > 0
    crossing = chart(*low, 3, 4, 5, 6, 7, 8, 9, *high, rebases=[16])
    assert 14 in marked(crossing, Rule.TREND) and 17 in marked(crossing, Rule.TREND)


def test_limits_that_are_carried_on_judge_what_follows_and_are_not_altered_by_it() -> None:
    before, after = (10, 12) * 6, (30, 31, 29)
    found = chart(*before, *after, rebases=[12], carried=[12])
    assert {each.mean for each in found.limits if each} == {Fraction(11)}
    assert found.marks[:12] == chart(*before).marks and all(found.marks[12:])


def test_it_says_where_there_are_too_few_points_and_where_the_mean_is_low() -> None:
    assert chart(*[10] * 15).warnings == []
    assert chart(*[10] * 14).warnings == ["Trial limits: there are 14 points, and limits need 15."]
    assert chart(*[10] * 20, rebases=[11]).warnings == [
        "Trial limits: a part has 9 points, and limits need 12 in each."
    ]
    assert chart(*[4] * 15).warnings == ["The mean is below 5, where these limits signal falsely more often."]


@pytest.mark.parametrize("wrong", [{"run": 5}, {"run": 9}, {"rebases": [0]}, {"rebases": [3]}])
def test_settings_that_there_are_not_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a run has|cannot begin anew"):
        chart(1, 2, 3, **wrong)


numbers = st.lists(st.one_of(st.none(), st.integers(0, 60).map(Fraction)), max_size=40)


@given(numbers)
def test_turned_upside_down_every_mark_turns_with_it(values: list[Fraction | None]) -> None:
    turned = xmr([None if value is None else 100 - value for value in values])
    for marks, others in zip(xmr(values).marks, turned.marks, strict=True):
        assert {(mark.rule, not mark.high) for mark in marks} == {(mark.rule, mark.high) for mark in others}


@given(numbers, st.integers(1, 20))
def test_the_unit_of_measurement_changes_no_mark(values: list[Fraction | None], times: int) -> None:
    assert xmr(values).marks == xmr([None if value is None else value * times + 3 for value in values]).marks


# --- in words and shapes ----------------------------------------------------------------------------------------------

HIGH_END, LOW_END = chart(*LEVEL, 30), chart(*LEVEL, -10)


@pytest.mark.parametrize(
    ("ending", "better", "variation"),
    [
        (HIGH_END, HIGHER, Variation.IMPROVEMENT_HIGH), (HIGH_END, LOWER, Variation.CONCERN_HIGH),
        (HIGH_END, NEITHER, Variation.NEITHER_HIGH), (LOW_END, HIGHER, Variation.CONCERN_LOW),
        (LOW_END, LOWER, Variation.IMPROVEMENT_LOW), (LOW_END, NEITHER, Variation.NEITHER_LOW),
        (chart(*LEVEL, 30, 10), HIGHER, Variation.COMMON_CAUSE), (chart(), LOWER, Variation.COMMON_CAUSE),
        (chart(*LEVEL, 30, None), HIGHER, Variation.IMPROVEMENT_HIGH),
    ],
)  # fmt: skip
def test_variation_goes_by_the_last_point_alone(ending: Chart, better: Better, variation: Variation) -> None:
    assert process(ending, better).variation is variation


def both_ways() -> Chart:
    """Its last point ends a trend upwards and a run below the mean."""
    found = chart(*(20, 22) * 6, 1, 2, 3, 4, 5, 6, 7)
    assert {(mark.rule, mark.high) for mark in found.marks[-1]} >= {(Rule.TREND, True), (Rule.SHIFT, False)}
    return found


def test_where_a_point_signals_both_ways_a_setting_decides() -> None:
    found = both_ways()
    assert process(found, HIGHER).variation is Variation.CONCERN_LOW
    assert process(found, HIGHER, concern_wins=False).variation is Variation.IMPROVEMENT_HIGH
    assert process(found, LOWER).variation is Variation.CONCERN_HIGH
    assert process(found, LOWER, concern_wins=False).variation is Variation.IMPROVEMENT_LOW
    assert process(found, HIGHER, concern_wins=False).rules == (Rule.TREND,)
    assert Rule.SHIFT in process(found, HIGHER).rules and Rule.TREND not in process(found, HIGHER).rules
    assert process(found, NEITHER).variation is Variation.NEITHER_LOW


def test_assurance_lies_in_where_the_target_is_beside_the_limits() -> None:
    found = chart(*LEVEL, 10)
    limits = found.limits[0]
    assert limits
    inside = (limits.mean, limits.lower + 1, limits.upper - 1)
    for target in inside:
        assert {process(found, each, target=target).assurance for each in (HIGHER, LOWER)} == {Assurance.EITHER}
    assert process(found, HIGHER, target=limits.lower).assurance is Assurance.MEETS
    assert process(found, HIGHER, target=limits.upper).assurance is Assurance.MISSES
    assert process(found, LOWER, target=limits.upper).assurance is Assurance.MEETS
    assert process(found, LOWER, target=limits.lower).assurance is Assurance.MISSES
    assert process(found, NEITHER, target=limits.mean).assurance is None
    assert process(found, HIGHER).assurance is None and process(chart(), HIGHER, target=Fraction(1)).assurance is None


def test_every_state_has_words_and_a_shape_of_its_own() -> None:
    assert set(SHAPES) == {*Variation, *Assurance} and len(set(SHAPES.values())) == len(SHAPES)
