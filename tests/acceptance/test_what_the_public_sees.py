"""The public face of a small board: nothing that is hidden can be worked out from what is shown."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from goldenthread import catalogue
from goldenthread.engine.definitions import CHILDREN
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from tests.functional.running import Board


def facts_of(folder: Path) -> dict[str, dict[str, Any]]:
    told = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return {fact["id"]: fact for fact in told["facts"]}


@pytest.fixture(scope="module")
def facts(small_board: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Face, dict[str, dict[str, Any]]]:
    """What the annual report of a small board says on each face."""
    folder = tmp_path_factory.mktemp("small")
    board = Board(folder / "home")
    board("demo", "--no-serve", "--board", small_board).well()
    for face in ON_PAPER:
        board("report", "annual", "--year", "2013-14", "--out", folder / face, "--face", face).well()
    return {face: facts_of(folder / face) for face in ON_PAPER}


def test_there_are_small_numbers_and_no_face_but_the_board_papers_shows_them(
    facts: dict[Face, dict[str, dict[str, Any]]],
) -> None:
    small = {name for name, fact in facts[Face.BOARD].items() if protected(fact)}
    assert len(small) > 10
    for face in (Face.PUBLIC, Face.PARTNERSHIP):
        assert not [name for name in small if shown(facts[face].get(name))]


def test_no_number_that_is_hidden_from_the_public_can_be_worked_out_from_the_others(
    facts: dict[Face, dict[str, dict[str, Any]]],
) -> None:
    """What an attacker would do: groups add up to their whole, and quarters to their year."""
    exact, public = facts[Face.BOARD], facts[Face.PUBLIC]
    for fact in (each for each in exact.values() if protected(each)):
        for others in together(fact, exact):
            unknown = [other for other in others if not shown(public.get(other["id"]))]
            assert len(unknown) > 1, f"{fact['id']} can be worked out"


def shown(fact: dict[str, Any] | None) -> bool:
    return fact is not None and fact["numerator"] is not None


def protected(fact: dict[str, Any]) -> bool:
    """A count of a few children."""
    about_children = catalogue.indicators()[fact["indicator"]].protects is CHILDREN
    return about_children and fact["numerator"] is not None and 1 <= fact["numerator"] <= 5


def together(fact: dict[str, Any], exact: dict[str, dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The sums that a figure is part of: with its other groups the whole, with other quarters the year."""
    same = [each for each in exact.values() if each["indicator"] == fact["indicator"]]
    if fact["breakdown"] != "all":
        groups = [each for each in same if (each["period"], each["breakdown"]) == (fact["period"], fact["breakdown"])]
        yield groups + [each for each in same if each["period"] == fact["period"] and each["breakdown"] == "all"]
    if fact["period"][:2] == "FY" and "Q" in fact["period"]:
        year = fact["period"][:9]
        yield [each for each in same if each["period"].startswith(year) and each["breakdown"] == "all"]
