"""Wordings: every text that somebody gave something, each a row of its own, never altered or lost."""

from typing import cast

from django.db import models


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
