"""The gate: what leaves the engine as a figure, for each face, and that nothing hidden leaves with it."""

import json
from dataclasses import FrozenInstanceError, fields, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.comparing.families import Families
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.series import limits
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure, Figures, as_record, figures_from, with_unit
from tests.factories.figures import (
    AGE,
    FINISHED,
    INDICATORS,
    MEMBER_RATE,
    MEMBERS,
    RACES,
    a_figure,
    cell,
    decided,
    figures,
)

DAY, YEAR = "2018-03-31", "FY2017-18"
OUTSIDE = [Face.PARTNERSHIP, Face.PUBLIC, Face.ROUNDED]


@pytest.mark.parametrize(
    ("figure", "value", "shown", "interval"),
    [
        (a_figure(MEMBERS, DAY, numerator=1201), 1201, "1,201", ""),
        (a_figure(FINISHED, YEAR, numerator=3, denominator=16), Fraction(300, 16), "18.8%", "6.6% to 43.0%"),
        (
            a_figure(MEMBER_RATE, DAY, numerator=1201, denominator=155_517, population="mid-2017"),
            Fraction(12_010_000, 155_517),
            "77.2",
            "72.9 to 81.7",
        ),
        (
            a_figure(AGE, YEAR, denominator=41, value="9.5", lower="8", upper="11"),
            Fraction(19, 2),
            "9.5 years",
            "8 to 11 years",
        ),
        (a_figure(AGE, YEAR, denominator=3, value="9"), 9, "9 years", ""),
        (a_figure(RACES, YEAR, numerator=2), 2, "2", ""),
    ],
    ids=["count", "percentage", "rate", "middle value", "middle of a few", "races"],
)  # fmt: skip
def test_a_value_is_divided_once_and_rounded_only_to_be_shown(
    figure: Figure, value: Fraction | int, shown: str, interval: str
) -> None:
    assert (figure.value, figure.shown, figure.shown_interval) == (value, shown, interval)


def test_a_full_count_has_no_interval() -> None:
    assert a_figure(MEMBERS, DAY, numerator=1201).interval is None


@pytest.mark.parametrize("indicator", [FINISHED, MEMBER_RATE], ids=["share", "rate"])
def test_the_interval_of_children_is_the_one_that_tests_go_by(indicator: Indicator) -> None:
    numbers = {
        "numerator": 412,
        "denominator": 2006,
        **({"population": "mid-2017"} if indicator is MEMBER_RATE else {}),
    }
    kept = decided([cell(indicator, YEAR, **numbers)])
    (figure,) = figures_from(
        kept, indicators=INDICATORS, face=Face.BOARD, edition=1, families=Families(2.2, "a setting")
    )
    tested = limits(figure, indicator, families=2.2)
    assert tested and figure.interval == tuple(rounded(each, figure.places) for each in tested)
    alone = replace(figure, families=1).interval
    assert alone and alone[0] > figure.interval[0] and alone[1] < figure.interval[1]


def test_strangers_have_no_family_to_allow_for() -> None:
    kept = decided([cell(RACES, YEAR, numerator=412)])
    (figure,) = figures_from(
        kept, indicators=INDICATORS, face=Face.BOARD, edition=1, families=Families(2.2, "a setting")
    )
    assert figure.families == 1


@pytest.mark.parametrize(
    ("number", "unit", "written"),
    [
        ("1201", "children", "1,201"),
        ("77.0", "per 10,000", "77.0"),
        ("100.0", "%", "100.0%"),
        ("1.0", "years", "1 year"),
        ("0.0", "years", "0 years"),
        ("6.5", "working days", "6.5 working days"),
        ("1.0", "working days", "1 working day"),
        ("10.0", "days", "10 days"),
    ],
)
def test_a_number_is_written_with_its_unit(number: str, unit: str, written: str) -> None:
    assert with_unit(Decimal(number), unit) == written


@pytest.mark.parametrize("face", OUTSIDE)
def test_the_board_paper_is_exact_and_other_faces_hide_small_numbers(face: Face) -> None:
    counted = {"numerator": 3, "denominator": 90, "unknown": 7}
    assert a_figure(FINISHED, YEAR, **counted).shown == "3.3%"
    hidden = a_figure(FINISHED, YEAR, face=face, **counted)
    assert hidden.status == ("hidden" if face is Face.PARTNERSHIP else "withheld")
    assert numbers_in(hidden) == []
    assert "3" not in hidden.shown and hidden.shown_interval == ""


