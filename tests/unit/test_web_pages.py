"""What stands on the pages: sentences before figures, words before blanks, and nothing that is not for the reader."""

import csv
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.test import Client

from goldenthread.catalogue import indicators
from goldenthread.engine.definitions import SUB_GROUP
from goldenthread.engine.periods import parse
from goldenthread.web.reports.years import Offered
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.reports.models import Report
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.returns import reading
from tests.factories.board import Board, a_board, browser_of, published, sent
from tests.factories.jobs import worked_off
from tests.factories.returns import NOT_A_DATE, a_return, episodes, write

pytestmark = pytest.mark.django_db

Read = Callable[[Client, str], str]


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sent"


def read(browser: Client, address: str) -> str:
    """The words of a page, without its markup."""
    answer = browser.get(address)
    assert answer.status_code == 200, answer.status_code
    body = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    text = re.sub(r"<[^>]*>", " ", body).replace("&#39;", "'").replace("&amp;", "&")
    return re.sub(r"\s+", " ", text)


def verbs() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


def test_a_new_board_says_what_will_come(board: Board) -> None:
    member, lead = browser_of(board.member), browser_of(board.lead)
    assert "No edition has been published yet" in read(member, "/")
    assert "No edition has been published yet" in read(member, "/scorecard/")
    assert "No edition has been published yet" in read(member, "/reports/")
    assert "It has not been counted yet" in read(member, "/indicators/CLA1/")
    assert "Nothing has been received from Ambleford City Council yet" in read(lead, "/")
    assert "Nothing has been received yet from Ambleford City Council" in read(lead, "/returns/")
    assert member.get("/indicators/CLA1/chart.svg").status_code == 409


def test_the_start_page_tells_the_figures_in_sentences(board: Board, folder: Path) -> None:
    published(board, folder)
    page = read(browser_of(board.member), "/")
    assert "12 children were looked after on 31 March 2018" in page
    assert "there is no population estimate to divide by" in page
    assert "Waiting for you" not in page
    whole = {who: browser_of(who).get("/").content.decode() for who in (board.member, board.adviser, board.analyst)}
    shown = "Children looked after: the figures"
    assert [shown in whole[who] for who in (board.member, board.adviser, board.analyst)] == [True, True, False]
    assert [html.count("<article") for html in whole.values()] == [10, 10, 0]
    assert "What we will do" not in page, "nobody has written it"


def test_the_start_page_says_at_a_glance_what_differs_from_the_year_before(board: Board, folder: Path) -> None:
    published(board, folder)
    page = browser_of(board.member).get("/").content.decode()
    assert "At a glance" in page and 'href="#CLA1"' in page and 'id="CLA1"' in page
    assert page.index("At a glance") < page.index('id="CLA1"')
    assert "Allowing for families: tests about children let chance vary 2.2 times as much" in page
    chair = browser_of(board.chair).get("/").content.decode()
    assert chair.index("At a glance") < chair.index("Waiting for you") < chair.index('id="CLA1"')
    assert all(whole.count("Edition 1, published on") == 1 for whole in (page, chair)), (
        "said once, where it is first due"
    )


def test_the_analyst_sees_what_waits_until_it_is_done(board: Board, folder: Path) -> None:
    analyst = browser_of(board.analyst)
    number = sent(board, folder).number
    assert f"Return {number} from Ambleford City Council" in read(analyst, "/")
    analyst.post(f"/returns/{number}/accept/")
    assert f"Returns in no figure yet: 1 Return {number} from" in read(analyst, "/")
    assert "An edition is being worked out" in read(analyst, "/")
    assert worked_off() == 1
    assert "Nothing waits for you" in read(analyst, "/")


def test_a_data_lead_sees_what_to_put_right(board: Board, folder: Path) -> None:
    sent(board, folder, wrong=2)
    assert "about 2017/18 : received, not accepted yet; 2 errors" in read(browser_of(board.lead), "/")
    assert "Return" not in read(browser_of(board.lead_of_other), "/returns/").replace("Returns", "").replace(
        "A return", ""
    )


def test_the_scorecard_says_how_each_is_to_be_read(board: Board, folder: Path) -> None:
    published(board, folder)
    page = read(browser_of(board.member), "/scorecard/")
    for indicator in indicators().values():
        assert indicator.title in page or indicator.tier is SUB_GROUP
    assert "Higher is better" in page and "Neither higher nor lower is better by itself" in page
    assert "A full count has none" in page and "not covered" in page


def test_a_small_number_is_hidden_from_the_partnership_and_not_from_the_analyst(board: Board, folder: Path) -> None:
    published(board, folder, children=3)
    address = "/indicators/CLA1/"
    assert "3 children were looked after" in read(browser_of(board.analyst), address)
    for person in (board.member, board.lead, board.lead_of_other):
        assert "3 children" not in read(browser_of(person), address)
        assert "is not shown" in read(browser_of(person), address)
        rows = csv.DictReader(StringIO(browser_of(person).get(f"{address}figures.csv").content.decode()))
        assert {row["numerator"] for row in rows if row["period"] == "2018-03-31"} <= {"", "0"}


