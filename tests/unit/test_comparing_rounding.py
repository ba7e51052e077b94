"""Rounding: half away from zero, as the national statistics do."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.comparing.rounding import rounded

FIXTURES = Path(__file__).parents[1] / "fixtures"


def known() -> list[tuple[str, int, str]]:
    with (FIXTURES / "dfe_round_half_up.csv").open(newline="", encoding="utf-8") as file:
        return [(row["number"], int(row["dp"]), row["expected"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("number", "places", "expected"), known())
def test_numbers_are_rounded_as_the_department_rounds_them(number: str, places: int, expected: str) -> None:
    assert rounded(Decimal(number), places) == Decimal(expected)
    assert rounded(Fraction(number), places) == Decimal(expected)


@pytest.mark.parametrize(
    ("number", "places", "written"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(77), 1, "77.0"),
        (Fraction(285), -1, "290"),
        (Fraction(3, 16) * 100, 0, "19"),
        (Decimal("2.85"), 1, "2.9"),
        (Fraction(-1, 100), 1, "0.0"),
        (10**30, 0, "1" + "0" * 30),
    ],
)
def test_a_rounded_number_is_written_plainly(number: Fraction | Decimal | int, places: int, written: str) -> None:
    assert str(rounded(number, places)) == written


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(-3, 6))
def test_rounding_moves_a_number_by_half_a_step_at_most(number: Fraction, places: int) -> None:
    step = Fraction(10) ** -places
    done = Fraction(rounded(number, places))
    assert abs(done - number) <= step / 2
    assert done % step == 0
    if abs(done - number) == step / 2:
        assert abs(done) > abs(number)


@given(st.fractions(min_value=0, max_value=10**6))
def test_a_number_and_its_opposite_are_rounded_alike(number: Fraction) -> None:
    assert rounded(-number, 1) == -rounded(number, 1)
