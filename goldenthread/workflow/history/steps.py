"""Steps: what became of something, each a row of its own, never altered or lost."""

from django.db import models


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
