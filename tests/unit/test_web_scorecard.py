"""The scorecard: what one chooses is what one sees, in the order asked for, and what one takes away."""

import csv
import json
import re
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import urlencode

import pyarrow.parquet as pq
import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from goldenthread.catalogue import indicators
from goldenthread.catalogue.themes import THEMES, places_on_the_journey, theme_of, themes
from goldenthread.engine.definitions import BOARD, SUB_GROUP, Question
from goldenthread.web.scorecard.forms import Choose
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.places import Place
from tests.factories.board import Board, a_board, browser_of, published

pytestmark = pytest.mark.django_db

FILE = "/scorecard/figures.csv"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    board = a_board()
    published(board, tmp_path / "sent")
    return board


@pytest.fixture
def member(board: Board) -> Client:
    return browser_of(board.member)


def page(browser: Client, **chosen: str) -> str:
    answer = browser.get(f"/scorecard/?{urlencode(chosen)}")
    assert answer.status_code == 200
    return answer.content.decode()


def codes(browser: Client, **chosen: str) -> list[str]:
    """The indicators on the page, from the top."""
    return re.findall(
        r'<th scope="row"[^>]*><a class="govuk-link" href="/indicators/(\w+)/[^"]*"', page(browser, **chosen)
    )


def taken(browser: Client, **chosen: str) -> list[dict[str, str]]:
    answer = browser.get(f"{FILE}?{urlencode(chosen)}")
    assert answer.status_code == 200
    return list(csv.DictReader(StringIO(answer.content.decode())))


def test_every_indicator_has_one_theme_and_every_theme_holds_some() -> None:
    assert [code for code in indicators() if theme_of(code) is None] == []
    together = [each.code for found in themes().values() for each in found]
    assert sorted(together) == sorted(indicators()) and len(together) == len(set(together))
    assert all(themes()[theme] for theme in THEMES)
    assert list(places_on_the_journey()) == together


def chosen(**given: str) -> set[str]:
    """The indicators that some choices mean."""
    return {each.code for each in Choose(given, []).wanted}


def test_it_begins_with_what_the_board_and_the_scorecard_watch() -> None:
    assert chosen() == {code for code, each in indicators().items() if each.tier is not SUB_GROUP}
    assert chosen(tier="board") == {code for code, each in indicators().items() if each.tier is BOARD}
    assert chosen(tier="every") == set(indicators())


@pytest.mark.parametrize("question", list(Question))
def test_only_the_question_that_was_chosen_is_answered(question: Question) -> None:
    wanted = {code for code, each in indicators().items() if each.asks is question}
    assert chosen(tier="every", asks=question.name) == wanted


def test_a_theme_and_a_sub_group_are_chosen_together() -> None:
    assert chosen(tier="every", theme="conferences", sub_group="Voice and influence") == {"CP22", "CP23"}


def test_what_is_not_offered_is_passed_over() -> None:
    assert chosen(theme="magic", tier="nobody", of="hair:dark", sort="colour") == chosen()
    assert Choose({"of": "hair:dark"}, []).group is None
    assert Choose({"of": "sex:Male"}, []).group == ("sex", "Male")


def test_places_are_offered_as_the_board_lists_them() -> None:
    listed = [Place("cluster", "Beckside", "North", date(2010, 1, 1), None)]
    assert Choose({"of": "cluster:Beckside"}, listed).group == ("cluster", "Beckside")
    assert Choose({"of": "cluster:Elsewhere"}, listed).group is None


def test_an_address_says_what_is_not_as_it_was_at_first() -> None:
    choose = Choose({"asks": "HOW_WELL", "sort": "latest"}, [])
    assert choose.address() == "asks=HOW_WELL&sort=latest"
    assert choose.address(sort="", tier="every") == "asks=HOW_WELL&tier=every"
    assert Choose({}, []).address() == ""


