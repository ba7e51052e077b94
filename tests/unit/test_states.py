"""States drawn from the code: every table is found, and each drawing says what the table does."""

import re

import pytest

from goldenthread.config.states import NOBODY, Drawn, diagram, drawn, who_may
from goldenthread.workflow.history.transitions import Transition, Transitions
from goldenthread.workflow.people.rules import MEANING
from tests.house import ROOT, modules

DOOR = Transitions(
    subject="door",
    initial="shut",
    ways=(
        Transition("opened", sources=("shut",), target="open", capability="compute"),
        Transition("pushed", sources=("shut",), target="open"),
        Transition("painted", sources=("open",), target="open", capability="no such thing"),
        Transition("taken away", sources=("shut", "open"), target="gone"),
    ),
)


def test_every_table_of_the_code_is_drawn() -> None:
    made = re.compile(r"= Transitions\(|_ways\(\"")
    stated = sum(len(made.findall(file.read_text(encoding="utf-8"))) for file in modules("goldenthread/workflow"))
    assert len(drawn()) == stated
    titles = [each.title for each in drawn()]
    assert titles == sorted(set(titles))
    assert {"Challenge", "Answer", "Recommendation", "Action", "Story", "Return", "Return: status", "Audit"} <= {
        *titles
    }


def test_a_drawing_has_every_state_and_way_and_begins_and_ends() -> None:
    assert diagram(DOOR).splitlines() == [
        "stateDiagram-v2",
        '    state "shut" as s0',
        '    state "open" as s1',
        '    state "gone" as s2',
        "    [*] --> s0",
        "    s0 --> s1: opened, pushed",
        "    s1 --> s1: painted",
        "    s0 --> s2: taken away",
        "    s1 --> s2: taken away",
        "    s2 --> [*]",
    ]


def test_it_says_who_may_take_a_way() -> None:
    assert [who_may(way) for way in DOOR.ways] == [
        "compute: analyst", NOBODY, "no such thing: no role yet", NOBODY,
    ]  # fmt: skip


@pytest.mark.parametrize("each", drawn(), ids=lambda each: each.title)
def test_every_table_is_explained_and_asks_for_capabilities_that_somebody_has(each: Drawn) -> None:
    assert each.about.endswith(".")
    assert {way.capability for way in each.table.ways if way.capability} <= set(MEANING)
    assert not any("no role" in who_may(way) for way in each.table.ways)


def test_the_page_holds_every_drawing() -> None:
    page = (ROOT / "docs" / "reference" / "states.md").read_text(encoding="utf-8")
    assert all(diagram(each.table) in page and each.about in page for each in drawn())
