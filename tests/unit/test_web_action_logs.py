"""The pages on which an action log is imported: from a file or a pasted table to the registers."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.engine.rendering.workbooks import Sheet, workbook
from goldenthread.workflow.actions.logs import ActionLog
from goldenthread.workflow.actions.models import Action, Recommendation
from tests.factories.board import Board, a_board, browser_of

pytestmark = pytest.mark.django_db

KEPT = 302
LOG = """Recommendation,Action,Lead,Lead agency,By when,Status,Update
Make plans SMART.,Brief every cluster.,Head of Service,acc,31/3/2014,Open,Two were held
,Look at ten plans.,Auditor,Nobody knows,tbc,Done,
Tell every family.,Ring 0113 496 0000.,,,,,
Record core groups.,Give them a form.,,,31/2/2014,,
"""
TOLD = {"kind": "review", "source": "Review of 2013", "on": "30/6/2014", "fill_down": "on"}


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def text_of(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def brought(browser: Client, content: str | bytes = LOG, name: str = "action_plan.csv") -> str:
    """The address of a log that somebody brings as a file."""
    given = content.encode() if isinstance(content, str) else content
    answer = browser.post("/actions/import/", {"chosen": SimpleUploadedFile(name, given)})
    assert answer.status_code == KEPT
    return str(answer.headers["Location"]).removesuffix("columns/")


def chosen(browser: Client, here: str, **other: str) -> dict[str, str]:
    """What is proposed for each column, as a form would send it."""
    page = browser.get(f"{here}columns/").content.decode()
    selects = re.findall(r'<select[^>]*name="(column_\d+)".*?</select>', page, re.DOTALL)
    values = re.findall(r'<option value="([^"]*)" selected', page)
    return {**TOLD, **dict(zip(selects, values, strict=False)), **other}


def test_a_log_goes_from_a_file_to_the_registers(board: Board) -> None:
    analyst = browser_of(board.analyst)
    here = brought(analyst)
    page = text_of(analyst.get(f"{here}columns/"))
    assert "Proposed: its header says “by when”" in page and "In it: Make plans SMART.; Tell every family." in page
    assert 'value="action plan"' in page
    assert analyst.post(f"{here}columns/", chosen(analyst, here)).status_code == KEPT
    page = text_of(analyst.get(f"{here}check/"))
    for said in (
        "1 recommendation", "2 actions, of which 0 are done", "2 rows that cannot be taken", "31/2/2014",
        "seems to hold a telephone number", "Brief every cluster.", "its agency was: Nobody knows",
        "Import 2 rows",
    ):  # fmt: skip
        assert said in page
    assert not Action.objects.exists()
    assert analyst.post(f"{here}check/").status_code == KEPT
    page = text_of(analyst.get(here))
    assert "The rows that could not be taken" in page and "1 recommendation" in page
    given_back = analyst.get(f"{here}rejected.csv").content.decode().splitlines()
    assert given_back[0].startswith("row,why not taken,Recommendation") and len(given_back) == 3
    assert given_back[1].startswith("4,") and "Ring 0113 496 0000." in given_back[1]
    first, second = Action.objects.order_by("number")
    assert first.recommendation == second.recommendation == Recommendation.objects.get()
    assert "The log says: tbc" in text_of(analyst.get(f"/actions/{second.number}/"))
    assert "Update: Two were held" in text_of(analyst.get(f"/actions/{first.number}/"))
    assert "imported" in text_of(analyst.get(f"/recommendations/{first.recommendation_id}/"))


def test_a_table_can_be_pasted(board: Board) -> None:
    chair = browser_of(board.chair)
    sent = {"pasted": LOG.replace(",", "\t")}
    here = str(chair.post("/actions/import/", sent).headers["Location"]).removesuffix("columns/")
    assert chair.post(f"{here}columns/", chosen(chair, here)).status_code == KEPT
    assert "2 actions" in text_of(chair.get(f"{here}check/"))


def test_ten_thousand_rows_can_be_pasted(board: Board) -> None:
    analyst = browser_of(board.analyst)
    long = "Brief the cluster and look at its plans with whoever wrote them and whoever acts on them. " * 3
    rows = "".join(f"Recommendation {at}: make plans clear.\t{at}: {long}\tacc\topen\n" for at in range(10_000))
    assert len(rows) > 2_500_000
    sent = {"pasted": f"Recommendation\tAction\tAgency\tStatus\n{rows}"}
    here = str(analyst.post("/actions/import/", sent).headers["Location"]).removesuffix("columns/")
    assert analyst.post(f"{here}columns/", chosen(analyst, here)).status_code == KEPT
    assert "10,000 actions" in text_of(analyst.get(f"{here}check/"))


def test_of_a_workbook_each_sheet_is_read_by_itself(board: Board) -> None:
    analyst = browser_of(board.analyst)
    sheets = [
        Sheet("Front", ("About", "this"), [("the", "log")], (9, 9)),
        Sheet("Plan", ("Recommendation", "Action"), [("Make plans SMART.", "Brief.")], (9, 9)),
        Sheet("Old & done", ("Recommendation", "Task"), [("Tell families.", "Ring.")], (9, 9)),
    ]
    here = brought(analyst, workbook("Log", sheets), "log.xlsx")
    page = text_of(analyst.get(f"{here}columns/"))
    assert "sheet Plan: 1 row" in page and "?sheet=Old+%26+done" in page.replace("%20", "+")
    other = text_of(analyst.get(f"{here}columns/?sheet=Old+%26+done"))
    assert "sheet Old &amp; done: 1 row" in other
    sent = {**TOLD, "column_0": "recommendation", "column_1": "action"}
    assert analyst.post(f"{here}columns/?sheet=Old+%26+done", sent).status_code == KEPT
    assert "Tell families." in text_of(analyst.get(f"{here}check/"))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"chosen": SimpleUploadedFile("a.csv", b"")}, "The file is empty"),
        ({"chosen": SimpleUploadedFile("a.pdf", b"%PDF-1.4")}, "This is a PDF"),
        ({"pasted": "  "}, "Choose a file, or paste the table."),
        ({"pasted": "Recommendation\tAction\n"}, "no row below them"),
    ],
)
def test_what_is_no_log_is_told(board: Board, sent: dict[str, Any], said: str) -> None:
    assert said in text_of(browser_of(board.analyst).post("/actions/import/", sent))
    assert not ActionLog.objects.exists()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"column_6": "recommendation"}, "Two columns are “What is recommended”"),
        ({"column_0": "note", "column_1": "nothing"}, "Say which column holds what is recommended"),
        ({"kind": ""}, "Say which kind of source"),
        ({"source": ""}, "Say where the recommendations come from"),
        ({"on": "31/2/2014"}, "Enter a day as"),
        ({"on": "1/1/2999"}, "in the future"),
    ],
)
def test_what_is_not_whole_is_told_and_what_was_chosen_stays(board: Board, other: dict[str, str], said: str) -> None:
    analyst = browser_of(board.analyst)
    here = brought(analyst)
    page = text_of(analyst.post(f"{here}columns/", chosen(analyst, here, **{"column_5": "note"} | other)))
    assert said in page and "There is a problem" in page
    assert re.search(r'name="column_5".*?<option value="note" selected', page)


def test_a_log_in_which_nothing_is_new_cannot_be_imported(board: Board) -> None:
    analyst = browser_of(board.analyst)
    for button in (True, False):
        here = brought(analyst)
        assert analyst.post(f"{here}columns/", chosen(analyst, here)).status_code == KEPT
        page = text_of(analyst.get(f"{here}check/"))
        assert ("Import 2 rows" in page) == button
        analyst.post(f"{here}check/")
    assert "It was imported before." in page and "No row in it is new" in page and Action.objects.count() == 2
    assert "The very same file was imported on" in text_of(analyst.get(f"{here}columns/"))


def test_a_log_is_seen_by_nobody_but_whoever_brought_it_and_goes_when_they_say_so(board: Board) -> None:
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    here = brought(analyst)
    for page in ("", "columns/", "check/", "rejected.csv", "let-go/"):
        assert chair.get(f"{here}{page}").status_code == 404
    assert "action_plan.csv" in text_of(analyst.get("/actions/import/"))
    assert "action_plan.csv" not in text_of(chair.get("/actions/import/"))
    assert "It is not imported yet." in text_of(analyst.get(here))
    assert "Nothing of it is kept." in text_of(analyst.get(f"{here}let-go/"))
    assert analyst.post(f"{here}let-go/").status_code == KEPT
    assert (
        "what it held is deleted" in text_of(analyst.get(here)) and not ActionLog.objects.exclude(sealed=None).exists()
    )


def test_whoever_may_not_keep_actions_brings_no_log(board: Board) -> None:
    for person in (board.member, board.lead, board.adviser):
        answer = browser_of(person).post("/actions/import/", {"chosen": SimpleUploadedFile("a.csv", LOG.encode())})
        assert answer.status_code == 403
    assert not ActionLog.objects.exists()
