"""The dictionary: a page for each dataset, and the list of them along the child's journey."""

import csv
import re
from datetime import date
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from django.http import QueryDict

from goldenthread import catalogue
from goldenthread.catalogue import journey
from goldenthread.catalogue.check_examples import example_of
from goldenthread.catalogue.counts import supplied_indicators
from goldenthread.engine.definitions import Code, CodeList, Column, Dataset, Text
from goldenthread.engine.periods import parse, quarters_before
from goldenthread.web.datasets import presenters
from goldenthread.web.datasets.dictionary_tables import codes
from goldenthread.workflow.history.refusals import NotFound
from tests.factories.board import Board, a_board, browser_of
from tests.factories.returns import a_return

COLOURS = CodeList(
    "colours",
    "Colours",
    {"1": "Red", "2": "Green", "R": "Red", "3": "Blue"},
    "Our own.",
    since={"R": 2025},
    until={"1": 2024, "2": 2019},
    also={"crimson": "R"},
)


@pytest.fixture
def board(db: None) -> Board:
    return a_board()


def read(board: Board, address: str) -> str:
    answer = browser_of(board.adviser).get(address)
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode().partition("<main")[2])))


def test_every_dataset_has_one_place_on_the_journey() -> None:
    placed = [name for stage in journey.STAGES for name in stage.datasets]
    assert sorted(placed) == sorted(catalogue.datasets()), "give each dataset a place in catalogue/journey.py"


def test_a_dataset_without_a_place_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journey, "STAGES", journey.STAGES[1:])
    assert "people" in [each.name for each in journey.journey()[-1].datasets]


def test_the_list_names_every_dataset_or_those_of_a_format(board: Board) -> None:
    page = read(board, "/datasets/")
    assert all(dataset.title in page for dataset in catalogue.datasets().values())
    page = read(board, "/datasets/?format=ssda903")
    assert "Looked-after episodes" in page and "Population estimates" not in page
    assert read(board, "/datasets/?format=nonsense") == read(board, "/datasets/")


@pytest.mark.parametrize("name", sorted(catalogue.datasets()))
def test_a_dataset_is_told_whole(board: Board, name: str) -> None:
    dataset = catalogue.datasets()[name]
    page = presenters.page_of(name, QueryDict())
    told = [row[0].text for row in page.columns.rows]
    assert told == [*(column.name for column in dataset.columns), *(each.name for each in dataset.derived)]
    assert [each.it for each in page.checks] == list(dataset.checks)
    assert all("{" not in each.told for each in page.checks)
    assert len(page.example.rows) == len(example_of(name).splitlines()) - 1
    assert "Golden Thread template" in [row[0].text for row in page.sent_in.rows]
    assert dataset.title in read(board, f"/datasets/{name}/")


def test_what_identifies_is_said_to_be_kept_apart(board: Board) -> None:
    page = read(board, "/datasets/people/")
    assert re.search(r"What stands in local id, date of birth, [^.]* may tell who a child is", page)
    assert "local_id" in page and "Needed; identifies: kept in the vault, never counted" in page


def test_a_file_that_lacks_columns_is_said_to(board: Board) -> None:
    dataset = catalogue.datasets()["people"]
    found = {row[0].text: row for row in presenters.page_of("people", QueryDict()).sent_in.rows}
    ssda903 = next(row for title, row in found.items() if "SSDA903" in title)
    lacking = ssda903[3].text.split(", ")
    assert "cluster" in lacking and "ethnicity" not in lacking
    assert ssda903[2].text == f"{len(dataset.columns) - len(lacking)} of {len(dataset.columns)}"


def of_colours(monkeypatch: pytest.MonkeyPatch) -> Dataset:
    """A dataset whose codes have changed, in the place of another."""
    dataset = catalogue.datasets()["people"].changed(
        add=(Column("sex", Code(COLOURS), "the colour"), Column("upn", Text(free=True), "what somebody wrote"))
    )
    monkeypatch.setattr(presenters.catalogue, "datasets", lambda: {"people": dataset})
    monkeypatch.setattr(presenters, "stage_of", lambda dataset: "A stage")
    return dataset


def colours(page: presenters.Page) -> presenters.Codes:
    (found,) = [each for each in page.codes if each.title == "Colours"]
    return found


