"""Action logs that somebody brings from a spreadsheet: while they wait, and where each row of them went."""

from typing import Any, cast

from django.db import models

from goldenthread.workflow.actions.rules import BROUGHT, IMPORTED, LOG, LONGEST_LINE
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.people.models import Person


class ActionLogs(models.QuerySet["ActionLog"]):
    """Action logs, as one asks for them."""

    def brought_by(self, person: Person) -> "ActionLogs":
        """Those of somebody's own: what stands in one is not looked through yet, so nobody else reads it."""
        return self.filter(brought_by=person.actor)

    def numbered(self, number: int) -> "ActionLog":
        """The log of that number; NotFound where there is none among these."""
        found = self.filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no action log {number}.")
        return found


class ActionLog(models.Model):
    """One log as it was brought. `sealed` holds its file while it waits, and once it is imported the rows that could
    not be taken; nothing once it is let go. `matching` is which column is which, as it was last chosen.
    """

    number = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=LONGEST_LINE)
    content_hash = models.CharField(max_length=64)
    sealed = models.BinaryField(null=True)
    matching = cast("dict[str, Any]", models.JSONField(default=dict, blank=True))
    state = models.CharField(max_length=20, choices=as_choices(LOG.states()), default=BROUGHT)
    brought_at = models.DateTimeField()
    brought_by = models.CharField(max_length=100)
    imported_at = models.DateTimeField(null=True, blank=True)
    counts = cast("dict[str, int]", models.JSONField(default=dict, blank=True))

    objects = ActionLogs.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=IMPORTED) | models.Q(imported_at__isnull=False),
                name="imported_log_has_its_moment",
            )
        ]

    def __str__(self) -> str:
        return f"action log {self.number}"


class ImportedRow(models.Model):
    """Where a row of a log went. By its key the same row is recognised when it is brought again."""

    of = models.ForeignKey(ActionLog, on_delete=models.PROTECT, related_name="rows")
    row = models.PositiveIntegerField()
    key = models.CharField(max_length=64, db_index=True)
    recommendation = models.ForeignKey("actions.Recommendation", null=True, on_delete=models.PROTECT, related_name="+")
    action = models.ForeignKey("actions.Action", null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"row {self.row} of {self.of}"
