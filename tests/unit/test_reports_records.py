"""Chapters of a report from the board's registers: each face reads what it may, and every number names its records."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import ON_PAPER, Face
from goldenthread.engine.rendering.blocks import (
    Heading,
    Quotation,
    counts,
    quotations,
)
from goldenthread.workflow.actions import telling_impact as impact
from goldenthread.workflow.actions.deciding import decide
from goldenthread.workflow.actions.operations import done, drop, judge, owner_left, report
from goldenthread.workflow.actions.planning import Owner, Plan, plan
from goldenthread.workflow.actions.telling import ALONE
from goldenthread.workflow.actions.telling import ELSEWHERE as ACTIONS_ELSEWHERE
from goldenthread.workflow.actions.telling import told as recommendations_told
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.challenges.operations import Body, add_board, issue, lead, put, tell_effect
from goldenthread.workflow.challenges.telling import ELSEWHERE as CHALLENGES_ELSEWHERE
from goldenthread.workflow.challenges.telling import told as challenges_told
from goldenthread.workflow.people.rules import CAPABILITIES
from goldenthread.workflow.reports.operations import REGISTERS, make, write
from tests.factories.actions import ANN, a_recommendation, an_action, done_action, judged_by
from tests.factories.blocks import everything, rows, said
from tests.factories.board import YEAR, Board, a_board, published
from tests.factories.findings import a_finding, once_tested

pytestmark = pytest.mark.django_db

OF = parse("FY2013-14")
OTHERS = [face for face in ON_PAPER if face is not Face.BOARD]
ASKED, MET, BACK, LOOKED = date(2013, 6, 13), date(2013, 6, 27), date(2014, 5, 15), date(2014, 6, 12)


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def put_to(*bodies: Body, asks: str = "To ask children.", year: str = OF.code, case: bool = False) -> Challenge:
    challenge = put(asks, bodies, year=year, because="Nobody had.", about_a_case=case, by="test")
    issue(challenge, on=ASKED, reply_due=BACK, by="test")
    return challenge


def led(challenge: Challenge, *verbs: str, at: int = 0) -> None:
    """Lead the answer of one of the bodies along some ways, a day for each."""
    for verb, on in zip(verbs, (MET, BACK, LOOKED), strict=False):
        lead(challenge.answers.all()[at], verb, on=on, text=f"What was said when it was {verb}.", by="test")


# --- challenges -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("face", ON_PAPER)
def test_an_empty_register_says_that_it_is(board: Board, face: Face) -> None:
    told = said(challenges_told(OF, face))
    whom = "" if face is Face.BOARD else " to another board"
    assert f"No challenge{whom} was set for 2013/14." in told and f"No challenge{whom} was set for 2014/15." in told
    assert "No recommendation on the register belongs to 2013/14." in said(recommendations_told(OF, face))
    assert said(impact.told(OF, face)) == ["None of the actions told of is done, so no impact can be looked for yet."]


def test_who_was_asked_what_and_what_became_of_it(board: Board) -> None:
    trust, health = add_board("The Trust", by="test"), add_board("The Health Board", by="test")
    answered = put_to(trust, asks="To “hear” children.")
    led(answered, "accepted", "replied", "judged answered")
    tell_effect(answered.answers.get(), "shown", text="Children were asked.", on=LOOKED, by="test")
    both = put_to(trust, health, asks="To meet.")
    led(both, "accepted in part", "replied", "judged partly answered")
    led(both, "declined", at=1)
    put_to(board.agency, asks="To say how many.")
    told = challenges_told(OF, Face.BOARD)
    assert said(told)[:4] == [
        "3 challenges were set for 2013/14.",
        "Of 4 answers asked for, 1 accepts the whole, 1 accepts a part, 1 declines and 1 has not come.",
        "Of what came back, 1 was judged to answer, 1 was judged to answer in part and 1 waits to be judged.",
        "Of what was judged, 1 has shown an effect and 1 has no effect told of it.",
    ]
    first = answered.number
    assert rows(told)[0] == (
        f"Challenge {first}: “To ‘hear’ children.”", "The Trust",
        "accepted on 27 June 2013; replied to on 15 May 2014", "answered (12 June 2014); effect shown",
    )  # fmt: skip
    assert [row[1:] for row in rows(told)[1:]] == [
        ("The Trust", "accepted in part on 27 June 2013; replied to on 15 May 2014",
         "partly answered (12 June 2014); no effect told of it"),
        ("The Health Board", "declined on 27 June 2013", "waits to be judged"),
        (board.agency.name, "not answered yet", "–"),
    ]  # fmt: skip
    assert f"{board.agency.name} has been asked since 13 June 2013, with a reply due by 15 May 2014 (1 challenge)." in (
        said(told)
    )
    assert "The answer of The Health Board waits to be judged since 27 June 2013 (1 challenge)." in said(told)


def test_those_who_answered_alike_stand_in_one_row(board: Board) -> None:
    both = put_to(add_board("The Trust", by="test"), add_board("The Health Board", by="test"))
    assert [row[1] for row in rows(challenges_told(OF, Face.PUBLIC))] == ["The Trust; The Health Board"]
    led(both, "accepted")
    assert len(rows(challenges_told(OF, Face.PUBLIC))) == 2


def test_what_was_opened_again_is_open_again(board: Board) -> None:
    challenge = put_to(add_board("The Trust", by="test"))
    led(challenge, "accepted", "replied", "judged not answered")
    lead(challenge.answers.get(), "reopened", text="It says nothing.", on=LOOKED, by="test")
    told = challenges_told(OF, Face.BOARD)
    assert [row[2:] for row in rows(told)] == [("not answered yet", "–")]
    assert "Of 1 answer asked for, 1 has not come." in said(told)


def test_the_year_ahead_is_told_apart_and_other_years_are_not_told(board: Board) -> None:
    trust = add_board("The Trust", by="test")
    for year in ("FY2012-13", "FY2013-14", "FY2014-15", "FY2014-15"):
        put_to(trust, year=year)
    put("To wait.", [trust], year="FY2013-14", by="test")
    told = challenges_told(OF, Face.PUBLIC)
    assert [block.text for block in told if isinstance(block, Heading)] == [
        "Set for 2013/14", "Set for the year ahead, 2014/15",
    ]  # fmt: skip
    assert "1 challenge to other boards was set for 2013/14." in said(told)
    assert "2 challenges to other boards were set for 2014/15." in said(told)


@pytest.mark.parametrize("face", OTHERS)
def test_outside_the_board_nothing_tells_of_a_single_case_or_of_what_an_agency_was_asked(
    board: Board, face: Face
) -> None:
    trust = add_board("The Trust", by="test")
    led(put_to(trust, asks="To ask children."), "accepted", "replied", "judged answered")
    before = everything(challenges_told(OF, face))
    led(put_to(trust, board.agency, asks="What was learnt in one case?", case=True), "accepted", "replied")
    assert everything(challenges_told(OF, face)) == before
    assert "What was said" not in before and "Nobody had" not in before and CHALLENGES_ELSEWHERE in before
    put_to(board.agency, asks="To say how many.")
    told = challenges_told(OF, face)
    assert "1 challenge was put to agencies of the partnership." in said(told)
    assert "To say how many." not in everything(told) and board.agency.name not in everything(told)


def test_the_board_paper_tells_it_in_the_words_of_the_record(board: Board) -> None:
    challenge = put_to(board.agency, asks="What was learnt in one case?", case=True)
    led(challenge, "accepted", "replied", "judged answered")
    told = challenges_told(OF, Face.BOARD)
    quoted = [block for block in told if isinstance(block, Quotation)]
    assert [(each.by, each.words) for each in quoted] == [
        (f"Why challenge {challenge.number} was put", "“Nobody had.”"),
        (f"{board.agency.name}, challenge {challenge.number}: replied on 15 May 2014",
         "“What was said when it was replied.”"),
        (f"{board.agency.name}, challenge {challenge.number}: judged answered on 12 June 2014",
         "“What was said when it was judged answered.”"),
    ]  # fmt: skip
    assert f"Challenge {challenge.number}, about a single case:" in rows(told)[0][0]


# --- recommendations and actions --------------------------------------------------------------------------------------


def test_what_was_recommended_stands_with_what_will_be_done_about_it(board: Board) -> None:
    made = a_recommendation("Make plans SMART.")
    action = an_action(board, recommendation=made)
    report(action, "FY2013-14Q4", "slipped", text="It waits.", by=ANN)
    second = an_action(board, Plan("Ask parents.", indicator="CLA3", why_no_date="They are asked first."),
                       recommendation=made)  # fmt: skip
    owner_left(second, why="The post has ended.", by=ANN)
    declined = a_recommendation("Print a leaflet.", agency=board.other)
    decide(declined, "declined", because="Nobody reads it.", on=date(2014, 1, 9), by=ANN)
    a_recommendation("Think.", kind="data")
    told = recommendations_told(OF, Face.BOARD)
    assert said(told)[:3] == [
        "Of 3 recommendations that belong to 2013/14, 1 has action planned, 1 has none and 1 is not decided yet.",
        "Of 2 actions planned, 2 are open.",
        "Of those that are open, 1 has no owner and 1 has no date.",
    ]
    assert rows(told)[0] == (
        f"Recommendation {made.number}: “Make plans SMART.” (“Audit of 16 plans”, 29 November 2013)",
        f"Action {action.number}: “Brief every cluster on SMART planning.”",
        f"“Head of Service”, {board.agency.name}", "31 March 2014",
        "open since 12 December 2013; slipped at the end of January to March 2014",
    )  # fmt: skip
    assert rows(told)[1] == (
        f"Recommendation {made.number}, as above", f"Action {second.number}: “Ask parents.”", "nobody",
        "no date can be given", "open since 12 December 2013; nothing reported yet",
    )  # fmt: skip
    assert rows(told)[2][1:] == ("–", "–", "–", "no action, 9 January 2014")
    assert rows(told)[3][4] == "not decided yet"
    assert f"Since 29 November 2013: recommendations {made.number} and {declined.number + 1}." in said(told)
    assert {block.words for block in told if isinstance(block, Quotation)} == {
        "“Nobody reads it.”", "“They are asked first.”", "“It waits.”",
    }  # fmt: skip
    assert [block.text for block in told if isinstance(block, Heading)] == ["Practice audit", "Indicator or other data"]


def test_a_recommendation_belongs_to_the_years_in_which_it_is_open(board: Board) -> None:
    over = a_recommendation("Of long ago.", source_on=date(2012, 1, 9))
    decide(over, "declined", because="It is done.", on=date(2013, 3, 31), by=ANN)
    a_recommendation("Of later.", source_on=date(2014, 4, 1))
    still = a_recommendation("Still waiting.", source_on=date(2012, 1, 9))
    (row,) = rows(recommendations_told(OF, Face.BOARD))
    assert row[0].startswith(f"Recommendation {still.number}:")


@pytest.mark.parametrize("face", OTHERS)
@pytest.mark.parametrize("kind", ["review", "concern"])
def test_outside_the_board_nothing_tells_of_what_was_recommended_after_a_single_case(
    board: Board, face: Face, kind: str
) -> None:
    done_action(board)
    before = everything([*recommendations_told(OF, face), *impact.told(OF, face)])
    action = an_action(board, recommendation=a_recommendation("After a case.", kind=kind))
    done(action, evidence="It was done.", on=date(2014, 3, 28), by=ANN)
    plan(Plan("Ask again.", indicator="CLA3", relevant="After a case.", due=BACK), Owner("Head", board.agency),
         on=MET, by=ANN)  # fmt: skip
    assert everything([*recommendations_told(OF, face), *impact.told(OF, face)]) == before
    assert ACTIONS_ELSEWHERE in before and "Head of Service" not in before and "The list of briefings" not in before


def test_the_board_paper_tells_of_actions_that_meet_no_recommendation(board: Board) -> None:
    owner = Owner("Head", board.agency)
    alone = Plan("Ask again.", indicator="CLA3", relevant="Children said so.", due=BACK)
    plan(alone, owner, on=MET, by=ANN)
    drop(plan(alone, owner, on=MET, by=ANN), why="It fits no more.", by=ANN)
    told = recommendations_told(OF, Face.BOARD)
    assert [block.text for block in told if isinstance(block, Heading)] == [ALONE]
    assert [row[0] for row in rows(told)] == ["–"]
    dropped = an_action(board)
    drop(dropped, why="It fits no more.", by=ANN)
    assert rows(recommendations_told(OF, Face.BOARD))[0][4] == "dropped"


# --- impact -----------------------------------------------------------------------------------------------------------


def test_what_was_done_stands_with_what_was_then_found(board: Board) -> None:
    first, waiting = done_action(board), done_action(board)
    judged_by(board.chair, first, "activity only", text="They were briefed.")
    judge(first, "practice changed", evidence="practitioner", text="Plans have dates.", by=board.chair, on=LOOKED)
    told = impact.told(OF, Face.BOARD)
    assert said(told) == [
        "2 actions told of are done.",
        "By the latest judgement of each, 1 has “practice changed” and 1 has not been judged yet.",
    ]
    what = f"Action {first.number}: “Brief every cluster on SMART planning.”"
    assert rows(told) == [
        (what, "28 March 2014", "activity only", "re-audit", "31 March 2014"),
        (what, "28 March 2014", "practice changed", "practitioner", "12 June 2014"),
        (f"Action {waiting.number}: “Brief every cluster on SMART planning.”", "28 March 2014", "not judged yet", "–",
         "looked for from 28 June 2014"),
    ]  # fmt: skip
    assert {block.words for block in told if isinstance(block, Quotation)} >= {
        "“The list of briefings.”", "“They were briefed.”", "“Plans have dates.”",
    }  # fmt: skip
    assert not any(isinstance(block, Quotation) for block in impact.told(OF, Face.PUBLIC))


# --- the whole report -------------------------------------------------------------------------------------------------


def test_whoever_may_see_the_board_paper_may_see_the_registers() -> None:
    for capabilities in CAPABILITIES.values():
        if "see the board paper" in capabilities:
            seen = {"see challenges", "see actions", "see audits and findings", "see the plan", "see threads"}
            assert seen <= capabilities


def test_every_number_names_its_records_and_the_same_records_say_the_same(board: Board, tmp_path: Path) -> None:
    published(board, tmp_path / "sent")
    put_to(board.agency, year=YEAR.code)
    made = [make("annual", YEAR, face=Face.BOARD, by="test")[1] for _ in range(2)]
    assert made[0].blocks == made[1].blocks
    assert {"findings", "challenges", "recommendations", "impact", "plan", "threads"} == set(REGISTERS)
    write("annual", YEAR, tmp_path / "out", face=Face.BOARD, by="test")
    facts = json.loads((tmp_path / "out" / "facts.json").read_text(encoding="utf-8"))
    assert facts["counts"] == counts(made[0]) and facts["quotations"] == quotations(made[0])
    (challenge,) = Challenge.objects.all()
    assert {"id": f"challenges set for {YEAR.code}", "number": 1, "of": [str(challenge)]} in facts["counts"]
    assert all(each["number"] == len(each["of"]) for each in facts["counts"])
    assert {"of": str(challenge), "by": f"Why challenge {challenge.number} was put", "text": "Nobody had."} in (
        facts["quotations"]
    )
    html = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert f'<blockquote data-record="{challenge}"><p>“Nobody had.”</p></blockquote>' in html
    assert f'data-counts="challenges set for {YEAR.code}"' in html


def test_the_database_is_asked_as_often_for_many_records_as_for_few(board: Board) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            for told in REGISTERS.values():
                told(OF, Face.BOARD)
        return len(found)

    put_to(board.agency)
    done_action(board)
    once_tested(a_finding())
    few = asked()
    for _ in range(5):
        once_tested(a_finding())
        put_to(board.agency)
        done_action(board)
    assert asked() == few