def test_codes_are_those_of_a_year_once_one_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    of_colours(monkeypatch)
    every = presenters.page_of("people", QueryDict())
    assert [each.text for each in every.years] == ["All years", "From 2024/25", "From 2019/20", "Before 2019/20"]
    assert colours(every).count == "4 codes"
    chosen = {each.text: presenters.page_of("people", QueryDict(each.href.partition("?")[2].partition("#")[0]))
              for each in every.years}  # fmt: skip
    shown = {text: [row[0].text for row in colours(page).table.rows] for text, page in chosen.items()}
    assert shown == {
        "All years": ["1", "2", "R", "3"],
        "From 2024/25": ["R", "3"],
        "From 2019/20": ["1", "3"],
        "Before 2019/20": ["1", "2", "3"],
    }
    assert chosen["From 2024/25"].year == "2024/25"


def test_codes_that_came_or_went_say_when() -> None:
    table = codes(COLOURS, COLOURS.codes)
    assert {row[0].text: row[2].text for row in table.rows} == {
        "1": "Until 2023/24",
        "2": "Until 2018/19",
        "R": "From 2024/25",
        "3": "Always",
    }
    assert table.rows[2][1].below == "Also understood: crimson"


def test_who_sees_what_of_restricted_records(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "what somebody wrote" not in presenters.page_of("people", QueryDict()).who_sees[0]
    dataset = of_colours(monkeypatch)
    assert "upn" in presenters.page_of("people", QueryDict()).who_sees[0]
    restricted = Dataset(**{**vars(dataset), "restricted": True})
    monkeypatch.setattr(presenters.catalogue, "datasets", lambda: {"people": restricted})
    first, *rest = presenters.page_of("people", QueryDict()).who_sees
    assert first.startswith("These records are restricted") and len(rest) == 1


@pytest.mark.parametrize("which", ["people/template", "people/example", "counts/template", "counts/example"])
def test_templates_are_taken_away_as_files(board: Board, which: str) -> None:
    lead = browser_of(board.lead)
    for kind, beginning in (("csv", b"local_id," if "people" in which else b"quarter,"), ("xlsx", b"PK")):
        answer = lead.get(f"/datasets/{which}.{kind}")
        assert answer.content.startswith(beginning)
        assert answer.headers["Content-Disposition"].endswith(f'.{kind}"')
    assert lead.get(f"/datasets/{which}.ods").status_code == 404


def test_a_blank_template_has_headings_only_and_an_example_has_rows(board: Board) -> None:
    lead = browser_of(board.lead)
    assert lead.get("/datasets/people/template.csv").content.decode().count("\n") == 1
    given = csv.DictReader(StringIO(lead.get("/datasets/people/example.csv").content.decode()))
    assert [row["local_id"] for row in given] == ["A1001", "A1002", "A1003", "A1004"]


def test_the_template_for_counts_holds_what_was_asked_for(board: Board, tmp_path: Path) -> None:
    page = browser_of(board.lead).get("/datasets/counts/").content.decode()
    assert "never counted from records" in page
    quarter = re.findall(r'<option value="(FY\d{4}-\d\dQ\d)">', page)[0]
    rows = csv_of(board, f"?quarter={quarter}")
    assert [row[:2] for row in rows] == [[quarter, each.code] for each in supplied_indicators()]
    assert csv_of(board, "?quarter=FY1850-51Q1") == []
    file = tmp_path / "figures.csv"
    file.write_text("indicator,whose,first_day,last_day,number,said_by\nDA1,own,01/04/2017,30/06/2017,8,Police\n")
    a_return(file, board.agency, period=parse("FY2017-18"), accepted=True)
    assert csv_of(board, f"?quarter={quarter}") == [[quarter, "DA1", "", "", "", "", ""]]
    assert "has sent figures before" in browser_of(board.lead).get("/datasets/counts/").content.decode()
    assert "never counted from records" in browser_of(board.analyst).get("/datasets/counts/").content.decode()


def csv_of(board: Board, query: str) -> list[list[str]]:
    text = browser_of(board.lead).get(f"/datasets/counts/template.csv{query}").content.decode()
    return list(csv.reader(StringIO(text)))[1:]


def test_quarters_are_those_that_are_over() -> None:
    assert [each.code for each in quarters_before(date(2018, 1, 1), 5)] == [
        "FY2017-18Q3", "FY2017-18Q2", "FY2017-18Q1", "FY2016-17Q4", "FY2016-17Q3",
    ]  # fmt: skip
    assert [each.code for each in quarters_before(date(2018, 6, 30), 1)] == ["FY2017-18Q4"]


def test_there_is_no_page_of_what_is_no_dataset(board: Board) -> None:
    assert browser_of(board.member).get("/datasets/horses/").status_code == 404
    with pytest.raises(NotFound):
        presenters.known("horses")
