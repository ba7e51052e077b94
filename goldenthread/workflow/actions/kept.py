"""What anybody wrote, decided, reported or judged: each a row of its own, never altered or lost."""

from django.db import models

from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.actions.rules import EVIDENCE, LEVELS, LONGEST_LINE, STATUSES
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.steps import StepOnRecord
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.history.wordings import Wording
from goldenthread.workflow.people.models import Person


class RecommendationWording(Wording):
    """One text of a recommendation."""

    of = models.ForeignKey("actions.Recommendation", on_delete=models.PROTECT, related_name="wordings")

    class Meta(Wording.Meta):
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_wording_of_a_recommendation")]

    def __str__(self) -> str:
        return f"wording {self.number} of recommendation {self.of_id}"


class ActionWording(Wording):
    """One text of an action."""

    of = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="wordings")

    class Meta(Wording.Meta):
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_wording_of_an_action")]

    def __str__(self) -> str:
        return f"wording {self.number} of action {self.of_id}"


class Decision(StepOnRecord):
    """What was decided about a recommendation, on which day, and because of what."""

    of = models.ForeignKey("actions.Recommendation", on_delete=models.PROTECT, related_name="decisions")


class Progress(models.Model):
    """How an action stood at the end of a quarter, as somebody reported it. A later report is another row."""

    of = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="progress")
    period_code = models.CharField(max_length=20)
    status = models.CharField(max_length=20, choices=as_choices(STATUSES))
    text = models.TextField()
    reported_at = models.DateTimeField()
    reported_by = models.CharField(max_length=100)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "progress"

    def __str__(self) -> str:
        return f"{self.status} in {self.period_code}"

    @property
    def period(self) -> Period:
        """The quarter."""
        return parse(self.period_code)


class Step(StepOnRecord):
    """One thing that became of an action, always with words."""

    of = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="steps")
    text = models.TextField()


class Ownership(models.Model):
    """Who owned an action from a day on: a post at an agency, and who held it then, where they had an account.

    Whoever came after takes nothing away from it: who once owned an action is too near to judge what it changed.
    """

    of = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="ownerships")
    post = models.CharField(max_length=LONGEST_LINE)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.post}, {self.agency.name}"


class Completion(models.Model):
    """That somebody reported an action as done, with what showed it. Done once more is another row."""

    of = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="completions")
    on = models.DateField()
    evidence = models.TextField()
    evidence_period = models.CharField(max_length=40, blank=True)
    impact_due = models.DateField()
    reported_at = models.DateTimeField()
    reported_by = models.CharField(max_length=100)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"done on {self.on}"

    @property
    def about(self) -> Period | None:
        """Which period its evidence is about; none where that is not said."""
        return parse(self.evidence_period) if self.evidence_period else None


class Judgement(models.Model):
    """What somebody judged an action to have changed, on what kind of evidence, and what its measure said that day."""

    of = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="judgements")
    level = models.CharField(max_length=40, choices=as_choices(LEVELS))
    evidence = models.CharField(max_length=20, choices=as_choices(EVIDENCE))
    text = models.TextField()
    measure_said = models.TextField(blank=True)
    on = models.DateField()
    judged_at = models.DateTimeField()
    judged_by = models.CharField(max_length=100)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"judged {self.level} on {self.on}"
