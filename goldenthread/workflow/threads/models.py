"""Threads, what each has gathered, and the queries that one asks of them."""

from typing import Self

from django.db import models
from django.db.models import Q

from goldenthread.workflow.actions.models import Action, Recommendation
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.framework.models import NamesMeasure
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.steps import StepOnRecord
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.history.wordings import Wording
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.threads.rules import KINDS, LONGEST_QUESTION, OPEN, SEE, THREAD

Item = Finding | Challenge | Recommendation | Action


class Threads(models.QuerySet["Thread"]):
    """Threads, as one asks for them."""

    def numbered(self, number: int) -> "Thread":
        """The thread of that number; NotFound where there is none among these."""
        found = self.select_related("follows").filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no thread {number}.")
        return found

    def visible_to(self, person: Person) -> Self:
        """Those that somebody may see: a thread says what several agencies were found and asked, so all or none."""
        return self if may(person, SEE) else self.none()

    def in_order(self) -> Self:
        """The longest open first, then the closed ones, the latest first."""
        return self.order_by(models.Case(models.When(state=OPEN, then=0), default=1), "opened_on", "number")

    def open(self) -> Self:
        """Those that are not closed."""
        return self.filter(state=OPEN)

    def holding(self, item: Item) -> Self:
        """Those that have gathered something."""
        return self.filter(gathered__in=Gathered.objects.of(item)).distinct()


class Thread(NamesMeasure):
    """One line of enquiry. `opened_on` is the day since which what it asks has been open: that of its oldest source.

    `follows` is the thread that it grew out of. `edits` is the number of its latest text.
    """

    number = models.BigAutoField(primary_key=True)
    question = models.CharField(max_length=LONGEST_QUESTION)
    why = models.TextField(blank=True)
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")
    state = models.CharField(max_length=20, choices=as_choices(THREAD.states()), default=THREAD.initial)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    edits = models.PositiveIntegerField(default=0)

    objects = Threads.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "opened_on"], name="threads_by_state_and_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=OPEN) | Q(closed_on__isnull=False), name="closed_thread_has_its_day"
            )
        ]

    def __str__(self) -> str:
        return f"thread {self.number}"

    def is_open(self) -> bool:
        """Whether what it asks is still open."""
        return self.state == OPEN


class ThreadWording(Wording):
    """One text of a thread."""

    of = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="wordings")

    class Meta(Wording.Meta):
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_wording_of_a_thread")]

    def __str__(self) -> str:
        return f"wording {self.number} of thread {self.of_id}"


class GatheredThings(models.QuerySet["Gathered"]):
    """What threads have gathered, as one asks for it."""

    def of(self, item: Item) -> Self:
        """Where something is gathered."""
        return self.filter(**{kind_of(item): item})


def _exactly_one() -> Q:
    """Of the things that can be gathered one is there, and no other."""
    alone = (Q(**{f"{other}__isnull": other != kind for other in KINDS}) for kind in KINDS)
    found = Q()
    for each in alone:
        found |= each
    return found


class Gathered(models.Model):
    """One thing that a thread has gathered. The same may belong to several threads."""

    of = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="gathered")
    finding = models.ForeignKey(Finding, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    challenge = models.ForeignKey(Challenge, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(
        Recommendation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.ForeignKey(Action, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = GatheredThings.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=_exactly_one(), name="one_thing_is_gathered_at_a_time"),
            *(models.UniqueConstraint(fields=["of", kind], name=f"a_{kind}_is_gathered_once") for kind in KINDS),
        ]

    def __str__(self) -> str:
        return f"{self.item} in thread {self.of_id}"

    @property
    def item(self) -> Item:
        """What is gathered."""
        return self.finding or self.challenge or self.recommendation or self.action  # type: ignore[return-value]


class Step(StepOnRecord):
    """One thing that became of a thread."""

    of = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="steps")


def kind_of(item: Item) -> str:
    """What kind of thing it is that is gathered: one of `rules.KINDS`."""
    return type(item).__name__.lower()
