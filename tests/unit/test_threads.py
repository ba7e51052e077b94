"""Threads: begun, gathered into, worded anew, closed when nothing in them waits; and what each says."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Paragraph
from goldenthread.workflow.actions.models import Action
from goldenthread.workflow.actions.operations import done
from goldenthread.workflow.actions.rules import NONE_SEEN, PRACTICE
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.challenges.operations import issue, lead, put
from goldenthread.workflow.findings.operations import decide
from goldenthread.workflow.findings.rules import STRENGTH
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.threads.models import Gathered, Thread
from goldenthread.workflow.threads.operations import (
    Line,
    begin,
    close,
    gather,
    grow_out_of,
    open_again,
    rewrite,
    take_out,
)
from goldenthread.workflow.threads.reading import stories_of, story_of
from goldenthread.workflow.threads.reporting import ELSEWHERE
from goldenthread.workflow.threads.reporting import told as report_tells
from goldenthread.workflow.threads.rules import CLOSED, OPEN
from goldenthread.workflow.threads.telling import stands, told_of
from tests.factories.actions import a_recommendation, an_action, done_action, judged_by
from tests.factories.board import Board, a_board
from tests.factories.findings import BORN, a_finding, once_tested

pytestmark = pytest.mark.django_db

ANN = "person:1001"
OPENED = date(2013, 11, 29)
ASKED = "Are child protection plans specific enough?"


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


def a_thread(question: str = ASKED, **more: object) -> Thread:
    return begin(Line(question), opened_on=OPENED, by=ANN, **more)  # type: ignore[arg-type]


def a_challenge(board: Board, *, issued: bool = True) -> Challenge:
    challenge = put("To write plans that say what is to change.", [board.agency], year="FY2014-15", by=ANN)
    if issued:
        issue(challenge, reply_due=timezone.localdate(), on=date(2014, 6, 12), by=ANN)
        challenge.refresh_from_db()
    return challenge


def whole(board: Board, level: str = "") -> Thread:
    """A thread from a finding to an action that is done, and judged where a level is given."""
    thread = a_thread()
    action = done_action(board)
    if level:
        judged_by(board.chair, action, level)
    for item in (once_tested(a_finding()), a_challenge(board), action.recommendation):
        assert item is not None
        gather(thread, item, by=ANN)
    return thread


# --- beginning and wording --------------------------------------------------------------------------------------------


def test_a_thread_is_open_since_the_day_of_what_it_began_with(board: Board) -> None:
    thread = a_thread()
    assert (thread.state, thread.opened_on, thread.edits) == (OPEN, OPENED, 1)
    assert Entry.objects.filter(subject="thread", subject_id=str(thread.number), verb="begun").exists()


@pytest.mark.parametrize(
    ("line", "opened_on", "says"),
    [
        (Line(" "), OPENED, "Say what is asked"),
        (Line("x" * 301), OPENED, "at most 300"),
        (Line(BORN), OPENED, "seems to hold"),
        (Line(ASKED, indicator="NO1"), OPENED, "NO1"),
        (Line(ASKED), timezone.localdate() + timedelta(days=1), "in the future"),
    ],
)
def test_what_cannot_be_a_thread_is_said(board: Board, line: Line, opened_on: date, says: str) -> None:
    with pytest.raises(Refused, match=says):
        begin(line, opened_on=opened_on, by=ANN)
    assert not Thread.objects.exists()


def test_two_who_word_it_at_once_lose_nothing(board: Board) -> None:
    thread = a_thread()
    assert rewrite(thread, Line("Are plans SMART?"), edits=1, by=ANN).set_aside_for is None
    mine = rewrite(thread, Line("Are plans kept?", why="For the child."), edits=1, by="person:7")
    thread.refresh_from_db()
    assert (thread.question, mine.set_aside_for, mine.parts["why"]) == ("Are plans SMART?", 2, "For the child.")


def test_a_thread_does_not_grow_out_of_itself(board: Board) -> None:
    first = a_thread()
    second = a_thread("Are they kept?", follows=first)
    third = a_thread("Do they help?", follows=second)
    with pytest.raises(Refused, match="would grow out of itself, by way of"):
        grow_out_of(first, third, by=ANN)
    with pytest.raises(Refused, match="would grow out of itself"):
        grow_out_of(first, first, by=ANN)
    grow_out_of(third, first, by=ANN)
    third.refresh_from_db()
    assert third.follows == first


# --- gathering --------------------------------------------------------------------------------------------------------


def test_a_thread_gathers_each_kind_of_thing_once(board: Board) -> None:
    thread, action = a_thread(), an_action(board)
    things = [a_finding(), a_challenge(board), a_recommendation(), action]
    for thing in things:
        gather(thread, thing, by=ANN)
        with pytest.raises(Refused, match="is in thread .* already"):
            gather(thread, thing, by=ANN)
    assert [each.item for each in thread.gathered.all()] == things
    assert [Thread.objects.holding(each).get() for each in things] == [thread] * len(things)


def test_what_is_gathered_is_one_thing(board: Board) -> None:
    thread, finding, challenge = a_thread(), a_finding(), a_challenge(board)
    for wrong in ({}, {"finding": finding, "challenge": challenge}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Gathered.objects.create(of=thread, **wrong)  # type: ignore[arg-type]


def test_what_does_not_belong_is_taken_out_and_stays_what_it_is(board: Board) -> None:
    thread, finding = a_thread(), a_finding()
    gather(thread, finding, by=ANN)
    take_out(thread, finding, why="It is about something else.", by=ANN)
    assert not thread.gathered.exists() and finding.is_open()
    assert thread.steps.last().text.endswith("was taken out. It is about something else.")
    with pytest.raises(Refused, match="is not in thread"):
        take_out(thread, finding, why="Again.", by=ANN)


# --- closing ----------------------------------------------------------------------------------------------------------


def test_a_thread_is_not_closed_while_something_in_it_waits(board: Board) -> None:
    thread = whole(board)
    with pytest.raises(Refused) as refused:
        close(thread, why="We know.", by=ANN)
    assert "the answer of Ambleford City Council to challenge" in refused.value.message
    assert "the impact of action" in refused.value.message
    answer = Challenge.objects.get().answers.get()
    for verb in ("accepted", "replied", "judged answered"):
        lead(answer, verb, text="They are.", by=ANN)
    judged_by(board.chair, Action.objects.get(), PRACTICE)
    close(thread, why="Plans say what is to change.", by=ANN)
    thread.refresh_from_db()
    assert (thread.state, thread.closed_on) == (CLOSED, timezone.localdate())
    for change in (lambda: gather(thread, a_finding(), by=ANN), lambda: rewrite(thread, Line("Why?"), edits=1, by=ANN)):
        with pytest.raises(Refused, match="is closed already"):
            change()
    open_again(thread, why="The next audit says otherwise.", by=ANN)
    thread.refresh_from_db()
    assert (thread.state, thread.closed_on) == (OPEN, None)


@pytest.mark.parametrize(("operation", "says"), [(close, "Say what is known now"), (take_out, "Say why")])
def test_words_are_needed(board: Board, operation: object, says: str) -> None:
    thread, finding = a_thread(), a_finding()
    gather(thread, finding, by=ANN)
    given = (thread,) if operation is close else (thread, finding)
    with pytest.raises(Refused, match=says):
        operation(*given, why=" ", by=ANN)  # type: ignore[operator]


# --- what it says -----------------------------------------------------------------------------------------------------


def test_an_empty_thread_says_so(board: Board) -> None:
    story = story_of(a_thread())
    assert stands(story) == "Nothing gathered yet"
    assert str(told_of(story)) == (
        "Nothing that was found is gathered yet. Nobody has been challenged about it. No action follows from it yet."
        " What it has changed cannot be said: nothing done has been judged."
    )


def test_a_whole_thread_says_what_was_found_asked_done_and_not_yet_changed(board: Board) -> None:
    told = told_of(story_of(whole(board, NONE_SEEN)))
    assert told.found == (
        "1 finding (1 gap), the latest of 23 January 2014, with evidence about April 2013 to November 2013:"
        " it is moderated."
    )
    assert told.asked == ("1 challenge to Ambleford City Council. Answers judged: none yet. No effect shown.")
    assert told.done == "Of 1 action, 1 is done."
    assert told.changed == (
        "Its impact is not yet shown: the last judgement was “none seen” on 31 March 2014 (evidence: re-audit)."
    )


def test_completion_is_not_impact(board: Board) -> None:
    assert stands(story_of(whole(board))) == "Done, impact not yet judged"
    assert stands(story_of(whole(board, NONE_SEEN))) == "Impact not yet shown"
    assert stands(story_of(whole(board, PRACTICE))) == "Impact shown: practice changed"


def test_what_is_withdrawn_or_a_draft_says_nothing(board: Board) -> None:
    thread, finding = a_thread(), a_finding()
    gather(thread, finding, by=ANN)
    gather(thread, a_finding("Plans are kept.", nature=STRENGTH), by=ANN)
    gather(thread, a_challenge(board, issued=False), by=ANN)
    decide(finding, "withdrawn", why="It was of another place.", by=ANN)
    told = told_of(story_of(thread))
    assert told.found.startswith("1 finding (1 strength)")
    assert told.asked == "1 challenge about it: none of them is issued."


def test_an_action_counts_once_though_it_is_gathered_beside_its_recommendation(board: Board) -> None:
    thread, action = a_thread(), an_action(board)
    assert action.recommendation is not None
    for item in (action, action.recommendation):
        gather(thread, item, by=ANN)
    assert [each.number for each in story_of(thread).actions] == [action.number]
    done(action, evidence="The list.", by=ANN)
    assert told_of(story_of(thread)).done == "Of 1 action, 1 is done."


# --- who sees it, and what it costs -----------------------------------------------------------------------------------


def test_who_sees_threads(board: Board) -> None:
    a_thread()
    seen = {name: Thread.objects.visible_to(person).count() for name, person in board.people().items() if person}
    assert seen == {"member": 1, "chair": 1, "analyst": 1, "adviser": 0, "lead": 0, "other": 0}


def test_the_longest_open_stands_first_and_closed_ones_last(board: Board) -> None:
    young = begin(Line("New?"), opened_on=date(2014, 6, 1), by=ANN)
    shut, old = begin(Line("Shut?"), opened_on=date(2010, 1, 1), by=ANN), a_thread()
    close(shut, why="It is so.", by=ANN)
    assert [each.number for each in Thread.objects.in_order()] == [old.number, young.number, shut.number]


def test_many_threads_cost_as_many_queries_as_one(board: Board) -> None:
    counts, member = [], board.member
    for many in (1, 3, 30):
        while Thread.objects.count() < many:
            whole(board)
        with CaptureQueriesContext(connection) as asked:
            for story in stories_of(Thread.objects.in_order(), member):
                told_of(story), stands(story)
        counts.append(len(asked))
    assert len(set(counts)) == 1, counts


# --- what a report tells ----------------------------------------------------------------------------------------------


def said_in(year: str, face: Face) -> list[str]:
    return [block.text for block in report_tells(parse(year), face) if isinstance(block, Paragraph)]


def test_a_report_tells_the_board_each_thread_and_others_how_many(board: Board) -> None:
    thread = whole(board, NONE_SEEN)
    told = said_in("FY2014-15", Face.BOARD)
    assert told[:2] == ["The board followed 1 thread in 2014/15.", "Of these, 1 has shown none yet."]
    assert told[2] == f"Open since 29 November 2013: “{ASKED}”"
    assert told[3] == str(told_of(story_of(thread)))
    others = said_in("FY2014-15", Face.PUBLIC)
    assert others == [*told[:2], ELSEWHERE] and ASKED not in " ".join(others)


def test_every_number_that_a_report_tells_of_a_thread_names_its_records(board: Board) -> None:
    thread = whole(board, PRACTICE)
    blocks = report_tells(parse("FY2014-15"), Face.BOARD)
    named = {each.what: each.of for block in blocks if isinstance(block, Paragraph) for each in block.counts}
    story = story_of(thread)
    assert named[f"thread {thread.number}: findings"] == (str(story.findings[0]),)
    assert named[f"thread {thread.number}: actions"] == (str(story.actions[0]),)
    assert named["threads of FY2014-15: have shown an impact"] == (str(thread),)


def test_a_report_tells_of_no_thread_that_was_not_open_in_its_year(board: Board) -> None:
    assert said_in("FY2012-13", Face.BOARD) == ["The board followed no thread in 2012/13."]
    closed = a_thread()
    close(closed, why="They are.", on=date(2014, 3, 31), by=ANN)
    assert said_in("FY2014-15", Face.BOARD) == ["The board followed no thread in 2014/15."]
    assert said_in("FY2013-14", Face.BOARD)[0] == "The board followed 1 thread in 2013/14."
