"""The invented city: quotas met to the child when records are drawn, coherent journeys, the same every time."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from goldenthread.demo.board_file import AMBLEFORD, BoardFile, agencies_of, read_board
from goldenthread.demo.building import drawn
from goldenthread.demo.chance import quota
from goldenthread.demo.city import City, draw_city
from goldenthread.demo.days import (
    FIRST_DAY,
    LAST_DAY,
    LATER_YEARS,
    SINCE_2011,
    YEARS,
    age,
    birthday,
    last_of,
    year_name,
    year_of,
)
from goldenthread.demo.files import write_files
from goldenthread.demo.ssda903 import episodes_of
from goldenthread.demo.stocks import OPEN
from goldenthread.workflow.history.refusals import Refused
from tests.factories.city import SMALL, day_of, rows
from tests.house import PACKAGE, modules


@pytest.fixture(scope="module")
def board() -> BoardFile:
    return read_board(SMALL)


@pytest.fixture(scope="module", params=[1, 2], ids=["seed 1", "seed 2"])
def city(board: BoardFile, request: pytest.FixtureRequest) -> City:
    return draw_city(board, request.param)


@pytest.fixture(scope="module")
def written(board: BoardFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    list(write_files(board, agencies_of(board), draw_city(board, board.seed), folder))
    return folder


# --- quotas -----------------------------------------------------------------------------------------------------------


def test_levels_of_both_caseloads_are_met_to_the_child(city: City, board: BoardFile) -> None:
    for day, level in board.calibration.looked_after.items():
        assert sum(stay.spell.is_open(day) for stay in city.care.stays.values()) == level
    for day, level in board.calibration.on_a_plan.items():
        assert len({plan.child for plan in city.protection.plans if plan.spell.is_open(day)}) == level


def test_just_so_many_plans_have_lasted_two_years(city: City, board: BoardFile) -> None:
    for day, number in board.calibration.on_a_plan_two_years.items():
        long = [each for each in city.protection.plans if each.spell.is_open(day)]
        assert sum(each.spell.started <= day.replace(year=day.year - 2) for each in long) == number


def test_just_the_share_of_those_on_a_plan_is_aged_0_or_1(city: City, board: BoardFile) -> None:
    there = [plan.child for plan in city.protection.plans if plan.spell.is_open(LAST_DAY)]
    young = [child for child in there if age(child.born, LAST_DAY) <= 1]
    assert len(young) == quota(len(there), board.calibration.on_a_plan_aged_0_to_1)
    assert sum(child.disabled for child in there) == board.calibration.on_a_plan_disabled


def test_those_who_start_to_be_looked_after_are_as_young_as_stated(city: City, board: BoardFile) -> None:
    begun = [stay for stay in city.care.stays.values() if year_of(stay.spell.started) == 2013]
    for under, share in (
        (5, board.calibration.started_under_five[2013]),
        (1, board.calibration.started_under_one[2013]),
    ):
        young = sum(age(stay.child.born, stay.spell.started) < under for stay in begun)
        assert young == quota(len(begun), share)


def test_just_so_many_children_move_three_times(city: City, board: BoardFile) -> None:
    for year, number in board.calibration.three_moves.items():
        moved = [sum(year_of(each.placed_on) == year for each in stay.placed[1:]) for stay in city.care.stays.values()]
        assert sum(times >= 3 for times in moved) == number


def test_referrals_and_those_who_come_again_are_as_many_as_stated(city: City, board: BoardFile) -> None:
    last: dict[str, date] = {}
    again: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for request in sorted(city.door.accepted, key=lambda each: each.day):
        for child in request.party:
            total[year_of(request.day)] += 1
            before = last.get(child.number)
            again[year_of(request.day)] += before is not None and request.day < birthday(before, 1)
            last[child.number] = request.day
    assert total == board.calibration.referrals
    for year, share in board.calibration.re_referred.items():
        assert again[year] == quota(total[year], share)


def test_children_and_times_missing_are_as_many_as_stated(city: City, board: BoardFile) -> None:
    for year in LATER_YEARS:
        of_year = [each for each in city.missing if year_of(each.day) == year]
        assert len(of_year) == board.calibration.times_missing[year]
        assert len({each.child for each in of_year}) == board.calibration.children_missing[year]


def test_cases_of_exploitation_are_each_about_another_child(city: City, board: BoardFile) -> None:
    still = [each for each in city.exploitation if each.closed == OPEN]
    assert len({each.child for each in city.exploitation}) == len(city.exploitation)
    assert len(still) == board.calibration.exploitation_open
    middle = [each for each in still if age(each.child.born, LAST_DAY) in (15, 16)]
    assert len(middle) == quota(len(still), board.calibration.exploitation_open_aged_15_to_16)


# --- journeys that hang together --------------------------------------------------------------------------------------


def test_arrangements_of_private_fostering_are_as_many_as_stated(written: Path, board: BoardFile) -> None:
    told = Counter(year_of(day_of(row["told_on"])) for row in rows(written / "journeys" / "private_fostering.csv"))
    assert told == board.calibration.private_fostering


@pytest.mark.parametrize("what", ["neet", "unknown"])
def test_as_many_young_people_do_nothing_as_stated(written: Path, board: BoardFile, what: str) -> None:
    stated = board.calibration.not_in_education if what == "neet" else board.calibration.activity_unknown
    there = [row for row in rows(written / "schools" / "not_in_education.csv") if row["not_in_education"] == what]
    still = [row for row in there if not row["inactive_until"]]
    assert len(still) == stated[LAST_DAY]


def test_whoever_is_asked_to_a_conference_is_asked_once_and_the_conference_was_held(written: Path) -> None:
    held = {(row["local_id"], row["conference_date"]) for row in rows(written / "journeys" / "initial_conferences.csv")}
    asked = rows(written / "journeys" / "conference_attendance.csv")
    each_once = Counter((row["local_id"], row["conference_date"], row["attendee"]) for row in asked)
    assert set(each_once.values()) == {1}
    assert {(row["local_id"], row["conference_date"]) for row in asked} == held


def test_leavers_of_care_left_at_sixteen_or_later_and_are_told_of_once_a_year(written: Path) -> None:
    told = rows(written / "journeys" / "care_leavers.csv")
    assert told and max(Counter((row["local_id"], row["standing_on"]) for row in told).values()) == 1
    assert all(17 <= age(day_of(row["date_of_birth"]), day_of(row["standing_on"])) <= 21 for row in told)


def test_no_two_children_have_one_number(city: City) -> None:
    numbers = [child.number for child in city.registry.children()]
    assert len(set(numbers)) == len(numbers)


def test_nobody_is_in_a_record_before_birth_or_after_growing_up(city: City) -> None:
    for stay in city.care.stays.values():
        assert stay.child.born < stay.spell.started
        assert min(stay.spell.ended, LAST_DAY) <= birthday(stay.child.born, 18)
    for plan in city.protection.plans:
        assert plan.child.born < plan.spell.started < plan.spell.ended
    assert all(each.child.born < each.day for each in city.missing)


def test_no_child_is_in_two_plans_or_two_stays_at_once(city: City) -> None:
    for spells in (
        [(stay.child.number, stay.spell) for stay in city.care.stays.values()],
        [(plan.child.number, plan.spell) for plan in city.protection.plans],
    ):
        ordered = sorted(spells, key=lambda each: (each[0], each[1].started))
        assert all(a[0] != b[0] or a[1].ended <= b[1].started for a, b in pairwise(ordered))


def test_some_children_come_into_care_on_the_day_on_which_their_plan_ends(city: City) -> None:
    begun = {stay.child: stay.spell.started for stay in city.care.stays.values()}
    into_care = [plan for plan in city.protection.plans if begun.get(plan.child) == plan.spell.ended]
    assert len(into_care) > 3
    assert all(plan.child.born < plan.spell.started for plan in into_care)


def test_most_plans_have_a_referral_and_a_conference_before_them(city: City) -> None:
    referred = {child for request in city.door.accepted for child in request.party}
    later = [plan for plan in city.protection.plans if plan.spell.started > SINCE_2011 + timedelta(days=120)]
    conferences = {(child, each.held) for each in city.conferences if each.plan_made for child in each.children}
    assert all((plan.child, plan.spell.started) in conferences for plan in later)
    assert sum(plan.child in referred for plan in later) > 0.9 * len(later)


def test_brothers_and_sisters_live_at_one_address_and_are_no_more_than_twins_apart(city: City) -> None:
    several = [family for family in city.registry.families if len(family.children) > 1]
    assert len(several) > len(city.registry.families) / 5
    for family in several:
        assert len({(child.home, child.cluster, child.ethnicity) for child in family.children}) == 1


def test_episodes_follow_on_each_other_and_say_what_changed(city: City) -> None:
    for stay in city.care.stays.values():
        episodes = list(episodes_of(stay, LAST_DAY))
        assert episodes[0][2] == "S"
        for earlier, later in pairwise(episodes):
            assert earlier[7] == later[1] and earlier[8] == "X1"
            assert (later[2] == "L") == (later[3] != earlier[3])
            assert bool(earlier[9]) == (later[2] == "P")


# --- the files --------------------------------------------------------------------------------------------------------


def test_the_same_seed_writes_the_same_files_byte_for_byte(board: BoardFile, written: Path, tmp_path: Path) -> None:
    list(write_files(board, agencies_of(board), draw_city(board, board.seed), tmp_path))
    files = {path.relative_to(written): path.read_bytes() for path in written.rglob("*.csv")}
    assert files == {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.csv")}


def test_another_seed_writes_other_children(board: BoardFile, written: Path, tmp_path: Path) -> None:
    list(write_files(board, agencies_of(board), draw_city(board, board.seed + 1), tmp_path))
    name = Path("journeys") / "people.csv"
    numbers = [{row["local_id"] for row in rows(folder / name)} for folder in (written, tmp_path)]
    assert len(numbers[0] & numbers[1]) < len(numbers[0]) / 10


@pytest.mark.parametrize("year", YEARS)
def test_a_year_says_nothing_of_what_came_after_it(written: Path, year: int) -> None:
    folder = written / f"ssda903-{year_name(year)}"
    days = [row[column] for row in rows(folder / "episodes.csv") for column in ("DECOM", "DEC")]
    days += [row["REVIEW"] for row in rows(folder / "reviews.csv")]
    known = [day for day in days if re.fullmatch(r"\d\d/\d\d/\d{4}", day) and day != "31/02/2014"]
    assert all(date(int(day[6:]), int(day[3:5]), int(day[:2])) <= last_of(year) for day in known)


def test_every_child_in_a_table_is_in_the_list_of_children(written: Path) -> None:
    for folder in (written / "journeys", written / "child-protection-plans"):
        people = {row["local_id"] for row in rows(folder / "people.csv")}
        for path in folder.glob("*.csv"):
            assert {row["local_id"] for row in rows(path)} <= people


def test_the_last_year_was_typed_with_mistakes(written: Path) -> None:
    typed = rows(written / f"ssda903-{year_name(YEARS[-1])}" / "header.csv")
    assert any(row["ETHNIC"] == "XXXX" for row in typed)


def test_groups_of_the_population_add_up_and_are_those_of_the_breakdowns(written: Path, board: BoardFile) -> None:
    from goldenthread.catalogue.breakdowns import AGE_BAND, SEX

    people: dict[tuple[str, str], dict[str, int]] = {}
    for row in rows(written / "population" / "population.csv"):
        people.setdefault((row["mid_year"], row["breakdown"]), {})[row["group"]] = int(row["people"])
    for year in range(FIRST_DAY.year - 1, LAST_DAY.year):
        for breakdown in (AGE_BAND, SEX):
            assert sum(people[str(year), breakdown.code].values()) == people[str(year), ""][""]
            assert tuple(people[str(year), breakdown.code]) == breakdown.labels()
        clusters, localities = (people[str(year), kind] for kind in ("cluster", "locality"))
        assert sum(clusters.values()) == sum(localities.values()) == people[str(year), ""][""]
        assert set(clusters) == set(board.clusters())
        assert localities == {
            name: sum(clusters[cluster] for cluster in those) for name, those in board.localities.items()
        }


# --- the small file and the targets -----------------------------------------------------------------------------------


def test_the_board_of_the_demonstration_is_the_one_published() -> None:
    assert (len(read_board().clusters()), len(read_board().localities)) == (25, 3)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("name: X", "place: Field required"),
        ("- a list", "does not describe a board"),
        ("name: [", "does not describe a board"),
        (AMBLEFORD.read_text().replace("calibration: {}", "calibration: {referals: {2011: 1}}"), "referals"),
        (AMBLEFORD.read_text().replace("ambleford.example", "ambleford.gov.uk"), "domain"),
    ],
)
def test_a_file_that_describes_no_board_is_refused_by_name_of_what_is_wrong(
    tmp_path: Path, change: str, why: str
) -> None:
    (tmp_path / "board.yaml").write_text(change)
    with pytest.raises(Refused, match=why):
        read_board(tmp_path / "board.yaml")


@pytest.mark.parametrize(
    "targets", [{"early_help": {2013: 10}}, {"on_a_plan_disabled": 8000}, {"referrals": {2011: 1}}]
)
def test_targets_that_cannot_be_met_together_are_refused(board: BoardFile, targets: dict[str, object]) -> None:
    impossible = board.model_copy(update={"calibration": board.calibration.model_copy(update=targets)})
    with pytest.raises(Refused, match="cannot be met together"):
        drawn(impossible)


def test_nothing_but_the_demonstration_knows_the_targets() -> None:
    elsewhere = [file for file in modules("goldenthread") if PACKAGE / "demo" not in file.parents]
    assert [file for file in elsewhere if "calibration" in file.read_text("utf-8")] == []
