"""Figures that agencies supply instead of records: taken as they are, added up only where nothing is lacking."""

from pathlib import Path
from typing import Any

import pytest

from goldenthread import catalogue
from goldenthread.engine.definitions.kept import SUPPLIED
from goldenthread.engine.protecting.deciding import decide
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure, figures_from
from tests.factories.evidence import cell, cells_of, part, table_of

INVESTIGATIONS, ON_A_PLAN = catalogue.indicators()["CSE3"], catalogue.indicators()["CP1"]
QUARTERS = (("2013-04-01", "2013-06-30"), ("2013-07-01", "2013-09-30"), ("2013-10-01", "2013-12-31"),
            ("2014-01-01", "2014-03-31"))  # fmt: skip


def told(code: str, first: str, last: str, number: int | None, **more: Any) -> dict[str, Any]:
    return {"indicator": code, "whose": "own", "first_day": first, "last_day": last, "number": number,
            "said_by": "The police", **more}  # fmt: skip


def counted(home: Path, *rows: dict[str, Any], code: str = "CSE3", covers: str = "FY2010-11..FY2014-15") -> Any:
    return cells_of(catalogue.indicators()[code], [part(home, "supplied_figures", rows, covers=covers)])


def figure(home: Path, *rows: dict[str, Any], code: str = "CSE3", face: Face = Face.PARTNERSHIP) -> Figure:
    indicator = catalogue.indicators()[code]
    cells = table_of(indicator, [part(home, "supplied_figures", rows, covers="FY2008-09..FY2014-15")])
    kept = decide(cells, protects_children=indicator.protects is not None).to_pylist()
    return figures_from(kept, indicators=catalogue.indicators(), face=face, edition=1)[0]


def test_four_quarters_are_a_year_and_three_are_not(tmp_path: Path) -> None:
    rows = [told("CSE3", first, last, number) for (first, last), number in zip(QUARTERS, (8, 9, 7, 9), strict=True)]
    year = cell(counted(tmp_path, *rows), "FY2013-14")
    assert (year["numerator"], year["status"], year["said_by"]) == (33, SUPPLIED, "The police")
    found = {each["period"] for each in counted(tmp_path, *rows[:3])}
    assert "FY2013-14" not in found and {"FY2013-14Q1", "FY2013-14H1"} <= found


def test_a_year_told_as_a_whole_is_not_added_to_its_quarters(tmp_path: Path) -> None:
    rows = [told("CSE3", first, last, 8) for first, last in QUARTERS] + [told("CSE3", "2013-04-01", "2014-03-31", 33)]
    assert cell(counted(tmp_path, *rows), "FY2013-14")["numerator"] == 33


def test_what_lies_outside_what_its_return_is_about_is_not_taken(tmp_path: Path) -> None:
    assert counted(tmp_path, told("CSE3", *QUARTERS[0], 8), covers="FY2014-15") == []


def test_a_number_at_a_day_stands_where_no_record_reaches(tmp_path: Path) -> None:
    plans = part(tmp_path, "protection_plans", [{"child": "Ada", "plan_start": "2013-05-01"}], covers="FY2013-14")
    earlier = [told("CP1", "2009-03-31", "2009-03-31", 420), told("CP1", "2014-03-31", "2014-03-31", 999)]
    cells = cells_of(ON_A_PLAN, [plans, part(tmp_path, "supplied_figures", earlier, covers="FY2008-09..FY2013-14")])
    assert (cell(cells, "2009-03-31")["numerator"], cell(cells, "2009-03-31")["status"]) == (420, SUPPLIED)
    assert (cell(cells, "2014-03-31")["numerator"], cell(cells, "2014-03-31")["status"]) == (1, "counted")


