"""Findings, and the queries that one asks of them."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from goldenthread.catalogue.findings import SOURCE_KINDS
from goldenthread.engine.periods import Period, parse, whole_months
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.findings.kept import FindingWording, Step, Strand, Theme
from goldenthread.workflow.findings.rules import (
    CLAIMED,
    CONFIDENCE,
    EVIDENCED,
    FINDING,
    GAP,
    LONGEST_LINE,
    NATURES,
    OPEN,
    SEE,
)
from goldenthread.workflow.framework.models import NamesMeasure
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

__all__ = ["Finding", "FindingWording", "Step", "Strand", "Theme"]


class Findings(models.QuerySet["Finding"]):
    """Findings, as one asks for them."""

    def numbered(self, number: int) -> "Finding":
        """The finding of that number; NotFound where there is none among these."""
        found = self.select_related("audit").filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no finding {number}.")
        return found

    def visible_to(self, person: Person) -> Self:
        """Those that somebody may see: of somebody at an agency, those about it and those about no agency."""
        if not may(person, SEE):
            return self.none()
        if person.agency_id is None:
            return self
        named = Finding.agencies.through.objects.filter(finding=OuterRef("pk"))
        return self.filter(~Exists(named) | Exists(named.filter(agency=person.agency_id)))

    def in_order(self) -> Self:
        """The latest source first; each with its agencies, themes and strands."""
        there = self.select_related("audit").prefetch_related("agencies", "themes", "strands")
        return there.order_by("-source_on", "-number")

    def open(self) -> Self:
        """Those that are neither closed nor withdrawn."""
        return self.filter(state=OPEN)

    def of_theme(self, name: str) -> Self:
        """Those to which somebody gave a theme."""
        return self.filter(Exists(Theme.objects.filter(of=OuterRef("pk"), name=name)))

    def of_strand(self, name: str) -> Self:
        """Those that touch a strand of the work."""
        return self.filter(Exists(Strand.objects.filter(of=OuterRef("pk"), name=name)))

    def about(self, code: str) -> Self:
        """Those about the agency of a code, perhaps beside others."""
        named = Finding.agencies.through.objects.filter(finding=OuterRef("pk"), agency__code=code)
        return self.filter(Exists(named))

    def naming(self, indicator: str) -> Self:
        """Those that name an indicator as the measure that should move."""
        return self.filter(indicator=indicator)

    def saying(self, words: str) -> Self:
        """Those of which some text holds each of some words."""
        found = self
        for word in words.split():
            found = found.filter(
                Q(text__icontains=word)
                | Q(source__icontains=word)
                | Q(evidence__icontains=word)
                | Q(cause__icontains=word)
                | Q(recommends__icontains=word)
                | Q(body__icontains=word)
            )
        return found

    def claimed_before(self, on: date) -> Self:
        """Those that are still a claim, and whose source is of a day before another."""
        return self.filter(confidence=CLAIMED, source_on__lt=on)

    def to_be_tested_by(self, person: Person) -> Self:
        """Those that have evidence and wait for somebody else's test, where this person wrote none of their texts."""
        own = FindingWording.objects.filter(of=OuterRef("pk"), written_by=person.actor)
        return self.filter(~Exists(own), confidence=EVIDENCED)

    def weaknesses_without_cause(self) -> Self:
        """Open gaps of which nobody has said why they are so."""
        return self.open().filter(nature=GAP, cause="")


class Finding(NamesMeasure):
    """Something that the board has learnt, from whom, on which evidence, and whether it is a gap or a strength.

    `source_on` is the day of the source, `evidence_period` what its evidence is about: neither is the day of entry.
    `body`, `judgement` and `recommends` are those of an inspection or review. `edits` is the number of its latest text.
    """

    number = models.BigAutoField(primary_key=True)
    text = models.TextField()
    nature = models.CharField(max_length=20, choices=as_choices(NATURES))
    source_kind = models.CharField(max_length=30, choices=list(SOURCE_KINDS.items()))
    source = models.CharField(max_length=LONGEST_LINE)
    source_on = models.DateField()
    body = models.CharField(max_length=LONGEST_LINE, blank=True)
    judgement = models.CharField(max_length=LONGEST_LINE, blank=True)
    recommends = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    evidence_period = models.CharField(max_length=40, blank=True)
    cause = models.TextField(blank=True)
    audit = models.ForeignKey(Audit, null=True, blank=True, on_delete=models.PROTECT, related_name="findings")
    agencies = models.ManyToManyField(Agency, blank=True, related_name="+")
    state = models.CharField(max_length=20, choices=as_choices(FINDING.states()), default=FINDING.initial)
    confidence = models.CharField(max_length=20, choices=as_choices(CONFIDENCE.states()), default=CONFIDENCE.initial)
    edits = models.PositiveIntegerField(default=0)

    objects = Findings.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "-source_on"], name="findings_by_state_and_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(confidence=CONFIDENCE.initial) | (~Q(evidence="") & ~Q(evidence_period="")),
                name="what_is_more_than_claimed_has_evidence",
            )
        ]

    def __str__(self) -> str:
        return f"finding {self.number}"

    @property
    def about(self) -> Period | None:
        """Which period its evidence is about; none where that is not said."""
        return parse(self.evidence_period) if self.evidence_period else None

    @property
    def whom(self) -> str:
        """Which agencies it is about, in words."""
        return "; ".join(each.name for each in self.agencies.all()) or "The partnership"

    def is_open(self) -> bool:
        """Whether it is neither closed nor withdrawn."""
        return self.state == OPEN

    def months_old(self, on: date) -> int:
        """The age of its source on a day, in whole months."""
        return whole_months(self.source_on, on)

    def writers(self) -> set[str]:
        """Everybody who wrote any of its texts, as history names them."""
        return set(self.wordings.values_list("written_by", flat=True))
