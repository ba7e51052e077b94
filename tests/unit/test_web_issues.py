"""The pages of issues: narrowed down, taken away, opened to the row; and how good the data of a return are."""

import csv
import re
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.returns.discretion import KEPT
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.quality import quality_of
from tests.factories.board import YEAR, Board, a_board, browser_of
from tests.factories.returns import NOT_A_DATE, a_return, episodes, reviews, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def return_(board: Board, tmp_path: Path) -> Return:
    folder = tmp_path / "sent"
    episodes(folder, wrong=2)
    reviews(folder)
    write(folder / "header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "CHILD-1,1,=1+1,WBRI,,,")
    return a_return(folder, board.agency, period=YEAR)


def page(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


def words(text: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text)))


def rows(text: str) -> int:
    return text.partition("<tbody")[2].count("<tr")


def test_one_narrows_issues_down_by_kind_check_and_file(board: Board, return_: Return) -> None:
    lead, address = browser_of(board.lead), f"/returns/{return_.number}/issues/"
    everything = page(lead, address)
    assert "Errors (3)" in everything and "not-a-date (3)" in everything and "episodes.csv (" in everything
    assert rows(page(lead, f"{address}?severity=error")) == 3
    assert rows(page(lead, f"{address}?check=not-a-date&where=header.csv")) == 1
    narrowed = page(lead, f"{address}?severity=error&check=not-a-date&where=episodes.csv")
    assert rows(narrowed) == 2 and "2 issues of" in words(narrowed) and "Show all of them" in narrowed
    assert "There is nothing of this kind" in page(lead, f"{address}?severity=warning&check=not-a-date")
    assert rows(page(lead, f"{address}?severity=nonsense")) == rows(everything)


def test_what_is_shown_can_be_taken_away(board: Board, return_: Return) -> None:
    lead, address = browser_of(board.lead), f"/returns/{return_.number}/issues"
    query = "?severity=error&where=episodes.csv"
    assert f'href="{address}.csv{query.replace("&", "&amp;")}"' in page(lead, f"{address}/{query}")
    answer = lead.get(f"{address}.csv{query}")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="return-{return_.number}-issues.csv"'
    taken = list(csv.DictReader(StringIO(answer.content.decode())))
    assert [(each["row"], each["column"], each["text"]) for each in taken] == [
        (str(row), "DECOM", NOT_A_DATE) for row in (5, 6)
    ]
    book = CalamineWorkbook.from_filelike(BytesIO(lead.get(f"{address}.xlsx").content))
    listed = book.get_sheet_by_name("Issues").to_python()
    assert listed[0][:3] == ["file", "sheet", "row"] and "=1+1" in [row[7] for row in listed]
    assert Entry.objects.newest()[0].about["why"] == "to put the return right, as a file"
    assert lead.get(f"{address}.ods").status_code == 404


def test_what_tells_who_the_child_is_is_kept_from_the_analyst_everywhere(board: Board, return_: Return) -> None:
    analyst, address = browser_of(board.analyst), f"/returns/{return_.number}/issues"
    shown = page(analyst, f"{address}/")
    assert KEPT in shown and "only the data lead of Ambleford City Council is shown it" in words(shown)
    for text in (shown, analyst.get(f"{address}.csv").content.decode()):
        assert NOT_A_DATE in text and "=1+1" not in text and "CHILD-1" not in text
    listed = CalamineWorkbook.from_filelike(BytesIO(analyst.get(f"{address}.xlsx").content)).get_sheet_by_index(0)
    assert "=1+1" not in str(listed.to_python()) and KEPT in str(listed.to_python())
    lead = page(browser_of(board.lead), f"{address}/")
    assert KEPT not in lead and "=1+1" in lead


def test_a_row_opens_to_all_that_stands_in_it(board: Board, return_: Return) -> None:
    lead, address = browser_of(board.lead), f"/returns/{return_.number}/issues/"
    link = re.search(
        r'href="(/returns/\d+/issues/\d+/\?severity=error)">episodes.csv, row 5<',
        page(lead, f"{address}?severity=error"),
    )
    assert link
    opened = page(lead, link[1])
    assert "episodes.csv, row 5" in words(opened) and "CHILD-4" in opened
    assert "Error: This is not a date" in words(opened) and NOT_A_DATE in opened
    assert "That you looked at this row is recorded" in opened
    following = re.search(r'href="(/returns/\d+/issues/\d+/\?severity=error)"[^>]*rel="next"', opened)
    assert following and "episodes.csv, row 6" in words(page(lead, following[1]))
    hidden = page(browser_of(board.analyst), link[1])
    assert "CHILD-4" not in hidden and KEPT in hidden and "U6" in hidden