def test_the_figures_of_others_stand_beside_and_are_never_ours(tmp_path: Path) -> None:
    day = "2014-03-31"
    rows = [
        told("CP2", day, day, None, whose="target", value="45"),
        told("CP2", day, day, None, whose="neighbours", value="39.25"),
    ]
    cells = counted(tmp_path, *rows, code="CP2")
    assert [each for each in cells if each["breakdown"] == "all"] == []
    assert cell(cells, day, "comparator", "Target")["value"] == 45
    assert float(cell(cells, day, "comparator", "Statistical neighbours")["value"]) == 39.25


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (3, "hidden (small number)"), (6, "6")])
def test_a_small_number_of_children_is_hidden_though_it_was_supplied(tmp_path: Path, number: int, shown: str) -> None:
    row = told("CP1", "2009-03-31", "2009-03-31", number)
    assert figure(tmp_path, row, code="CP1").shown == shown
    assert figure(tmp_path, row, code="CP1", face=Face.BOARD).shown == str(number)


def test_a_small_number_of_investigations_is_not(tmp_path: Path) -> None:
    assert figure(tmp_path, told("CSE3", *QUARTERS[0], 3), face=Face.PUBLIC).shown == "3"


def test_a_finished_share_cannot_be_added_up_and_a_finished_number_can(tmp_path: Path) -> None:
    shares = [told("CLA6", first, last, None, value="8.5") for first, last in QUARTERS]
    assert {each["period"] for each in counted(tmp_path, *shares, code="CLA6")} == {
        f"FY2013-14Q{number}" for number in (1, 2, 3, 4)
    }
    numbers = [told("CSE3", first, last, None, value="8") for first, last in QUARTERS]
    assert cell(counted(tmp_path, *numbers), "FY2013-14")["numerator"] == 32


def test_children_and_residents_do_not_add_up(tmp_path: Path) -> None:
    for code in ("MIS2", "CTX1"):
        rows = [told(code, first, last, 100) for first, last in QUARTERS]
        assert "FY2013-14" not in {each["period"] for each in counted(tmp_path, *rows, code=code)}


def test_what_does_not_fit_its_indicator_is_not_taken(tmp_path: Path) -> None:
    day = "2014-03-31"
    for code, row in {
        "CLA6": told("CLA6", *QUARTERS[0], 30),  # a share without its whole
        "CP2": told("CP2", day, day, 759),  # a rate without its population
        "CP1": told("CP1", *QUARTERS[3], 759),  # a caseload of a stretch of time
        "CSE3": told("CSE3", *QUARTERS[0], 3, group_of="shoe", group="Left"),
    }.items():
        assert counted(tmp_path, row, code=code) == []


def test_nothing_of_nothing_is_no_share(tmp_path: Path) -> None:
    row = told("CLA6", "2013-04-01", "2014-03-31", 0, out_of=0)
    assert figure(tmp_path, row, code="CLA6").value is None


def test_two_agencies_that_differ_say_nothing_and_two_that_agree_say_it_once(tmp_path: Path) -> None:
    one, other = told("CSE3", *QUARTERS[0], 5), told("CSE3", *QUARTERS[0], 9, said_by="Another force")
    assert counted(tmp_path, one, other) == []
    (found,) = counted(tmp_path, one, {**other, "number": 5})
    assert found["numerator"] == 5


def test_sending_more_takes_no_figure_away(tmp_path: Path) -> None:
    rows = [told("CSE3", *QUARTERS[0], 5), told("CSE3", *QUARTERS[1], 9), told("CSE3", "2013-04-01", "2013-08-31", 8)]
    assert cell(counted(tmp_path, *rows), "FY2013-14H1")["numerator"] == 14


def test_what_groups_leave_of_their_whole_is_protected_too(tmp_path: Path) -> None:
    day = "2009-03-31"
    whole, women = told("CP1", day, day, 60), told("CP1", day, day, 57, group_of="sex", group="Female")
    covers = "FY2008-09..FY2013-14"
    cells = table_of(ON_A_PLAN, [part(tmp_path, "supplied_figures", [whole, women], covers=covers)])
    shown = {row["group"]: row["public"] for row in decide(cells, protects_children=True).to_pylist()}
    assert shown == {"all": "shown", "Female": "withheld", "not recorded": "withheld"}


def test_a_finished_value_about_children_is_for_the_board_paper_only(tmp_path: Path) -> None:
    row = told("CLA6", "2013-04-01", "2014-03-31", None, value="60")
    assert figure(tmp_path, row, code="CLA6").value is None
    assert figure(tmp_path, row, code="CLA6", face=Face.BOARD).shown == "60.0%"
