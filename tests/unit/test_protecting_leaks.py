"""Each way in which a hidden number could come out, made by hand: what the public is shown does not tell."""

from collections.abc import Sequence

import pyarrow as pa
import pytest

from goldenthread.engine.protecting.agreeing import Tells
from goldenthread.engine.protecting.deciding import Undecided, decide, decide_together
from goldenthread.engine.protecting.primary import SHOWN, WITHHELD
from tests.factories.figures import FINISHED, MEMBERS, Cell, cell, table

DAY = "2018-03-31"
YEAR, QUARTER, MONTHS = "FY2017-18", "FY2017-18Q1", ("2017-04", "2017-05", "2017-06")
NESTED = {"cluster": "locality"}


def shown(cells: Sequence[Cell], *, before: pa.Table | None = None) -> dict[tuple[str, str], str]:
    """What the public may see of each cell, by period and group."""
    kept = decide(table(list(cells)), protects_children=True, nested=NESTED, before=before).to_pylist()
    return {(each["period"], each["group"]): each["public"] for each in kept}


def hair(period: str, **numbers: int) -> list[Cell]:
    """The whole of a period, and its groups."""
    groups = [cell(MEMBERS, period, group=name.replace("_", " "), numerator=n) for name, n in numbers.items()]
    return [cell(MEMBERS, period, numerator=sum(numbers.values())), *groups]


def place(name: str, number: int, part_of: str | None = None) -> Cell:
    breakdown = "cluster" if part_of else "locality"
    return cell(MEMBERS, DAY, group=name, numerator=number, part_of=part_of) | {"breakdown": breakdown}


def test_a_small_not_recorded_of_a_month_cannot_be_had_from_its_quarter() -> None:
    months = [
        each
        for month, few in zip(MONTHS, (3, 0, 7), strict=True)
        for each in hair(month, Dark=40, Fair=50, not_recorded=few)
    ]
    gates = shown([*hair(QUARTER, Dark=120, Fair=150, not_recorded=10), *months])
    assert gates[QUARTER, "not recorded"] == SHOWN
    unseen = [month for month in MONTHS if gates[month, "not recorded"] == WITHHELD]
    assert len(unseen) > 1
    assert all(gates[month, "Dark"] == WITHHELD or gates[month, "Fair"] == WITHHELD for month in unseen)


def test_neither_can_the_number_of_those_of_whom_nothing_is_recorded() -> None:
    told = [(QUARTER, 20), *zip(MONTHS, (3, 8, 9), strict=True)]
    cells = [cell(MEMBERS, period, numerator=90, unknown=unknown) for period, unknown in told]
    kept = decide(table(cells), protects_children=True).to_pylist()
    assert [each["public_hides_unknown"] for each in kept] == [False, True, True, True]


def test_a_small_cluster_cannot_be_had_from_its_locality_and_the_clusters_beside_it() -> None:
    clusters = [place("Ash", 3, "East"), place("Birch", 20, "East"), place("Cedar", 90, "East")]
    others = [place("Dell", 4, "West"), place("Elm", 30, "West"), place("Fern", 50, "West")]
    cells = [cell(MEMBERS, DAY, numerator=197), place("East", 113), place("West", 84), *clusters, *others]
    gates = {group: gate for (_, group), gate in shown(cells).items()}
    assert {gates["East"], gates["West"], gates["all"], gates["Cedar"], gates["Fern"]} == {SHOWN}
    assert [gates[name] for name in ("Ash", "Birch", "Dell", "Elm")] == [WITHHELD] * 4


def test_a_small_locality_cannot_be_had_from_its_clusters() -> None:
    clusters = [place("Ash", 0, "East"), place("Birch", 4, "East"), place("Dell", 30, "West"), place("Elm", 50, "West")]
    gates = shown([cell(MEMBERS, DAY, numerator=84), place("East", 4), place("West", 80), *clusters])
    unseen = {group for (_, group), gate in gates.items() if gate == WITHHELD}
    assert unseen >= {"East", "West", "Birch", "Dell", "Elm"}


