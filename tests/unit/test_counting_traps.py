"""Six traps, and a few more, that make figures wrong without anybody noticing."""

from dataclasses import replace
from pathlib import Path

import pytest

from goldenthread import catalogue
from goldenthread.catalogue import listing
from goldenthread.engine.counting import bind, fingerprints_of
from goldenthread.engine.counting.groups import ALL
from goldenthread.engine.definitions import CHILDREN, Count, Median
from goldenthread.engine.definitions.breakdowns import NOT_RECORDED
from tests.factories.evidence import cell, cells_of, part

LOOKED_AFTER = catalogue.indicators()["CLA1"]
RATE = catalogue.indicators()["CLA2"]
HEARD = catalogue.indicators()["CLA3"]

DAY = "2018-03-31"
ADA = {"child": "Ada", "start_date": "2017-05-01", "legal_status": "C2"}
BEN = {"child": "Ben", "start_date": "2017-05-01", "legal_status": "C2"}


def test_not_recorded_is_not_mistaken_for_the_whole(tmp_path: Path) -> None:
    cells = cells_of(LOOKED_AFTER, [part(tmp_path, "looked_after_episodes", [ADA], covers="FY2017-18")])
    assert cell(cells, "2018-03-31", "all", ALL)["numerator"] == 1
    assert cell(cells, "2018-03-31", "sex", NOT_RECORDED)["numerator"] == 1
    assert not [each for each in cells if each["breakdown"] == "sex" and each["group"] == ALL]


def test_of_what_was_received_before_a_column_was_declared_it_says_nothing_there(tmp_path: Path) -> None:
    older = part(tmp_path, "looked_after_reviews", [{"child": "Ada", "review_date": "2016-05-01"}], covers="FY2016-17",
                 lacking=("participation",))  # fmt: skip
    told = {"child": "Ada", "review_date": "2017-05-01", "participation": "PN1"}
    newer = part(tmp_path, "looked_after_reviews", [told], covers="FY2017-18")
    for parts in ([older], [older, newer]):
        cells = cells_of(HEARD, parts)
        assert (cell(cells, "FY2016-17")["numerator"], cell(cells, "FY2016-17")["unknown"]) == (0, 1)
    assert cell(cells, "FY2017-18")["numerator"] == 1


def test_a_quiet_period_is_nought_and_a_period_without_evidence_is_not_there(tmp_path: Path) -> None:
    cells = cells_of(LOOKED_AFTER, [part(tmp_path, "looked_after_episodes", [ADA], covers="FY2017-18")])
    assert cell(cells, "2017-04-30")["numerator"] == 0
    assert cell(cells, "2017-04-30", "sex", "Female")["numerator"] == 0
    assert {each["period"] for each in cells if each["period"] < "2017-04"} == set()


def test_a_code_outside_the_list_stays_in_groups_as_it_does_in_the_whole(tmp_path: Path) -> None:
    episodes = part(tmp_path, "looked_after_episodes", [ADA, BEN], covers="FY2017-18")
    people = part(tmp_path, "people", [{"child": "Ada", "sex": "X"}, {"child": "Ben", "sex": "1"}], covers="FY2017-18")
    cells = cells_of(LOOKED_AFTER, [episodes, people])
    assert cell(cells, "2018-03-31", "sex", "not on the list")["numerator"] == 1
    groups = [each["numerator"] for each in cells if (each["period"], each["breakdown"]) == ("2018-03-31", "sex")]
    assert sum(groups) == cell(cells, "2018-03-31")["numerator"] == 2


def test_a_code_outside_the_list_says_neither_yes_nor_no(tmp_path: Path) -> None:
    said = [{"child": "Ada", "participation": code, "review_date": "2017-05-01"} for code in ("PN1", "PN9", "PN7")]
    found = cell(cells_of(HEARD, [part(tmp_path, "looked_after_reviews", said, covers="FY2017-18")]), "FY2017-18")
    assert (found["numerator"], found["denominator"], found["unknown"]) == (1, 2, 1)
    unlisted = [ADA, BEN | {"legal_status": "X9"}]
    found = cell(cells_of(LOOKED_AFTER, [part(tmp_path, "looked_after_episodes", unlisted, covers="FY2017-18")]), DAY)
    assert (found["numerator"], found["unknown"]) == (1, 1)


def test_protection_knows_how_many_children_stand_behind_rows(tmp_path: Path) -> None:
    said = [("Ada", "PN7", f"2017-0{month}-01") for month in range(4, 10)] + [("Ben", "PN1", "2017-05-01")]
    rows = [dict(zip(("child", "participation", "review_date"), each, strict=True)) for each in said]
    found = cell(cells_of(HEARD, [part(tmp_path, "looked_after_reviews", rows, covers="FY2017-18")]), "FY2017-18")
    assert (found["numerator"], found["denominator"]) == (1, 7)
    assert (found["yes_children"], found["no_children"], found["unknown_children"]) == (1, 1, 0)


def test_a_stock_is_not_bound_to_an_end_that_a_file_may_leave_out() -> None:
    datasets = dict(catalogue.datasets())
    episodes = datasets["looked_after_episodes"]
    careless = replace(episodes.column("end_date"), expected=False)
    datasets["looked_after_episodes"] = episodes.changed(add=(careless,))
    assert "declare it expected" in " ".join(bind([LOOKED_AFTER], datasets))


