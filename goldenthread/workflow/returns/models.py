"""Particulars of returns. What the returns said is in the home: originals in the vault, accepted rows in parts."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models

from goldenthread import catalogue
from goldenthread.engine.definitions import Severity
from goldenthread.engine.periods import Period, Span, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.jobs.models import Job
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.returns.rules import (
    ACCEPTED,
    CHECKED,
    DISCARDED,
    LONGEST_REASON,
    PROVISIONAL,
    RETURN,
    REVISED,
    SENT,
    STATUS,
    UNUSABLE,
    UPLOAD,
    UPLOADED,
    VALIDATED,
)

_STATES = as_choices(RETURN.states())
_ACCEPTED_BY_SOMEBODY = models.Q(state=ACCEPTED, accepted_at__isnull=False) & ~models.Q(accepted_by="")
_NOT_YET = ~models.Q(state=ACCEPTED) & models.Q(accepted_at__isnull=True, accepted_by="")
_VALIDATED_BY_SOMEBODY = ~models.Q(status=VALIDATED) | (
    models.Q(validated_at__isnull=False) & ~models.Q(validated_by="")
)


class Returns(models.QuerySet["Return"]):
    """Returns, as one asks for them."""

    def visible_to(self, person: AbstractBaseUser | AnonymousUser | None) -> "Returns":
        """Those that somebody may see: all that were sent, their own agency's with its drafts, or none."""
        if may(person, "see returns"):
            return self.sent()
        if isinstance(person, Person) and may(person, "see own returns"):
            return self.filter(agency=person.agency_id).exclude(state=DISCARDED)
        return self.none()

    def sent(self) -> "Returns":
        """Those that the board has received. Drafts are not among them: they are their agency's business alone."""
        return self.filter(state__in=SENT)

    def numbered(self, number: int) -> "Return":
        """The return of that number; NotFound where there is none among these."""
        found = self.select_related("agency").filter(number=number).first()
        if found is None:
            raise NotFound(f"There is no return {number}.")
        return found

    def newest(self) -> "Returns":
        """The newest first, each with its agency, files, parts and issue counts."""
        return self.select_related("agency").prefetch_related("files", "parts", "issue_counts").order_by("-number")


class Return(models.Model):
    """What one agency submitted at one time: one or several files about a stated period.

    `received_at` and `received_by` of a draft are when it was checked, and for whom. `came_on` is the day on which the
    board had it, which is earlier where it was entered later. `status` says how firm its numbers are, `corrects` which
    return its sender meant to put right by it, and `reason` why it takes the place of those that it does.
    """

    number = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="returns")
    format = models.CharField(max_length=40)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=100)
    covers_first = models.DateField()
    covers_last = models.DateField()
    covers_code = models.CharField(max_length=60)
    covers_inferred = models.BooleanField()
    state = models.CharField(max_length=20, choices=_STATES, default=RETURN.initial)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.CharField(max_length=100, blank=True)
    came_on = models.DateField()
    status = models.CharField(
        max_length=20, choices=[(status, status) for status in STATUS.states()], default=PROVISIONAL
    )
    validated_at = models.DateTimeField(null=True, blank=True)
    validated_by = models.CharField(max_length=100, blank=True)
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by")
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    content_hash = models.CharField(max_length=64)
    vault = models.CharField(max_length=64, blank=True)

    objects = Returns.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_ACCEPTED_BY_SOMEBODY | _NOT_YET, name="return_accepted_by_somebody"),
            models.CheckConstraint(condition=_VALIDATED_BY_SOMEBODY, name="return_validated_by_somebody"),
        ]

    def __str__(self) -> str:
        return f"return {self.number}"

    @property
    def covers(self) -> Period:
        """The days that it is about, under the name that its sender or the program gave them."""
        return parse(self.covers_code)

    @property
    def span(self) -> Span:
        """The days that it is about."""
        return Span(self.covers_first, self.covers_last)

    def is_draft(self) -> bool:
        """Whether it is checked and not sent."""
        return self.state == CHECKED

    def is_accepted(self) -> bool:
        """Whether it is evidence, or was until a later one superseded it."""
        return self.state == ACCEPTED

    def is_sent(self) -> bool:
        """Whether the board has received it."""
        return self.state in SENT

    def status_at(self, moment: datetime) -> str:
        """How firm its numbers were at a moment at which it was evidence."""
        if self.status == REVISED:
            return REVISED
        return VALIDATED if self.validated_at and self.validated_at <= moment else PROVISIONAL

    def rows_held_back(self) -> int:
        """How many rows of its files were not taken."""
        return sum(file.held_back for file in self.files.all())

    def is_superseded_in_part(self) -> bool:
        """Whether later returns have taken the place of any of it."""
        return any(part.superseded_by_id for part in self.parts.all())

    def is_superseded(self) -> bool:
        """Whether later returns have taken the place of all of it."""
        parts = self.parts.all()
        return bool(parts) and all(part.superseded_by_id for part in parts)