def test_races_are_shown_to_everyone() -> None:
    assert [a_figure(RACES, YEAR, numerator=1, face=face).shown for face in Face] == ["1"] * len(Face)


def test_a_face_that_was_not_decided_upon_lets_nothing_through() -> None:
    undecided = cell(MEMBERS, DAY, numerator=1201)
    with pytest.raises(KeyError):
        figures_from([undecided], indicators=INDICATORS, face=Face.PUBLIC, edition=1)


@pytest.mark.parametrize(
    ("counted", "shown"),
    [({"numerator": 40, "status": "no population"}, "no population"),
     ({"numerator": 0, "denominator": 0, "status": "nothing to count"}, "nothing to count")],
)  # fmt: skip
def test_where_nothing_can_be_divided_the_figure_says_so(counted: dict[str, Any], shown: str) -> None:
    figure = a_figure(MEMBER_RATE, DAY, **counted)
    assert (figure.value, figure.interval, figure.shown) == (None, None, shown)


def test_a_period_that_nothing_covers_has_a_figure_that_says_so() -> None:
    some = figures(cell(MEMBERS, "2018-03-31", numerator=12), cell(MEMBERS, "2018-05-31", numerator=14))
    periods = [parse(code) for code in ("2018-03-31", "2018-04-30", "2018-05-31")]
    series = some.series(MEMBERS, periods)
    assert [(each.period.code, each.shown) for each in series] == [
        ("2018-03-31", "12"),
        ("2018-04-30", "not available"),
        ("2018-05-31", "14"),
    ]
    assert numbers_in(series[1]) == []
    assert {each.edition for each in series} == {7}


def test_figures_are_asked_for_by_indicator_period_and_breakdown() -> None:
    some = figures(
        cell(MEMBERS, DAY, numerator=60),
        cell(MEMBERS, DAY, group="Dark", numerator=40),
        cell(MEMBERS, "2018-02-28", numerator=50),
        cell(RACES, YEAR, numerator=2),
    )
    assert [each.name for each in some.of("S1", period=DAY)] == ["S1@2018-03-31", "S1@2018-03-31/hair=Dark"]
    assert [each.name for each in some.of(breakdown="all")] == ["S1@2018-03-31", "S1@2018-02-28", "S5@FY2017-18"]
    assert some.of("S2").first() is None
    assert (some.of("S5").face, some.of("S5").edition) == (Face.BOARD, 7)


def test_a_name_holds_no_space_so_that_names_can_be_listed() -> None:
    (figure,) = figures(cell(MEMBERS, DAY, group="Light brown", numerator=60))
    assert figure.name == "S1@2018-03-31/hair=Light_brown"


def test_a_figure_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        a_figure(MEMBERS, DAY, numerator=60).numerator = 61  # type: ignore[misc]


def test_a_record_has_plain_numbers_as_they_are_shown() -> None:
    assert as_record(a_figure(FINISHED, YEAR, numerator=1413, denominator=2007, unknown=12)) == {
        "code": "S3",
        "period": "FY2017-18",
        "breakdown": "all",
        "group": "all",
        "numerator": 1413,
        "denominator": 2007,
        "unknown": 12,
        "value": 70.4,
        "lower": 68.4,
        "upper": 72.4,
        "unit": "%",
        "status": "counted",
    }
    count = as_record(a_figure(MEMBERS, DAY, numerator=1201))
    assert json.dumps([count["value"], count["unit"], count["lower"]]) == '[1201, "children", null]'


SOME = st.one_of(st.integers(0, 12), st.integers(0, 5000))


@st.composite
def a_town(draw: st.DrawFn, *indicators: Indicator) -> list[dict[str, Any]]:
    """Cells of the whole and of a few groups of one indicator, with small numbers oftener than large ones."""
    indicator = draw(st.sampled_from(indicators or (MEMBERS, MEMBER_RATE, FINISHED, AGE)))
    return [a_cell(indicator, group, *draw(st.tuples(SOME, SOME, SOME))) for group in ("all", "Dark", "Fair", "Red")]