def test_a_share_hides_the_groups_that_a_count_of_its_whole_hides() -> None:
    """The count tells how many each shown group has. Were another group the companion of the share, it would tell."""
    whole = {"Dark": 90, "Fair": 7, "Red": 3}
    finished = {"Dark": 40, "Fair": 7, "Red": 3}
    counts = shown(hair(DAY, **whole))
    shares = [cell(FINISHED, DAY, numerator=sum(finished.values()), denominator=sum(whole.values()))]
    shares += [cell(FINISHED, DAY, group=name, numerator=finished[name], denominator=whole[name]) for name in whole]
    gates = shown(shares)
    assert {at for at, gate in counts.items() if gate == WITHHELD} <= {
        at for at, gate in gates.items() if gate == WITHHELD
    }


def test_the_difference_of_two_twelve_months_tells_of_no_month() -> None:
    """To March and to April: they differ by one April and the next."""
    told = {f"{year}-{month:02d}": 20 for year in (2016, 2017) for month in range(4, 13)}
    told |= {f"{year}-{month:02d}": 20 for year in (2017, 2018) for month in (1, 2, 3)} | {"2017-04": 3}
    told |= {"12m2017-03": 240, "12m2017-04": 223, "FY2016-17": 240}
    gates = shown([cell(MEMBERS, period, numerator=number) for period, number in told.items()])
    assert gates["2017-04", "all"] == gates["12m2017-04", "all"] == WITHHELD
    assert gates["12m2017-03", "all"] == gates["2016-04", "all"] == SHOWN


def test_where_a_whole_is_withheld_no_table_of_its_groups_adds_up_to_it() -> None:
    months = [each for month, few in zip(MONTHS, (3, 40, 60), strict=True) for each in hair(month, Dark=few, Fair=0)]
    gates = shown([*hair(QUARTER, Dark=103, Fair=0), *months])
    assert {gates[month, "all"] for month in MONTHS} == {gates[month, "Dark"] for month in MONTHS} == {WITHHELD}


def beside(share: Sequence[Cell], count: Sequence[Cell]) -> list[dict[str, str]]:
    """What the public may see of each group of a share and of a count that tells the same number."""
    tells = Tells(frozenset({"how many finished"}))
    both = [Undecided(table(list(cells)), True, NESTED, tells=tells) for cells in (share, count)]
    return [{each["group"]: each["public"] for each in cells.to_pylist()} for cells in decide_together(both)]


def test_a_count_and_a_share_of_one_number_hide_the_same_groups() -> None:
    """By itself the count hides Dark with Fair, the share Dark with Red: together they tell that 3 were dark."""
    yes, of = (120, 14, 3, 7, 8), (700, 70, 40, 46, 15)
    names = ("White", "Brown", "Dark", "Fair", "Red")
    count = hair(DAY, **dict(zip(names, yes, strict=True)))
    share = [cell(FINISHED, DAY, numerator=sum(yes), denominator=sum(of))]
    share += [
        cell(FINISHED, DAY, group=name, numerator=n, denominator=d) for name, n, d in zip(names, yes, of, strict=True)
    ]
    alone = [{group for (_, group), gate in shown(each).items() if gate == WITHHELD} for each in (count, share)]
    assert alone == [{"Dark", "Fair"}, {"Dark", "Red"}]
    together = beside(share, count)
    assert together[0] == together[1]
    assert {group for group, gate in together[0].items() if gate == WITHHELD} == {"Dark", "Fair", "Red"}


