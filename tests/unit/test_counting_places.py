"""Clusters and localities: groups that the board's own list of places gives."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from goldenthread import catalogue
from goldenthread.catalogue.breakdowns import CLUSTER, PLACES
from goldenthread.engine.counting import Part, bind, fingerprints_of, listed_places
from tests.factories.evidence import cell, cells_of, part

ON_A_PLAN, RATE, BEGUN = (catalogue.indicators()[code] for code in ("CP1", "CP2", "CP4"))
DAY = "2014-03-31"


def places(home: Path, *rows: tuple[str, str, str | None, str, str | None], covers: str = "FY2013-14") -> Part:
    names = ("place_kind", "place_name", "part_of", "existed_from", "existed_until")
    return part(home, "area_places", [dict(zip(names, row, strict=True)) for row in rows], covers=covers)


def plans(home: Path, *children: str) -> Part:
    rows = [{"child": child, "plan_start": "2013-05-01"} for child in children]
    return part(home, "protection_plans", rows, covers="FY2013-14")


def people(home: Path, covers: str = "FY2013-14", **clusters: str | None) -> Part:
    rows = [{"child": child, "cluster": cluster} for child, cluster in clusters.items()]
    return part(home, "people", rows, covers=covers)


EAST, WEST = ("locality", "East", None, "2009-04-01", None), ("locality", "West", None, "2009-04-01", None)
MILL, FORD = ("cluster", "Mill", "East", "2009-04-01", None), ("cluster", "Ford", "West", "2009-04-01", None)


def groups(cells, by: str, period: str = DAY):  # type: ignore[no-untyped-def]
    return {each["group"]: each["numerator"] for each in cells if (each["breakdown"], each["period"]) == (by, period)}


def test_groups_are_the_places_of_the_list_and_a_quiet_one_is_nought(tmp_path: Path) -> None:
    evidence = [
        plans(tmp_path, "Ada", "Ben", "Cy"),
        people(tmp_path, Ada="Mill", Ben="Elsewhere", Cy=None),
        places(tmp_path, EAST, WEST, MILL, FORD),
    ]
    cells = cells_of(ON_A_PLAN, evidence)
    beside = {"not recorded": 1, "not on the list": 1}
    assert groups(cells, "cluster") == {"Ford": 0, "Mill": 1, **beside}
    assert groups(cells, "locality") == {"East": 1, "West": 0, **beside}
    assert list(groups(cells, "cluster")) == ["Ford", "Mill", "not recorded", "not on the list"]


def test_the_list_itself_says_which_places_there_are_on_a_day(tmp_path: Path) -> None:
    closed = ("cluster", "Mill", "East", "2009-04-01", "2013-10-01")
    moved = ("cluster", "Ford", "East", "2013-07-01", None)
    listed = listed_places(
        PLACES, dataset=catalogue.datasets()["area_places"], parts=[places(tmp_path, EAST, closed, FORD, moved)]
    )
    there = {day: {place.name: place.part_of for place in listed if place.is_there(date.fromisoformat(day))}
             for day in ("2009-03-31", "2013-06-30", "2013-10-01")}  # fmt: skip
    assert there == {
        "2009-03-31": {},
        "2013-06-30": {"East": "", "Mill": "East", "Ford": "West"},
        "2013-10-01": {"East": "", "Ford": "East"},
    }
    assert listed_places(PLACES, dataset=catalogue.datasets()["area_places"], parts=[]) == []


def test_where_the_board_has_no_list_there_are_no_groups(tmp_path: Path) -> None:
    cells = cells_of(ON_A_PLAN, [plans(tmp_path, "Ada"), people(tmp_path, Ada="Mill")])
    assert groups(cells, "cluster") == groups(cells, "locality") == {}
    assert cell(cells, DAY)["numerator"] == 1


def test_a_place_is_a_group_while_it_is_there(tmp_path: Path) -> None:
    closed = ("cluster", "Mill", "East", "2009-04-01", "2013-10-01")
    evidence = [plans(tmp_path, "Ada"), people(tmp_path, Ada="Mill"), places(tmp_path, EAST, closed, FORD)]
    cells = cells_of(ON_A_PLAN, evidence)
    assert groups(cells, "cluster", "2013-09-30")["Mill"] == 1
    assert "Mill" not in groups(cells, "cluster", "2013-10-31")
    assert groups(cells, "cluster", "2013-10-31")["not on the list"] == 1
    assert groups(cells_of(BEGUN, evidence), "cluster", "FY2013-14")["Mill"] == 1


def test_where_a_child_lives_now_does_not_move_what_was_counted_before(tmp_path: Path) -> None:
    evidence = [
        plans(tmp_path, "Ada"),
        people(tmp_path, "FY2013-14H1", Ada="Mill"),
        people(tmp_path, "FY2013-14H2", Ada="Ford"),
        places(tmp_path, EAST, WEST, MILL, FORD),
    ]
    cells = cells_of(ON_A_PLAN, evidence)
    assert groups(cells, "cluster", "2013-09-30")["Mill"] == groups(cells, "locality", DAY)["West"] == 1
    assert groups(cells, "cluster", DAY)["Mill"] == 0


def test_a_cluster_that_goes_to_another_locality_does_so_from_that_day(tmp_path: Path) -> None:
    moved = ("cluster", "Mill", "West", "2013-12-01", None)
    evidence = [plans(tmp_path, "Ada"), people(tmp_path, Ada="Mill"), places(tmp_path, EAST, WEST, MILL, moved)]
    cells = cells_of(ON_A_PLAN, evidence)
    assert groups(cells, "locality", "2013-11-30") == {"East": 1, "West": 0, "not recorded": 0, "not on the list": 0}
    assert groups(cells, "locality", DAY) == {"East": 0, "West": 1, "not recorded": 0, "not on the list": 0}


def test_a_rate_of_a_cluster_needs_its_own_population(tmp_path: Path) -> None:
    of_mill = {
        "edition": "first",
        "mid_year": 2013,
        "ages": "0-17",
        "people": 100,
        "breakdown": "cluster",
        "group": "Mill",
    }
    heads = part(tmp_path, "population_estimates", [of_mill], covers="FY2013-14")
    cells = cells_of(
        RATE, [plans(tmp_path, "Ada"), people(tmp_path, Ada="Mill"), heads, places(tmp_path, EAST, MILL, FORD)]
    )
    assert cell(cells, DAY, "cluster", "Mill")["denominator"] == 100
    assert cell(cells, DAY, "cluster", "Ford")["status"] == "no population"


def test_another_list_of_places_is_counted_afresh(tmp_path: Path) -> None:
    def of(*evidence: Part) -> str:
        return fingerprints_of([ON_A_PLAN], datasets=catalogue.datasets(), parts=evidence, told={})[ON_A_PLAN.code]

    plan, known = plans(tmp_path, "Ada"), people(tmp_path, Ada="Mill")
    assert of(plan, known, places(tmp_path, EAST, MILL)) != of(plan, known, places(tmp_path, EAST, MILL, FORD))


def test_a_breakdown_by_places_that_no_dataset_lists_is_found_before_anything_is_counted() -> None:
    astray = replace(CLUSTER, places=replace(CLUSTER.places, part_of="belongs_to"))
    problems = bind([replace(ON_A_PLAN, breakdowns=(astray,))], catalogue.datasets())
    assert problems == ["CP1: area_places has no column belongs_to"]
