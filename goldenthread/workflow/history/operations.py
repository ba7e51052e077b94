"""Adding to history."""

from datetime import UTC
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread.workflow.history.chain import COLUMNS, About, append_head, begin_heads, canonical_text, hash_after
from goldenthread.workflow.history.models import Entry, Head

READINGS = ("read ", "took away")
"""How the verbs begin that tell of somebody who looked, and changed nothing."""


@transaction.atomic
def record(verb: str, *, subject: str, subject_id: object, by: str, **about: About) -> Entry:
    """Add an entry: `by` did `verb` to the `subject` of that id. Called in the transaction that makes the change.

    `about` holds ids, hashes and counts, never the text of a record. Whoever adds at the same time waits.
    """
    begin_heads(settings.GOLDENTHREAD_HOME)
    head, _ = Head.objects.select_for_update().get_or_create(pk=1)
    at = timezone.now().astimezone(UTC).isoformat(timespec="microseconds")
    values = (head.count + 1, at, by, verb, subject, str(subject_id))
    columns: dict[str, object] = dict(zip(COLUMNS, values, strict=True))
    text = canonical_text(columns, about)
    entry = Entry(**columns, text=text, previous_hash=head.hash, hash=hash_after(head.hash, text))
    entry.save()
    head.count, head.hash = entry.number, entry.hash
    if not verb.startswith(READINGS):
        head.changed = entry.number
    head.save()
    transaction.on_commit(partial(append_head, settings.GOLDENTHREAD_HOME, entry.number, entry.hash))
    return entry
