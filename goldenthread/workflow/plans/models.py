"""What the partnership aims at, business plans, their priorities and objectives, tasks and what became of them."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Prefetch, Q

from goldenthread.catalogue.codes.plans import AIM_KIND, SUB_GROUP
from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.models import NamesMeasure
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.steps import StepOnRecord
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.history.wordings import Wording
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.plans.rules import AGREED, LONGEST_LINE, PLAN, REPORT, SEE, TASK
from goldenthread.workflow.plans.standing import Course, standing


class Aims(models.QuerySet["Aim"]):
    """Aims, as one asks for them."""

    def numbered(self, number: int) -> "Aim":
        """The aim of that number; NotFound where there is none."""
        found = self.filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no outcome or obsession {number}.")
        return found


class Aim(NamesMeasure):
    """An outcome of the partnership's plan, or an obsession that is watched as a proxy for the whole system.

    It stands from `since` to the day before `until`, which is none while no end is set.
    """

    number = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=20, choices=list(AIM_KIND.codes.items()))
    words = models.CharField(max_length=LONGEST_LINE)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = Aims.as_manager()

    class Meta:
        ordering = ["kind", "number"]

    def __str__(self) -> str:
        return self.words


class BusinessPlans(models.QuerySet["BusinessPlan"]):
    """Business plans, as one asks for them."""

    def of_year(self, code: str) -> "BusinessPlan":
        """The plan of a financial year; NotFound where there is none."""
        found = self.filter(year=code).first()
        if found is None:
            raise NotFound(f"There is no business plan for {code}.")
        return found

    def visible_to(self, person: Person) -> Self:
        """Those that somebody may see: all, or those that are agreed."""
        return self if may(person, SEE) else self.filter(state=AGREED)


class BusinessPlan(models.Model):
    """The board's business plan for one financial year."""

    year = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=20, choices=as_choices(PLAN.states()), default=PLAN.initial)
    agreed_on = models.DateField(null=True, blank=True)

    objects = BusinessPlans.as_manager()

    class Meta:
        ordering = ["year"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=AGREED) | Q(agreed_on__isnull=False), name="agreed_plan_has_its_day"
            )
        ]

    def __str__(self) -> str:
        return f"business plan {self.period}"

    @property
    def period(self) -> Period:
        """The financial year."""
        return parse(self.year)

    def told_on(self, today: date) -> date:
        """The day on which it is told how its tasks stand: the last of its year, or today where that is to come."""
        return min(self.period.last, today)


class Placed(models.Model):
    """Something that has a place among others, which can be moved up and down."""

    place = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class Priority(Placed):
    """A priority of the board, and the aim of the partnership that it serves, if it serves one."""

    words = models.CharField(max_length=LONGEST_LINE, unique=True)
    aim = models.ForeignKey(Aim, null=True, blank=True, on_delete=models.PROTECT, related_name="priorities")

    class Meta:
        ordering = ["place", "pk"]
        verbose_name_plural = "priorities"

    def __str__(self) -> str:
        return self.words


class Objective(Placed):
    """What is to be achieved for a priority."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="objectives")
    words = models.CharField(max_length=LONGEST_LINE)

    class Meta:
        ordering = ["priority__place", "priority_id", "place", "pk"]
        constraints = [models.UniqueConstraint(fields=["priority", "words"], name="one_objective_of_these_words")]

    def __str__(self) -> str:
        return self.words


class Tasks(models.QuerySet["Task"]):
    """Tasks, as one asks for them."""

    def numbered(self, number: int) -> "Task":
        """The task of that number; NotFound where there is none among these."""
        found = self.whole().filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no task {number}.")
        return found

    def visible_to(self, person: Person) -> Self:
        """Those that somebody may see: all, or those of their own agency in plans that are agreed."""
        if may(person, SEE):
            return self
        if not may(person, REPORT) or person.agency_id is None:
            return self.none()
        return self.filter(agency=person.agency_id, plan__state=AGREED)

    def whole(self) -> Self:
        """Each with all that tells how it stands, who owns it and where in the tree it hangs."""
        there = self.select_related("plan", "agency", "holder", "objective__priority__aim", "carried_from__plan")
        return there.prefetch_related(Prefetch("steps", queryset=TaskStep.objects.order_by("pk")))

    def in_order(self) -> Self:
        """As the tree has them: priority by priority, objective by objective, each in its place."""
        return self.order_by(
            "objective__priority__place", "objective__priority", "objective__place", "objective", "place", "number"
        )

    def owner_gone(self) -> Self:
        """Open ones whose post is held by somebody whose account is closed."""
        return self.filter(state=TASK.initial, holder__is_active=False)


class Task(NamesMeasure, Placed):
    """One task of the business plan of a year: what will be done, by which post, by when, and for which sub group.

    `first_due` is the date that the board agreed with the plan, `due` the one that holds. `carried_from` is the task of
    the year before that goes on in it, and `relevance` why that is still relevant. `edits` numbers its latest text.
    """

    number = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(BusinessPlan, on_delete=models.PROTECT, related_name="tasks")
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="tasks")
    what = models.TextField()
    measured_by = models.TextField(blank=True)
    relevant = models.TextField(blank=True)
    why_no_date = models.TextField(blank=True)
    resources = models.TextField(blank=True)
    sub_group = models.CharField(max_length=30, choices=list(SUB_GROUP.codes.items()))
    post = models.CharField(max_length=LONGEST_LINE)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    planned_on = models.DateField()
    first_due = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=as_choices(TASK.states()), default=TASK.initial)
    carried_from = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    relevance = models.TextField(blank=True)
    edits = models.PositiveIntegerField(default=0)

    objects = Tasks.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(due=None, why_no_date=""), name="task_has_a_date_or_why_none"),
            models.CheckConstraint(
                condition=Q(carried_from=None) | ~Q(relevance=""), name="carried_task_says_why_it_is_relevant"
            ),
        ]

    def __str__(self) -> str:
        return f"task {self.number}"

    @property
    def owner(self) -> str:
        """The post that owns it and its agency, in words."""
        return f"{self.post}, {self.agency.name}"

    @property
    def course(self) -> Course:
        """What tells how it stands."""
        return Course(self.planned_on, self.first_due, list(self.steps.all()))

    def stands(self, day: date) -> str:
        """How it stands on a day."""
        return standing(self.course, day)


class TaskStep(StepOnRecord):
    """One thing that became of a task, always with words; `due` is its new date where it was given one."""

    of = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="steps")
    due = models.DateField(null=True, blank=True)


class TaskWording(Wording):
    """One text of a task."""

    of = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="wordings")

    class Meta(Wording.Meta):
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_wording_of_a_task")]

    def __str__(self) -> str:
        return f"wording {self.number} of task {self.of_id}"
