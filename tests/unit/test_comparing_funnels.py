"""Funnels: which areas lie outside what chance explains, against answers worked out elsewhere."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.comparing.funnels import LEVELS, Area, Funnel, Place, funnel

FIXTURES = Path(__file__).parents[1] / "fixtures"
KINDS = {
    "own_inputs_funnel_proportion.csv": (True, "x", "n"),
    "own_inputs_funnel_rate_per10000.csv": (False, "count", "pop"),
}


def read(name: str) -> tuple[Funnel, list[str]]:
    is_share, x, n = KINDS[name]
    with (FIXTURES / name).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = funnel([Area(row["area"], int(row[x]), int(row[n])) for row in rows], is_share=is_share)
    assert found
    return found, [row["significance"] for row in rows]


@pytest.mark.parametrize("name", KINDS)
def test_areas_lie_where_public_health_practice_puts_them(name: str) -> None:
    found, expected = read(name)
    assert len(expected) == 30
    assert [found.place(area).value for area in found.areas] == expected


@pytest.mark.parametrize("name", KINDS)
def test_the_curves_part_the_areas_as_their_places_do(name: str) -> None:
    found, _ = read(name)
    for area in found.areas:
        value, place = area.numerator / area.denominator, found.place(area)
        (low, high), (lower, higher) = (found.limits(area.denominator, level) for level in LEVELS)
        assert (place is not Place.WITHIN) == (not low <= value <= high)
        assert (place in (Place.LOW_0001, Place.HIGH_0001)) == (not lower <= value <= higher)


def test_an_extreme_area_is_beyond_the_outer_curve_and_families_may_explain_it() -> None:
    areas = [Area("a", 50, 1000), Area("b", 50, 1000), Area("c", 50, 1000), Area("d", 120, 1000)]
    plain, allowing = funnel(areas, is_share=True), funnel(areas, is_share=True, families=6)
    assert plain and allowing
    assert [plain.place(each) for each in areas] == [Place.LOW_0025] * 3 + [Place.HIGH_0001]
    assert allowing.place(areas[3]) is Place.HIGH_0025


def test_areas_with_nobody_are_left_out_and_nobody_at_all_has_no_funnel() -> None:
    assert funnel([Area("a", 0, 0)], is_share=True) is None
    found = funnel([Area("a", 0, 0), Area("b", 1, 3)], is_share=False)
    assert found and [each.name for each in found.areas] == ["b"]


@given(st.integers(1, 100_000), st.booleans())
def test_a_funnel_narrows_as_areas_grow_and_holds_its_average(size: int, is_share: bool) -> None:
    found = funnel([Area("all", 300, 1000)], is_share=is_share)
    assert found
    small, large = found.limits(size, 0.95), found.limits(size * 4, 0.95)
    assert small[0] <= large[0] <= 0.3 <= large[1] <= small[1]
    outer = found.limits(size, 0.998)
    assert outer[0] <= small[0] and small[1] <= outer[1]
