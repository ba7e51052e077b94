"""The attacker's audit: on a thousand invented tables, what the public is not shown cannot be worked out."""

from collections.abc import Sequence
from random import Random

import pyarrow as pa
import pytest

from goldenthread.engine.protecting.companions import choose
from goldenthread.engine.protecting.deciding import decide
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import figures_from
from goldenthread.engine.protecting.fives import is_few, nearest
from goldenthread.engine.protecting.opened import Opened
from goldenthread.engine.protecting.sheets import sheets
from goldenthread.engine.protecting.steps import steps_of
from tests.factories.figures import INDICATORS, Cell, table
from tests.generative.attacking import Attacker, Kind, Unknown, place
from tests.generative.races import GROUPS, NESTED, TIMES, WIDE, Record, attack, cells_of, is_small, no, records, yes

EDITIONS = 15


def protected(cells: Sequence[Cell], *, before: Sequence[Cell] = ()) -> list[Cell]:
    earlier = pa.Table.from_pylist(list(before)) if before else None
    return list(decide(table(list(cells)), protects_children=True, nested=NESTED, before=earlier).to_pylist())


@pytest.mark.parametrize(("tables", "times"), [(how_many, times) for how_many, *times in TIMES.values()], ids=TIMES)
def test_no_small_count_can_be_worked_out_from_what_the_public_is_shown(tables: int, times: Sequence[str]) -> None:
    chance, attacked = Random(f"counts {times}"), 0
    for _ in range(tables):
        cells = protected(cells_of(list(records(chance, times)), times, shares=False))
        assert all(each["public"] == "withheld" for each in cells if is_small(yes(each)))
        attacked += attack(Attacker(Kind("counts", cells, yes)))
    assert attacked > tables


