"""What is written down in any format is read back as it was."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Received, take_in
from goldenthread.engine.periods import parse
from tests.generative.writing import PLANS, WORDS, Episode, Plan, episodes_as_text, episodes_as_xml

DAYS = st.dates(min_value=date(2013, 4, 1), max_value=date(2018, 3, 31))
NUMBERS = st.integers(min_value=1, max_value=40).map(lambda number: f"A{number}")
A_FEW = settings(max_examples=max(12, settings().max_examples // 4), deadline=None)


def _ended(start: date, later: date | None) -> date | None:
    return None if later is None else max(start, later)


plans = st.lists(
    st.builds(
        lambda child, start, later, category, previous: Plan(child, start, _ended(start, later), category, previous),
        NUMBERS, DAYS, st.none() | DAYS, st.sampled_from(sorted(WORDS)), st.integers(0, 5),
    ),
    min_size=1, max_size=25, unique_by=lambda plan: (plan.child, plan.start),
)  # fmt: skip
episodes = st.lists(
    st.builds(
        lambda child, start, later, reason, law: Episode(child, start, _ended(start, later), reason, law),
        NUMBERS, DAYS, st.none() | DAYS, st.sampled_from("SLPTBU"), st.sampled_from(("C1", "C2", "V2", "E1")),
    ),
    min_size=1, max_size=25, unique_by=lambda episode: (episode.child, episode.start),
)  # fmt: skip


def read_back(dataset: str, name: str, content: bytes) -> list[dict[str, Any]]:
    intake = take_in(
        [Received(name, content)],
        formats=catalogue.formats(),
        datasets=catalogue.datasets(),
        pseudonym=lambda scheme, number: number,
        covers=parse("FY2013-14..FY2017-18"),
    )
    assert [issue for issue in intake.issues if issue.severity == "error" and issue.dataset == dataset] == []
    return intake.parts[dataset].to_pylist()


@pytest.mark.parametrize("way", sorted(PLANS))
@A_FEW
@given(written=plans)
def test_plans_come_back_as_they_were_written(way: str, written: list[Plan]) -> None:
    told = ("child_key", "plan_start", "plan_end", "abuse_category", "previous_plans")
    found = [tuple(row[name] for name in told) for row in read_back("protection_plans", *PLANS[way](written))]
    assert found == [
        (each.child, each.start, each.end, each.category, None if way == "ssd" else each.previous) for each in written
    ]


@pytest.mark.parametrize("write", [episodes_as_text, episodes_as_xml], ids=["text", "XML"])
@A_FEW
@given(written=episodes)
def test_episodes_come_back_as_they_were_written(write: Any, written: list[Episode]) -> None:
    told = ("child_key", "start_date", "end_date", "reason_started", "legal_status")
    found = [tuple(row[name] for name in told) for row in read_back("looked_after_episodes", *write(written))]
    assert found == [(each.child, each.start, each.end, each.reason, each.law) for each in written]
