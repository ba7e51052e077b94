"""Ours beside the nation's: what was published of every area, how ours compares, and why the two differ."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from goldenthread import catalogue
from goldenthread.catalogue.published.nation import NATIONWIDE, TAKEN_BY, answered_nationwide
from goldenthread.engine.checking.constants import day_named
from goldenthread.engine.comparing.benchmarks import TEST
from goldenthread.engine.comparing.comparators import Average, Comparator
from goldenthread.engine.comparing.verdicts import Judgement
from goldenthread.engine.counting.nationwide import NATION, Area, Publication, in_force
from goldenthread.engine.definitions import Count, Rate
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.framework.models import Difference
from goldenthread.workflow.framework.operations import explain_difference
from goldenthread.workflow.framework.reading import differences
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.results.nation import (
    areas_published,
    beside_nation,
    lists_received,
    own_area,
    published_nationwide,
)
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.returns.operations import accept, receive
from tests.factories.board import Board, a_board, browser_of
from tests.factories.returns import write

pytestmark = pytest.mark.django_db

HEADERS = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
    "new_la_code,la_name,category,"
)
ENGLAND = "Reporting year,National,E92000001,England,,,,,,"
PLANS = "Child Protection Plans"


def local(code: str, name: str) -> str:
    return f"Reporting year,Local authority,E92000001,England,E12000003,Somewhere,{code},E0{code},{name},"


def list_of_neighbours(path: Path, alike: str) -> None:
    ranks = ",".join(f"SN_{rank},SN_{rank}P" for rank in range(1, 11))
    blank = "," * (19 - alike.count(","))
    write(path, f"old_la_code,la_name,region_ind,region_name,{ranks}", f"900,Ambleford,1,Somewhere,{alike}{blank}")


@pytest.fixture
def board(home: Path, tmp_path: Path) -> Board:
    """A board that has received statistics about its own area, two neighbours and the nation."""
    made, folder = a_board(), tmp_path / "nation"
    again = "Referrals and Re-referrals"
    write(
        folder / "referrals_2014.csv",
        f"{HEADERS}referral_count,rereferral_count,rereferral_percent",
        f"2014,{ENGLAND}{again},650000,150000,23.1",
        f"2014,{local('900', 'Ambleford')}{again},200,50,25",
        f"2014,{local('901', 'Elsewhere')}{again},100,10,10",
        f"2014,{local('902', 'Otherplace')}{again},200,60,30",
        f"2014,{local('903', 'Thirdplace')}{again},100,5,5",
        f"2013,{local('900', 'Ambleford')}{again},180,c,c",
    )
    write(
        folder / "plans_2014.csv",
        f"{HEADERS}CPP_At31,CPP_At31_rate",
        f"2014,{local('900', 'Ambleford')}{PLANS},70,44.2",
    )
    write(
        folder / "referrals_of_police_2014.csv",
        f"{HEADERS}Referrals,Police",
        f"2014,{local('900', 'Ambleford')}Source of referral,200,60",
        f"2014,{local('901', 'Elsewhere')}Source of referral,c,c",
    )
    list_of_neighbours(folder / "neighbours_2013-04.csv", "901,Very close,902,Close,903,Close")
    list_of_neighbours(folder / "neighbours_2025.csv", "902,Very close")
    list_of_neighbours(folder / "neighbours_undated.csv", "901,Very close")
    return_ = receive(folder, agency=made.agency, by="command line").return_
    assert return_
    accept(return_, by="command line")
    compute(by="command line")
    return made


def rows(board: Board) -> dict[tuple[str, str], object]:
    area = own_area(areas_published())
    assert area
    found = beside_nation(area, viewer=Viewer(Face.PUBLIC, actor="test"))
    return {(row.indicator.code, row.period.code): row for row in found}


def test_the_boards_own_area_is_the_one_in_its_name(board: Board) -> None:
    found = areas_published()
    assert [area.name for area in found] == ["Ambleford", "Elsewhere", "Otherplace", "Thirdplace"]
    assert own_area(found) == Area("E0900", "900", "Ambleford") and own_area(found, "E0901") == found[1]
    with pytest.raises(NotFound, match="about an area E0999"):
        own_area(found, "E0999")


def test_every_figure_stands_beside_the_nation_and_the_neighbours(board: Board) -> None:
    found = rows(board)
    again = found["FD9", "FY2013-14"]
    assert (again.theirs.number, again.theirs.out_of, again.theirs.value) == (50, 200, Fraction(25))
    assert again.nation.value == Fraction(150_000 * 100, 650_000) and again.theirs.edition.name == "referrals_2014"
    assert again.neighbours.value == 10
    assert again.averaged == Comparator("neighbours_2013-04", Average.MEDIAN, Fraction(10), with_data=3, of=3)
    assert found["CP2", "2014-03-31"].theirs.published_as == Decimal("44.2")


def test_a_plain_number_is_set_beside_no_other_area(board: Board) -> None:
    number = rows(board)["FD7", "FY2013-14"]
    assert number.theirs.value == 200 and number.nation is None and number.neighbours is None
    assert number.sizes_matter and number.listed.edition == "neighbours_2013-04"


def test_a_list_is_used_for_no_year_that_ended_before_it_held(board: Board) -> None:
    found = rows(board)
    assert found["FD7", "FY2012-13"].listed is None
    lists = lists_received(found["FD9", "FY2013-14"].theirs.area)
    assert [(each.edition, each.since, each.codes) for each in lists] == [
        ("neighbours_2013-04", date(2013, 4, 1), ("901", "902", "903")),
        ("neighbours_2025", date(2025, 1, 1), ("902",)),
        ("neighbours_undated", None, ("901",)),
    ]  # fmt: skip
    assert [in_force(lists, date(year, 3, 31)) for year in (2013, 2014, 2025)] == [None, lists[0], lists[1]]


@pytest.mark.parametrize(
    ("average", "value"), [(Average.MEAN, 15), (Average.POOLED, Fraction(75, 4)), (Average.MEDIAN, 10)]
)
def test_the_board_chooses_the_average(board: Board, settings: Any, average: Average, value: Fraction) -> None:
    settings.NEIGHBOURS_AVERAGE = average
    assert rows(board)["FD9", "FY2013-14"].averaged.value == value
    page = browser_of(board.member).get("/framework/nation/").content.decode()
    assert f"{average} of 3 of 3 areas" in page and f"the {average}, as" in page


def test_a_neighbour_that_published_a_symbol_is_counted_as_without_data(board: Board) -> None:
    police = rows(board)["FD15", "FY2013-14"]
    assert (police.averaged.value, police.averaged.with_data, police.averaged.of) == (None, 0, 3)
    assert police.neighbours is None and "those without a source" in police.theirs.differs


def supply(board: Board, folder: Path, *figures: str) -> None:
    """Figures of ours, as somebody else worked them out, from the next edition on."""
    write(folder / "supplied_figures.csv", "indicator,whose,first_day,last_day,number,out_of,said_by", *figures)
    return_ = receive(folder, agency=board.other, by="command line").return_
    assert return_
    accept(return_, by="command line")
    compute(by="command line")


def test_ours_is_judged_beside_the_neighbours_by_its_interval_as_beside_england(board: Board, tmp_path: Path) -> None:
    supply(
        board,
        tmp_path / "ours",
        "FD9,own,01/04/2013,31/03/2014,50,200,Children's services",
        "FD15,own,01/04/2013,31/03/2014,60,200,Children's services",
    )
    again = rows(board)["FD9", "FY2013-14"]
    assert again.agrees
    assert again.neighbours.status.judgement is Judgement.WORSE  # 10% lies far below 25%, 17.4% to 34.5% with families
    assert again.nation.status.judgement is Judgement.SIMILAR  # 23.1% does not
    assert {str(each.status.said.by[0].verdict.test) for each in (again.neighbours, again.nation)} == {TEST}
    page = browser_of(board.member).get("/framework/nation/").content.decode()
    assert "ours: " in page and "worse than that by more than chance explains, allowing for families" in page


def reason_shown(page: str, code: str) -> str:
    """What the first row of an indicator says of why the two differ."""
    return page.split(f'<span class="gt-below">{code}</span>')[1].split("</tr>")[0].rsplit("<span>", 1)[1]


def test_what_rounding_to_five_accounts_for_is_told_from_what_is_open(board: Board, tmp_path: Path) -> None:
    year = "own,01/04/2013,31/03/2014"
    supply(board, tmp_path / "ours", f"FD7,{year},202,,us", f"FD9,{year},52,198,us", f"FD15,{year},61,201,us")
    page = browser_of(board.member).get("/framework/nation/").content.decode()
    assert reason_shown(page, "FD7").startswith("Fits rounding to five")
    assert reason_shown(page, "FD9").startswith("Its numbers fit rounding to five")
    # Two counts of the police are too few to say how theirs are rounded.
    assert reason_shown(page, "FD15").startswith("No reason is recorded")
    explain_difference("FD7", "FY2013-14", how="date", why="The census came in June.", by="command line")
    page = browser_of(board.analyst).get("/framework/nation/").content.decode()
    assert "Date: The census came in June." in reason_shown(page, "FD7")
    assert 'href="/framework/nation/FD9/FY2013-14/"' in reason_shown(page, "FD9"), "a reason can still be recorded"


def test_what_is_further_off_than_rounding_to_five_is_open(board: Board, tmp_path: Path) -> None:
    year = "own,01/04/2013,31/03/2014"
    supply(board, tmp_path / "ours", f"FD7,{year},203,,us", f"FD9,{year},50,203,us")
    found = rows(board)
    assert [found[code, "FY2013-14"].fits for code in ("FD7", "FD9")] == [False, False]


@pytest.fixture
def exact(home: Path, tmp_path: Path) -> Board:
    """A board that has received an edition whose counts are not rounded, and figures of its own beside it."""
    made, folder, again = a_board(), tmp_path / "exact", "Referrals and Re-referrals"
    areas = [local("900", "Ambleford"), *(local(f"90{n}", f"Area {n}") for n in range(1, 5))]
    lines = [
        f"2014,{area}{again},{number},50,25" for area, number in zip(areas, (200, 101, 102, 103, 105), strict=True)
    ]
    write(folder / "referrals_2014.csv", f"{HEADERS}referral_count,rereferral_count,rereferral_percent", *lines)
    list_of_neighbours(folder / "neighbours_2013-04.csv", "901,Close,902,Close,903,Close,904,Close")
    return_ = receive(folder, agency=made.agency, by="command line").return_
    assert return_
    accept(return_, by="command line")
    supply(made, tmp_path / "ours", "FD7,own,01/04/2013,31/03/2014,202,,us")
    return made


def test_an_edition_with_counts_that_are_no_multiples_of_five_is_not_rounded(exact: Board) -> None:
    assert not rows(exact)["FD7", "FY2013-14"].fits


def test_of_two_editions_the_one_that_was_published_later_is_believed(home: Path, tmp_path: Path) -> None:
    made, folder, plans = a_board(), tmp_path / "editions", "Child Protection Plans"
    for name, number in {
        "zz_plans": 70,
        "plans_2014-11": 75,
        "plans_2014-10-30": 80,
        "yy_plans_2013_to_2099": 85,
    }.items():
        write(folder / f"{name}.csv", f"{HEADERS}CPP_At31", f"2014,{local('900', 'Ambleford')}{plans},{number}")
    return_ = receive(folder, agency=made.agency, by="command line").return_
    assert return_
    accept(return_, by="command line")
    compute(by="command line")
    (stated,) = published_nationwide()
    assert (stated.value, stated.edition) == (75, Publication("plans_2014-11", date(2014, 11, 1), date(2014, 3, 31)))


@pytest.mark.parametrize(
    ("name", "month", "year"),
    [
        ("sn_model_2025_wide", "", "2025-01-01"), ("neighbours_2021-04", "2021-04-01", "2021-04-01"),
        ("d3_plans_2013_to_2025", "", "2025-01-01"), ("plans 2014-10-30", "2014-10-30", "2014-10-30"),
        ("2013_to_2025, published 2025-11", "2025-11-01", "2025-11-01"), ("children_20140", "", ""), ("plans", "", ""),
    ],
)  # fmt: skip
def test_a_date_is_read_from_the_name_of_a_file(name: str, month: str, year: str) -> None:
    assert (day_named(name, year_alone=False), day_named(name, year_alone=True)) == (month, year)


def test_a_symbol_is_no_number(board: Board) -> None:
    assert ("FD7", "FY2012-13") in rows(board) and ("FD9", "FY2012-13") not in rows(board)


def test_why_they_differ_is_recorded_with_what_was_said_before(board: Board) -> None:
    first = explain_difference("CP1", "2014-03-31", how="date", why="the census came in June", by="command line")
    explain_difference("CP1", "2014-03-31", how="date", why="the census came in July", by="command line")
    explain_difference("CP1", "2014-03-31", how="rounding", why="to five", by="command line")
    kept = differences()["CP1", "2014-03-31"]
    assert [str(each) for each in kept] == ["Date: the census came in July", "Rounding: to five"]
    first.refresh_from_db()
    assert first.state == "replaced"
    with pytest.raises(Refused, match="do not differ by 'weather'"):
        explain_difference("CP1", "2014-03-31", how="weather", why="rain", by="command line")


def test_the_page_says_it_and_the_analyst_records_why(board: Board) -> None:
    page = browser_of(board.member).get("/framework/nation/").content.decode()
    assert (
        "25.0%" in page
        and "median of 3 of 3 areas on the list neighbours 2013-04, which holds from 1 April 2013" in page
    )
    assert "neighbours undated: 1 area, used for nothing" in page and "as the children" in page
    assert "23.1%" in page and "Nothing of ours to set beside it" in page
    first, words = page.split("What was published, in words")
    in_table = [code for code in re.findall(r'href="/indicators/(\w+)/"', first) if f"/indicators/{code}/" in words]
    headings = re.findall(r'<h3 class="govuk-heading-s"><a class="govuk-link" href="/indicators/(\w+)/"', words)
    assert headings == in_table and {"CP1", "FD7", "FD9"} <= {*headings}
    assert f">{catalogue.indicators()['CP1'].title}</a></h3>" in words
    assert "70 children were subject to a child protection plan on 31 March 2014." in page
    assert "as supplied, not counted from records: plans 2014." in page
    analyst = browser_of(board.analyst)
    asked = {"how": "definition", "why": "Theirs counts referrals and ours counts children."}
    assert analyst.post("/framework/nation/FD9/FY2013-14/", {**asked, "why": ""}).status_code == 200
    assert analyst.post("/framework/nation/FD9/FY2013-14/", asked).status_code == 302
    assert Difference.objects.get().why == asked["why"]
    assert "Reason for a difference" in analyst.get("/framework/FD9/").content.decode()
    assert analyst.get("/framework/nation/?area=E0999").status_code == 404
    assert analyst.get("/framework/nation/FD9/yesterday/").status_code == 404


def test_a_source_that_every_row_has_is_said_once_below_its_table(board: Board) -> None:
    page = browser_of(board.member).get("/framework/nation/").content.decode()
    latest, before = page.split("The year to 31 March 2013")
    # Three editions tell of the latest year, each to its end; one of the year before it.
    assert "Every published figure is from an edition which tells of days to 31 March 2014." in latest
    assert latest.count("which tells of days to 31 March 2014") == 1 and latest.count("plans 2014") > 1
    assert "Every published figure is from referrals 2014, which tells of days to 31 March 2014." in before
    # The neighbours' figures rest on 3 of 3 areas and on none, so each cell keeps its own.
    assert "median of 3 of 3 areas on the list" in latest and "What the neighbours came to" not in latest


def test_how_the_neighbours_were_averaged_is_said_once_where_it_is_the_same(exact: Board) -> None:
    page = browser_of(exact.member).get("/framework/nation/").content.decode()
    listed = "median of 4 of 4 areas on the list neighbours 2013-04, which holds from 1 April 2013"
    assert page.count(listed) == 1 and f"What the neighbours came to is the {listed}." in page


def test_a_board_that_received_none_is_told_so(home: Path) -> None:
    shown = browser_of(a_board().member).get("/framework/nation/").content.decode()
    assert "No published statistics" in shown and 'href="/datasets/published_statistics/"' in shown


def test_of_every_average_it_is_said_who_takes_it() -> None:
    assert set(TAKEN_BY) == set(Average)


def test_every_line_answers_an_indicator_that_counts_the_same_kind_of_thing() -> None:
    for each in answered_nationwide():
        measure = catalogue.indicators()[each.indicator].measure
        is_whole = bool(each.counts) and not each.of
        assert is_whole is isinstance(measure, Count), each.indicator
        assert each.per == (measure.per if isinstance(measure, Rate) else 100)
    assert NATIONWIDE.dataset in catalogue.datasets() and NATION.code == ""
