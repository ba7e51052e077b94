"""The pages of challenges: from putting one to what became of it, and what each role can do there."""

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.web.challenges.presenters import ASKED
from goldenthread.workflow.agencies.registers import KINDS_OF_FILE
from goldenthread.workflow.challenges.models import Answer, Challenge, StrategicBoard
from goldenthread.workflow.challenges.operations import issue, lead, put
from goldenthread.workflow.challenges.rules import (
    ACCEPTED,
    ANSWER,
    ANSWER_IT,
    ANSWERED,
    IN_PART,
    JUDGE,
    NOT_YET_SHOWN,
    PUT,
    REPLIED,
    SENT,
)
from goldenthread.workflow.people.models import Person
from tests.factories.board import Board, a_board, browser_of

pytestmark = pytest.mark.django_db

ASKS = "To offer every child who was missing a return interview."
KEPT = 302


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


@pytest.fixture
def trust(board: Board) -> StrategicBoard:
    return StrategicBoard.objects.create(name="Ambleford Children's Trust Board")


def a_challenge(*to: object, due: date | None = None) -> Challenge:
    challenge = put(ASKS, list(to), year="FY2014-15", because="Few were offered one.", by="command line")  # type: ignore[arg-type]
    issue(challenge, on=date(2014, 6, 12), reply_due=due or timezone.localdate(), by="command line")
    return challenge


