"""Making the link to one's diary, revoking it, and letting in whatever holds it."""

import secrets

from django.db import transaction
from django.utils import timezone

from goldenthread.workflow.diary.models import DiaryLink
from goldenthread.workflow.diary.rules import LINK_LASTS, SEE, TOKEN_BYTES
from goldenthread.workflow.history.links import LinkIsOver, hash_of
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may


@transaction.atomic
def make(person: Person) -> str:
    """Make the link to somebody's diary, in place of any before; its token is returned this once and kept nowhere."""
    Person.objects.select_for_update().get(pk=person.pk)
    revoke(person)
    now, token = timezone.now(), secrets.token_urlsafe(TOKEN_BYTES)
    link = DiaryLink.objects.create(of=person, token_hash=hash_of(token), made_at=now, expires_at=now + LINK_LASTS)
    record("made", subject="diary link", subject_id=link.pk, by=person.actor)
    return token


@transaction.atomic
def revoke(person: Person) -> None:
    """Let the link to somebody's diary open nothing any more. Nothing is done where there is none."""
    for link in DiaryLink.objects.select_for_update().filter(of=person, revoked_at=None):
        link.revoked_at = timezone.now()
        link.save(update_fields=["revoked_at"])
        record("revoked", subject="diary link", subject_id=link.pk, by=person.actor)


def let_in(token: str) -> DiaryLink:
    """The link that a calendar program comes with; LinkIsOver where it opens nothing, or its owner may not see any more
    what is due. The first use of each day is recorded: programs ask every few hours."""
    good = DiaryLink.objects.good(timezone.now()).select_related("of__agency")
    link = good.filter(token_hash=hash_of(token)).first()
    if link is None or not may(link.of, SEE):
        raise LinkIsOver("This link opens no diary, or does so no more. Make another on the page of your diary.")
    _note(link)
    return link


@transaction.atomic
def _note(link: DiaryLink) -> None:
    """Record the first use of a day, once, though two come at the same moment."""
    today = timezone.localdate()
    unused = DiaryLink.objects.filter(pk=link.pk).exclude(last_used_on=today)
    if unused.update(last_used_on=today):
        record("used", subject="diary link", subject_id=link.pk, by=link.actor)