def test_rows_stand_along_the_journey_unless_another_order_is_asked_for(member: Client) -> None:
    """What has no figure stands last whichever way, and a heading leads to the rows sorted by it and says how."""
    titles = [indicators()[code].title.lower() for code in codes(member, sort="title", asks="HOW_WELL")]
    assert titles == sorted(titles)
    assert codes(member, sort="-title", asks="HOW_WELL") == codes(member, sort="title", asks="HOW_WELL")[::-1]
    journey = [places_on_the_journey()[code] for code in codes(member, asks="HOW_WELL")]
    assert journey == sorted(journey)

    assert page(member, asks="HOW_WELL").count("<caption") == 1
    first, last = (codes(member, sort=sort, tier="every", theme="looked-after", asks="HOW_MUCH")
                   for sort in ("latest", "-latest"))  # fmt: skip
    assert set(first) == set(last) and first != last
    figures = {row["code"]: row["value"] for row in taken(member, tier="every", theme="looked-after")}
    known = [float(figures[code]) for code in first if figures.get(code)]
    assert known == sorted(known) and len(known) > 1
    assert [bool(figures.get(code)) for code in first] == sorted(bool(figures.get(code)) for code in first)[::-1]
    plain, up, down = (page(member, sort=sort) for sort in ("", "latest", "-latest"))
    assert "aria-sort" not in plain and 'href="?sort=latest"' in plain
    assert 'aria-sort="ascending"' in up and 'href="?sort=-latest"' in up
    assert 'aria-sort="descending"' in down and 'href="?sort=latest"' in down
    assert 'href="?asks=HOW_WELL&amp;sort=title"' in page(member, asks="HOW_WELL")


def test_one_group_of_children(member: Client) -> None:
    of_boys = page(member, of="sex:Male", tier="every")
    assert "for one group of children: sex, Male." in of_boys
    undivided = [code for code, each in indicators().items() if "sex" not in {by.code for by in each.breakdowns}]
    assert not set(undivided) & set(codes(member, of="sex:Male", tier="every"))
    assert f"{len(undivided)} more indicators are not counted by sex." in of_boys
    rows = taken(member, of="sex:Male", tier="every")
    assert rows and {(row["breakdown"], row["group"]) for row in rows} == {("sex", "Male")}
    assert 'href="/indicators/CLA1/?by=sex#groups"' in of_boys, "a row leads to where the group stands"
    assert 'href="/indicators/CLA1/"' in page(member), "and a row of all children to all of the page"


def test_other_ages_are_not_said_to_be_no_ages(member: Client) -> None:
    """Children on a plan are counted by ages of their own, and so are those who are exploited."""
    kinds = [{by.code for by in each.breakdowns if by.title == "Age"} for each in indicators().values()]
    left_out = [kind for kind in kinds if "age_band" not in kind]
    said = f"{len(left_out)} more indicators are not counted by these age groups; "
    assert f"{said}{sum(map(bool, left_out))} of them are counted by other age groups." in page(
        member, of="age_band:Under 1", tier="every"
    )
    front_door = page(member, of="age_band:Under 1", tier="every", theme="front-door")
    assert re.search(r"\d+ more indicators? (is|are) not counted by age\.", front_door)


def test_nothing_to_show_says_so_and_leads_back(member: Client) -> None:
    empty = page(member, theme="homes")
    assert "No indicator is what you chose." in empty
    assert 'href="?theme=homes&amp;tier=every"' in empty and 'href="/scorecard/">Choose afresh' in empty
    assert codes(member, theme="homes", tier="every")
    assert "Look among every indicator" not in page(member, tier="every", theme="school", of="sex:Male")


def test_what_is_taken_away_is_what_is_shown(member: Client) -> None:
    rows = taken(member, theme="looked-after")
    current = Edition.objects.current()
    assert current is not None
    assert {row["code"] for row in rows} <= set(codes(member, theme="looked-after"))
    assert {(row["edition"], row["face"], row["breakdown"]) for row in rows} == {
        (str(current.number), "partnership", "all")
    }
    (children,) = [row["value"] for row in rows if (row["code"], row["period"]) == ("CLA1", "2018-03-31")]
    assert children == "12"
    told = Entry.objects.order_by("number").last()
    assert told is not None and told.verb == "took away"
    carries_definition_edition_and_protection(member)


def carries_definition_edition_and_protection(member: Client) -> None:
    """So do the workbook and the Parquet file, and there are no other files."""
    sheets = CalamineWorkbook.from_filelike(BytesIO(member.get("/scorecard/figures.xlsx?theme=looked-after").content))
    assert sheets.sheet_names == ["Read me", "Figures"]
    said = {(str(row[0]), str(row[1])): str(row[2]) for row in sheets.get_sheet_by_name("Read me").to_python()[1:]}
    assert said["CLA1", "definition"] == indicators()["CLA1"].definition
    assert said["file", "face"].startswith("partnership.")
    held = pq.read_table(BytesIO(member.get("/scorecard/figures.parquet?theme=looked-after").content))
    about = json.loads(held.schema.metadata[b"goldenthread"])
    assert about["CLA1"]["definition"] == indicators()["CLA1"].definition
    assert "1 and 5" in about["status"]["hidden"]
    beside = member.get("/scorecard/about.csv?theme=looked-after").content.decode()
    assert indicators()["CLA1"].why in beside
    assert member.get("/scorecard/figures.exe").status_code == 404
