"""Whether history is whole."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from goldenthread.workflow.history.chain import COLUMNS, HEADS, hash_after, heads
from goldenthread.workflow.history.models import Entry, Head

_RESTORE = "Restore the database from a backup."


def verify_chain() -> list[str]:
    """What is wrong with history, one line each; nothing where it is whole.

    Shows the change, deletion or reordering of any entry, and by the file of heads in the home also the cutting off of
    the newest ones. That file may be behind, as after a power failure, but it may not be missing.
    """
    with transaction.atomic():
        head = Head.objects.select_for_update().first()  # nobody adds while we look
        rows = Entry.objects.order_by("number").values()
        found = {row["number"]: str(row["hash"]) for row in rows.iterator()}
        problems = [*_breaks(rows.iterator()), *_head_problems(head, found)]
        return problems + list(_forgotten(settings.GOLDENTHREAD_HOME, found))


def _breaks(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    previous = ""
    for expected, row in enumerate(rows, start=1):
        if row["number"] != expected:
            yield f"History entry {expected} is missing: entry {row['number']} stands in its place. {_RESTORE}"
            return
        if row["previous_hash"] != previous or row["hash"] != hash_after(previous, str(row["text"])):
            yield f"History entry {expected} was altered, or does not belong after the one before it. {_RESTORE}"
        elif not _agree(row):
            yield f"History entry {expected} was altered: its columns do not say what was recorded. {_RESTORE}"
        previous = row["hash"]


def _agree(row: Mapping[str, Any]) -> bool:
    told = json.loads(row["text"])
    return all(row[column] == told[column] for column in COLUMNS)


def _head_problems(head: Head | None, found: dict[int, str]) -> Iterator[str]:
    count, hash_ = (head.count, head.hash) if head else (0, "")
    if (count, hash_) != (len(found), found.get(len(found), "")):
        yield f"History should end with entry {count} but ends with entry {len(found)}. {_RESTORE}"


def _forgotten(home: Path, found: dict[int, str]) -> Iterator[str]:
    if not found and not (home / HEADS).exists():
        return
    if not (home / HEADS).exists():
        yield f"{home / HEADS} is missing: it shows whether the newest history was cut off. Restore it from a backup."
        return
    for count, hash_ in heads(home):
        if found.get(count) != hash_:
            yield f"{home / HEADS} remembers a history entry {count} that is not there, or not as it was. {_RESTORE}"
            return
