"""Small numbers that two people decided to show: they are shown, and nothing else comes out with them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from goldenthread import catalogue
from goldenthread.engine.counting import tells
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.agreeing import Tells
from goldenthread.engine.protecting.deciding import Undecided, decide, decide_together
from goldenthread.engine.protecting.opened import Opened, places_opened
from goldenthread.engine.protecting.opening import given_away
from goldenthread.engine.protecting.primary import HIDDEN, SHOWN, WITHHELD
from goldenthread.workflow.results import disclosing
from tests.factories.figures import FINISHED, MEMBERS, Cell, cell, table
from tests.unit.test_protecting_leaks import DAY, MONTHS, NESTED, QUARTER, hair, place

WHOLE, BY_HAIR = Opened(DAY, ("all",)), Opened(DAY, ("hair",))


def gates(cells: Sequence[Cell], *opened: Opened, face: str = "public") -> dict[tuple[str, str], str]:
    kept = decide(table(list(cells)), protects_children=True, nested=NESTED, opened=opened).to_pylist()
    return {(each["period"], each["group"]): each[face] for each in kept}


@pytest.mark.parametrize("face", ["public", "partnership"])
def test_a_small_number_is_shown_where_it_is_opened_and_only_there(face: str) -> None:
    days = [cell(MEMBERS, DAY, numerator=4), cell(MEMBERS, "2017-03-31", numerator=3)]
    shown = gates(days, WHOLE, face=face)
    assert shown[DAY, "all"] == SHOWN
    assert shown["2017-03-31", "all"] in (WITHHELD, HIDDEN)


def test_every_group_of_a_breakdown_is_opened_together() -> None:
    cells = hair(DAY, Dark=60, Fair=3, Red=2)
    assert set(gates(cells, BY_HAIR).values()) == {SHOWN}


def test_a_number_that_would_tell_another_small_one_stays_closed() -> None:
    months = [cell(MEMBERS, month, numerator=number) for month, number in zip(MONTHS, (3, 4, 40), strict=True)]
    cells = [cell(MEMBERS, QUARTER, numerator=47), *months]
    assert gates(cells)[MONTHS[2], "all"] == WITHHELD
    assert gates(cells, Opened(MONTHS[0], ("all",)))[MONTHS[0], "all"] == SHOWN  # 4 and 40 still hide each other
    both = gates(cells, Opened(MONTHS[0], ("all",)), Opened(MONTHS[2], ("all",)))
    assert (both[MONTHS[0], "all"], both[MONTHS[1], "all"], both[MONTHS[2], "all"]) == (SHOWN, WITHHELD, WITHHELD)


def test_the_whole_stays_closed_where_it_would_tell_its_only_group() -> None:
    cells = hair(DAY, Dark=4, Fair=0)
    assert gates(cells, WHOLE)[DAY, "all"] == WITHHELD
    assert set(gates(cells, Opened(DAY, ("all", "hair"))).values()) == {SHOWN}
    assert gates(hair(DAY, Dark=3, Fair=1), WHOLE)[DAY, "all"] == SHOWN


def test_clusters_stay_closed_where_they_would_tell_their_locality() -> None:
    cells = [
        cell(MEMBERS, DAY, numerator=64), place("East", 4), place("West", 60), place("Ash", 1, "East"),
        place("Birch", 3, "East"), place("Dell", 30, "West"), place("Elm", 30, "West"),
    ]  # fmt: skip
    table_ = table(cells)
    withheld = [
        each["public"] == WITHHELD for each in decide(table_, protects_children=True, nested=NESTED).to_pylist()
    ]
    clusters = places_opened(table_, Opened(DAY, ("cluster",)))
    assert [cells[at]["group"] for at in given_away(table_, withheld, clusters, nested=NESTED)] == ["East"]


def test_a_share_is_tried_with_its_whole_known() -> None:
    cells = [cell(FINISHED, month, numerator=2, denominator=40) for month in MONTHS]
    quarter = cell(FINISHED, QUARTER, numerator=6, denominator=120)
    shown = gates([quarter, *cells], Opened(MONTHS[0], ("all",)), Opened(MONTHS[1], ("all",)))
    assert [shown[month, "all"] for month in MONTHS] == [SHOWN, WITHHELD, WITHHELD]


def test_what_the_edition_before_told_counts_as_known() -> None:
    first = decide(table(hair(DAY, Dark=60, Fair=30, Red=9)), protects_children=True)
    again = hair(DAY, Dark=60, Fair=3, Red=2)
    now = decide(table(again), protects_children=True, before=first, opened=[BY_HAIR]).to_pylist()
    assert {each["public"] for each in now} == {SHOWN}


def test_the_same_days_under_another_name_are_opened_too() -> None:
    cells = [cell(MEMBERS, "FY2017-18", numerator=4), cell(MEMBERS, "12m2018-03", numerator=4)]
    assert set(gates(cells, Opened("FY2017-18", ("all",))).values()) == {SHOWN}


def test_nothing_is_opened_of_a_period_that_is_not_there() -> None:
    assert places_opened(table(hair(DAY, Dark=4)), Opened("FY2001-02", ("all",))) == set()


def test_a_number_stays_closed_where_it_would_tell_another_in_a_share_of_it() -> None:
    """That four finished tells nothing of who did, until it is also told how many raced: then all of them did."""
    finished = {"Dark": 3, "Fair": 1}
    count = [cell(MEMBERS, QUARTER, numerator=4), *hair_of(MEMBERS, finished)]
    share = [cell(FINISHED, QUARTER, numerator=4, denominator=4), *hair_of(FINISHED, finished)]
    opened = Opened(QUARTER, ("all",))
    alone = Undecided(table(count), True, opened=[opened], tells=Tells(frozenset({"finished"})))
    beside = Undecided(table(share), True, tells=Tells(frozenset({"finished"}), frozenset({"raced"})))

    def shown(*those: Undecided) -> list[list[str]]:
        return [[row["public"] for row in each.to_pylist()] for each in decide_together(those)]

    assert shown(alone) == [[SHOWN, WITHHELD, WITHHELD]]
    assert shown(alone, beside) == [[WITHHELD] * 3] * 2
    others = {"Dark": 3, "Fair": 10}
    wider = [cell(FINISHED, QUARTER, numerator=4, denominator=13), *hair_of(FINISHED, finished, others)]
    assert shown(alone, replace(beside, cells=table(wider))) == [[SHOWN, WITHHELD, WITHHELD], [WITHHELD] * 3]


def hair_of(indicator: Indicator, counted: Mapping[str, int], of: Mapping[str, int] | None = None) -> list[Cell]:
    """The groups of a count or, out of as many or more, of a share."""
    whole = {} if indicator is MEMBERS else {group: {"denominator": (of or counted)[group]} for group in counted}
    return [
        cell(indicator, QUARTER, group=group, numerator=number, **whole.get(group, {}))
        for group, number in counted.items()
    ]


def test_whoever_asks_is_told_what_another_indicator_would_give_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of as many plans as were repeat plans (CP8), the share (CP5) tells who they were about."""
    repeat = {"Dark": 3, "Fair": 1}
    count = [cell(MEMBERS, QUARTER, numerator=4), *hair_of(MEMBERS, repeat)]
    share = [cell(FINISHED, QUARTER, numerator=4, denominator=4), *hair_of(FINISHED, repeat)]
    indicators = [catalogue.indicators()[code] for code in ("CP8", "CP5")]
    undecided = [
        Undecided(table(cells), True, tells=tells(of)) for cells, of in zip((count, share), indicators, strict=True)
    ]
    kept = dict(zip(("CP8", "CP5"), decide_together(undecided), strict=True))
    monkeypatch.setattr(disclosing, "_digest", lambda code: code if code in kept else "")
    monkeypatch.setattr(disclosing, "_kept", lambda digest: kept[digest])
    found = disclosing.would_give_away("CP8", Opened(QUARTER, ("all",)))
    assert [each.split(", ")[-1] for each in found] == ["Dark (CP5)", "Fair (CP5)"]
