"""Every way between the states of a return, and of an upload: who takes it, from where, and nobody else."""

from pathlib import Path

import pytest

from goldenthread.workflow.people.rules import CAPABILITIES, Role
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import accept, discard, send, validate
from goldenthread.workflow.returns.rules import (
    ACCEPTED,
    CHECKED,
    DISCARDED,
    PROVISIONAL,
    RECEIVED,
    RETURN,
    REVISED,
    STATUS,
    UPLOAD,
    VALIDATED,
)
from tests.factories.board import Board, a_board, browser_of
from tests.factories.drafts import a_draft
from tests.factories.returns import episodes

pytestmark = pytest.mark.django_db

WAYS = {
    # The address, from which state it leads where, and who may take it.
    "sent": ("send", CHECKED, RECEIVED, "lead"),
    "discarded": ("discard", CHECKED, DISCARDED, "lead"),
    "accepted": ("accept", RECEIVED, ACCEPTED, "analyst"),
}


@pytest.fixture
def board() -> Board:
    return a_board()


@pytest.fixture
def sent(tmp_path: Path) -> tuple[str, bytes]:
    """A file of episodes."""
    file = episodes(tmp_path / "sent", children=4)
    return file.name, file.read_bytes()


def brought_to(state: str, board: Board, sent: tuple[str, bytes]) -> Return:
    """A return in that state, by the ways that lead there."""
    return_ = a_draft(board, sent)
    if state in (RECEIVED, ACCEPTED):
        send(return_, by=board.lead.actor)
    if state == ACCEPTED:
        accept(return_, by=board.analyst.actor)
    if state == DISCARDED:
        discard(return_, by=board.lead.actor)
    return return_


def test_the_ways_are_all_there_and_for_those_who_may() -> None:
    assert {way.verb: (way.sources, way.target) for way in RETURN.ways} == {
        verb: ((source,), target) for verb, (_, source, target, _) in WAYS.items()
    }
    whose = {way.verb: {role for role in Role if way.capability in CAPABILITIES[role]} for way in RETURN.ways}
    assert whose == {"sent": {Role.DATA_LEAD}, "discarded": {Role.DATA_LEAD}, "accepted": {Role.ANALYST}}


@pytest.mark.parametrize("state", RETURN.states())
@pytest.mark.parametrize("verb", WAYS)
def test_nobody_takes_a_way_that_is_not_theirs_or_leads_from_elsewhere(
    board: Board, sent: tuple[str, bytes], verb: str, state: str
) -> None:
    address, source, _, whose = WAYS[verb]
    number = brought_to(state, board, sent).number
    for who, person in board.people().items():
        if (who, state) != (whose, source):
            browser_of(person).post(f"/returns/{number}/{address}/")
            assert Return.objects.get(pk=number).state == state, who


@pytest.mark.parametrize("verb", WAYS)
def test_whoever_may_takes_a_way_once(board: Board, sent: tuple[str, bytes], verb: str) -> None:
    address, source, target, whose = WAYS[verb]
    number = brought_to(source, board, sent).number
    browser = browser_of(board.people()[whose])
    assert browser.post(f"/returns/{number}/{address}/").status_code == 302
    assert Return.objects.get(pk=number).state == target
    assert browser.post(f"/returns/{number}/{address}/").status_code in (404, 409)


def test_the_ways_of_an_upload_are_the_data_leads_or_the_programs() -> None:
    whose = {way.verb: {role for role in Role if way.capability in CAPABILITIES[role]} for way in UPLOAD.ways}
    assert whose == {"found usable": set(), "found unusable": set(), "discarded": {Role.DATA_LEAD}}


def test_numbers_become_firm_by_those_who_know_them_and_revised_by_the_program() -> None:
    whose = {way.verb: {role for role in Role if way.capability in CAPABILITIES[role]} for way in STATUS.ways}
    assert whose == {"validated": {Role.DATA_LEAD, Role.ANALYST}, "revised": set()}
    assert {way.verb: (way.sources, way.target) for way in STATUS.ways} == {
        "validated": ((PROVISIONAL,), VALIDATED),
        "revised": ((PROVISIONAL, VALIDATED), REVISED),
    }


@pytest.mark.parametrize("state", RETURN.states())
def test_the_numbers_of_a_return_that_was_sent_are_validated_once_by_its_sender_or_the_analyst(
    board: Board, sent: tuple[str, bytes], state: str
) -> None:
    number = brought_to(state, board, sent).number
    done = []
    for who, person in board.people().items():
        browser_of(person).post(f"/returns/{number}/validate/")
        return_ = Return.objects.get(pk=number)
        if return_.status == VALIDATED:
            assert person and return_.validated_by == person.actor
            done.append(who)
            Return.objects.filter(pk=number).update(status=PROVISIONAL)
            validate(return_, by=person.actor)
            browser_of(person).post(f"/returns/{number}/validate/")
            assert Return.objects.get(pk=number).status == VALIDATED
            Return.objects.filter(pk=number).update(status=PROVISIONAL)
    assert done == (["analyst", "lead"] if state in (RECEIVED, ACCEPTED) else [])