def text_of(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_challenge_goes_from_a_form_to_its_effect(board: Board, trust: StrategicBoard) -> None:
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    told = {"asks": ASKS, "leads": f"board:{trust.pk}", "others": ["agency:apo"], "year": "FY2014-15", "edits": "0"}
    assert analyst.post("/challenges/put/", told | {"because": "Few were offered one."}).status_code == KEPT
    challenge = Challenge.objects.get()
    number = challenge.number
    assert chair.post(f"/challenges/{number}/issue/", {"reply_due": "31/3/2099", "on": "12/6/2014"}).status_code == KEPT
    of_trust, of_police = challenge.answers.all()
    made = analyst.post(f"/challenges/answers/{of_trust.pk}/link/").content.decode()
    address = made.split("<strong>")[1].split("</strong>")[0]
    by_link = address[address.index("/answer/") :]
    anybody = Client()
    assert "Few were offered one." in text_of(anybody, by_link)
    answered = anybody.post(by_link, {"verb": "accepted in part", "text": "Not in the holidays."})
    assert "Your answer is kept" in answered.content.decode()
    assert anybody.get(by_link).status_code == 410
    of_trust.refresh_from_db()
    assert of_trust.state == IN_PART
    way = f"/challenges/answers/{of_trust.pk}"
    assert analyst.post(f"{way}/replied/", {"text": "All were offered one.", "on": "30/9/2014"}).status_code == KEPT
    assert chair.post(f"{way}/judged-answered/", {"text": "The counts say so."}).status_code == KEPT
    effect = {"effect": NOT_YET_SHOWN, "text": "Nobody has asked the children yet."}
    assert chair.post(f"{way}/effect/", effect).status_code == KEPT
    page = text_of(browser_of(board.member), f"/challenges/{number}/")
    for said in (
        "Not in the holidays.",
        "All were offered one.",
        "The counts say so.",
        "Nobody has asked the children",
    ):
        assert said in page
    assert "Its effect is not yet shown." in page and of_police.whose in page


def test_a_form_says_what_is_wrong_and_keeps_what_was_written(board: Board) -> None:
    analyst = browser_of(board.analyst)
    wrong = {"asks": ASKS, "leads": "agency:apo", "year": "next year", "because": "A girl born 3/4/2005 waited."}
    page = analyst.post("/challenges/put/", wrong).content.decode()
    assert "next year" in page and ASKS in page and not Challenge.objects.exists()
    page = analyst.post("/challenges/put/", wrong | {"year": "FY2014-15"}).content.decode()
    assert "seems to hold" in page and ASKS in page and not Challenge.objects.exists()


def test_two_who_write_a_draft_see_both_texts(board: Board) -> None:
    challenge = put(ASKS, [board.agency], year="FY2014-15", by="command line")
    analyst, chair = browser_of(board.analyst), browser_of(board.chair)
    address = f"/challenges/{challenge.number}/rewrite/"
    assert analyst.post(address, {"asks": "To offer it within three days.", "edits": "0"}).status_code == KEPT
    page = chair.post(address, {"asks": "To offer it within a day.", "edits": "0"}).content.decode()
    assert "To offer it within three days." in page and "To offer it within a day." in page
    assert chair.post(address, {"asks": "To offer it within two days.", "edits": "1"}).status_code == KEPT


def test_what_is_late_is_told_and_its_letter_drafted(board: Board) -> None:
    challenge = a_challenge(board.agency, due=date(2014, 7, 31))
    answer = challenge.answers.get()
    assert "days late: letter to the chief executive" in text_of(browser_of(board.member), "/challenges/?stands=late")
    analyst = browser_of(board.analyst)
    page = text_of(analyst, f"/challenges/answers/{answer.pk}/letter/")
    assert "I write as chair of Ambleford Safeguarding Children Board" in page
    assert analyst.post(f"/challenges/answers/{answer.pk}/letter/", {"text": "Dear Sir"}).status_code == KEPT
    assert [step.verb for step in answer.steps.all()] == ["letter to the chief executive sent"]


def test_every_number_on_the_list_opens_what_it_counts(board: Board, trust: StrategicBoard) -> None:
    a_challenge(board.agency, due=date(2014, 7, 31))
    a_challenge(board.other)
    judged = a_challenge(trust).answers.get()
    for verb in ("accepted", "replied"):
        lead(judged, verb, text="It is done.", by="command line")
    member = browser_of(board.member)
    page = text_of(member, "/challenges/")
    assert "<strong>1</strong> answer is late" in page and "<strong>1</strong> answer is to be judged" in page
    assert board.agency.name in text_of(member, "/challenges/?stands=late").split("<table")[1]
    late, judge = (
        text_of(member, f"/challenges/?stands={how}").count("Set for 2014/15") for how in ("late", "to+be+judged")
    )
    assert late == judge


def test_an_agency_sees_its_own_answer_and_no_other(board: Board) -> None:
    challenge = a_challenge(board.agency, board.other)
    page = text_of(browser_of(board.lead), f"/challenges/{challenge.number}/")
    assert board.agency.name in page and "Ambleford Police" not in page
    theirs = challenge.answers.get(agency=board.other)
    assert browser_of(board.lead).get(f"/challenges/answers/{theirs.pk}/accepted/").status_code == 404
    assert "Ambleford Police" not in browser_of(board.lead).get("/challenges/register.csv").content.decode()
    assert "Ambleford Police" not in text_of(browser_of(board.lead), "/challenges/")


CAN = {
    # Who can lead an answer of the first agency along a way that this capability opens.
    PUT: ("chair", "analyst"),
    ANSWER_IT: ("chair", "analyst", "lead"),
    JUDGE: ("chair",),
}


@pytest.mark.parametrize("verb", [way.verb for way in ANSWER.ways])
def test_every_way_and_every_role(board: Board, verb: str) -> None:
    way = {way.verb: way for way in ANSWER.ways}[verb]
    answer = a_challenge(board.agency).answers.get()
    led = []
    for name, person in board.people().items():
        if not isinstance(person, Person):
            continue
        Answer.objects.filter(pk=answer.pk).update(state=way.sources[0])
        address = f"/challenges/answers/{answer.pk}/{verb.replace(' ', '-')}/"
        if browser_of(person).post(address, {"text": "As was said at the meeting."}).status_code == KEPT:
            led.append(name)
        answer.refresh_from_db()
        assert answer.state == (way.target if name in led else way.sources[0])
    assert tuple(led) == CAN[way.capability]


def test_the_list_asks_the_database_as_often_for_one_for_three_and_for_300(board: Board, trust: StrategicBoard) -> None:
    member, asked = browser_of(board.member), []
    text_of(member, "/challenges/")
    for more in (1, 2, 297):
        for _ in range(more):
            a_challenge(trust, board.agency)
        with CaptureQueriesContext(connection) as caught:
            text_of(member, "/challenges/")
        asked.append(len(caught))
    assert len(set(asked)) == 1


@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_the_register_is_taken_away_as_it_is_shown(board: Board, trust: StrategicBoard, kind: str) -> None:
    a_challenge(trust)
    made = browser_of(board.member).get(f"/challenges/register.{kind}?stands=sent")
    assert made.status_code == 200 and "attachment" in made.headers["Content-Disposition"]
    if kind == "csv":
        header, row = made.content.decode().splitlines()
        assert header.startswith("challenge,year,asks") and ASKS in row and trust.name in row
        nothing = browser_of(board.member).get("/challenges/register.csv?stands=declined").content.decode()
        assert nothing.splitlines() == [header]
    if kind == "docx":
        said = [paragraph.text for paragraph in docx.Document(BytesIO(made.content)).paragraphs]
        assert "Set for 2014/15" in said and ASKS in said


def test_a_board_is_added_once(board: Board) -> None:
    analyst = browser_of(board.analyst)
    assert analyst.post("/challenges/boards/", {"name": "Ambleford Health and Wellbeing Board"}).status_code == 200
    given = {"name": "Ambleford Health and Wellbeing Board", "kind": "health_and_wellbeing"}
    assert analyst.post("/challenges/boards/", given).status_code == KEPT
    page = analyst.post("/challenges/boards/", given | {"name": given["name"].lower()}).content.decode()
    assert "Board: health and wellbeing board</li>" in page
    assert "is there already" in page and StrategicBoard.objects.count() == 1


def test_states_of_an_answer_that_the_page_can_lead_on_are_all_named() -> None:
    assert ASKED.keys() == {way.verb for way in ANSWER.ways}
    assert {SENT, ACCEPTED, REPLIED, ANSWERED} <= set(ANSWER.states())
