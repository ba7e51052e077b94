"""The invented city: coherent journeys, written out the same every time."""

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from goldenthread.demo.building import write_files
from goldenthread.demo.chance import age, birthday
from goldenthread.demo.city import FIRST_DAY, LAST_DAY, YEARS, year_name
from goldenthread.demo.records import Record, invent
from goldenthread.demo.returns import tables

SHORT_BREAKS = {"V3", "V4"}


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return invent(2018)


@pytest.fixture(scope="module")
def looked_after(records: list[Record]) -> list[Record]:
    return [record for record in records if record.episodes[0].legal not in SHORT_BREAKS]


def written(folder: Path, seed: int) -> dict[str, bytes]:
    list(write_files(folder, seed))
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.csv"))}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_seed_writes_the_same_files_byte_for_byte(tmp_path: Path) -> None:
    assert written(tmp_path / "one", 7) == written(tmp_path / "two", 7)


def test_another_seed_writes_other_children(tmp_path: Path) -> None:
    one, two = written(tmp_path / "one", 7), written(tmp_path / "two", 8)
    assert one.keys() == two.keys()
    assert one["ssda903-2017-18/header.csv"] != two["ssda903-2017-18/header.csv"]


def test_the_city_is_of_a_size_that_a_person_can_look_through(records: list[Record]) -> None:
    told_of = [each for each in records if any(e.ended >= FIRST_DAY and e.started <= LAST_DAY for e in each.episodes)]
    assert 900 <= len(told_of) <= 1500


def test_no_two_children_have_one_number(records: list[Record]) -> None:
    assert len({record.child.number for record in records}) == len(records)


def test_every_period_of_care_begins_with_s_and_every_episode_lasts_a_day(records: list[Record]) -> None:
    for record in records:
        assert record.episodes[0].reason_started == "S"
        assert all(episode.started < episode.ended for episode in record.episodes)


def test_an_episode_follows_on_the_one_before_or_begins_a_new_period_of_care(records: list[Record]) -> None:
    for earlier, later in (pair for record in records for pair in pairwise(record.episodes)):
        if later.reason_started == "S":
            assert earlier.reason_ended != "X1" and earlier.ended < later.started
        else:
            assert earlier.reason_ended == "X1" and earlier.ended == later.started


def test_the_reason_for_a_new_episode_says_what_changed(records: list[Record]) -> None:
    for earlier, later in (pair for record in records for pair in pairwise(record.episodes)):
        if later.reason_started != "S":
            assert (later.reason_started in "LBU") == (later.legal != earlier.legal)
            assert (later.reason_started in "PTBU") == (later.placed != earlier.placed)
            assert bool(earlier.why_changed) == (later.reason_started in "PTBU")


def test_nobody_comes_into_care_grown_up_or_stays_beyond_eighteen(records: list[Record]) -> None:
    for record in records:
        for episode in record.episodes:
            assert record.child.born < episode.started < birthday(record.child.born, 18)
    grown = [each for each in records if each.episodes[-1].ended > birthday(each.child.born, 18) + timedelta(days=1)]
    assert all(each.episodes[-1].legal in SHORT_BREAKS for each in grown)


def test_brothers_and_sisters_come_into_care_together(looked_after: list[Record]) -> None:
    homes: dict[tuple[str, date], int] = {}
    for record in looked_after:
        home = record.child.home, record.episodes[0].started
        homes[home] = homes.get(home, 0) + 1
    assert sum(number > 1 for number in homes.values()) > len(homes) / 5


def test_reviews_are_held_in_care_and_say_how_the_child_took_part(looked_after: list[Record]) -> None:
    held = [(record, review) for record in looked_after for review in record.reviews]
    for record, review in held:
        assert any(e.started <= review.held <= e.ended for e in record.episodes)
        if review.code:
            assert (review.code == "PN0") == (age(record.child.born, review.held) < 4)
    assert 0 < sum(not review.code for _, review in held) < len(held) / 50


def test_children_on_short_breaks_are_there_and_have_no_reviews(records: list[Record]) -> None:
    breaks = [record for record in records if record.episodes[0].legal in SHORT_BREAKS]
    assert {episode.legal for record in breaks for episode in record.episodes} == SHORT_BREAKS
    assert all(not record.reviews for record in breaks)


@pytest.mark.parametrize("year", YEARS)
def test_a_year_says_nothing_of_what_came_after_it(records: list[Record], year: int) -> None:
    found = tables(records, year)
    last = date(year + 1, 3, 31)
    days = [row[at] for row in found.episodes for at in (1, 7)] + [row[2] for row in found.reviews]
    assert all(date(int(day[6:]), int(day[3:5]), int(day[:2])) <= last for day in days if day)
    assert all(bool(row[7]) == bool(row[8]) for row in found.episodes)


def test_a_year_ends_with_as_many_open_episodes_as_children_looked_after(records: list[Record]) -> None:
    for year in YEARS:
        still = sum(any(e.started <= date(year + 1, 3, 31) < e.ended for e in record.episodes) for record in records)
        assert sum(not row[7] for row in tables(records, year).episodes) == still


def test_the_last_year_was_typed_with_mistakes(tmp_path: Path, records: list[Record]) -> None:
    list(write_files(tmp_path))
    typed = rows(tmp_path / f"ssda903-{year_name(YEARS[-1])}" / "header.csv")
    assert len(typed) == len(tables(records, YEARS[-1]).header) + 1
    assert any(row["ETHNIC"] == "XXXX" for row in typed)


def test_groups_of_the_population_add_up_and_are_those_of_the_breakdowns(tmp_path: Path) -> None:
    from goldenthread.catalogue.breakdowns import AGE_BAND, SEX

    list(write_files(tmp_path))
    people: dict[tuple[str, str], dict[str, int]] = {}
    for row in rows(tmp_path / "population.csv"):
        people.setdefault((row["mid_year"], row["breakdown"]), {})[row["group"]] = int(row["people"])
    for year in map(str, YEARS):
        whole = people[year, ""][""]
        for breakdown in (AGE_BAND, SEX):
            assert sum(people[year, breakdown.code].values()) == whole
            assert tuple(people[year, breakdown.code]) == breakdown.labels()