def test_rows_lead_from_one_to_the_next_and_back(board: Board, return_: Return) -> None:
    lead, address = browser_of(board.lead), f"/returns/{return_.number}/issues/"
    first = re.search(rf'href="({address}\d+/)"', page(lead, address))
    assert first
    seen, here = [], first[1]
    while here:
        seen.append(here)
        going = re.search(rf'href="({address}\d+/)"[^>]*rel="next"', page(lead, here))
        here = going[1] if going else ""
    assert len(seen) == len(set(seen)) == len(set(re.findall(rf'href="({address}\d+/)"', page(lead, address))))
    back = re.search(rf'href="({address}\d+/)"[^>]*rel="prev"', page(lead, seen[-1]))
    assert back and back[1] == seen[-2]


def test_a_line_that_cannot_be_told_into_values_is_shown_whole(board: Board, tmp_path: Path) -> None:
    header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
    file = write(tmp_path / "header.csv", header, "C-1,1,01/01/2009,WBRI,,,", "C-2,<b>1</b>")
    number = a_return(file, board.agency, period=YEAR).number
    address = f"/returns/{number}/issues/"
    lead, analyst = browser_of(board.lead), browser_of(board.analyst)
    link = re.search(r'href="(/returns/\d+/issues/\d+/)">header.csv, row 3<', page(lead, address))
    assert link
    assert '<pre class="gt-line">C-2,&lt;b&gt;1&lt;/b&gt;</pre>' in page(lead, link[1])
    assert "C-2" not in page(analyst, link[1])


def test_how_good_the_data_are_stands_on_the_page_of_the_return(board: Board, return_: Return) -> None:
    for person in (board.member, board.lead):
        shown = words(page(browser_of(person), f"/returns/{return_.number}/"))
        assert "How complete it is" in shown and "end_date 0%" in shown
        assert "not-a-date in episodes.csv" in shown and NOT_A_DATE not in shown
    member, lead = (page(browser_of(each), f"/returns/{return_.number}/") for each in (board.member, board.lead))
    link = f"/returns/{return_.number}/issues/?check=not-a-date&amp;where=episodes.csv"
    assert link in lead and link not in member
    assert rows(page(browser_of(board.lead), unescape(link))) == 2


def test_what_could_not_be_checked_is_said_with_the_reason(board: Board, tmp_path: Path) -> None:
    number = a_return(episodes(tmp_path), board.agency, period=YEAR).number
    shown = words(page(browser_of(board.member), f"/returns/{number}/"))
    assert "What could not be checked" in shown and "there is no table for 'people' in this return" in shown


def test_quality_is_counted_by_dataset_and_by_check(return_: Return) -> None:
    quality = quality_of(return_)
    told = {each.dataset: (each.read, each.accepted, each.held_back) for each in quality.datasets}
    assert told["looked_after_episodes"] == (5, 3, 2)
    (of_episodes,) = [each for each in quality.datasets if each.dataset == "looked_after_episodes"]
    filled = {each.column: each.percent for each in of_episodes.columns}
    assert (filled["start_date"], filled["end_date"]) == (100, 0)
    assert "local_id" not in filled
    assert [gap.percent for gap in of_episodes.gaps()] == sorted(gap.percent for gap in of_episodes.gaps())
    assert ("not-a-date", 2) in [(each.code, each.count) for each in quality.checks]


def test_the_columns_that_a_file_lacks_are_told_in_one_line(board: Board, tmp_path: Path) -> None:
    file = write(tmp_path / "allegations.csv", "reference,received_on", "A1,2017-05-01", "A2,2017-06-01")
    return_ = a_return(file, board.agency, period=YEAR)
    (lacking,) = [each for each in quality_of(return_).checks if each.code == "column-missing"]
    alone = return_.issue_counts.filter(code="column-missing")
    assert lacking.count == alone.count() > 1
    assert all(each.column in lacking.message for each in alone)
    shown = words(page(browser_of(board.member), f"/returns/{return_.number}/"))
    assert f"{lacking.count} columns are missing" in shown
    listed = page(browser_of(board.lead), f"/returns/{return_.number}/issues/?check=column-missing")
    assert rows(listed) == lacking.count
