"""Making tokens, revoking them, and letting in whatever holds one."""

import secrets

from django.db import transaction
from django.utils import timezone

from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.history.links import hash_of
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.tokens.models import Token
from goldenthread.workflow.tokens.rules import BEGINS, FACES, LONGEST_PURPOSE, TOKEN_BYTES, TOKEN_LASTS


class NoGoodToken(Refused):
    """What was given opens nothing: it was never a token, or it is over. The two are told alike."""


@transaction.atomic
def make(purpose: str, *, face: Face, by: str) -> str:
    """Make a token for a program; it is returned this once and kept nowhere.

    Refused where it is not said what for, and for a face that no program may read.
    """
    purpose = " ".join(purpose.split())
    if not 0 < len(purpose) <= LONGEST_PURPOSE:
        raise Refused(f"Say what the token is for, in up to {LONGEST_PURPOSE} letters.")
    if face not in FACES:
        raise Refused("Exact figures are not given to programs. Choose the partnership's or the public's.")
    now, text = timezone.now(), f"{BEGINS}{secrets.token_urlsafe(TOKEN_BYTES)}"
    token = Token.objects.create(
        token_hash=hash_of(text),
        purpose=purpose,
        shows=str(face),
        made_at=now,
        made_by=by,
        expires_at=now + TOKEN_LASTS,
    )
    record("made", subject="token", subject_id=token.pk, by=by, face=str(face))
    return text


@transaction.atomic
def revoke(token: Token, *, by: str) -> None:
    """Let a token open nothing any more. Nothing is done where it was revoked before."""
    held = Token.objects.select_for_update().get(pk=token.pk)
    if held.revoked_at is None:
        held.revoked_at, held.revoked_by = timezone.now(), by
        held.save(update_fields=["revoked_at", "revoked_by"])
        record("revoked", subject="token", subject_id=held.pk, by=by)


def let_in(text: str) -> Token:
    """The token that a program gives, still good; NoGoodToken otherwise.

    The first use of each day is recorded in history: a program that reads every quarter of an hour would otherwise fill
    it with nothing but itself, and what it may read is protected already.
    """
    token = Token.objects.filter(token_hash=hash_of(text)).first()
    if token is None or not token.is_good(timezone.now()):
        raise NoGoodToken("This is not a token that opens anything, or it is over. Ask the board's analyst for one.")
    today = timezone.localdate()
    if token.last_used_on != today:
        _note(token)
    return token


@transaction.atomic
def _note(token: Token) -> None:
    """Record the first use of a day, once, though two come at the same moment."""
    today = timezone.localdate()
    if Token.objects.filter(pk=token.pk).exclude(last_used_on=today).update(last_used_on=today):
        record("used", subject="token", subject_id=token.pk, by=token.actor)
