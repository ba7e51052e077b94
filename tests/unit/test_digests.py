"""Digests: who is sent one, what it says and does not say, and that nobody is sent two."""

from datetime import date
from pathlib import Path
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from goldenthread.web.base.found import address_of_check
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.waiting import digests as digesting
from goldenthread.workflow.waiting.digests import Digest, digests, send
from tests.factories.actions import an_action
from tests.factories.board import Board, a_board

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(home: Path) -> Board:
    made = a_board()
    made.people()  # everybody joins
    return made


def ready(on: date | None = None) -> list[Digest]:
    return list(digests(on or timezone.localdate(), address=address_of_check))


def test_where_nothing_waits_nobody_is_written_to(board: Board, mailoutbox: list[EmailMessage]) -> None:
    assert ready() == [] and send(ready(), by="command line") == 0 and mailoutbox == []


def test_everybody_is_told_of_their_own_in_numbers_and_links_alone(
    board: Board, mailoutbox: list[EmailMessage]
) -> None:
    an_action(board)
    assert send(ready(), by="command line") == 3
    told = {each.to[0]: f"{each.subject}\n{each.body}" for each in mailoutbox}
    assert told.keys() == {board.chair.email, board.analyst.email, board.lead.email}
    of_lead = told[board.lead.email]
    assert "Ambleford Safeguarding Children Board: 2 things are waiting for you" in of_lead
    assert "- Actions overdue: 1\n  http://127.0.0.1:8000/checks/actions-overdue/" in of_lead
    assert not any("SMART" in each or "Head of Service" in each for each in told.values()), "no text of any record"


def test_nobody_is_sent_two_on_one_day_and_history_says_who_was_sent_one(
    board: Board, mailoutbox: list[EmailMessage]
) -> None:
    an_action(board)
    send(ready(), by="command line")
    assert ready() == [] and len(mailoutbox) == 3
    sent = Entry.objects.about("person", board.lead.pk).filter(verb="was sent a digest").get()
    assert (sent.actor, sent.about) == ("command line", {"things": 2})


def test_an_account_that_is_closed_is_sent_nothing(board: Board) -> None:
    an_action(board)
    board.lead.is_active = False
    board.lead.save()
    assert board.lead.email not in {each.person.email for each in ready()}


def test_what_cannot_be_sent_is_no_history_and_is_tried_again(
    board: Board, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    an_action(board)
    sends = digesting.send_mail

    def disconnected(subject: str, text: str, sender: str, to: list[str]) -> Any:
        if to == [board.lead.email]:
            raise SMTPServerDisconnected("the server hung up")
        return sends(subject, text, sender, to)

    monkeypatch.setattr(digesting, "send_mail", disconnected)
    with pytest.raises(Refused, match=r"1 digest could not be sent \(the server hung up\); 2 went out"):
        send(ready(), by="command line")
    assert [each.person for each in ready()] == [board.lead]


def test_whoever_is_shown_figures_exactly_is_not_said_to_have_read_them(board: Board) -> None:
    an_action(board)
    ready()
    assert not Entry.objects.filter(verb="read exactly").exists()
