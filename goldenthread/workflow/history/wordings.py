"""Wordings: every text that somebody gave something, each a row of its own, never altered or lost."""

from collections.abc import Mapping
from typing import Any, Self, cast

from django.db import models
from django.utils import timezone


class Wording(models.Model):
    """One text by one person. Texts that two wrote at once are both kept: the later one is set aside for the one that
    it did not know of (`set_aside_for`)."""

    number = models.PositiveIntegerField()
    parts = cast("dict[str, str]", models.JSONField())
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=100)
    set_aside_for = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-number"]

    @classmethod
    def keep(cls, of: Any, parts: Mapping[str, str], *, edits: int, by: str) -> Self:
        """Keep a text of something that has its `wordings` and says in `edits` which of them stands.

        `edits` is the number of the text that the writer began from: where that stands no more, this one is set aside.
        """
        return cls._default_manager.create(
            of=of,
            number=of.wordings.count() + 1,
            parts=dict(parts),
            written_at=timezone.now(),
            written_by=by,
            set_aside_for=of.edits if of.edits != edits else None,
        )

    @property
    def stands(self) -> bool:
        """Whether it became the text that stands when it was written."""
        return self.set_aside_for is None

    @property
    def verb(self) -> str:
        """What history says of it."""
        return "rewritten" if self.stands else "set aside"
