"""Reports that were made: which, from what edition, for whom."""

from django.db import models

from goldenthread.workflow.results.models import Edition


class Report(models.Model):
    """One making of a report. Its number is printed on it, so that a paper found on a train can be traced."""

    number = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=40)
    period = models.CharField(max_length=40)
    face = models.CharField(max_length=20)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="reports")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)

    def __str__(self) -> str:
        return f"report {self.number}"
