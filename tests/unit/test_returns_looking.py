"""What of a return somebody may look at: its sender all of it, others nothing that tells who a child is."""

from dataclasses import replace
from pathlib import Path

import pytest

from goldenthread import catalogue
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import ERROR, WARNING
from goldenthread.engine.rendering.filling import rows_in
from goldenthread.engine.rendering.workbooks import template
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns import discretion, looking
from goldenthread.workflow.returns.discretion import KEPT, discreet, tells_who
from goldenthread.workflow.returns.looking import Look, issues_for, row_for
from goldenthread.workflow.returns.models import Return
from tests.factories.board import YEAR, Board, a_board
from tests.factories.returns import a_return, episodes, write

HEADERS = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
CHILDREN = (
    "C-1,1,01/01/2009,WBRI,,,",
    "C-2,1,soon,MARTIAN,,,",
    "C-2,1,02/02/2009,WBRI,,,",
    "C-3,1,03/03/2009",
    "C-4,2,04/04/2009,WBRI,,0,17/08/2017",
)


@pytest.fixture
def board(db: None) -> Board:
    return a_board()


@pytest.fixture
def return_(board: Board, tmp_path: Path) -> Return:
    return a_return(write(tmp_path / "header.csv", HEADERS, *CHILDREN), board.agency, period=YEAR)


def told(return_: Return, person: Person) -> dict[tuple[int | None, str], Issue]:
    found = issues_for(return_, person, why="to test")
    return {(issue.row, issue.code): issue for issue in found}


def look(return_: Return, person: Person, row: int) -> Look:
    found = issues_for(return_, person, why="to test")
    number = next(number for number, issue in enumerate(found, start=1) if issue.row == row)
    return row_for(return_, number, person, why="to test")


def test_its_sender_reads_everything(board: Board, return_: Return) -> None:
    issues = told(return_, board.lead)
    assert issues[3, "not-a-date"].text == "soon"
    assert issues[5, "uneven-row"].text == "C-3,1,03/03/2009"
    assert "(17/08/2017)" in issues[6, "mother-without-child"].message


def test_others_read_what_does_not_tell_who_the_child_is(board: Board, return_: Return) -> None:
    issues = told(return_, board.analyst)
    assert issues[3, "not-a-code"].text == "MARTIAN"
    assert {issues[at].text for at in ((3, "not-a-date"), (5, "uneven-row"))} == {KEPT}
    assert "17/08/2017" not in issues[6, "mother-without-child"].message
    assert not any(text in str(issues) for text in ("soon", "C-1", "C-2", "C-3", "C-4"))


def test_a_row_is_shown_as_it_came_beside_what_is_wrong_with_it(board: Board, return_: Return) -> None:
    shown = look(return_, board.lead, row=3)
    assert shown.cells == list(zip(HEADERS.split(","), ["C-2", "1", "soon", "MARTIAN", "", "", ""], strict=True))
    assert {issue.code for issue in shown.issues} >= {"not-a-date", "not-a-code"}
    assert look(return_, board.lead, row=5).as_it_came == "C-3,1,03/03/2009"


def test_others_see_the_row_without_what_tells_who_the_child_is(board: Board, return_: Return) -> None:
    shown = look(return_, board.analyst, row=3)
    kept = [header for header, value in shown.cells if value == KEPT]
    assert kept == ["CHILD", "DOB"]
    assert dict(shown.cells)["ETHNIC"] == "MARTIAN"
    assert look(return_, board.analyst, row=5).as_it_came == KEPT
    assert not any(text in str(shown) for text in ("soon", "C-1", "C-2", "C-3"))


