"""Steps: what became of something, each a row of its own, never altered or lost."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.utils import timezone


class StepOnRecord(models.Model):
    """One thing that became of something: what was said on which day, and who put it on record."""

    verb = models.CharField(max_length=40)
    on = models.DateField()
    text = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=100)

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.verb} on {self.on}"

    @classmethod
    def keep(cls, of: models.Model, verb: str, *, on: date, by: str, text: str = "", **more: Any) -> Self:
        """Put on record now that something became of `of` on a day."""
        told = {"of": of, "verb": verb, "on": on, "text": text, **more}
        return cls._default_manager.create(**told, recorded_at=timezone.now(), recorded_by=by)
