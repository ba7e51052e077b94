"""The register of findings: kept with their evidence, tested by somebody else, closed, withdrawn, and need to know."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from goldenthread.demo.accounts import accounts_of
from goldenthread.demo.audits import register_audits
from goldenthread.demo.board_file import agencies_of, read_board
from goldenthread.demo.findings import keep_findings
from goldenthread.workflow.agencies import operations as agencies
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.operations import decide, move, rewrite
from goldenthread.workflow.findings.reading import themes_suggested, ways_for
from goldenthread.workflow.findings.rules import (
    BECAUSE,
    CLAIMED,
    CLOSED,
    CONFIDENCE,
    EVIDENCED,
    FINDING,
    KEEP,
    MODERATE,
    MODERATED,
    ON_WHAT,
    OPEN,
    STRENGTH,
    TRIANGULATED,
    WITHDRAWN,
)
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.rules import Role, may
from tests.factories.board import Board, a_board
from tests.factories.findings import ANN, BEN, BORN, FOUND, a_finding, once_tested, told
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


# --- keeping ----------------------------------------------------------------------------------------------------------


def test_a_finding_is_a_claim_with_its_source_its_evidence_and_what_that_is_about(board: Board) -> None:
    made = a_finding(
        themes=["audit", "plans-for-children", "audit"], strands=["disability"], agencies=[board.agency, board.other],
        cause="Nobody asks.", indicator="cla3",
    )  # fmt: skip
    assert (made.confidence, made.state, str(made.about)) == (CLAIMED, OPEN, "April 2013 to November 2013")
    assert [str(each) for each in made.themes.all()] == [
        "Audit of practice", "Assessments, conferences and plans for children",
    ]  # fmt: skip
    assert made.whom == "Ambleford City Council; Ambleford Police"
    assert (made.indicator, made.months_old(date(2014, 12, 31))) == ("CLA3", 11)
    assert [each.verb for each in Entry.objects.about("finding", made.number)] == ["kept"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": " "}, "Say what was found"),
        ({"text": BORN}, "“What was found” seems to hold"),
        ({"text": "x" * 4001}, "at most 4,000 fit"),
        ({"source": ""}, "Say who found it"),
        ({"source": "x" * 201}, "at most 200 fit"),
        ({"source": BORN}, "seems to hold"),
        ({"source_kind": "rumour"}, "'rumour' is no kind of source. They are: indicator, check"),
        ({"source_kind": "inspection"}, "Say who inspected"),
        ({"source_on": date(2999, 1, 1)}, "in the future"),
        ({"nature": "doubt"}, "is no nature of a finding"),
        ({"evidence": BORN}, "“The evidence” seems to hold"),
        ({"evidence_period": ""}, "Say which period the evidence is about"),
        ({"evidence_period": "last year"}, "is not a period"),
        ({"evidence_period": "FY2014-15"}, "The evidence cannot be about 2014/15: its source is of 23 January 2014"),
        ({"themes": ["rumours"]}, "'rumours' is no theme"),
        ({"strands": ["rumours"]}, "'rumours' is no strand"),
        ({"cause": BORN}, "“Why it is so” seems to hold"),
        ({"recommends": BORN}, "seems to hold"),
        ({"indicator": "NOPE1"}, "There is no indicator NOPE1"),
    ],
)
def test_a_finding_that_cannot_be_kept_is_refused(board: Board, wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        a_finding(**wrong)
    assert not Finding.objects.exists()


def test_an_inspection_has_its_body_its_judgement_and_what_it_recommends(board: Board) -> None:
    given = {"body": "Ofsted", "judgement": "Requires improvement", "recommends": "Hold them in time."}
    made = a_finding(source_kind="inspection", source_on=date(2011, 7, 1), evidence_period="FY2010-11", **given)
    assert {name: getattr(made, name) for name in given} == given
    assert made.months_old(date(2014, 7, 1)) == 36


def test_the_database_itself_keeps_nothing_as_evidenced_without_evidence(board: Board) -> None:
    made = a_finding(evidence="", evidence_period="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.filter(pk=made.pk).update(confidence=EVIDENCED)


# --- how sure ---------------------------------------------------------------------------------------------------------


def test_each_step_says_who_took_it_why_and_on_what(board: Board) -> None:
    made = a_finding()
    move(made, "evidenced", basis="The report.", by=ANN, on=FOUND)
    move(made, "moderated", basis="Four files read again.", by=BEN)
    move(made, "taken back to claimed", why="The report was about another team.", by=ANN)
    made.refresh_from_db()
    assert made.confidence == CLAIMED
    assert [(each.verb, each.basis, each.text, each.recorded_by) for each in made.steps.all()] == [
        ("evidenced", "The report.", "", ANN),
        ("moderated", "Four files read again.", "", BEN),
        ("taken back to claimed", "", "The report was about another team.", ANN),
    ]
    assert [each.verb for each in Entry.objects.about("finding", made.number)][1:] == [
        "evidenced", "moderated", "taken back to claimed",
    ]  # fmt: skip


@pytest.mark.parametrize("verb", [way.verb for way in CONFIDENCE.ways])
@pytest.mark.parametrize("confidence", CONFIDENCE.states())
def test_confidence_is_led_only_along_its_declared_ways(board: Board, confidence: str, verb: str) -> None:
    made = a_finding()
    Finding.objects.update(confidence=confidence)
    way = next(way for way in CONFIDENCE.ways if way.verb == verb)
    if confidence in way.sources:
        move(made, verb, basis="The files.", why="They say so.", by=BEN)
    else:
        with pytest.raises(Refused, match=f"is {confidence} already"):
            move(made, verb, basis="The files.", why="They say so.", by=BEN)
    made.refresh_from_db()
    assert made.confidence == (way.target if confidence in way.sources else confidence)
    assert made.steps.exists() == (confidence in way.sources)


def test_no_step_is_missing_from_the_words_that_forms_ask_for(board: Board) -> None:
    ways = {way.verb for way in (*CONFIDENCE.ways, *FINDING.ways)} - {"rewritten"}
    assert ON_WHAT.keys() | BECAUSE.keys() == ways and not ON_WHAT.keys() & BECAUSE.keys()
    made = a_finding()
    for confidence, verb in ((CLAIMED, "evidenced"), (EVIDENCED, "moderated"), (MODERATED, "triangulated")):
        Finding.objects.update(confidence=confidence)
        with pytest.raises(Refused, match=ON_WHAT[verb]):
            move(made, verb, why="It is so.", by=BEN)
    for verb in ("taken back to moderated", "taken back to evidenced", "taken back to claimed"):
        Finding.objects.update(confidence=TRIANGULATED)
        with pytest.raises(Refused, match=BECAUSE[verb]):
            move(made, verb, basis="The files.", by=BEN)


def test_whoever_wrote_any_of_it_does_not_test_it(board: Board) -> None:
    made = a_finding(by=ANN)
    move(made, "evidenced", basis="The report.", by=ANN)
    with pytest.raises(Refused, match="You wrote some of it, so somebody else says that it is moderated"):
        move(made, "moderated", basis="The report.", by=ANN)
    rewrite(made, told(cause="Nobody asks."), edits=1, by=BEN)
    with pytest.raises(Refused, match="You wrote some of it"):
        move(made, "moderated", basis="The report.", by=BEN)
    move(made, "moderated", basis="The report.", by="person:1003")
    with pytest.raises(Refused, match="somebody else says that it is triangulated"):
        move(made, "triangulated", basis="A survey.", by=ANN)


def test_what_has_no_evidence_stays_a_claim(board: Board) -> None:
    made = a_finding(evidence="", evidence_period="")
    with pytest.raises(Refused, match="It has no evidence yet"):
        move(made, "evidenced", basis="I was told.", by=ANN)


def test_a_new_text_takes_back_what_was_tested_and_nothing_else_does(board: Board) -> None:
    made = once_tested(a_finding(), to="triangulated")
    rewrite(made, told(cause="Nobody asks.", themes=["audit"], source="The audit of 16 plans"), edits=1, by=ANN)
    made.refresh_from_db()
    assert made.confidence == TRIANGULATED
    rewrite(made, told("Plans are not SMART at all.", themes=["audit"]), edits=2, by=ANN)
    made.refresh_from_db()
    assert (made.confidence, made.steps.last().verb) == (EVIDENCED, "taken back to evidenced")
    rewrite(made, told(evidence="", evidence_period=""), edits=3, by=ANN)
    made.refresh_from_db()
    assert (made.confidence, made.steps.last().text) == (CLAIMED, "It was written anew.")


# --- texts ------------------------------------------------------------------------------------------------------------


def test_two_who_write_at_once_lose_nothing(board: Board) -> None:
    made = a_finding(themes=["audit"])
    rewrite(made, told("Plans are too long.", themes=["plans"]), edits=1, by=ANN)
    aside = rewrite(made, told("Plans are too short.", agencies=[board.agency]), edits=1, by=BEN)
    made.refresh_from_db()
    assert (made.text, made.edits, aside.set_aside_for) == ("Plans are too long.", 2, 2)
    assert [each.name for each in made.themes.all()] == ["plans"] and not made.agencies.exists()
    assert [each.parts["text"] for each in made.wordings.all()] == [
        "Plans are too short.", "Plans are too long.", "Plans are not SMART.",
    ]  # fmt: skip
    assert aside.parts["agencies"] == "acc" and aside.parts["source_on"] == "2014-01-23"
    assert [each.verb for each in Entry.objects.about("finding", made.number)] == ["kept", "rewritten", "set aside"]


def test_what_is_closed_is_not_written_anew(board: Board) -> None:
    made = a_finding()
    decide(made, "closed", why="Plans are audited each year.", by=ANN)
    with pytest.raises(Refused, match="is closed already, so it cannot be rewritten"):
        rewrite(made, told("Plans are long."), edits=1, by=ANN)
    with pytest.raises(Refused, match="is closed. Open it again first"):
        move(made, "evidenced", basis="The report.", by=ANN)


# --- closing and withdrawing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", [way.verb for way in FINDING.ways if way.verb != "rewritten"])
@pytest.mark.parametrize("state", FINDING.states())
def test_a_finding_is_led_only_along_its_declared_ways(board: Board, state: str, verb: str) -> None:
    made = a_finding()
    Finding.objects.update(state=state)
    way = next(way for way in FINDING.ways if way.verb == verb)
    with pytest.raises(Refused):
        decide(made, verb, why=" ", by=ANN)
    if state in way.sources:
        decide(made, verb, why="It was so.", by=ANN)
    else:
        with pytest.raises(Refused, match=f"is {state} already"):
            decide(made, verb, why="It was so.", by=ANN)
    made.refresh_from_db()
    assert made.state == (way.target if state in way.sources else state)


def test_it_is_not_closed_before_its_source(board: Board) -> None:
    with pytest.raises(Refused, match="before the day of its source"):
        decide(a_finding(), "closed", why="Done.", on=date(2014, 1, 22), by=ANN)


# --- asking -----------------------------------------------------------------------------------------------------------


def test_findings_are_asked_for_as_one_speaks_of_them(board: Board) -> None:
    first = a_finding(themes=["audit"], strands=["missing"], agencies=[board.agency], indicator="CLA3")
    second = a_finding("GPs come.", nature=STRENGTH, source_on=date(2014, 6, 1), cause="They were asked.")
    third = a_finding("Files are thin.", themes=["audit", "data"])
    decide(third, "closed", why="They are not.", by=ANN)
    every = Finding.objects
    assert list(every.in_order()) == [second, third, first]
    assert list(every.open().in_order()) == [second, first]
    assert [list(every.of_theme(name).in_order()) for name in ("audit", "data", "voice")] == [
        [third, first],
        [third],
        [],
    ]
    assert list(every.of_strand("missing")) == [first] == list(every.about("acc")) == list(every.naming("CLA3"))
    assert list(every.weaknesses_without_cause()) == [first]
    assert list(every.saying("smart 16")) == [first] and not every.saying("smart rumour").exists()
    with pytest.raises(NotFound, match="There is no finding 99"):
        every.numbered(99)


def test_an_agency_sees_what_is_about_it_and_what_is_about_no_agency(board: Board) -> None:
    of_all = a_finding("All.")
    own, both, theirs = (
        a_finding(text, agencies=about)
        for text, about in (("Own.", [board.agency]), ("Both.", [board.agency, board.other]), ("Their.", [board.other]))
    )
    seen = {name: set(Finding.objects.visible_to(person)) for name, person in board.people().items() if person}
    everything = {of_all, own, both, theirs}
    assert seen == {
        "member": everything, "chair": everything, "adviser": set(), "analyst": everything,
        "lead": {of_all, own, both}, "other": {of_all, both, theirs},
    }  # fmt: skip
    with pytest.raises(NotFound):
        Finding.objects.visible_to(board.lead).numbered(theirs.number)


def test_what_each_role_can_do_is_what_it_may(board: Board) -> None:
    for way in (*CONFIDENCE.ways, *FINDING.ways):
        assert way.capability == (MODERATE if way.verb in ("moderated", "triangulated") else KEEP)
    who_may = {name: {cap for cap in (KEEP, MODERATE) if may(person, cap)} for name, person in board.people().items()}
    assert who_may == {
        "visitor": set(), "member": set(), "chair": {KEEP, MODERATE}, "adviser": set(), "analyst": {KEEP, MODERATE},
        "lead": set(), "other": set(),
    }  # fmt: skip
    made = once_tested(a_finding(by=board.analyst.actor), to="evidenced")
    assert ways_for(board.analyst, made) == ["taken back to claimed", "rewritten", "closed", "withdrawn"]
    assert ways_for(board.chair, made) == ["moderated", *ways_for(board.analyst, made)]
    assert ways_for(board.member, made) == []
    decide(made, "withdrawn", why="It was another board's.", by=ANN)
    made.refresh_from_db()
    assert made.state == WITHDRAWN and ways_for(board.analyst, made) == ["opened again"]


# --- the demonstration ------------------------------------------------------------------------------------------------


def test_the_demonstration_has_findings_from_many_sources(board: Board) -> None:
    read = read_board()
    partners = agencies_of(read)
    for agency in partners.all():
        agencies.add(agency.code, agency.name, agency.sector, by="demonstration")
    list(register_audits(partners, by="demonstration"))
    accounts = [account for account in accounts_of(read, partners) if account.role in ("analyst", "chair")]
    for account in accounts:
        a_person(Role(account.role), email=account.email)
    made = list(keep_findings(partners, accounts))
    found = Finding.objects.in_order()
    assert len(made) >= 14 and len({each.source_kind for each in found}) >= 10
    assert {each.confidence for each in found} == set(CONFIDENCE.states())
    assert {each.state for each in found} == {OPEN, CLOSED, WITHDRAWN}
    old = found.open().filter(source_kind="inspection", source_on__year=2011)
    assert [each.audit_id for each in old] == [None, None]
    plans = Audit.objects.get(subject="protection_plans")
    assert plans.judged == 16 and plans.findings.count() == 2
    assert all(themes_suggested(f"{each.text} {each.evidence}") for each in old)