def test_a_whole_that_another_hides_takes_groups_along_that_the_other_has_not_got() -> None:
    share = [cell(FINISHED, DAY, numerator=40, denominator=43)]
    gates = beside(share, hair(DAY, Dark=10, Fair=30))
    assert gates == [{"all": WITHHELD}, {"all": WITHHELD, "Dark": WITHHELD, "Fair": WITHHELD}]
    localities = [cell(FINISHED, DAY, numerator=80, denominator=160)]
    localities += [place("East", 40) | {"denominator": 43, "no_children": 3}, place("West", 40) | {"denominator": 117}]
    clusters = [cell(MEMBERS, DAY, numerator=80), place("East", 40), place("West", 40)]
    clusters += [place("Ash", 10, "East"), place("Birch", 30, "East"), place("Dell", 40, "West")]
    assert set(beside(localities, clusters)[1].values()) == {SHOWN, WITHHELD}
    assert [group for group, gate in beside(localities, clusters)[1].items() if gate == SHOWN] == ["all"]


@pytest.mark.parametrize("companion", [9, 30], ids=["unchanged", "corrected"])
def test_a_companion_does_not_become_visible_in_the_next_edition_while_the_small_number_is_the_same(
    companion: int,
) -> None:
    first = decide(table(hair(DAY, Dark=60, Fair=3, Red=9, White=20)), protects_children=True)
    assert [each["public"] for each in first.to_pylist()] == [SHOWN, SHOWN, WITHHELD, WITHHELD, SHOWN]
    second = hair(DAY, Dark=61, Fair=3, Red=companion, White=7)
    gates = shown(second, before=first)
    assert (gates[DAY, "Fair"], gates[DAY, "Red"]) == (WITHHELD, WITHHELD)
    assert shown(second)[DAY, "White"] == WITHHELD
    assert gates[DAY, "White"] == SHOWN


def test_the_companion_of_what_has_become_small_is_one_that_was_not_told_as_it_is() -> None:
    """Fair was 7 and is 4. Red, the smallest beside it, was told to be 9: it would be known, though it is withheld."""
    first = decide(table(hair(DAY, Dark=60, Fair=7, Red=9, White=21)), protects_children=True)
    assert set(first["public"].to_pylist()) == {SHOWN}
    corrected = hair(DAY, Dark=60, Fair=4, Red=9, White=20)
    withheld = [group for (_, group), gate in shown(corrected, before=first).items() if gate == WITHHELD]
    assert withheld == ["Fair", "White"]
    assert [group for (_, group), gate in shown(corrected).items() if gate == WITHHELD] == ["Fair", "Red"]


def test_where_nothing_else_has_changed_it_is_not_shown_which_group_has() -> None:
    first = decide(table(hair(DAY, Dark=60, Fair=7, Red=9)), protects_children=True)
    gates = shown(hair(DAY, Dark=60, Fair=4, Red=9), before=first)
    assert [group for (_, group), gate in gates.items() if gate == SHOWN] == ["all"]


def test_what_was_small_before_keeps_its_companions_whatever_was_told_of_the_others() -> None:
    first = decide(table(hair(DAY, Dark=60, Fair=3, Red=9, White=20)), protects_children=True)
    gates = shown(hair(DAY, Dark=60, Fair=4, Red=9, White=20), before=first)
    assert [group for (_, group), gate in gates.items() if gate == WITHHELD] == ["Fair", "Red"]


def test_a_companion_stays_withheld_when_the_number_that_it_stood_by_is_no_longer_small() -> None:
    first = decide(table(hair(DAY, Dark=60, Fair=3, Red=9)), protects_children=True)
    gates = shown(hair(DAY, Dark=60, Fair=30, Red=9), before=first)
    assert (gates[DAY, "Fair"], gates[DAY, "Red"]) == (WITHHELD, WITHHELD)


def test_what_has_changed_altogether_is_decided_afresh() -> None:
    first = decide(table(hair(DAY, Dark=60, Fair=3, Red=9)), protects_children=True)
    assert set(shown(hair(DAY, Dark=60, Fair=30, Red=40), before=first).values()) == {SHOWN}
