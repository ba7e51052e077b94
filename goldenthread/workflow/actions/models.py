"""Recommendations and actions, and the queries that one asks of them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q

from goldenthread.engine.periods import Period, parse, quarters_before, whole_months
from goldenthread.workflow.actions.kept import (
    ActionWording,
    Completion,
    Decision,
    Judgement,
    Ownership,
    Progress,
    RecommendationWording,
    Step,
)
from goldenthread.workflow.actions.logs import ActionLog, ImportedRow
from goldenthread.workflow.actions.rules import (
    ACTION,
    DONE,
    JUDGED,
    KINDS,
    LONGEST_LINE,
    OPEN,
    RECOMMENDATION,
    REPORT,
    SEE,
    STILL_OPEN,
)
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.framework.models import NamesMeasure
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

__all__ = [
    "Action",
    "ActionLog",
    "ActionWording",
    "Completion",
    "Decision",
    "ImportedRow",
    "Judgement",
    "Ownership",
    "Progress",
    "Recommendation",
    "RecommendationWording",
    "Step",
]


def topics_in(themes: str) -> list[str]:
    """The themes that a text names, one by one."""
    return [theme.strip() for theme in themes.replace("\n", ",").split(",") if theme.strip()]


class Recommendations(models.QuerySet["Recommendation"]):
    """Recommendations, as one asks for them."""

    def numbered(self, number: int) -> "Recommendation":
        """The recommendation of that number; NotFound where there is none among these."""
        found = self.select_related("agency", "audit").filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no recommendation {number}.")
        return found

    def visible_to(self, person: Person) -> "Recommendations":
        """Those that somebody may see: all, or those made to their own agency or met by an action of its."""
        if may(person, SEE):
            return self
        if not may(person, REPORT) or person.agency_id is None:
            return self.none()
        own = Q(agency=person.agency_id) | Q(actions__agency=person.agency_id)
        return self.filter(pk__in=self.filter(own).values("pk"))

    def in_order(self) -> "Recommendations":
        """The oldest first, each with whom it was made to."""
        return self.select_related("agency").order_by("source_on", "number")

    def about_theme(self, theme: str) -> "Recommendations":
        """Those that name a theme among theirs."""
        alone, first, last, between = theme, f"{theme}, ", f", {theme}", f", {theme}, "
        named = Q(themes=alone) | Q(themes__startswith=first) | Q(themes__endswith=last) | Q(themes__contains=between)
        return self.filter(named)

    def themes(self) -> list[str]:
        """Every theme that any of them names, in order."""
        named = self.exclude(themes="").order_by().values_list("themes", flat=True).distinct()
        return sorted({theme for several in named for theme in topics_in(several)}, key=str.casefold)

    def undecided(self) -> "Recommendations":
        """Those of which nobody has said whether there will be action."""
        return self.filter(state=RECOMMENDATION.initial)

    def count_waiting(self, before: date) -> tuple[int, int]:
        """How many are undecided, and how many are open still that were made before a day."""
        old = Q(state__in=STILL_OPEN, source_on__lt=before)
        counts = self.order_by().aggregate(
            undecided=Count("pk", filter=Q(state=RECOMMENDATION.initial)), old=Count("pk", filter=old)
        )
        return counts["undecided"], counts["old"]

    def open_since_before(self, on: date) -> "Recommendations":
        """Those made before a day that still wait for something, the oldest first."""
        return self.in_order().filter(state__in=STILL_OPEN, source_on__lt=on)


class Recommendation(models.Model):
    """What somebody recommended to the board, or to one of its agencies (`agency`), where and when.

    `audit` is the one on the register that made it, if one did. `because` is why there is no action, or what closed it.
    `edits` is the number of its latest text.
    """

    number = models.BigAutoField(primary_key=True)
    text = models.TextField()
    themes = models.TextField(blank=True)
    source_kind = models.CharField(max_length=20, choices=list(KINDS.items()))
    source = models.CharField(max_length=LONGEST_LINE)
    source_on = models.DateField()
    audit = models.ForeignKey(Audit, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=as_choices(RECOMMENDATION.states()), default=RECOMMENDATION.initial)
    because = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    edits = models.PositiveIntegerField(default=0)

    objects = Recommendations.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(state="no action", because=""), name="no_action_has_its_reason")
        ]

    def __str__(self) -> str:
        return f"recommendation {self.number}"

    @property
    def made_to(self) -> str:
        """Whom it was made to."""
        return self.agency.name if self.agency else "the board"

    @property
    def topics(self) -> list[str]:
        """What it is about: its themes, one by one."""
        return topics_in(self.themes)

    def is_open(self) -> bool:
        """Whether it still waits for something."""
        return self.state in STILL_OPEN

    def months_old(self, on: date) -> int:
        """Its age on a day, in whole months."""
        return whole_months(self.source_on, on)


OVERDUE, UNOWNED, GONE, SILENT, LOOK = (
    "overdue", "without an owner or a date", "owner gone", "silent last quarter", "impact due",
)  # fmt: skip


def _silent(on: date) -> Q:
    (last,) = quarters_before(on, 1)
    told = Progress.objects.filter(of=OuterRef("pk"), period_code=last.code)
    return Q(state=OPEN, planned_on__lte=last.last) & ~Q(Exists(told))


WAITING: Mapping[str, Callable[[date], Q]] = {
    OVERDUE: lambda on: Q(state=OPEN, due__lt=on),
    UNOWNED: lambda on: Q(state=OPEN) & (Q(agency=None) | Q(post="") | Q(due=None, why_no_date="")),
    GONE: lambda on: Q(state=OPEN, holder__is_active=False),
    SILENT: _silent,
    LOOK: lambda on: Q(state__in=(DONE, JUDGED), impact_due__lte=on),
}
"""What somebody has to see to about an action, seen from a day, and which actions these are."""


class Actions(models.QuerySet["Action"]):
    """Actions, as one asks for them."""

    def numbered(self, number: int) -> "Action":
        """The action of that number; NotFound where there is none among these."""
        found = self.select_related("agency", "holder", "recommendation__agency").filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no action {number}.")
        return found

    def visible_to(self, person: Person) -> Self:
        """Those that somebody may see: all, or those that their own agency owns."""
        if may(person, SEE):
            return self
        if not may(person, REPORT) or person.agency_id is None:
            return self.none()
        return self.filter(agency=person.agency_id)

    def in_order(self) -> Self:
        """What is due first first, what has no date last; each with its owner and recommendation."""
        there = self.select_related("agency", "holder", "recommendation")
        return there.order_by(F("due").asc(nulls_last=True), "number")

    def unfinished(self) -> Self:
        """Those that are to be done still."""
        return self.filter(state=OPEN)

    def waiting(self, what: str, on: date) -> Self:
        """Those about which somebody has to see to something (`WAITING`)."""
        return self.filter(WAITING[what](on))

    def count_waiting(self, on: date) -> dict[str, int]:
        """How many there are of each kind, in one question to the database."""
        counts = {f"n{at}": Count("pk", filter=which(on)) for at, which in enumerate(WAITING.values())}
        return dict(zip(WAITING, self.order_by().aggregate(**counts).values(), strict=True))

    def overdue(self, on: date) -> Self:
        """Those that were to be done before a day and are not."""
        return self.waiting(OVERDUE, on)

    def without_owner_or_date(self) -> Self:
        """Open ones that no post owns, or that have neither a date nor a reason for having none."""
        return self.waiting(UNOWNED, date.max)

    def owner_gone(self) -> Self:
        """Open ones whose post is held by somebody whose account is closed."""
        return self.waiting(GONE, date.max)

    def silent(self, on: date) -> Self:
        """Open ones of which nothing was reported about the last quarter that had ended by a day."""
        return self.waiting(SILENT, on)

    def relevance_unchecked_since(self, on: date) -> Self:
        """Open ones from before a day, such as that of a restructure, that nobody has looked at since then."""
        old = self.unfinished().filter(planned_on__lt=on)
        return old.filter(Q(relevance_checked_on=None) | Q(relevance_checked_on__lt=on))

    def done_without_impact_date(self) -> Self:
        """Those that are done, and of which nobody has said when their impact is looked for."""
        return self.filter(state=DONE, impact_due=None)

    def impact_due(self, on: date) -> Self:
        """Those whose impact was to be judged, or judged again, by a day."""
        return self.waiting(LOOK, on)


class Action(NamesMeasure):
    """What will be done, by which post of which agency, by when, and what should move because of it.

    `holder` is who holds the post, where they have an account. `edits` is the number of its latest text.
    """

    number = models.BigAutoField(primary_key=True)
    recommendation = models.ForeignKey(
        Recommendation, null=True, blank=True, on_delete=models.PROTECT, related_name="actions"
    )
    what = models.TextField()
    measured_by = models.TextField(blank=True)
    relevant = models.TextField(blank=True)
    post = models.CharField(max_length=LONGEST_LINE, blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    planned_on = models.DateField()
    due = models.DateField(null=True, blank=True)
    why_no_date = models.TextField(blank=True)
    resources = models.TextField(blank=True)
    state = models.CharField(max_length=20, choices=as_choices(ACTION.states()), default=ACTION.initial)
    edits = models.PositiveIntegerField(default=0)
    relevance_checked_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.CharField(max_length=100, blank=True)
    evidence = models.TextField(blank=True)
    evidence_period = models.CharField(max_length=40, blank=True)
    impact_due = models.DateField(null=True, blank=True)

    objects = Actions.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "due"], name="actions_by_state_and_date")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=("done", "judged")) | (Q(done_on__isnull=False) & ~Q(evidence="")),
                name="done_action_has_its_evidence",
            )
        ]

    def __str__(self) -> str:
        return f"action {self.number}"

    @property
    def owner(self) -> str:
        """The post that owns it and its agency, in words; nothing where it has none."""
        return f"{self.post}, {self.agency.name}" if self.agency and self.post else ""

    @property
    def last_told(self) -> Progress | None:
        """What was reported of the latest quarter, and of that last; none where nothing was."""
        return max(self.progress.all(), key=lambda each: (each.period.first, each.pk), default=None)

    @property
    def last_judged(self) -> Judgement | None:
        """The latest judgement of what it has changed; none where nobody has judged it."""
        return max(self.judgements.all(), key=lambda each: each.pk, default=None)

    @property
    def evidence_about(self) -> Period | None:
        """Which period the evidence of its completion is about; none where that is not said."""
        return parse(self.evidence_period) if self.evidence_period else None

    def days_late(self, on: date) -> int:
        """How many days after it was to be done a day is; 0 where it is not late."""
        return max(0, (on - self.due).days) if self.due and self.state == OPEN else 0
