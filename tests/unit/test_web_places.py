"""The profile of a place: its own numbers beside the whole area, and no word that a test does not support."""

import re
from pathlib import Path

import pytest

from goldenthread.catalogue.breakdowns import CLUSTER, LOCALITY
from goldenthread.catalogue.place_profile import PROFILE, profile
from goldenthread.engine.periods import parse
from goldenthread.workflow.results.operations import compute
from tests.factories.board import Board, a_board, browser_of
from tests.factories.returns import a_return, write

MILL, FORD = 40, 60
LATE_IN_MILL, LATE_IN_FORD = 30, 6


def test_the_profile_is_of_indicators_that_are_counted_by_place_and_under_one_heading_each() -> None:
    codes = [code for heading in PROFILE for code in heading.codes]
    assert len(codes) == len(set(codes))
    for those in profile().values():
        for indicator in those:
            assert {CLUSTER.code, LOCALITY.code} <= {each.code for each in indicator.breakdowns}


def two_clusters(board: Board, folder: Path) -> None:
    """Children of two clusters, of whom those of one are mostly late for their conference; and the board's list."""
    of = {f"M{number}": ("Mill", number < LATE_IN_MILL) for number in range(MILL)}
    of |= {f"F{number}": ("Ford", number < LATE_IN_FORD) for number in range(FORD)}
    people = [f"{child},1,09/08/2007,WBRI,{cluster}" for child, (cluster, _) in of.items()]
    held = [f"{child},01/06/2017,{'01/08' if late else '08/06'}/2017,1" for child, (_, late) in of.items()]
    write(folder / "people.csv", "local_id,sex,date_of_birth,ethnicity,cluster", *people)
    write(folder / "initial_conferences.csv", "local_id,strategy_date,conference_date,plan_made", *held)
    a_return(folder, board.agency, period=parse("FY2017-18"), accepted=True)
    places = ["locality,East,,01/04/2009,", "cluster,Mill,East,01/04/2009,", "cluster,Ford,East,01/04/2009,"]
    names = "place_kind,place_name,part_of,existed_from,existed_until"
    listed = write(folder.parent / "board" / "places.csv", names, *places)
    a_return(listed, board.other, period=parse("FY2017-18"), accepted=True)
    compute(by="command line")


@pytest.mark.django_db
def test_a_place_is_found_on_the_list_and_set_beside_the_rest(tmp_path: Path) -> None:
    board = a_board()
    member = browser_of(board.member)
    assert "No edition has been published yet" in member.get("/places/").content.decode()
    two_clusters(board, tmp_path / "sent")
    every = member.get("/places/").content.decode()
    assert 'href="/places/cluster/Mill/"' in every and 'href="/places/locality/East/"' in every
    mill, ford = (member.get(f"/places/cluster/{name}/").content.decode() for name in ("Mill", "Ford"))
    assert on_time(mill) == ["25.0%10 of 40", "10.7% to 48.1%", "64.0%2017/18", "◇ below the rest"]
    assert on_time(ford)[::3] == ["90.0%54 of 60", "◆ above the rest"]
    beside_the_others = member.get("/indicators/CP6/?by=cluster").content.decode()
    assert 'href="/indicators/CP6/?by=cluster#groups"' in mill and 'id="groups"' in beside_the_others
    assert "in 2017/18, by cluster" in beside_the_others and ">Mill<" in beside_the_others
    assert "Cluster in East" in mill and 'href="/places/locality/East/"' in mill
    assert 'href="/scorecard/?of=cluster%3AMill&amp;tier=every"' in mill
    east = member.get("/places/locality/East/").content.decode()
    assert 'href="/indicators/CP6/?by=locality#groups"' in east
    assert on_time(east)[-1] == "○ not judged", "there is no rest"
    assert [member.get(f"/places/{each}/").status_code for each in ("cluster/East", "secure/East", "cluster/No")] == [
        404
    ] * 3


def on_time(page: str) -> list[str]:
    """The cells of the row about conferences on time."""
    (row,) = re.findall(r'<tr[^>]*>(?:(?!</tr>).)*href="/indicators/CP6/[^"]*".*?</tr>', page, re.DOTALL)
    return [re.sub(r"<[^>]*>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)]
