"""Cohorts: what nobody sends because it is worked out, within a fence of their own."""

from pathlib import Path
from typing import Any

import pytest

from goldenthread import catalogue
from goldenthread.engine.counting import bind
from goldenthread.engine.definitions import Cohort
from goldenthread.engine.words import Refused, cohort_sql
from tests.factories.evidence import cells_of, part

VIEWS = {"referrals": '"rows_referrals"'}
LONGEST = 60


def referred(home: Path, *days: str, covers: str) -> list[str]:
    rows = [{"child": "Ada", "referral_date": day} for day in days]
    cells = cells_of(catalogue.indicators()["FD9"], [part(home, "referrals", rows, covers=covers)])
    return sorted({each["period"] for each in cells})


def test_a_period_is_counted_only_where_the_returns_reach_back_far_enough(tmp_path: Path) -> None:
    found = referred(tmp_path, "2012-05-01", "2013-05-02", covers="FY2012-13..FY2013-14")
    assert "FY2013-14" in found
    assert "FY2012-13" not in found and "2013-03" not in found
    assert referred(tmp_path, "2013-05-02", covers="FY2013-14") == []


def test_what_must_all_lie_within_a_period_is_counted_anew_in_each(tmp_path: Path) -> None:
    days = ("2013-11-01", "2013-11-20", "2014-02-01", "2014-04-10", "2014-05-01")
    rows = [{"child": "Ada", "start_date": day, "reason_started": "P", "legal_status": "C2"} for day in days]
    evidence = [part(tmp_path, "looked_after_episodes", rows, covers="2013-10..2015-03")]
    cells = {each["period"]: each for each in cells_of(catalogue.indicators()["CLA12"], evidence) if is_whole(each)}
    moved_often = {period for period, each in cells.items() if each["numerator"] == 1}
    assert {"FY2013-14H2", "12m2014-09"} <= moved_often
    assert not {"2013-11", "2014-02", "FY2014-15"} & moved_often and {"2013-11", "FY2014-15"} <= cells.keys()


def is_whole(found: dict[str, Any]) -> bool:
    return bool(found["breakdown"] == "all")


def test_a_period_is_counted_only_where_everything_that_is_read_covers_it(tmp_path: Path) -> None:
    referrals = [{"child": "Ada", "referral_date": "2013-06-03"}]
    helped = [{"child": "Ben", "assessed_on": "2013-09-02"}]
    evidence = [
        part(tmp_path, "referrals", referrals, covers="FY2012-13..FY2013-14"),
        part(tmp_path, "early_help_assessments", helped, covers="FY2013-14H2"),
    ]
    found = {each["period"] for each in cells_of(catalogue.indicators()["EH2"], evidence)}
    assert "FY2013-14H2" in found and not {"FY2012-13", "FY2013-14"} & found


def test_a_period_is_counted_only_where_the_returns_reach_far_enough_beyond_it(tmp_path: Path) -> None:
    ended = [{"child": "Ada", "need_start": "2013-04-01", "need_end": "2013-09-02"}]
    evidence = [part(tmp_path, name, rows, covers="FY2013-14") for name, rows in
                (("child_in_need_plans", ended), ("early_help_assessments", []))]  # fmt: skip
    found = {each["period"] for each in cells_of(catalogue.indicators()["SW12"], evidence)}
    assert "FY2013-14Q3" in found and not {"FY2013-14Q4", "FY2013-14"} & found


def test_words_are_spelt_out_and_datasets_are_read_from_their_views() -> None:
    made = cohort_sql("SELECT months_between(a, b) AS m FROM referrals AS r", VIEWS)
    assert '"rows_referrals" AS r' in made and "MONTHS_BETWEEN" not in made.upper()


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("SELECT 1; SELECT 2", "one SELECT"),
        ("DROP TABLE referrals", "one SELECT"),
        ("SELECT * FROM people", "reads people"),
        ("SELECT * FROM read_csv('secrets.csv')", "not within the fence"),
        ("SELECT date_diff('day', a, b) FROM referrals", "not within the fence"),
        ("SELECT FROM WHERE", "cannot be read"),
    ],
)
def test_what_is_outside_the_fence_is_refused(sql: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        cohort_sql(sql, VIEWS)


@pytest.mark.parametrize("cohort", catalogue.cohorts().values(), ids=lambda each: each.name)
def test_a_cohort_is_short_and_says_who_is_in_it(cohort: Cohort) -> None:
    lines = cohort.sql.splitlines()
    assert lines[0].startswith("-- ") and len(lines) <= LONGEST


def test_a_cohort_that_does_not_fit_its_datasets_is_named() -> None:
    wrong = Cohort(catalogue.cohorts()["re_referrals"].dataset, ("referrals",), "SELECT colour FROM referrals")
    (problem,) = bind([], catalogue.datasets(), {"re_referrals": wrong})
    assert problem.startswith("re_referrals: ") and "colour" in problem