def test_each_look_is_recorded_before_it_is_shown(
    board: Board, return_: Return, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(return_, board.analyst, row=3)
    entry = Entry.objects.newest()[0]
    assert (entry.verb, entry.actor, entry.subject_id) == ("read a row of", board.analyst.actor, str(return_.number))

    def failing(*told: object, **named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(looking, "record", failing)
    monkeypatch.setattr(looking.reading, "opened", lambda *told: pytest.fail("the vault was opened"))
    with pytest.raises(ZeroDivisionError):
        row_for(return_, 1, board.analyst, why="to test")


@pytest.mark.parametrize("number", [0, 10_000])
def test_there_is_no_row_of_an_issue_that_there_is_not(board: Board, return_: Return, number: int) -> None:
    with pytest.raises(NotFound):
        row_for(return_, number, board.lead, why="to test")


def test_a_row_of_a_workbook_is_shown_as_excel_numbers_it(board: Board, tmp_path: Path) -> None:
    people = catalogue.datasets()["people"]
    file = tmp_path / "people.xlsx"
    file.write_bytes(template(people, rows_in("local_id,sex\nA1,1\nA2,9\n", people)))
    shown = look(a_return(file, board.agency, period=YEAR), board.lead, row=3)
    assert (shown.issue.sheet, dict(shown.cells)["sex"]) == ("people", "9")


def test_a_row_of_headings_is_shown_without_values(board: Board, tmp_path: Path) -> None:
    file = write(tmp_path / "header.csv", f"{HEADERS},STAR_SIGN", "C-1,1,01/01/2009,WBRI,,,,Leo")
    shown = look(a_return(file, board.agency, period=YEAR), board.analyst, row=1)
    assert shown.cells[-1] == ("STAR_SIGN", "")
    assert "STAR_SIGN" in shown.issue.message and shown.issue.text == "STAR_SIGN"


def test_what_cannot_be_shown_says_why(board: Board, tmp_path: Path) -> None:
    folder = tmp_path / "both"
    episodes(folder)
    write(folder / "shopping.csv", "bread,milk", "1,2")
    both = a_return(folder, board.agency, period=YEAR)
    found = issues_for(both, board.lead, why="to test")
    unknown = next(number for number, issue in enumerate(found, start=1) if issue.file == "shopping.csv")
    assert "more than one row" in row_for(both, unknown, board.lead, why="to test").why_not
    gone = Look(replace(found[0], file="shopping.csv", row=2), [], found)
    assert "not kept" in looking.with_row(gone, []).why_not


def test_of_restricted_records_others_see_nothing_that_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    issue = Issue(
        "ends-before-start",
        ERROR,
        "The episode ended on 03/05/2016, before it began on 04/05/2016. Correct whichever is wrong.",
        "episodes.csv",
        "",
        3,
        "DEC",
        "03/05/2016",
        "looked_after_episodes",
    )
    assert discreet(issue) == issue
    restricted = replace(catalogue.datasets()["looked_after_episodes"], restricted=True)
    monkeypatch.setattr(discretion.catalogue, "datasets", lambda: {"looked_after_episodes": restricted})
    kept = discreet(issue)
    assert (kept.text, "2016" in kept.message, kept.row) == (KEPT, False, 3)


@pytest.mark.parametrize(
    ("datasets", "header", "tells"),
    [
        (["people"], "DOB", True),
        (["people"], "dob", True),
        (["people"], "ETHNIC", False),
        (["looked_after_episodes"], "HOME_POST", True),
        (["looked_after_episodes"], "DECOM", False),
        (["looked_after_episodes", "people"], "DOB", True),
        (["people"], "FAVOURITE_FOOTBALLER", True),
        ([], "ETHNIC", True),
    ],
)
def test_what_is_not_known_to_be_harmless_is_kept(datasets: list[str], header: str, tells: bool) -> None:
    assert tells_who(datasets, header) is tells


def test_what_was_found_to_identify_somebody_is_kept_wherever_it_stands() -> None:
    where = ("a.csv", "", 2)
    found = Issue("identifying-text", WARNING, "This text holds a postcode.", *where, "cluster", "AF1", "people")
    assert discreet(found).text == KEPT
    message = "Row 3 says otherwise of the same child (01/01/2009), and was believed. Which is right?"
    assert "2009" not in discreet(Issue("particulars-differ", WARNING, message, *where, "DOB", "", "people")).message
