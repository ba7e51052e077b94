"""Invented races of children, as cells of a count or of a share, and an attacker set upon them."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from random import Random
from typing import Any

from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import Period, parse
from tests.factories.figures import FINISHED, MEMBERS, Cell, cell
from tests.generative.attacking import Attacker, Unknown

WIDE = 5
"""How far apart the least and the most must be that a small number could be."""
YEAR = "FY2017-18"
TIMES = {
    "a day": (250, "2018-03-31"),
    "a quarter and its months": (100, "FY2017-18Q1", "2017-04", "2017-05", "2017-06"),
    "a year and its quarters": (60, YEAR, *(f"{YEAR}Q{number}" for number in (1, 2, 3, 4))),
    "a year, its halves and quarters": (60, YEAR, *(f"{YEAR}{part}" for part in ("H1", "H2", "Q1", "Q2", "Q3", "Q4"))),
    "two years of quarters, and twelve months across": (
        30, *(f"FY20{year}Q{number}" for year in ("16-17", "17-18") for number in (1, 2, 3, 4)),
        "FY2016-17", YEAR, "12m2017-06", "12m2017-09", "12m2017-12",
    ),
}  # fmt: skip
"""How many tables, and of which times. Of shares half as many are drawn, each with a count beside it: 1,000 in all."""
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


Counted = Callable[[Sequence[Record]], dict[str, Any]]
"""What some races come to: the numbers of a cell."""


def records(chance: Random, times: Sequence[str]) -> Iterator[Record]:
    """Races in the shortest of some times; most groups are small, some are not there at all."""
    periods = [parse(time) for time in times]
    shortest = [each for each in periods if not any(other != each and other.span in each.span for other in periods)]
    weights = {name: [chance.random() ** 3 for _ in groups] for name, groups in GROUPS.items()}
    in_times, finishing = [chance.random() ** 2 for _ in shortest], chance.random()
    for _ in range(chance.choice((8, 20, 40, 90))):
        (sex,), (cluster,) = (chance.choices(GROUPS[name], weights[name]) for name in ("sex", "cluster"))
        groups = {"sex": sex, "cluster": cluster, "locality": LOCALITIES.get(cluster, "not recorded")}
        yield Record(chance.choices(shortest, in_times)[0], groups, chance.random() < finishing)


def cells_of(races: Sequence[Record], times: Sequence[str], *, shares: bool) -> list[Cell]:
    """What counting makes of the races, for every time, breakdown and group."""
    if shares:
        return cells_by(FINISHED, races, times, lambda those: share_of([race.finished for race in those]))
    return cells_by(MEMBERS, races, times, lambda those: {"numerator": len(those)})


def share_of(those: Sequence[bool]) -> dict[str, Any]:
    """How many of some it is true of."""
    return {"numerator": sum(those), "denominator": len(those)}


def cells_by(indicator: Indicator, races: Sequence[Record], times: Sequence[str], counted: Counted) -> list[Cell]:
    """The cells of an indicator, for every time, breakdown and group."""
    found = []
    for time in times:
        within = [race for race in races if race.time.span in parse(time).span]
        for breakdown, groups in {"all": ("all",), **GROUPS}.items():
            for group in groups:
                those = [race for race in within if breakdown == "all" or race.groups[breakdown] == group]
                part_of = LOCALITIES.get(group, group) if breakdown == "cluster" else None
                made = cell(indicator, time, group=group, part_of=part_of, **counted(those))
                found.append(made | {"breakdown": breakdown})
    return found


def yes(each: Cell) -> int:
    return int(each["numerator"])


def no(each: Cell) -> int:
    return int(each["denominator"]) - yes(each)


def is_small(number: int) -> bool:
    return 1 <= number <= 5


def attack(attacker: Attacker, *, least: int = WIDE, apart: Set[Unknown] = frozenset()) -> int:
    """Nothing small comes out in a range less wide than that, some apart; how many numbers were tried."""
    found = {which: ends for which, ends in attacker.ranges(WIDE).items() if which not in apart}
    assert [(which, ends) for which, ends in found.items() if ends[1] - ends[0] < least - 0.5] == []
    return len(found)
