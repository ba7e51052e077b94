"""Practice audits, as the board registers them."""

from typing import cast

from django.db import models

from goldenthread.catalogue.codes.audits import (
    AUDIT_KIND,
    AUDIT_SUBJECT,
    JUDGEMENT,
    SYSTEMS_HINDERED,
    VOICE_RECORDED,
)
from goldenthread.engine.periods import Period, Span, naming
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.rules import (
    AUDIT,
    JUDGEMENTS,
    LONGEST_ISSUE,
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    WITHDRAWN,
)
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.people.models import Person

_STATES = as_choices(AUDIT.states())


class Audits(models.QuerySet["Audit"]):
    """Audits, as one asks for them."""

    def standing(self) -> "Audits":
        """Those that are not withdrawn, the latest evidence first, each with its agency and issues."""
        found = self.exclude(state=WITHDRAWN).select_related("agency").prefetch_related("issues")
        return found.order_by("-evidence_last", "-number")

    def visible_to(self, person: Person) -> "Audits":
        """Those that somebody may see: of somebody at an agency, its own and those of no single one."""
        if person.agency_id is None:
            return self
        return self.filter(models.Q(agency=None) | models.Q(agency=person.agency_id))

    def numbered(self, number: int) -> "Audit":
        """The audit of that number; NotFound where there is none."""
        found = self.select_related("agency").filter(number=number).first()
        if found is None:
            raise NotFound(f"There is no audit {number}.")
        return found


class Audit(models.Model):
    """One audit of practice. `agency` is whose practice it was; none where it was that of several.

    `cases` are how many were judged each way. Where a report gave only shares, they stand in `shares`, in percent, and
    `cases` are empty: shares without a base are supplied, never counted.
    """

    number = models.BigAutoField(primary_key=True)
    title = models.CharField(max_length=LONGEST_TITLE)
    kind = models.CharField(max_length=20, choices=list(AUDIT_KIND.codes.items()))
    subject = models.CharField(max_length=30, choices=list(AUDIT_SUBJECT.codes.items()))
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="audits")
    evidence_first = models.DateField()
    evidence_last = models.DateField()
    considered_on = models.DateField(null=True, blank=True)
    cases = cast("dict[str, int]", models.JSONField(default=dict, blank=True))
    shares = cast("dict[str, float]", models.JSONField(default=dict, blank=True))
    voice = models.CharField(max_length=20, choices=list(VOICE_RECORDED.codes.items()))
    systems = models.CharField(max_length=20, choices=list(SYSTEMS_HINDERED.codes.items()))
    summary = models.TextField(max_length=LONGEST_SUMMARY, blank=True)
    state = models.CharField(max_length=20, choices=_STATES, default=AUDIT.initial)
    registered_at = models.DateTimeField()
    registered_by = models.CharField(max_length=100)

    objects = Audits.as_manager()

    def __str__(self) -> str:
        return f"audit {self.number}"

    @property
    def about(self) -> Period:
        """The period that its evidence is about."""
        return naming(Span(self.evidence_first, self.evidence_last))

    @property
    def whose(self) -> str:
        """Whose practice was looked at."""
        return self.agency.name if self.agency else "The partnership"

    @property
    def judged(self) -> int:
        """How many cases were judged, as far as that is known."""
        return sum(self.cases.values())

    @property
    def judgements(self) -> list[tuple[str, str]]:
        """Each judgement that was given, and how often: cases, or a share where only that is known."""
        titles = JUDGEMENT.codes
        if self.shares:
            return [(titles[name], f"{self.shares[name]:g}%") for name in JUDGEMENTS if name in self.shares]
        return [(titles[name], str(self.cases[name])) for name in JUDGEMENTS if name in self.cases]


class Issue(models.Model):
    """Something amiss that an audit found. `inspected_on` where an inspection had named it before."""

    of = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="issues")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=LONGEST_ISSUE)
    inspected_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["of", "number"]
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_issue_of_an_audit_and_number")]

    def __str__(self) -> str:
        return f"issue {self.number} of audit {self.of_id}"
