"""Links by which somebody without an account answers one challenge, once."""

import hashlib
import secrets
from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone

from goldenthread.engine.periods import day
from goldenthread.workflow.challenges import operations
from goldenthread.workflow.challenges.models import Answer, Link
from goldenthread.workflow.challenges.rules import ANSWER, ANSWER_IT, ISSUED, LINK_LASTS_DAYS
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused

TOKEN_BYTES = 32


class LinkIsOver(Refused):
    """Nobody can answer by this link any more, or ever could; the message says why and whom to ask."""


@transaction.atomic
def make(answer: Answer, *, by: str) -> str:
    """Make a link by which one body answers; its token is shown this once and kept nowhere. Earlier ones stop working.

    Refused where there is nothing to answer.
    """
    held = Answer.objects.select_for_update().select_related("of").get(pk=answer.pk)
    if held.of.state != ISSUED or not ways_of(held):
        raise Refused("There is nothing to answer: the challenge is not issued, or the answer is judged already.")
    now, token = timezone.now(), _signer().sign(secrets.token_urlsafe(TOKEN_BYTES))
    Link.objects.filter(of=held, used_at=None, expires_at__gt=now).update(expires_at=now)
    expires = now + timedelta(days=LINK_LASTS_DAYS)
    link = Link.objects.create(token_hash=_hash_of(token), of=held, made_at=now, made_by=by, expires_at=expires)
    record("made", subject="answer link", subject_id=link.pk, by=by, answer=held.pk)
    return token


def link_for(token: str) -> Link:
    """The link of a token, still good; LinkIsOver otherwise."""
    try:
        _signer().unsign(token)
    except BadSignature:
        raise _unknown() from None
    found = Link.objects.select_related("of__of", "of__agency", "of__board").filter(token_hash=_hash_of(token)).first()
    if found is None:
        raise _unknown()
    if found.used_at:
        used = day(timezone.localdate(found.used_at))
        raise LinkIsOver(
            f"By this link an answer was given on {used}, and it works only once. If it was not you, tell the board's"
            " analyst at once."
        )
    if not found.is_good(timezone.now()):
        raise LinkIsOver(
            "This link has run out, or a newer one was made. Use the newest, or ask the board's analyst for another."
        )
    return found


@transaction.atomic
def answer(token: str, verb: str, *, text: str) -> Answer:
    """Answer by a link, which is then used up. LinkIsOver where it is not good; Refused as `operations.lead` refuses,
    and for a way that is not an answerer's.
    """
    link = link_for(token)
    Answer.objects.select_for_update().get(pk=link.of_id)
    link = link_for(token)
    if verb not in ways_of(link.of):
        raise Refused("Choose one of the answers that can be given now.")
    operations.lead(link.of, verb, text=text, by=link.actor)
    link.used_at = timezone.now()
    link.save(update_fields=["used_at"])
    record("used", subject="answer link", subject_id=link.pk, by=link.actor, answer=link.of_id)
    return link.of


def ways_of(answer: Answer) -> list[str]:
    """What whoever answers can do now."""
    return [way.verb for way in ANSWER.ways if way.capability == ANSWER_IT and answer.state in way.sources]


def _unknown() -> LinkIsOver:
    return LinkIsOver(
        "This link is not one that was given out, or part of it is missing. Copy the whole of it. If it still does not"
        " work, ask the board's analyst for another."
    )


def _signer() -> Signer:
    return Signer(salt="goldenthread.challenges.link", sep=".")


def _hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
