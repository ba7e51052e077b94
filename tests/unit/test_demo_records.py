"""The records of the invented city: of children who are where they are said to be, and as many as stated."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from goldenthread.demo.board_file import BoardFile, agencies_of, read_board
from goldenthread.demo.city import City, draw_city
from goldenthread.demo.days import LATER_YEARS, age, birthday, last_of, year_name, year_of
from goldenthread.demo.files import write_files
from goldenthread.demo.nation import NEIGHBOURS
from goldenthread.demo.stocks import OPEN, Spell
from tests.factories.city import SMALL, day_of, rows


@pytest.fixture(scope="module")
def board() -> BoardFile:
    return read_board(SMALL)


@pytest.fixture(scope="module")
def city(board: BoardFile) -> City:
    return draw_city(board, board.seed)


@pytest.fixture(scope="module")
def written(board: BoardFile, city: City, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    list(write_files(board, agencies_of(board), city, folder))
    return folder


def until_of(row: dict[str, str], column: str) -> date:
    return day_of(row[column]) if row[column] else OPEN


def test_plans_for_education_are_made_for_children_who_are_in_care_and_old_enough(written: Path, city: City) -> None:
    stays = {stay.child.number: stay for stay in city.care.stays.values()}
    plans = rows(written / "journeys" / "personal_education_plans.csv")
    assert plans
    for row in plans:
        stay, made = stays[row["local_id"]], day_of(row["education_plan_from"])
        assert stay.spell.started < made < stay.spell.ended and age(stay.child.born, made) >= 5
        assert until_of(row, "education_plan_until") <= stay.spell.ended


def test_pathway_plans_begin_in_care_at_sixteen_and_end_at_twenty_one(written: Path, city: City) -> None:
    stays = {stay.child.number: stay for stay in city.care.stays.values()}
    plans = rows(written / "journeys" / "pathway_plans.csv")
    assert plans
    for row in plans:
        made = day_of(row["pathway_plan_from"])
        assert 16 <= age(stays[row["local_id"]].child.born, made) < 21
        assert stays[row["local_id"]].spell.started < made


@pytest.mark.parametrize("table", ["personal_education_plans", "pathway_plans", "social_worker_episodes"])
def test_of_what_follows_on_each_other_a_child_has_one_at_a_time(written: Path, table: str) -> None:
    began, ended = {
        "personal_education_plans": ("education_plan_from", "education_plan_until"),
        "pathway_plans": ("pathway_plan_from", "pathway_plan_until"),
        "social_worker_episodes": ("worker_from", "worker_until"),
    }[table]
    spans = sorted(
        (row["local_id"], day_of(row[began]), until_of(row, ended))
        for row in rows(written / "journeys" / f"{table}.csv")
    )
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(spans))
    assert all(since < until for _, since, until in spans)


def test_visits_are_made_to_children_who_are_on_a_plan_or_in_care(written: Path, city: City) -> None:
    helped = [("protection", plan.child.number, plan.spell) for plan in city.protection.plans]
    helped += [("looked_after", stay.child.number, stay.spell) for stay in city.care.stays.values()]
    spells: defaultdict[tuple[str, str], list[Spell]] = defaultdict(list)
    for kind, number, spell in helped:
        spells[kind, number].append(spell)
    made = rows(written / "journeys" / "visits.csv")
    assert {row["visit_kind"] for row in made} == {"protection", "looked_after"}
    assert all(
        any(spell.is_open(day_of(row["visited_on"])) for spell in spells[row["visit_kind"], row["local_id"]])
        for row in made
    )


def test_the_way_to_a_home_for_good_goes_forward(written: Path) -> None:
    steps = ("entered_care_on", "adoption_decided_on", "placement_order_on", "matched_on", "adopters_placed_on",
             "permanence_order_on")  # fmt: skip
    ways = rows(written / "journeys" / "permanence.csv")
    assert {row["permanence_order_kind"] for row in ways} >= {"adoption", "guardianship"}
    for row in ways:
        days = [day_of(row[step]) for step in steps if row[step]]
        assert days == sorted(days) and day_of(row["date_of_birth"]) < days[0]


def test_whose_outcomes_are_told_had_been_in_care_for_a_year(written: Path, city: City) -> None:
    stays = {stay.child.number: stay.spell for stay in city.care.stays.values()}
    for year in LATER_YEARS:
        told = rows(written / f"ssda903-{year_name(year)}" / "outcomes.csv")
        assert told and {day_of(row["standing_on"]) for row in told} == {last_of(year)}
        spells = [stays[row["local_id"]] for row in told]
        assert all(each.is_open(last_of(year)) and each.started <= birthday(last_of(year), -1) for each in spells)


def test_records_of_domestic_abuse_are_as_many_as_the_police_count(written: Path, board: BoardFile) -> None:
    happened = Counter(
        year_of(day_of(row["abuse_on"])) for row in rows(written / "police" / "domestic_abuse_notifications.csv")
    )
    assert happened == board.calibration.domestic_abuse_notifications


@pytest.mark.parametrize(
    ("table", "column", "stated"),
    [
        ("child-deaths/child_deaths", "death_notified_on", "child_deaths"),
        ("police/harm_notifications", "worried_on", "particular_harm"),
        ("police/marac_cases", "discussed_on", "high_risk_cases"),
    ],
)
def test_registers_of_partners_hold_as_many_in_a_year_as_stated(
    written: Path, board: BoardFile, table: str, column: str, stated: str
) -> None:
    told = Counter(year_of(day_of(row[column])) for row in rows(written / f"{table}.csv"))
    assert told == getattr(board.calibration, stated)


def test_young_people_without_a_home_are_as_many_as_stated(written: Path, board: BoardFile) -> None:
    asked = rows(written / "homelessness" / "youth_homelessness.csv")
    who = {(row["person_number"], year_of(day_of(row["asked_on"]))) for row in asked}
    assert Counter(year for _, year in who) == board.calibration.homeless_young_people
    assert all(16 <= age(day_of(row["date_of_birth"]), day_of(row["asked_on"])) <= 20 for row in asked)


def test_nobody_is_known_to_be_in_a_secure_setting_after_the_last_day_told_of(written: Path) -> None:
    stays = rows(written / "secure-settings" / "secure_stays.csv")
    assert any(not row["secure_until"] for row in stays)
    days = [day_of(row[column]) for row in stays for column in ("secure_from", "secure_until") if row[column]]
    assert max(days) <= date(2013, 12, 31)
    assert all(age(day_of(row["date_of_birth"]), day_of(row["secure_from"])) < 18 for row in stays)


def test_after_a_referral_that_ended_at_first_sight_nobody_was_assessed(written: Path, city: City) -> None:
    told = rows(written / "journeys" / "referrals.csv")
    assert {row["no_further_action"] for row in told} == {"0", "1"}
    assessed = {(each.child, each.started) for each in city.assessments}
    for referral in city.ended_at_first_sight:
        soon = [referral.day + timedelta(days=day) for day in range(4)]
        assert not any((child, day) in assessed for child in referral.party for day in soon)


def test_of_children_in_care_alone_it_is_told_whether_they_were_absent_only(written: Path) -> None:
    told = rows(written / "journeys" / "missing_episodes.csv")
    absent = [row for row in told if row["missing_kind"] == "A"]
    assert absent
    assert all(row["missing_from"] == "care" and day_of(row["missing_on"]) >= date(2013, 4, 1) for row in absent)


def test_factors_are_of_assessments_that_ended(written: Path) -> None:
    assessed = {
        (row["local_id"], row["assessment_start"], row["assessment_end"])
        for row in rows(written / "journeys" / "assessments.csv")
        if row["assessment_end"]
    }
    found = rows(written / "journeys" / "assessment_factors.csv")
    assert {(row["local_id"], row["assessment_start"], row["assessment_end"]) for row in found} < assessed
    with_none = {(row["local_id"], row["assessment_start"]) for row in found if row["factor"] == "21"}
    assert with_none
    assert not any((row["local_id"], row["assessment_start"]) in with_none for row in found if row["factor"] != "21")


def test_a_child_has_one_case_at_a_time_and_everyone_who_is_helped_has_one(written: Path, city: City) -> None:
    spans = sorted(
        (row["local_id"], day_of(row["need_since"]), until_of(row, "need_until"))
        for row in rows(written / "journeys" / "children_in_need.csv")
    )
    assert all(since < until for _, since, until in spans)
    assert all(a[0] != b[0] or a[2] < b[1] for a, b in pairwise(spans))
    for day in (date(2011, 4, 30), date(2014, 3, 31)):
        in_need = {number for number, since, until in spans if since <= day < until}
        helped = {stay.child.number for stay in city.care.stays.values() if stay.spell.is_open(day)}
        helped |= {plan.child.number for plan in city.protection.plans if plan.spell.is_open(day)}
        assert helped < in_need


def test_placements_far_away_are_further_than_others(written: Path) -> None:
    told = rows(written / "journeys" / "placements.csv")
    near, far = ([float(row["placement_distance"]) for row in told if row["long_distance"] == mark] for mark in "01")
    assert max(near) < 20 < max(far) and min(far) >= 16


def test_what_is_published_of_the_area_is_what_its_records_say_to_the_nearest_five(written: Path, city: City) -> None:
    published = rows(written / "published" / "invented_plans_2014.csv")
    ours = {row["time_period"]: int(row["CPP_At31"]) for row in published if row["la_name"] == "Ambleford"}
    assert set(ours) == {"2012", "2013", "2014"}
    for year, number in ours.items():
        last = date(int(year), 3, 31)
        assert number % 5 == 0
        assert abs(number - sum(each.spell.is_open(last) for each in city.protection.plans)) <= 2


def test_every_area_on_the_list_of_those_like_ours_has_figures(written: Path) -> None:
    (ours,) = rows(written / "published" / f"{NEIGHBOURS}.csv")
    listed = {number for column, number in ours.items() if column.startswith("SN_") and not column.endswith("P")}
    for table in (written / "published").glob("invented_plans*.csv"):
        assert listed <= {row["old_la_code"] for row in rows(table)}


def test_the_middle_of_those_like_ours_is_the_comparator_that_the_board_supplies(written: Path) -> None:
    (ours,) = rows(written / "published" / f"{NEIGHBOURS}.csv")
    listed = {ours[f"SN_{rank}"] for rank in range(1, 11)}
    published = rows(written / "published" / "invented_plans_2014.csv")
    rates = [
        float(row["CPP_At31_rate"])
        for row in published
        if row["time_period"] == "2014" and row["old_la_code"] in listed
    ]
    supplied = rows(written / "board-office" / "comparators.csv")
    (neighbours,) = (row for row in supplied if row["whose"] == "neighbours")
    assert len(rates) == 10 and median(rates) == float(neighbours["value"]) == 39
    assert "median" in neighbours["said_by"] and "31 March 2014" in neighbours["said_by"]
