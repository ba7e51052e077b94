"""Jobs. A job is a row: what is to be done, for whom, how far it is, and when its worker last gave a sign of life."""

from datetime import datetime
from typing import cast

from django.db import models

from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.jobs.rules import JOB, RUNNING, WAITING


class Jobs(models.QuerySet["Job"]):
    """Jobs, as one asks for them."""

    def ready(self, now: datetime) -> "Jobs":
        """Those that a worker may begin, the one that has waited longest first."""
        rested = models.Q(not_before=None) | models.Q(not_before__lte=now)
        return self.filter(rested, state=WAITING).order_by("number")

    def under_way(self) -> "Jobs":
        """Those that wait or run."""
        return self.filter(state__in=(WAITING, RUNNING))

    def of(self, worker: str) -> "Jobs":
        """Those that a worker runs."""
        return self.filter(state=RUNNING, worker=worker)

    def stale(self, since: datetime) -> "Jobs":
        """Those whose worker has given no sign of life since then."""
        return self.filter(state=RUNNING, heartbeat_at__lt=since)

    def newest(self, kind: str) -> "Job | None":
        """The one of a kind that was asked for last."""
        return self.filter(kind=kind).order_by("-number").first()


class Job(models.Model):
    """Something that takes long and that somebody asked for.

    `kind` names the task, `arguments` are numbers and short names, never the text of a record. `doing`, `step` and
    `steps` say how far it is; `message` says what came of it, or why nothing did and what to do.
    """

    number = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=60)
    arguments = cast("dict[str, int | str]", models.JSONField(default=dict))
    requested_by = models.CharField(max_length=100)
    requested_at = models.DateTimeField()
    state = models.CharField(max_length=20, choices=as_choices(JOB.states()), default=JOB.initial)
    not_before = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=255, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    doing = models.CharField(max_length=300, blank=True)
    step = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)

    objects = Jobs.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "number"], name="jobs_that_wait")]

    def __str__(self) -> str:
        return f"job {self.number}"

    def is_under_way(self) -> bool:
        """Whether it waits or runs."""
        return self.state in (WAITING, RUNNING)
