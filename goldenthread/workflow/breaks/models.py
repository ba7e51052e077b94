"""Breaks in series, as the board declared them."""

from typing import cast

from django.db import models

from goldenthread import catalogue
from goldenthread.catalogue.readers import indicators_reading
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.breaks.rules import BREAK, DECLARED, HOW, LONGEST_REASON, RECONCILED
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.transitions import as_choices

_STATES = as_choices(BREAK.states())
_CHECKED = models.Q(checked_on__isnull=False) & ~models.Q(checked_by="")


class Breaks(models.QuerySet["Break"]):
    """Breaks, as one asks for them."""

    def standing(self) -> "Breaks":
        """Those that are not withdrawn, the earliest first, each with its agency."""
        return self.filter(state=DECLARED).select_related("agency").order_by("on", "number")

    def numbered(self, number: int) -> "Break":
        """The break of that number; NotFound where there is none."""
        found = self.select_related("agency").filter(number=number).first()
        if found is None:
            raise NotFound(f"There is no break {number}.")
        return found


class Break(models.Model):
    """Recording changed on a day, or practice did: of a dataset, at one agency or at all.

    `measures` are the codes of the indicators that it touches; where there are none, all that read the dataset.
    `checked_by` and `checked_on` say who reconciled the count by hand, and when.
    """

    number = models.BigAutoField(primary_key=True)
    dataset = models.CharField(max_length=60)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="breaks")
    on = models.DateField()
    how = models.CharField(max_length=20, choices=list(HOW.items()))
    measures = cast("list[str]", models.JSONField(default=list))
    reason = models.CharField(max_length=LONGEST_REASON)
    checked_by = models.CharField(max_length=200, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=_STATES, default=BREAK.initial)
    declared_at = models.DateTimeField()
    declared_by = models.CharField(max_length=100)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=100, blank=True)

    objects = Breaks.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(how=RECONCILED) | _CHECKED, name="break_reconciled_by_somebody")
        ]

    def __str__(self) -> str:
        return f"break {self.number}"

    @property
    def title(self) -> str:
        """What is otherwise since then."""
        known = catalogue.datasets()
        return known[self.dataset].title if self.dataset in known else self.dataset

    def touched(self) -> list[str]:
        """The codes of the indicators that it touches."""
        return self.measures or [indicator.code for indicator in indicators_reading(self.dataset)]

    def stands(self) -> bool:
        """Whether it is not withdrawn."""
        return self.state == DECLARED
