"""The board's own records about indicators. A record is never altered: it is replaced by a newer one, or withdrawn."""

from typing import Self

from django.db import models

from goldenthread import catalogue
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.framework.rules import (
    COMPARATORS,
    DIFFERENCE,
    LONGEST_NAME,
    LONGEST_POST,
    LONGEST_WHY,
    OWNER,
    STANDS,
    TARGET,
    WHY,
)
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.transitions import Transitions, as_choices


class NamesMeasure(models.Model):
    """Something that names the indicator which should move because of it, if any."""

    indicator = models.CharField(max_length=20, blank=True)

    class Meta:
        abstract = True

    @property
    def measure(self) -> Indicator | None:
        """The indicator that should move; none where none is named, or the catalogue has it no longer."""
        return catalogue.indicators().get(self.indicator)

    @property
    def lost_measure(self) -> str:
        """The code of an indicator that was named and is in the catalogue no longer; else nothing."""
        return self.indicator if self.indicator and self.measure is None else ""


class Records(models.QuerySet["Record"]):
    """Records of one kind, as one asks for them."""

    def standing(self) -> Self:
        """Those that are neither replaced nor withdrawn."""
        return self.filter(state=STANDS)

    def about(self, indicator: str) -> Self:
        """Those about one indicator, the newest first."""
        return self.filter(indicator=indicator).order_by("-number")

    def numbered(self, number: int) -> "Record":
        """The record of that number; NotFound where there is none."""
        found = self.filter(number=number).first()
        if found is None:
            raise NotFound(f"There is no {self.model.ways.subject} {number}.")
        return found


class Record(models.Model):
    """Something that the board keeps about one indicator, who wrote it down and when, and who ended it."""

    ways: Transitions

    number = models.BigAutoField(primary_key=True)
    indicator = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=as_choices(OWNER.states()), default=STANDS)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=100)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=100, blank=True)

    objects = Records.as_manager()

    class Meta:
        abstract = True

    @property
    def defined(self) -> Indicator | None:
        """The indicator; none where the catalogue has it no longer."""
        return catalogue.indicators().get(self.indicator)

    def stands(self) -> bool:
        """Whether it is neither replaced nor withdrawn."""
        return self.state == STANDS


class Owner(Record):
    """The post that answers for an indicator, at an agency. `person` names who holds the post, where that helps."""

    ways = OWNER
    post = models.CharField(max_length=LONGEST_POST)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="owns")
    person = models.CharField(max_length=LONGEST_NAME, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator"], condition=models.Q(state=STANDS), name="one_owner_of_an_indicator"
            )
        ]

    def __str__(self) -> str:
        return f"{self.post}, {self.agency.name}"


class Target(Record):
    """The value that an indicator should come to, from one period on: every period of that kind until a later target.

    `set_on` is the day on which it was decided and `set_by` who decided it; who wrote it down is another matter.
    """

    ways = TARGET
    value = models.DecimalField(max_digits=12, decimal_places=2)
    from_code = models.CharField(max_length=20)
    set_on = models.DateField()
    set_by = models.CharField(max_length=LONGEST_NAME)
    why = models.CharField(max_length=LONGEST_WHY)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "from_code"], condition=models.Q(state=STANDS), name="one_target_from_a_period"
            )
        ]

    def __str__(self) -> str:
        return f"target {self.number}"

    @property
    def first(self) -> Period:
        """The first period for which it holds."""
        return parse(self.from_code)


class Comparators(Record):
    """What an indicator is to be set beside, in words: which areas, by which list of which date, by which average."""

    ways = COMPARATORS
    noted = models.CharField(max_length=LONGEST_WHY)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator"], condition=models.Q(state=STANDS), name="one_note_of_comparators"
            )
        ]

    def __str__(self) -> str:
        return self.noted


class Difference(Record):
    """Why our figure of a period and the published one differ: in one of a few ways (`how`), and in words."""

    ways = DIFFERENCE
    period_code = models.CharField(max_length=30)
    how = models.CharField(max_length=20, choices=list(WHY.items()))
    why = models.CharField(max_length=LONGEST_WHY)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period_code", "how"],
                condition=models.Q(state=STANDS),
                name="one_reason_of_a_kind_for_a_difference",
            )
        ]

    def __str__(self) -> str:
        return f"{self.how.capitalize()}: {self.why}"

    @property
    def period(self) -> Period:
        """Of which period the figures differ."""
        return parse(self.period_code)
