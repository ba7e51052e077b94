"""Searching: alike in capitals and accents, in step with what is kept, and nothing that one may not see."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from goldenthread.workflow.actions.operations import report
from goldenthread.workflow.actions.planning import Plan
from goldenthread.workflow.actions.rules import ON_TIME
from goldenthread.workflow.audits.operations import Found, Particulars, register
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.challenges.operations import issue, lead, put, rewrite
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.plans.planning import Wanted
from goldenthread.workflow.searching import indexing
from goldenthread.workflow.searching.finding import search
from goldenthread.workflow.searching.models import Indexed, InStep
from goldenthread.workflow.searching.rules import normalised, words_of
from goldenthread.workflow.stories.models import Story
from goldenthread.workflow.stories.operations import publish, sign_off, take_down, write
from goldenthread.workflow.stories.rules import PARTS
from tests.factories.actions import a_recommendation, an_action
from tests.factories.board import Board, a_board, browser_of
from tests.factories.findings import a_finding
from tests.factories.plans import DUE, a_draft, an_agreed_task

pytestmark = pytest.mark.django_db

ASKS = "To offer every child who was missing a return interview, in Zürich Road too."
OF_THE_CATALOGUE = {"indicator", "dataset"}


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def found(person: Person, question: str) -> list[str]:
    """What somebody finds of what the board keeps, without numbers: these go on from test to test on some databases."""
    shown = (each.shown for each in search(person, question) if each.page not in OF_THE_CATALOGUE)
    return [re.sub(r" \d+(?=: )", "", each) for each in shown]


def a_challenge(board: Board, asks: str = ASKS, *, to: object = None, draft: bool = False) -> Challenge:
    made = put(asks, [to or board.agency], year="FY2014-15", because="Few were offered one.", by="command line")  # type: ignore[list-item]
    if not draft:
        issue(made, on=date(2014, 6, 12), reply_due=date(2014, 7, 31), by="command line")
    return made


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Zürich", "zurich"),
        ("SMART-planning!", "smart planning"),
        ("STRASSE", "straße"),
        ("a_b", "a b"),
        ("child’s", "child s"),
        ("Ĳ", "ij"),
    ],
)
def test_words_are_compared_in_small_letters_without_accents_or_punctuation(text: str, same: str) -> None:
    assert normalised(text) == normalised(same)
    assert normalised("") == "  " and words_of("  ?! ") == []


def test_only_so_much_is_looked_for() -> None:
    assert words_of("a " * 300) == ["a"] and len(words_of(" ".join(map(str, range(50))))) == 10


@pytest.mark.parametrize(
    "question", ["zurich", "ZÜRICH", "return interview", "interview, return!", "miss", "CLA3 smart"]
)
def test_every_word_begins_a_word_of_what_is_found(board: Board, question: str) -> None:
    a_challenge(board)
    an_action(board)
    assert len(found(board.chair, question)) == 1


@pytest.mark.parametrize("question", ["", "?", "interviewed", "issing", "return pears", "%", "_"])
def test_what_does_not_hold_them_all_is_not_found(board: Board, question: str) -> None:
    a_challenge(board)
    assert found(board.chair, question) == []


def test_what_holds_them_in_its_title_stands_first(board: Board) -> None:
    for what, measured_by in (("Ask the children.", "pears"), ("Pears for the children.", ""), ("Ask again.", "pears")):
        an_action(board, Plan(what, indicator="CLA3", measured_by=measured_by, why_no_date="It never ends."))
    assert found(board.chair, "pears") == [
        "Action: Pears for the children.",
        "Action: Ask again.",
        "Action: Ask the children.",
    ]


def test_every_kind_of_record_is_found_by_what_it_says(board: Board) -> None:
    made = a_recommendation("Make plans SMART.", themes="pears")
    action = an_action(board, recommendation=made)
    report(action, "FY2013-14Q4", ON_TIME, text="Three pears.", by="command line")
    answer = a_challenge(board, because_of := "To count pears.").answers.get()
    lead(answer, "accepted", text="Pears it is.", by="command line")
    a_finding("Plans are not SMART.", cause="Nobody counts pears.", agencies=[board.agency])
    an_agreed_task(board.agency, what="Plant pears.")
    whose = Particulars(agency=board.agency, issues=[Found("Pears were not recorded.")])
    register("Audit", kind="chair", subject="records", about="FY2013-14", particulars=whose, by="command line")
    assert found(board.chair, "pears") == [
        f"Challenge: {because_of}",
        "Task: Plant pears.",
        "Action: Brief every cluster on SMART planning.",
        "Recommendation: Make plans SMART.",
        "Answer to challenge: Ambleford City Council",
        "Finding: Plans are not SMART.",
        "Audit: Audit",
    ]


def test_a_story_is_found_while_it_is_published(board: Board) -> None:
    def published(text: str, version: int) -> None:
        made = write("CLA3", "FY2013-14", dict.fromkeys(PARTS, text), based_on=version - 1, by="person:98")
        assert found(board.analyst, text) == [], "a draft is found by nobody"
        sign_off(made.of, version=version, by="person:99")
        publish(made.of, version=version, by="person:99")

    published("pears", 1)
    title = "Story of CLA3, 2013/14: Reviews at which the child's views were heard"
    assert found(board.adviser, "pears") == [title]
    published("apples", 2)
    assert [found(board.adviser, "pears"), found(board.adviser, "apples")] == [[], [title]]
    take_down(Story.objects.get(), version=2, by="person:99")
    assert found(board.adviser, "apples") == []


def test_indicators_and_datasets_are_found_by_everybody_who_reads_figures(board: Board) -> None:
    for person in (board.adviser, board.lead, board.member):
        assert [(each.page, each.key) for each in search(person, "CLA3")][:1] == [("indicator", ("CLA3",))]
        assert ("dataset", ("missing_episodes",)) in [
            (each.page, each.key) for each in search(person, "missing episodes")
        ]


# --- who finds what ---------------------------------------------------------------------------------------------------


def test_nobody_finds_what_they_may_not_see(board: Board) -> None:
    a_challenge(board, "To count pears.")
    an_action(board, Plan("Count pears.", indicator="CLA3", why_no_date="It never ends."))
    a_finding("Nobody counts pears.", agencies=[board.agency])
    an_agreed_task(board.agency, what="Plant pears.")
    a_draft(board.agency, Wanted("Plant more pears.", "early_help", measured_by="Trees.", due=DUE), year="FY2014-15")
    whose = Particulars(agency=board.agency)
    register("Pears", kind="chair", subject="records", about="FY2013-14", particulars=whose, by="command line")
    numbers = {who: len(found(person, "pears")) for who, person in board.people().items() if person}
    assert numbers == {"member": 6, "chair": 6, "adviser": 0, "analyst": 6, "lead": 5, "other": 0}


def test_a_draft_and_what_another_body_answered_are_not_found_by_an_agency(board: Board) -> None:
    a_challenge(board, "To count pears.", draft=True)
    shared = put("To count apples.", [board.agency, board.other], year="FY2014-15", by="command line")
    issue(shared, on=date(2014, 6, 12), reply_due=date(2014, 7, 31), by="command line")
    lead(shared.answers.get(agency=board.other), "accepted", text="Plums.", by="command line")
    assert found(board.lead, "pears") == [] and len(found(board.chair, "pears")) == 1
    assert found(board.lead, "Ambleford City Council") == ["Answer to challenge: Ambleford City Council"]
    assert found(board.lead, "apples") == ["Challenge: To count apples."]
    assert found(board.lead, "plums") == [] and found(board.lead_of_other, "plums") != []


# --- kept in step -----------------------------------------------------------------------------------------------------


def test_what_changes_is_found_by_its_new_words_and_no_longer_by_the_old(board: Board) -> None:
    challenge = a_challenge(board, "To count pears.", draft=True)
    assert len(found(board.chair, "pears")) == 1
    rewrite(challenge, "To count apples.", edits=0, by="command line")
    assert [len(found(board.chair, word)) for word in ("pears", "apples")] == [0, 1]
    assert Indexed.objects.filter(subject="challenge").count() == 1


def test_other_rules_make_everything_anew(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    an_action(board)
    found(board.chair, "smart")
    Indexed.objects.update(text=" ")
    assert found(board.chair, "smart") == []
    monkeypatch.setattr(indexing, "_RULES", "others")
    assert len(found(board.chair, "smart")) == 2 and InStep.objects.get().rules == "others"


def test_many_are_indexed_some_at_a_time(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_AT_ONCE", 2)
    for _ in range(5):
        a_recommendation()
    assert len(found(board.chair, "smart")) == 5


# --- the page ---------------------------------------------------------------------------------------------------------


def test_the_page_says_what_is_found_and_what_to_do_where_nothing_is(board: Board) -> None:
    number, chair = a_challenge(board).number, browser_of(board.chair)
    page = chair.get("/search/?q=return+interview").content.decode()
    assert f'href="/challenges/{number}/"' in page and escape(ASKS) in page and 'value="return interview"' in page
    assert "Nothing that you may see holds" in chair.get("/search/?q=pears").content.decode()
    assert "Enter one word or several" in chair.get("/search/").content.decode()
    asked = chair.get("/search/?q=%3Cscript%3Ealert(1)%3C/script%3E").content.decode()
    assert "<script>alert" not in asked
    assert 'action="/search/"' in chair.get("/").content.decode()
    assert "/search/" not in browser_of(None).get("/accounts/login/").content.decode()


def test_the_page_asks_the_database_as_often_for_one_for_three_and_for_300(board: Board) -> None:
    lead_, asked = browser_of(board.lead), []
    for more in (1, 2, 97):
        for _ in range(more):
            a_challenge(board, "To make it SMART.")
            an_action(board)
            a_finding(agencies=[board.agency])
        lead_.get("/search/?q=smart")
        with CaptureQueriesContext(connection) as caught:
            assert lead_.get("/search/?q=smart").status_code == 200
        asked.append(len(caught))
    assert len(set(asked)) == 1