@pytest.mark.parametrize(("tables", "times"), [(how_many, times) for how_many, *times in TIMES.values()], ids=TIMES)
def test_no_part_of_a_share_can_be_worked_out_although_another_indicator_counts_its_whole(
    tables: int, times: Sequence[str]
) -> None:
    chance, attacked = Random(f"shares {times}"), 0
    for _ in range(tables // 2):
        drawn = list(records(chance, times))
        shares, counts = (protected(cells_of(drawn, times, shares=shares)) for shares in (True, False))
        assert all(each["public"] == "withheld" for each in shares if is_small(yes(each)) or is_small(no(each)))
        kinds = Kind("yes", shares, yes), Kind("no", shares, no), Kind("whole", counts, yes)
        whole_of = [
            {Unknown("yes", at): 1, Unknown("no", at): 1, Unknown("whole", at): -1} for at in map(place, counts)
        ]
        attacked += attack(Attacker(*kinds, also=whole_of))
    assert attacked > tables


@pytest.mark.parametrize("name", ["a day", "a quarter and its months", "a year, its halves and quarters"])
def test_the_ranges_that_the_engine_reckons_with_are_the_attackers_to_the_unit(name: str) -> None:
    chance, compared = Random(name), 0
    for _ in range(10):
        _, *times = TIMES[name]
        every = cells_of(list(records(chance, times)), times, shares=False)
        cells = [each for each in every if each["breakdown"] in ("all", "sex")]
        sheet = sheets(table(cells))["sex"]
        choice = choose(sheet.numbers(), steps_of(sheet.spans).blocks)
        at = {
            ("sex", group, *days): (stretch, row)
            for days, stretch in sheet.stretches.items()
            for group, row in sheet.groups.items()
            if row in choice.hidden[stretch]
        }
        known = [{**each, "public": "withheld" if place(each) in at else "shown"} for each in cells]
        attacker = Attacker(Kind("counts", known, yes))
        for where, (stretch, row) in at.items():
            assert attacker.ends(Unknown("counts", where)) == choice.ranges[0][stretch][row]
            compared += 1
    assert compared > 5


@pytest.mark.parametrize("times", [times for _, *times in TIMES.values()], ids=TIMES)
def test_no_small_number_that_an_edition_withheld_can_be_worked_out_with_the_help_of_the_next(
    times: Sequence[str],
) -> None:
    """Some records are corrected. Numbers that were shown before they became small are left out: the next test is
    about them.
    """
    chance, attacked = Random(f"editions {times}"), 0
    for _ in range(EDITIONS):
        drawn = list(records(chance, times))
        first = protected(cells_of(drawn, times, shares=False))
        second = protected(cells_of(corrected(chance, drawn, times), times, shares=False), before=first)
        shown = {Unknown("second", place(one)) for one in first if one["public"] == "shown"}
        attacked += attack(of_two_editions(first, second), least=1, apart=shown)
    assert attacked > EDITIONS


def test_a_number_that_was_shown_and_became_small_cannot_be_worked_out_unless_it_alone_has_changed() -> None:
    """The groups of a day. Where what is beside it was told, and is still the same, only the whole could hide it."""
    chance, attacked = Random("became small"), 0
    for _ in range(12 * EDITIONS):
        drawn = list(records(chance, [A_DAY]))
        first = protected(places_of(drawn))
        second = protected(places_of(corrected(chance, drawn, [A_DAY])), before=first)
        told = {
            place(one)
            for one, other in zip(first, second, strict=True)
            if one["public"] == "shown" and yes(one) == yes(other)
        }
        changed = [
            place(each) for each in second if each["breakdown"] != "all" and yes(each) and place(each) not in told
        ]
        alone = {Unknown("second", each) for each in changed if len(changed) == 1}
        attacked += attack(of_two_editions(first, second), least=1, apart=alone)
    assert attacked > EDITIONS


A_DAY = "2018-03-31"


def places_of(races: Sequence[Record]) -> list[Cell]:
    """The clusters of a day, without their localities."""
    cells = cells_of(races, [A_DAY], shares=False)
    return [{**each, "part_of": None} for each in cells if each["breakdown"] in ("all", "cluster")]


def corrected(chance: Random, races: Sequence[Record], times: Sequence[str]) -> list[Record]:
    """Most of the races, and two that were not among them."""
    return [*chance.sample(races, len(races) * 3 // 4), *list(records(chance, times))[:2]]


def of_two_editions(first: Sequence[Cell], second: Sequence[Cell]) -> Attacker:
    """Who knows even of each number that is shown in one of the two editions whether it is the same in the other."""
    same = [
        {Unknown("first", place(one)): 1, Unknown("second", place(one)): -1}
        for one, other in zip(first, second, strict=True)
        if yes(one) == yes(other) and "shown" in (one["public"], other["public"])
    ]
    return Attacker(Kind("first", first, yes), Kind("second", second, yes), also=same)


@pytest.mark.parametrize("times", [times for _, *times in TIMES.values()], ids=TIMES)
def test_no_small_count_can_be_worked_out_from_the_published_and_the_rounded_figures_together(
    times: Sequence[str],
) -> None:
    """The attacker holds the two faces of each number beside each other, and a range of each that is told rounded."""
    chance, attacked = Random(f"fives {times}"), 0
    for _ in range(EDITIONS):
        cells = protected(cells_of(list(records(chance, times)), times, shares=False))
        found = figures_from(cells, indicators=INDICATORS, face=Face.ROUNDED, edition=1)
        within = {
            Unknown("counts", place(each)): around(figure.numerator)
            for each, figure in zip(cells, found, strict=True)
            if each["public"] != "shown" and figure.numerator is not None
        }
        attacked += attack(Attacker(Kind("counts", cells, yes), within=within))
    assert attacked > EDITIONS


OPENED = [("all",), ("sex",), ("all", "sex"), ("locality", "cluster"), ("all", *GROUPS)]


@pytest.mark.parametrize("times", [times for _, *times in TIMES.values()], ids=TIMES)
def test_no_other_small_count_can_be_worked_out_exactly_from_what_two_people_open(times: Sequence[str]) -> None:
    chance, shown, closed = Random(f"opened {times}"), 0, 0
    for turn in range(2 * EDITIONS):
        drawn = cells_of(list(records(chance, times)), times, shares=False)
        what = Opened(chance.choice(times), OPENED[turn % len(OPENED)])
        decided = decide(table(drawn), protects_children=True, nested=NESTED, opened=[what])
        cells = list(decided.to_pylist())
        meant = [each["public"] == "shown" for each in cells if what.holds(each) and is_small(yes(each))]
        shown, closed = shown + any(meant), closed + (not all(meant))
        attacker = Attacker(Kind("counts", cells, yes))
        doubtful = [which for which, (least, most) in attacker.ranges(WIDE).items() if most - least < 0.5]
        assert [which for which in doubtful if len(set(attacker.ends(which))) == 1] == []
    assert shown
    assert closed or len(times) == 1


def test_rounding_what_the_public_is_not_shown_would_give_small_counts_away() -> None:
    """Why the rounded face withholds it too: the attacker of the test before would find out."""
    chance, narrow = Random("fives of all"), 0
    for _ in range(20):
        cells = protected(cells_of(list(records(chance, ["2018-03-31"])), ["2018-03-31"], shares=False))
        within = {
            Unknown("counts", place(each)): (1, 7) if is_few(yes(each)) else around(nearest(yes(each)) or 0)
            for each in cells
            if each["public"] != "shown"
        }
        ranges = Attacker(Kind("counts", cells, yes), within=within).ranges(WIDE)
        narrow += any(most - least < 0.5 for least, most in ranges.values())
    assert narrow > 0


def around(in_fives: int) -> tuple[int, int]:
    """What a count can be that is told in fives."""
    return (in_fives - 2, in_fives + 2) if in_fives else (0, 0)


def test_the_attacker_finds_what_is_hidden_alone() -> None:
    """An audit that never finds anything would prove nothing."""
    chance, narrow = Random("alone"), 0
    for _ in range(20):
        cells = cells_of(list(records(chance, ["2018-03-31"])), ["2018-03-31"], shares=False)
        alone = [{**each, "public": "withheld" if is_small(yes(each)) else "shown"} for each in cells]
        ranges = Attacker(Kind("counts", alone, yes)).ranges(WIDE)
        narrow += any(most - least < 0.5 for least, most in ranges.values())
    assert narrow > 10
