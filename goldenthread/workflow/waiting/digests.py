"""Digests: what waits for each person, by e-mail. Counts and links only: a mailbox is no place for more."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from goldenthread.engine.english import counted
from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.waiting.checking import Asked
from goldenthread.workflow.waiting.reading import Found, waiting_for

SENT = "was sent a digest"


@dataclass(frozen=True)
class Digest:
    """An e-mail to one person: what waits for them, in numbers, with the address of each list."""

    person: Person
    subject: str
    text: str
    number: int


def digests(on: date, *, address: Callable[[str], str]) -> Iterator[Digest]:
    """A digest for everybody for whom something waits on a day, whose account is open, and who was not sent one on that
    day. `address` gives the page of a check by its code.
    """
    board, had_one = str(Partnership.objects.first() or "The board"), _sent_on(on)
    for person in Person.objects.filter(is_active=True).select_related("agency").order_by("pk"):
        if person.actor not in had_one:
            # Numbers go by what partners may see: a digest is no look at exact figures.
            found = waiting_for(Asked(person, on, Viewer(Face.PARTNERSHIP, actor=person.actor)))
            if found:
                yield _digest(person, board, found, address)


def send(ready: Iterable[Digest], *, by: str) -> int:
    """Send digests, each recorded; gives how many went out. Refused, at the end, where some could not be sent."""
    went, failed = 0, []
    for each in ready:
        try:
            _send(each, by=by)
            went += 1
        except OSError as problem:  # whatever a mail server refuses is one
            failed.append(str(problem) or type(problem).__name__)
    if failed:
        raise Refused(
            f"{counted(len(failed), 'digest')} could not be sent ({failed[0]}); {went:,} went out. Check"
            " GOLDENTHREAD_EMAIL_URL and send again: nobody is sent two on one day."
        )
    return went


@transaction.atomic
def _send(digest: Digest, *, by: str) -> None:
    record(SENT, subject="person", subject_id=digest.person.pk, by=by, things=digest.number)
    send_mail(digest.subject, digest.text, settings.DEFAULT_FROM_EMAIL, [digest.person.email])


def _sent_on(on: date) -> set[str]:
    """Who was sent a digest on a day, as history names them."""
    midnight = timezone.make_aware(datetime.combine(on, time.min)).astimezone(UTC)
    sent = Entry.objects.filter(subject="person", verb=SENT, at__gte=midnight.isoformat(timespec="microseconds"))
    return {f"person:{key}" for key in sent.values_list("subject_id", flat=True)}


def _digest(person: Person, board: str, found: list[Found], address: Callable[[str], str]) -> Digest:
    number = sum(each.number for each in found)
    lines = [f"- {each.check.name}: {each.number:,}\n  {settings.ORIGIN}{address(each.check.code)}" for each in found]
    text = "\n\n".join([
        f"Dear {person.name},",
        f"this is waiting for you at {board}:",
        "\n".join(lines),
        f"All of it is on your start page: {settings.ORIGIN}/",
        "This message holds numbers alone. Sign in to read what they count.",
    ])  # fmt: skip
    subject = f"{board}: {counted(number, 'thing is', 'things are')} waiting for you"
    return Digest(person, subject, f"{text}\n", number)