def a_cell(indicator: Indicator, group: str, yes: int, no: int, unknown: int) -> dict[str, Any]:
    """A cell as counting would make it of so many who are, are not, and are not known to be."""
    told: dict[str, Any] = {"group": group, "unknown": unknown}
    if indicator is FINISHED:
        status = "counted" if yes + no else "nothing to count"
        return cell(FINISHED, YEAR, numerator=yes, denominator=yes + no, status=status, **told)
    if indicator is AGE:
        status, value = ("counted", 9) if yes else ("nothing to count", None)
        return cell(AGE, YEAR, denominator=yes, value=value, status=status, **told)
    if indicator is MEMBER_RATE and no % 2:
        return cell(MEMBER_RATE, DAY, numerator=yes, denominator=20_000, population="mid-2017", **told)
    status = "counted" if indicator is MEMBERS else "no population"
    return cell(indicator, DAY, numerator=yes, status=status, **told)


@pytest.mark.parametrize("face", OUTSIDE)
@given(cells=a_town())
def test_no_number_of_one_to_five_children_leaves_the_board(face: Face, cells: list[dict[str, Any]]) -> None:
    for figure in figures(*cells, face=face):
        counts = [figure.numerator, figure.unknown, None if figure.population else figure.denominator]
        if figure.numerator is not None and figure.denominator is not None and not figure.population:
            counts.append(figure.denominator - figure.numerator)
        assert not any(count is not None and 1 <= count <= 5 for count in counts), figure


@pytest.mark.parametrize("face", OUTSIDE)
@given(cells=a_town())
def test_what_is_hidden_carries_no_number_anywhere(face: Face, cells: list[dict[str, Any]]) -> None:
    for figure in figures(*cells, face=face):
        if figure.status in ("hidden", "withheld"):
            assert numbers_in(figure) == []
            record = as_record(figure)
            assert [name for name, value in record.items() if isinstance(value, int | float | Decimal)] == []
            assert not any(letter.isdigit() for letter in figure.shown + figure.shown_interval)


@given(cells=a_town(MEMBERS))
def test_outside_the_partnership_a_small_group_cannot_be_found_by_taking_the_others_from_the_whole(
    cells: list[dict[str, Any]],
) -> None:
    groups = figures(*cells, face=Face.PUBLIC).of(breakdown="hair")
    withheld = sum(group.status == "withheld" for group in groups)
    held = sum(1 for group in cells if group["group"] != "all" and group["numerator"])
    assert withheld != 1 or held == 1


@given(cells=a_town())
def test_one_face_shows_one_value_and_the_more_open_face_shows_no_less(cells: list[dict[str, Any]]) -> None:
    kept = decided(cells)
    board, partnership, public = (
        figures_from(kept, indicators=INDICATORS, face=face, edition=1)
        for face in (Face.BOARD, Face.PARTNERSHIP, Face.PUBLIC)
    )
    for exact, inside, outside in zip(board, partnership, public, strict=True):
        assert outside.value in (None, inside.value)
        assert inside.value in (None, exact.value)


def numbers_in(figure: Figure) -> list[str]:
    """The fields that hold a number, apart from how it is written, which edition it is of and what tests allow."""
    apart = {"places", "edition", "families"}
    named = [field.name for field in fields(figure) if field.name not in apart] + [
        "interval",
        "rounded",
        "lower",
        "upper",
    ]
    return [name for name in named if isinstance(getattr(figure, name), int | Decimal | Fraction | tuple)]


def test_figures_are_a_sequence() -> None:
    some = figures(cell(MEMBERS, DAY, numerator=60), cell(RACES, YEAR, numerator=2))
    assert isinstance(some, Figures)
    assert (len(some), some[1].indicator, [each.indicator for each in some[:1]]) == (2, "S5", ["S1"])


@pytest.mark.parametrize("face", OUTSIDE)
def test_the_ages_of_the_youngest_and_the_oldest_are_in_the_board_paper_only(face: Face) -> None:
    ages = cell(AGE, YEAR, denominator=8, value="9", lower="2", upper="15", extremes=True)
    (shown,), (exact,) = figures(ages, face=face), figures(ages, face=Face.BOARD)
    assert (shown.shown, shown.shown_interval, exact.shown_interval) == ("9 years", "", "2 to 15 years")


@pytest.mark.parametrize("face", OUTSIDE)
def test_a_figure_is_shown_without_the_few_of_whom_it_is_not_recorded(face: Face) -> None:
    counted = cell(FINISHED, YEAR, numerator=40, denominator=90, unknown=3)
    (shown,), (exact,) = figures(counted, face=face), figures(counted, face=Face.BOARD)
    assert (shown.numerator, shown.unknown, exact.unknown) == (40, None, 3)
    assert as_record(shown)["unknown"] is None
