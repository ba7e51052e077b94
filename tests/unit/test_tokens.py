"""Tokens: shown once, kept as hashes, good until they are over, and seen in history."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.tokens import operations
from goldenthread.workflow.tokens.models import Token
from goldenthread.workflow.tokens.operations import NoGoodToken, let_in, make, revoke
from goldenthread.workflow.tokens.rules import BEGINS, TOKEN_LASTS
from tests.factories.board import a_board

pytestmark = pytest.mark.django_db
FOR = "the dashboard of a sub group"


@pytest.fixture(autouse=True)
def board() -> None:
    a_board()


def told() -> list[str]:
    return [entry.verb for entry in Entry.objects.filter(subject="token").order_by("number")]


def test_a_token_lets_in_and_is_kept_nowhere() -> None:
    text = make(FOR, face=Face.PARTNERSHIP, by="person:1")
    token = let_in(text)
    assert text.startswith(BEGINS) and (token.face, token.actor) == (Face.PARTNERSHIP, f"token:{token.pk}")
    kept = " ".join(str(value) for value in Token.objects.values_list().get())
    assert text not in kept and text.removeprefix(BEGINS) not in kept
    assert all(text not in entry.text for entry in Entry.objects.all())


@pytest.mark.parametrize("text", ["", "gt_", "gt_nonsense", "Bearer"])
def test_what_was_never_a_token_opens_nothing(text: str) -> None:
    make(FOR, face=Face.PUBLIC, by="person:1")
    with pytest.raises(NoGoodToken):
        let_in(text)


def test_a_token_that_is_over_opens_nothing_and_is_told_like_one_that_never_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = make(FOR, face=Face.PUBLIC, by="person:1")
    at: list[datetime] = [timezone.now() + TOKEN_LASTS - timedelta(minutes=1)]
    monkeypatch.setattr(operations.timezone, "now", lambda: at[0])
    assert let_in(text)
    at[0] += timedelta(minutes=1)
    with pytest.raises(NoGoodToken) as over:
        let_in(text)
    with pytest.raises(NoGoodToken) as never:
        let_in("gt_nonsense")
    assert over.value.message == never.value.message


def test_a_revoked_token_opens_nothing_at_once() -> None:
    text = make(FOR, face=Face.PUBLIC, by="person:1")
    token = let_in(text)
    revoke(token, by="person:2")
    revoke(token, by="person:3")
    with pytest.raises(NoGoodToken):
        let_in(text)
    assert told() == ["made", "used", "revoked"]
    assert Token.objects.numbered(token.pk).revoked_by == "person:2"


def test_use_is_recorded_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    text = make(FOR, face=Face.PUBLIC, by="person:1")
    for _ in range(3):
        let_in(text)
    assert told() == ["made", "used"]
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(operations.timezone, "localdate", lambda: tomorrow)
    let_in(text)
    assert told() == ["made", "used", "used"]


@pytest.mark.parametrize("purpose", ["", "   ", "x" * 201])
def test_it_is_said_what_a_token_is_for(purpose: str) -> None:
    with pytest.raises(Refused):
        make(purpose, face=Face.PUBLIC, by="person:1")
    assert not Token.objects.exists()


def test_exact_figures_are_not_for_programs() -> None:
    with pytest.raises(Refused):
        make(FOR, face=Face.BOARD, by="person:1")


def test_there_is_no_token_of_another_number() -> None:
    with pytest.raises(NotFound):
        Token.objects.numbered(9)