class ReturnedFile(models.Model):
    """One file of a return, or one table of a file: what it was recognised as and how many of its rows were taken."""

    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    format = models.CharField(max_length=40, blank=True)
    table = models.CharField(max_length=60, blank=True)
    dataset = models.CharField(max_length=60, blank=True)
    read = models.PositiveIntegerField()
    accepted = models.PositiveIntegerField()
    held_back = models.PositiveIntegerField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Parts(models.QuerySet["Part"]):
    """Parts, as one asks for them."""

    def in_force(self) -> "Parts":
        """The evidence: parts of accepted returns that no later return has superseded, always in the same order."""
        found = self.filter(of__state=ACCEPTED, superseded_by=None).select_related("of__agency")
        return found.order_by("dataset", "of__agency__code", "of__covers_first", "pk")

    def about_the_days_of(self, return_: Return) -> "Parts":
        """Records of the same agency in the same datasets that cover any day that a return covers."""
        return self.filter(
            of__agency=return_.agency_id,
            dataset__in=return_.parts.values("dataset"),
            of__covers_first__lte=return_.covers_last,
            of__covers_last__gte=return_.covers_first,
        ).exclude(dataset__in=_lists())

    def lists_replaced_by(self, return_: Return) -> "Parts":
        """Lists, as of children, that a return brings anew, where all records that they came with are superseded."""
        with_records = Part.objects.in_force().exclude(dataset__in=_lists()).values("of")
        alone = Return.objects.exclude(parts__in=Part.objects.exclude(dataset__in=_lists()))
        brought = return_.parts.filter(dataset__in=_lists()).values("dataset")
        of_agency = self.filter(of__agency=return_.agency_id, dataset__in=brought)
        return of_agency.exclude(of__in=with_records).exclude(of__in=alone)


def _lists() -> list[str]:
    """The datasets whose rows are about no day."""
    return [dataset.name for dataset in catalogue.datasets().values() if not dataset.dated_by]


class Part(models.Model):
    """The accepted rows of one dataset in one return, as a file in the home named by `digest`."""

    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="parts")
    dataset = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    superseded_by = models.ForeignKey(
        Return, null=True, blank=True, on_delete=models.PROTECT, related_name="supersedes"
    )

    objects = Parts.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["of", "dataset"], name="one_part_for_each_dataset")]

    def __str__(self) -> str:
        return f"{self.dataset} of {self.of}"


class IssueCount(models.Model):
    """How often one thing was wrong in one column of one file. The text that was wrong is in the vault only."""

    of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="issue_counts")
    file = models.CharField(max_length=255, blank=True)
    dataset = models.CharField(max_length=60, blank=True)
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=20, choices=[(severity.value, severity.value) for severity in Severity])
    column = models.CharField(max_length=255, blank=True)
    message = models.TextField()
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.code}: {self.count}"


class Uploads(models.QuerySet["Upload"]):
    """Uploads, as one asks for them."""

    def visible_to(self, person: AbstractBaseUser | AnonymousUser | None) -> "Uploads":
        """Those of somebody's own agency that have not been discarded, or none."""
        if isinstance(person, Person) and may(person, "send returns"):
            return self.filter(agency=person.agency_id).exclude(state=DISCARDED)
        return self.none()

    def numbered(self, number: int) -> "Upload":
        """The upload of that number; NotFound where there is none among these."""
        found = self.select_related("agency", "job", "became").filter(number=number).first()
        if found is None:
            raise NotFound(f"There is no upload {number}.")
        return found

    def unfinished(self) -> "Uploads":
        """Those that are not checked yet, or could not be used; the newest first."""
        return self.filter(state__in=(UPLOADED, UNUSABLE)).select_related("job").order_by("-number")


class Upload(models.Model):
    """Files that somebody uploaded to be checked, until it is known what they are.

    `vault` names the files, sealed; of what could not be used it names what was wrong, sealed. `became` is the return
    that they are, or that the same files were before; `corrects` the return that they are meant to put right.
    """

    number = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="uploads")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.CharField(max_length=100)
    covers_code = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=20, choices=as_choices(UPLOAD.states()), default=UPLOADED)
    vault = models.CharField(max_length=64, blank=True)
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    corrects = models.ForeignKey(Return, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    became = models.ForeignKey(Return, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = Uploads.as_manager()

    def __str__(self) -> str:
        return f"upload {self.number}"

    @property
    def covers(self) -> Period | None:
        """What it is about; none where its sender left it to the program to find out."""
        return parse(self.covers_code) if self.covers_code else None
