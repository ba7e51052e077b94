"""Challenges: put, answered by each body for itself, judged, opened again; the ladder of silence; one-time links."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from goldenthread.workflow.challenges import links
from goldenthread.workflow.challenges.models import Answer, Challenge, Link, StrategicBoard
from goldenthread.workflow.challenges.operations import issue, lead, put, rewrite, tell_effect, withdraw, wrote
from goldenthread.workflow.challenges.rules import (
    ACCEPTED,
    ANSWER,
    ANSWERED,
    DECLINED,
    DELIVERED,
    IN_PART,
    ISSUED,
    LADDER,
    LINK_LASTS_DAYS,
    NOT_ANSWERED,
    NOT_YET_SHOWN,
    PARTLY,
    REOPENED,
    REPLIED,
    SENT,
    SHOWN,
    WITHDRAWN,
)
from goldenthread.workflow.challenges.texts import draft
from goldenthread.workflow.history.links import LinkIsOver
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from tests.factories.board import Board, a_board

pytestmark = pytest.mark.django_db

CHAIR, ANN = "person:1", "person:2"
ASKS = "To offer every child who was missing a return interview, and to say how soon."


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


@pytest.fixture
def trust(board: Board) -> StrategicBoard:
    return StrategicBoard.objects.create(name="Ambleford Children's Trust Board")


def a_challenge(*to: object, issued: bool = True, due: date | None = None, **told: str) -> Challenge:
    challenge = put(ASKS, list(to), year="FY2014-15", by=ANN, **told)  # type: ignore[arg-type]
    if issued:
        issue(challenge, reply_due=due or timezone.localdate(), on=date(2014, 6, 12), by=ANN)
        challenge.refresh_from_db()
    return challenge


def an_answer(board: Board, *, state: str = SENT, due: date | None = None) -> Answer:
    answer = a_challenge(board.agency, due=due).answers.get()
    Answer.objects.filter(pk=answer.pk).update(state=state)
    answer.refresh_from_db()
    return answer


# --- putting ----------------------------------------------------------------------------------------------------------


def test_it_is_put_to_several_and_each_answers_for_itself(board: Board, trust: StrategicBoard) -> None:
    challenge = a_challenge(
        trust, board.agency, because="Fewer than half were offered one.", evidence_period="FY2013-14"
    )
    of_trust, of_agency = challenge.answers.all()
    lead(of_trust, "accepted", on=date(2014, 6, 26), by=ANN)
    lead(of_agency, "declined", text="It is the police who know of them.", by=ANN)
    of_trust.refresh_from_db()
    of_agency.refresh_from_db()
    assert (of_trust.state, of_agency.state, of_trust.leads, of_agency.leads) == (ACCEPTED, DECLINED, True, False)
    assert str(of_trust) == f"answer of Ambleford Children's Trust Board to challenge {challenge.number}"
    assert [str(each) for each in of_trust.steps.all()] == ["accepted on 2014-06-26"]
    assert Entry.objects.filter(subject="answer", verb="declined").count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"asks": "  "}, "Say what is asked"),
        ({"to": []}, "Say whom it is put to"),
        ({"year": "2014"}, "2014"),
        ({"evidence_period": "some day"}, "some day"),
        ({"indicator": "NOPE1"}, "NOPE1"),
        ({"because": "A boy born 03/04/2005 waited."}, "seems to hold"),
        ({"asks": "x" * 1001}, "at most 1,000 fit"),
    ],
)
def test_what_cannot_be_put_is_refused_and_nothing_is_kept(board: Board, wrong: dict[str, object], said: str) -> None:
    told = {"asks": ASKS, "to": [board.agency], "year": "FY2014-15", "by": ANN} | wrong
    with pytest.raises(Refused, match=said):
        put(**told)  # type: ignore[arg-type]
    assert not Challenge.objects.exists()


def test_the_same_body_is_not_challenged_twice_by_one(board: Board) -> None:
    with pytest.raises(Refused, match="same body twice"):
        a_challenge(board.agency, board.agency)


def test_two_who_write_a_draft_at_once_lose_nothing(board: Board) -> None:
    challenge = a_challenge(board.agency, issued=False)
    rewrite(challenge, "To offer interviews within three days.", edits=0, by=ANN)
    with pytest.raises(Refused, match="Somebody else has written it since"):
        rewrite(challenge, "To offer interviews within a day.", edits=0, by=CHAIR)
    challenge.refresh_from_db()
    assert challenge.asks == "To offer interviews within three days." and challenge.edits == 1


def test_what_is_issued_is_not_altered_but_withdrawn(board: Board) -> None:
    challenge = a_challenge(board.agency)
    with pytest.raises(Refused, match="cannot be rewritten"):
        rewrite(challenge, "Something else.", edits=0, by=ANN)
    withdraw(challenge, why="The police answered in another way.", by=ANN)
    challenge.refresh_from_db()
    assert challenge.state == WITHDRAWN
    with pytest.raises(Refused, match="nobody can answer it"):
        lead(challenge.answers.get(), "accepted", by=ANN)


def test_a_reply_is_not_due_before_it_is_asked_for(board: Board) -> None:
    with pytest.raises(Refused, match="cannot be due before"):
        issue(a_challenge(board.agency, issued=False), reply_due=date(2014, 6, 1), on=date(2014, 6, 12), by=ANN)


def test_a_measure_that_no_longer_exists_is_told_as_such(board: Board) -> None:
    challenge = a_challenge(board.agency, issued=False, indicator="CP6")
    assert challenge.measure is not None and challenge.lost_measure == ""
    Challenge.objects.filter(pk=challenge.pk).update(indicator="GONE1")
    challenge.refresh_from_db()
    assert challenge.measure is None and challenge.lost_measure == "GONE1"


# --- answering and judging --------------------------------------------------------------------------------------------

FROM = {
    "delivered": (SENT,),
    "accepted": (SENT, DELIVERED, REOPENED),
    "accepted in part": (SENT, DELIVERED, REOPENED),
    "declined": (SENT, DELIVERED, REOPENED),
    "replied": (ACCEPTED, IN_PART, REPLIED),
    "judged answered": (REPLIED,),
    "judged partly answered": (REPLIED, DECLINED),
    "judged not answered": (REPLIED, DECLINED),
    "reopened": (ANSWERED, PARTLY, NOT_ANSWERED, DECLINED),
}


def test_every_way_of_an_answer_is_in_the_table() -> None:
    assert {way.verb: way.sources for way in ANSWER.ways} == FROM


@pytest.mark.parametrize("state", ANSWER.states())
def test_every_way_starts_only_from_where_it_is_declared_to(board: Board, state: str) -> None:
    answer = an_answer(board)
    for way in ANSWER.ways:
        Answer.objects.filter(pk=answer.pk).update(state=state)
        if state in FROM[way.verb]:
            lead(answer, way.verb, text="As was said at the meeting.", by=ANN)
            answer.refresh_from_db()
            assert answer.state == way.target
        else:
            with pytest.raises(Refused, match="Nothing was changed"):
                lead(answer, way.verb, text="As was said at the meeting.", by=ANN)


@pytest.mark.parametrize(("verb", "state"), [("declined", SENT), ("replied", ACCEPTED), ("reopened", ANSWERED)])
def test_a_step_that_needs_words_is_refused_without_them(board: Board, verb: str, state: str) -> None:
    answer = an_answer(board, state=state)
    with pytest.raises(Refused, match="Say "):
        lead(answer, verb, text=" ", by=ANN)
    answer.refresh_from_db()
    assert answer.state == state and not answer.steps.exists()


def test_no_step_is_of_the_future_or_before_the_challenge(board: Board) -> None:
    answer = an_answer(board)
    with pytest.raises(Refused, match="in the future"):
        lead(answer, "accepted", on=timezone.localdate() + timedelta(days=1), by=ANN)
    with pytest.raises(Refused, match="before the challenge was issued"):
        lead(answer, "accepted", on=date(2014, 6, 1), by=ANN)


def test_an_answer_is_no_effect(board: Board) -> None:
    answer = an_answer(board, state=REPLIED)
    with pytest.raises(Refused, match="an answer is no effect"):
        tell_effect(answer, SHOWN, text="It is done.", by=CHAIR)
    lead(answer, "judged answered", text="It names who does it by when.", by=CHAIR)
    assert list(Answer.objects.without_effect()) == [answer]
    tell_effect(answer, NOT_YET_SHOWN, text="Nothing has been measured again.", by=CHAIR)
    assert list(Answer.objects.without_effect()) == [answer]
    tell_effect(answer, SHOWN, text="The re-audit found plans that are SMART.", by=CHAIR)
    assert not Answer.objects.without_effect().exists()
    assert [step.verb for step in answer.steps.all()] == ["judged answered", "effect not yet shown", "effect shown"]


# --- the ladder -------------------------------------------------------------------------------------------------------


def test_silence_climbs_a_ladder_and_nothing_is_sent_by_itself(board: Board) -> None:
    answer = an_answer(board, due=date(2014, 7, 31))
    reached = {late: answer.rung(date(2014, 7, 31) + timedelta(days=late)) for late in (0, 1, 14, 15, 28, 29, 400)}
    reminder, to_lead, letter = LADDER
    assert list(reached.values()) == [None, reminder, reminder, to_lead, to_lead, letter, letter]
    assert "I write as chair of Ambleford Safeguarding Children Board. Ambleford City Council has not replied" in draft(
        answer, letter
    )
    assert list(Answer.objects.unanswered(date(2014, 8, 1))) == [answer] and not answer.steps.exists()
    wrote(answer, reminder, draft(answer, reminder), by=ANN)
    assert [step.verb for step in answer.steps.all()] == ["reminder sent"]


def test_no_letter_is_kept_that_is_not_due(board: Board) -> None:
    with pytest.raises(Refused, match="not due: the reply is 0 days late"):
        wrote(an_answer(board), LADDER[0], "Please answer.", by=ANN)


@pytest.mark.parametrize("state", [REPLIED, ANSWERED, DECLINED])
def test_what_was_answered_is_not_late(board: Board, state: str) -> None:
    answer = an_answer(board, state=state, due=date(2014, 7, 31))
    assert answer.rung(date(2015, 1, 1)) is None and not Answer.objects.unanswered(date(2015, 1, 1)).exists()


# --- one-time links ---------------------------------------------------------------------------------------------------


def test_another_board_answers_by_a_link_once(board: Board, trust: StrategicBoard) -> None:
    challenge = a_challenge(trust)
    token = links.make(challenge.answers.get(), by=ANN)
    answered = links.answer(token, "accepted in part", text="Not the part that is the council's.")
    assert (answered.of, challenge.answers.get().state) == (challenge, IN_PART)
    assert challenge.answers.get().steps.get().recorded_by == f"answer-link:{Link.objects.get().pk}"
    with pytest.raises(LinkIsOver, match="works only once"):
        links.answer(token, "replied", text="Again.")


def test_only_the_newest_link_opens(board: Board) -> None:
    answer = an_answer(board)
    first, second = links.make(answer, by=ANN), links.make(answer, by=ANN)
    with pytest.raises(LinkIsOver, match="a newer one was made"):
        links.link_for(first)
    assert links.link_for(second).of == answer
    Link.objects.update(expires_at=timezone.now() - timedelta(days=LINK_LASTS_DAYS))
    with pytest.raises(LinkIsOver, match="run out"):
        links.link_for(second)


@pytest.mark.parametrize("wrong", ["", "nonsense", "a.b.c"])
def test_a_wrong_link_opens_nothing(board: Board, wrong: str) -> None:
    with pytest.raises(LinkIsOver, match="not one that was given out"):
        links.answer(wrong, "accepted", text="")


def test_by_a_link_one_can_only_answer(board: Board) -> None:
    answer = an_answer(board, state=REPLIED)
    token = links.make(answer, by=ANN)
    with pytest.raises(Refused, match="Choose one of the answers"):
        links.answer(token, "judged answered", text="We think so.")
    assert links.link_for(token).of.state == REPLIED


def test_no_link_where_there_is_nothing_to_answer(board: Board) -> None:
    with pytest.raises(Refused, match="nothing to answer"):
        links.make(a_challenge(board.agency, issued=False).answers.get(), by=ANN)
    with pytest.raises(Refused, match="nothing to answer"):
        links.make(an_answer(board, state=ANSWERED), by=ANN)


# --- who sees which ---------------------------------------------------------------------------------------------------


def test_an_agency_sees_what_was_issued_to_it_and_nothing_else(board: Board, trust: StrategicBoard) -> None:
    own = a_challenge(board.agency)
    a_challenge(board.agency, issued=False)
    a_challenge(trust)
    seen = {name: [each.number for each in Challenge.objects.visible_to(person)]
            for name, person in board.people().items() if person}  # fmt: skip
    assert seen["lead"] == [own.number] and seen["other"] == [] and seen["adviser"] == []
    assert len(seen["member"]) == len(seen["chair"]) == len(seen["analyst"]) == 3
    assert own.state == ISSUED
