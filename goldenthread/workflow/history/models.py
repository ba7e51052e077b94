"""The chain of entries and its head.

An entry holds ids, verbs, hashes and counts, never the text of a record, and refers to nothing by foreign key: what it
tells of may be gone when it is read.
"""

import json
from datetime import datetime
from typing import Any, NoReturn

from django.db import models

_NEVER = "History is only ever added to. Record a new entry instead."


class NeverAltered(Exception):
    """Somebody tried to change or delete history through the program."""


class Entries(models.QuerySet["Entry"]):
    """Entries, as one asks for them. What would alter them is refused."""

    def about(self, subject: str, subject_id: object) -> "Entries":
        """The entries about one thing, oldest first."""
        return self.filter(subject=subject, subject_id=str(subject_id)).order_by("number")

    def newest(self) -> "Entries":
        """The newest first."""
        return self.order_by("-number")

    def update(self, **changes: Any) -> NoReturn:
        raise NeverAltered(_NEVER)

    def delete(self) -> NoReturn:
        raise NeverAltered(_NEVER)

    def bulk_update(self, *arguments: Any, **options: Any) -> NoReturn:
        raise NeverAltered(_NEVER)

    def bulk_create(self, *arguments: Any, **options: Any) -> NoReturn:
        raise NeverAltered(_NEVER)


class Entry(models.Model):
    """Somebody did something. `text` says all of it, canonically; the columns beside it are for looking up.

    `hash` is the SHA-256 of the hash before it and the text, so that to change one entry is to change all after it.
    `at` is in UTC, ISO 8601 with microseconds: as text, it is the same in every database.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.CharField(max_length=32)
    actor = models.CharField(max_length=100)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=100)
    text = models.TextField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = Entries.as_manager()

    class Meta:
        db_table = "history_entry"
        indexes = [models.Index(fields=["subject", "subject_id"], name="history_of_a_subject")]

    def __str__(self) -> str:
        return f"{self.number}: {self.verb} {self.subject} {self.subject_id}"

    @property
    def when(self) -> datetime:
        """The moment, in UTC."""
        return datetime.fromisoformat(self.at)

    @property
    def about(self) -> dict[str, Any]:
        """What else was recorded."""
        told: dict[str, Any] = json.loads(self.text)["about"]
        return told

    def save(self, *arguments: Any, **options: Any) -> None:
        """Add the entry; NeverAltered where it has been added before."""
        if not self._state.adding:
            raise NeverAltered(_NEVER)
        super().save(*arguments, **{**options, "force_insert": True})

    def delete(self, *arguments: Any, **options: Any) -> NoReturn:
        raise NeverAltered(_NEVER)


class Head(models.Model):
    """Where the chain ends. There is one row; whoever adds an entry holds it until the transaction is over.

    `changed` is the number of the last entry that tells of a change, and not of a reading.
    """

    count = models.PositiveBigIntegerField(default=0)
    changed = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta:
        db_table = "history_head"

    def __str__(self) -> str:
        return f"{self.count} {self.hash}"
