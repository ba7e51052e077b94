"""Links by which somebody without an account answers one challenge, once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from goldenthread.workflow.challenges import operations
from goldenthread.workflow.challenges.models import Answer, Link
from goldenthread.workflow.challenges.rules import ANSWER, ANSWER_IT, ISSUED, LINK_LASTS_DAYS
from goldenthread.workflow.history.links import hash_of, hash_of_given, new_token, still_good
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused

_SALT = "goldenthread.challenges.link"


@transaction.atomic
def make(answer: Answer, *, by: str) -> str:
    """Make a link by which one body answers; its token is shown this once and kept nowhere. Earlier ones stop working.

    Refused where there is nothing to answer.
    """
    held = Answer.objects.select_for_update().select_related("of").get(pk=answer.pk)
    if held.of.state != ISSUED or not ways_of(held):
        raise Refused("There is nothing to answer: the challenge is not issued, or the answer is judged already.")
    now, token = timezone.now(), new_token(_SALT)
    Link.objects.filter(of=held, used_at=None, expires_at__gt=now).update(expires_at=now)
    expires = now + timedelta(days=LINK_LASTS_DAYS)
    link = Link.objects.create(token_hash=hash_of(token), of=held, made_at=now, made_by=by, expires_at=expires)
    record("made", subject="answer link", subject_id=link.pk, by=by, answer=held.pk)
    return token


def link_for(token: str) -> Link:
    """The link of a token, still good; LinkIsOver otherwise."""
    found = Link.objects.select_related("of__of", "of__agency", "of__board")
    link = found.filter(token_hash=hash_of_given(token, _SALT)).first()
    return still_good(link, done="an answer was given")


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
