"""The attacker's audit: on a thousand invented tables, what the public is not shown cannot be worked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest

from goldenthread.engine.periods import Period, parse
from goldenthread.engine.protecting.deciding import decide
from tests.factories.figures import FINISHED, Cell, cell, table
from tests.generative.attacking import Attacker, where

TABLES = 20
WIDE = 5
"""How far apart the least and the most must be that a small number could be."""
YEAR = "FY2017-18"
TIMES = {
    "a day": ("2018-03-31",),
    "a quarter and its months": ("FY2017-18Q1", "2017-04", "2017-05", "2017-06"),
    "a year and its quarters": (YEAR, *(f"{YEAR}Q{number}" for number in (1, 2, 3, 4))),
    "a year, its halves and quarters": (YEAR, *(f"{YEAR}{part}" for part in ("H1", "H2", "Q1", "Q2", "Q3", "Q4"))),
    "two years of quarters, and twelve months across": (
        *(f"FY20{year}Q{number}" for year in ("16-17", "17-18") for number in (1, 2, 3, 4)),
        "FY2016-17", YEAR, "12m2017-06", "12m2017-09", "12m2017-12",
    ),
}  # fmt: skip
LOCALITIES = {"Ash": "East", "Birch": "East", "Cedar": "East", "Dell": "West", "Elm": "West"}
NESTED = {"cluster": "locality"}
GROUPS = {
    "sex": ("Female", "Male", "not recorded"),
    "locality": ("East", "West", "not recorded"),
    "cluster": (*LOCALITIES, "not recorded"),
}


@dataclass(frozen=True)
class Record:
    """One invented race of a child."""

    time: Period
    groups: dict[str, str]
    finished: bool


def records(chance: Random, times: Sequence[str]) -> Iterator[Record]:
    """Races in the shortest of some times; most groups are small, some are not there at all."""
    periods = [parse(time) for time in times]
    shortest = [each for each in periods if not any(other != each and other.span in each.span for other in periods)]
    weights = {name: [chance.random() ** 3 for _ in groups] for name, groups in GROUPS.items()}
    in_times, finishing = [chance.random() ** 2 for _ in shortest], chance.random()
    for _ in range(chance.choice((8, 20, 40, 90, 200))):
        (sex,), (cluster,) = (chance.choices(GROUPS[name], weights[name]) for name in ("sex", "cluster"))
        groups = {"sex": sex, "cluster": cluster, "locality": LOCALITIES.get(cluster, "not recorded")}
        yield Record(chance.choices(shortest, in_times)[0], groups, chance.random() < finishing)


def cells_of(races: Sequence[Record], times: Sequence[str], *, shares: bool) -> list[Cell]:
    """What counting makes of the races, for every time, breakdown and group."""
    found = []
    for time in times:
        within = [race for race in races if race.time.span in parse(time).span]
        for breakdown, groups in {"all": ("all",), **GROUPS}.items():
            for group in groups:
                those = [race for race in within if breakdown == "all" or race.groups[breakdown] == group]
                found.append(a_cell(time, breakdown, group, those, shares=shares))
    return found


def a_cell(time: str, breakdown: str, group: str, races: Sequence[Record], *, shares: bool) -> Cell:
    counted: dict[str, Any] = {"numerator": len(races)}
    if shares:
        counted = {"numerator": sum(race.finished for race in races), "denominator": len(races)}
    part_of = LOCALITIES.get(group, group) if breakdown == "cluster" else None
    return cell(FINISHED, time, group=group, part_of=part_of, **counted) | {"breakdown": breakdown}


def yes(each: Cell) -> int:
    return int(each["numerator"])


def no(each: Cell) -> int:
    return int(each["denominator"]) - yes(each)


def is_small(number: int) -> bool:
    return 1 <= number <= 5


def protected(cells: Sequence[Cell]) -> list[Cell]:
    return list(decide(table(list(cells)), protects_children=True, nested=NESTED).to_pylist())


@pytest.mark.parametrize("times", TIMES.values(), ids=TIMES)
@pytest.mark.parametrize("shares", [False, True], ids=["counts", "shares"])
def test_no_small_number_can_be_worked_out_from_what_the_public_is_shown(times: Sequence[str], *, shares: bool) -> None:
    chance = Random(f"{times} {shares}")
    hidden = 0
    for _ in range(TABLES):
        cells = protected(cells_of(list(records(chance, times)), times, shares=shares))
        for kind in (yes, no) if shares else (yes,):
            small = [each for each in cells if is_small(kind(each))]
            assert all(each["public"] == "withheld" for each in small)
            attacker = Attacker(cells, kind)
            for each, (least, most) in attacker.ranges(map(where, small), WIDE).items():
                hidden += 1
                assert most - least > WIDE - 0.5, (each, least, most)
    assert hidden > TABLES
