"""Records as they can be searched for, and how far the program has read in history to keep them in step."""

from collections.abc import Iterable
from typing import cast

from django.db import models

from goldenthread.workflow.searching.rules import LONGEST_TITLE


class Entries(models.QuerySet["Indexed"]):
    """What can be searched for, as one asks for it."""

    def holding(self, words: Iterable[str]) -> "Entries":
        """Those in which every word begins somewhere; the words are normalised."""
        found = self
        for word in words:
            found = found.filter(text__contains=f" {word}")
        return found


class Indexed(models.Model):
    """One record as it can be searched for. It holds nothing that the record does not, and is made anew from it.

    `subject` and `record` are what history calls it. `page` and `key` say where one reads of it. `text` is all that it
    says, the title with it, both normalised (`rules.normalised`).
    """

    subject = models.CharField(max_length=40)
    record = models.PositiveBigIntegerField()
    page = models.CharField(max_length=40)
    key = cast("list[int | str]", models.JSONField())
    shown = models.CharField(max_length=LONGEST_TITLE)
    title = models.TextField()
    text = models.TextField()

    objects = Entries.as_manager()

    class Meta:
        verbose_name_plural = "indexed"
        constraints = [models.UniqueConstraint(fields=["subject", "record"], name="one_entry_of_a_record")]

    def __str__(self) -> str:
        return self.shown


class InStep(models.Model):
    """Up to which entry of history what is indexed is in step with what is kept, and by which rules it was made."""

    entry = models.PositiveBigIntegerField(default=0)
    rules = models.TextField(default="")

    class Meta:
        verbose_name_plural = "in step"

    def __str__(self) -> str:
        return f"in step with entry {self.entry}"