def test_a_rate_needs_a_population_for_each_group_or_says_that_it_has_none(tmp_path: Path) -> None:
    estimate = {"edition": "first", "mid_year": 2017, "ages": "0-17", "people": 100}
    episodes = part(tmp_path, "looked_after_episodes", [ADA], covers="FY2017-18")
    heads = part(tmp_path, "population_estimates", [estimate], covers="FY2017-18")
    cells = cells_of(RATE, [episodes, heads])
    assert cell(cells, "2018-03-31")["status"] == "counted"
    assert cell(cells, "2018-03-31", "sex", "Female")["status"] == "no population"
    assert cell(cells, "2018-03-31", "sex", "Female")["denominator"] is None


def test_two_indicators_of_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = {"children": [LOOKED_AFTER, replace(RATE, code=LOOKED_AFTER.code)]}
    monkeypatch.setattr(listing, "stated_together", lambda: twice)
    with pytest.raises(listing.Twice, match="CLA1"):
        listing.indicators.__wrapped__()


def test_what_is_unknown_is_shown_and_is_never_a_silent_no(tmp_path: Path) -> None:
    reviews = [
        {"child": "Ada", "review_date": "2017-05-01", "participation": "PN1"},
        {"child": "Ben", "review_date": "2017-05-01", "participation": None},
    ]
    whole = cell(cells_of(HEARD, [part(tmp_path, "looked_after_reviews", reviews, covers="FY2017-18")]), "FY2017-18")
    assert (whole["numerator"], whole["denominator"], whole["unknown"]) == (1, 1, 1)


def test_a_child_in_last_years_return_with_an_open_episode_does_not_stay_for_ever(tmp_path: Path) -> None:
    last_year = part(tmp_path, "looked_after_episodes", [ADA], covers="FY2017-18")
    this_year = part(tmp_path, "looked_after_episodes", [{**ADA, "end_date": "2018-06-01"}], covers="FY2018-19")
    cells = cells_of(LOOKED_AFTER, [last_year, this_year])
    assert [cell(cells, day)["numerator"] for day in ("2018-03-31", "2018-05-31", "2018-06-30")] == [1, 1, 0]


def test_a_year_of_which_only_half_is_covered_is_not_a_small_year(tmp_path: Path) -> None:
    review = {"child": "Ada", "review_date": "2017-05-01", "participation": "PN1"}
    cells = cells_of(HEARD, [part(tmp_path, "looked_after_reviews", [review], covers="FY2017-18H1")])
    assert "FY2017-18" not in {each["period"] for each in cells}
    assert cell(cells, "FY2017-18H1")["numerator"] == 1


def test_the_same_child_of_two_returns_has_the_newest_ones_particulars(tmp_path: Path) -> None:
    parts = [
        part(tmp_path, "looked_after_episodes", [ADA], covers="FY2017-18"),
        part(tmp_path, "people", [{"child": "Ada", "sex": "1"}], covers="FY2016-17"),
        part(tmp_path, "people", [{"child": "Ada", "sex": "2"}], covers="FY2017-18"),
    ]
    cells = cells_of(LOOKED_AFTER, parts)
    assert cell(cells, "2018-03-31", "sex", "Female")["numerator"] == 1
    assert cell(cells, "2018-03-31", "sex", "Male")["numerator"] == 0


def test_a_misspelt_column_and_a_wrong_type_are_found_before_anything_is_counted() -> None:
    misspelt = replace(LOOKED_AFTER, code="X1", measure=Count(where="legal_statos = 'C2'"))
    wrong_type = replace(LOOKED_AFTER, code="X2", measure=Count(where="days_between(legal_status, end_date) > 3"))
    outside = replace(LOOKED_AFTER, code="X3", measure=Count(where="upper(legal_status) = 'C2'"))
    of_children = replace(LOOKED_AFTER, code="X4", counts=CHILDREN, measure=Median(of="age_at_start", unit="years"))
    problems = bind([misspelt, wrong_type, outside, of_children], catalogue.datasets())
    assert [problem[:2] for problem in problems] == ["X1", "X2", "X3", "X4"]
    assert "legal_statos" in problems[0]
    assert "not within the fence" in problems[2]


def test_a_fingerprint_changes_with_all_that_a_figure_hangs_on_and_with_nothing_else(tmp_path: Path) -> None:
    episodes = part(tmp_path, "looked_after_episodes", [ADA], covers="FY2017-18")
    more = part(tmp_path, "looked_after_episodes", [ADA, BEN], covers="FY2017-18")
    reviews = part(tmp_path, "looked_after_reviews", [], covers="FY2017-18")
    people = part(tmp_path, "people", [], covers="FY2017-18")

    def of(*parts, indicator=LOOKED_AFTER):  # type: ignore[no-untyped-def]
        return fingerprints_of([indicator], datasets=catalogue.datasets(), parts=parts, told={})[indicator.code]

    assert of(episodes, people) == of(people, episodes) == of(episodes, people, reviews)
    assert of(episodes, people) != of(more, people)
    assert of(episodes, people) != of(episodes)
    assert of(episodes, people) != of(replace(episodes, covers=people.covers.__class__(*_next_year())), people)
    assert of(episodes) != of(episodes, indicator=replace(LOOKED_AFTER, measure=Count()))


def _next_year():  # type: ignore[no-untyped-def]
    from goldenthread.engine.periods import parse

    span = parse("FY2018-19").span
    return span.first, span.last