def test_a_file_of_figures_says_of_which_edition(board: Board, folder: Path) -> None:
    published(board, folder)
    answer = browser_of(board.member).get("/indicators/CLA1/figures.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="CLA1.csv"'
    rows = list(csv.DictReader(StringIO(answer.content.decode())))
    (whole,) = [row for row in rows if (row["period"], row["breakdown"]) == ("2018-03-31", "all")]
    current = Edition.objects.current()
    assert current is not None
    assert (whole["value"], whole["edition"]) == ("12", str(current.number))


@pytest.mark.parametrize(
    ("kind", "first"), [("year", "31 March 2018"), ("month", "31 March 2018"), ("gone", "31 March")]
)
def test_one_chooses_the_periods_and_nothing_wrong_can_be_chosen(
    board: Board, folder: Path, kind: str, first: str
) -> None:
    published(board, folder)
    page = read(browser_of(board.member), f"/indicators/CLA1/?every={kind}&by=nonsense")
    assert first in page
    assert ("30 April 2017" in page) is (kind == "month")


def test_the_page_says_which_returns_a_figure_stands_on(board: Board, folder: Path) -> None:
    number = published(board, folder).number
    pages = {
        who: browser_of(person).get("/indicators/CLA1/").content.decode()
        for who, person in board.people().items()
        if person
    }
    assert all(f"Return {number}" in page for page in pages.values())
    linked = {who for who, page in pages.items() if f'href="/returns/{number}/"' in page}
    assert linked == {"member", "chair", "analyst", "lead"}


def test_there_is_no_page_of_an_indicator_that_there_is_not(board: Board) -> None:
    for address in ("/indicators/XX9/", "/indicators/XX9/chart.svg", "/indicators/XX9/figures.csv"):
        assert browser_of(board.member).get(address).status_code == 404


def test_a_chart_is_a_picture_that_needs_nothing_else(board: Board, folder: Path) -> None:
    published(board, folder)
    answer = browser_of(board.member).get("/indicators/CLA1/chart.svg?every=month")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    drawn = answer.content.decode()
    assert drawn.startswith("<svg") and "<script" not in drawn and "href=" not in drawn


def test_a_return_says_what_was_taken_without_showing_what_stood_in_it(board: Board, folder: Path) -> None:
    number = sent(board, folder, wrong=2).number
    for person in (board.member, board.analyst, board.lead):
        page = read(browser_of(person), f"/returns/{number}/")
        assert "episodes.csv" in page and "What is wrong was held back" in page
        assert NOT_A_DATE not in page and "CHILD-1" not in page
    assert verbs()[-1] != "read the issues of"


def test_opening_the_issues_is_written_down_first(board: Board, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"/returns/{sent(board, folder, wrong=2).number}/issues/"
    assert NOT_A_DATE in read(browser_of(board.lead), address)
    entry = Entry.objects.order_by("-number")[0]
    assert (entry.verb, entry.actor) == ("read the issues of", board.lead.actor)
    assert entry.about["why"] == "to put the return right"

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(reading, "record", full)
    browser = browser_of(board.analyst)
    browser.raise_request_exception = False
    answer = browser.get(address)
    assert (answer.status_code, NOT_A_DATE in answer.content.decode()) == (500, False)


def test_many_issues_are_divided_into_pages(board: Board, folder: Path) -> None:
    address = f"/returns/{sent(board, folder, children=1, wrong=205).number}/issues/"
    analyst = browser_of(board.analyst)
    errors = f"{address}?severity=error"
    assert "205 issues of" in read(analyst, errors) and "Page 1 of 2." in read(analyst, errors)
    assert read(analyst, f"{errors}&page=2").count(NOT_A_DATE) == 5
    assert read(analyst, f"{errors}&page=nonsense").count(NOT_A_DATE) == 200
    assert read(analyst, f"{address}?severity=nonsense") == read(analyst, address)
    assert "nonsense" not in analyst.get(f"{address}?severity=nonsense").content.decode()


def test_looking_at_the_question_does_not_accept(board: Board, folder: Path) -> None:
    return_ = sent(board, folder)
    analyst = browser_of(board.analyst)
    assert "cannot be taken back" in read(analyst, f"/returns/{return_.number}/accept/")
    return_.refresh_from_db()
    assert not return_.is_accepted()


def test_accepting_says_what_it_came_to_and_by_whom(board: Board, folder: Path) -> None:
    return_ = sent(board, folder)
    answer = browser_of(board.analyst).post(f"/returns/{return_.number}/accept/", follow=True)
    assert f"Return {return_.number} is accepted." in answer.content.decode()
    return_.refresh_from_db()
    assert return_.accepted_by == board.analyst.actor
    assert "Invented analyst" in read(browser_of(board.member), f"/returns/{return_.number}/")
    assert "accepted already" in read(browser_of(board.analyst), f"/returns/{return_.number}/accept/")


def test_what_may_not_be_accepted_is_told_with_what_to_do(board: Board, folder: Path) -> None:
    published(board, folder)
    half = a_return(episodes(folder.parent / "half", year=2017), board.agency, period=parse("FY2017-18H2"))
    answer = browser_of(board.analyst).post(f"/returns/{half.number}/accept/")
    page = answer.content.decode()
    assert (answer.status_code, "There is a problem" in page, "would be counted twice" in page) == (409, True, True)
    assert "<title>Error: " in page


def test_a_report_shows_each_reader_their_face(board: Board, folder: Path) -> None:
    published(board, folder, children=3)
    address = "/reports/annual/2017-18/"
    assert "3 children were looked after" not in read(browser_of(board.analyst), address)
    paper = read(browser_of(board.member), f"{address}board-paper/")
    assert "3 children were looked after" in paper and "onfidential" in paper
    faces = list(Report.objects.order_by("number").values_list("face", "made_by"))
    assert faces == [("partnership", board.analyst.actor), ("board", board.member.actor)]


def test_that_somebody_reads_exact_figures_is_recorded(board: Board, folder: Path) -> None:
    published(board, folder)
    browser_of(board.member).get("/scorecard/")
    assert "read exactly" not in verbs()
    browser_of(board.analyst).get("/indicators/CLA1/")
    entry = Entry.objects.filter(verb="read exactly").latest("number")
    assert (entry.actor, entry.about["indicators"]) == (board.analyst.actor, ["CLA1"])


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_a_report_is_downloaded_from_its_page(board: Board, folder: Path, kind: str, begins: bytes) -> None:
    published(board, folder)
    browser = browser_of(board.member)
    for page, name in (("", "annual-2017-18"), ("board-paper/", "annual-2017-18-board-paper")):
        address = f"/reports/annual/2017-18/{page}report.{kind}"
        assert f'href="{address}"' in browser.get(f"/reports/annual/2017-18/{page}").content.decode()
        answer = browser.get(address)
        assert answer.content.startswith(begins)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}.{kind}"'
    assert list(Report.objects.order_by("number").values_list("face", flat=True)) == ["partnership"] * 2 + ["board"] * 2


def test_only_years_that_are_covered_whole_are_offered(board: Board, folder: Path) -> None:
    published(board, folder)
    page = browser_of(board.lead).get("/reports/").content.decode()
    assert re.findall(r'href="(/reports/\w+/[^"]*)"', page) == ["/reports/annual/2017-18/"]
    assert "few figures" not in page, "where all have few they stand alike"


def test_years_of_which_little_is_known_stand_apart_and_can_still_be_read(board: Board, folder: Path) -> None:
    sent(board, folder, accepted=True)
    headers = "indicator,whose,first_day,last_day,group_of,group,number,out_of,value,said_by"
    on_a_day = [f"{code},own,31/03/2010,31/03/2010,,,{number},,,The police" for code, number in
                (("CP1", 60), ("CLA1", 3), ("CSE2", 20), ("EDU7", 30))]  # fmt: skip
    over_the_year = "EH1,own,01/04/2009,31/03/2010,,,70,,,The police"
    supplied = write(folder.parent / "earlier" / "earlier.csv", headers, *on_a_day, over_the_year)
    a_return(supplied, board.other, period=parse("FY2009-10"), accepted=True)
    compute(by="command line")
    browser = browser_of(board.member)
    page = browser.get("/reports/").content.decode()
    first, apart = page.partition("Years with few figures")[::2]
    assert re.findall(r'href="/reports/annual/([^"]*)"', first) == ["2009-10/"], "five, of which a small one is hidden"
    assert "2017/18</a>: 1 of the 10 headline measures" in apart
    every = ["2009-10/", "2017-18/", "2009-10/board-paper/", "2017-18/board-paper/"]
    assert re.findall(r'href="/reports/annual/([^"]*)"', page) == every
    assert [browser.get(f"/reports/annual/{each}").status_code for each in every] == [200] * 4
    assert "read exactly" not in verbs(), "how many are known says nothing exact"


@pytest.mark.parametrize(("known", "says"), [(0, "none of"), (4, "4 of"), (5, "5 of")])
def test_a_year_has_few_figures_below_half_of_the_headline_measures(known: int, says: str) -> None:
    year = Offered(parse("FY2014-15"), known, 10)
    assert year.how_many == f"{says} the 10 headline measures"
    assert year.has_few is (known < 5)


@pytest.mark.parametrize(
    "address",
    [
        "/reports/annual/2017-19/",
        "/reports/monthly/2017-18/",
        "/reports/annual/last/",
        "/reports/annual/2030-31/",
        "/reports/annual/2017-18/report.exe",
        "/reports/monthly/2017-18/report.pdf",
    ],
)
def test_there_is_no_page_of_a_report_that_there_is_not(board: Board, folder: Path, address: str) -> None:
    published(board, folder)
    assert browser_of(board.member).get(address).status_code == 404
