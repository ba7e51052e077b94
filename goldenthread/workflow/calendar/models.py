"""What is expected of agencies, the reminders that were sent, and the links by which a return comes without an account.

How it stands is never kept: it is asked.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models

from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.calendar.rules import EVERY, named, things
from goldenthread.workflow.history.links import OneTimeLink
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.returns.models import Return, Upload

_ONE_DAY = timedelta(days=1)


class Expectations(models.QuerySet["Expected"]):
    """What is expected, as one asks for it."""

    def visible_to(self, person: AbstractBaseUser | AnonymousUser | None) -> "Expectations":
        """What somebody may know of: everything, what is expected of their own agency, or nothing."""
        if may(person, "see returns"):
            return self.all()
        if isinstance(person, Person) and may(person, "see own returns"):
            return self.filter(agency=person.agency_id)
        return self.none()

    def numbered(self, number: int) -> "Expected":
        """What is expected under that number; NotFound where there is nothing among these."""
        found = self.select_related("agency").filter(number=number).first()
        if found is None:
            raise NotFound(f"Nothing is expected under the number {number}.")
        return found

    def expecting(self, what: str, agency: Agency, period: Period) -> "Expected":
        """What of that name is expected of an agency about a period; NotFound where nothing is."""
        thing = named(what)
        among = [each for each in self.filter(agency=agency) if thing in each.things]
        found = next((each for each in among if period in each.periods(period.first)), None)
        if found is None:
            raise NotFound(
                f"{things()[thing]} about {period.code} is not expected of {agency.name}."
                f" Say that it is with: goldenthread expect {agency.code} --what {thing} …"
            )
        return found

    def still(self) -> "Expectations":
        """What is expected without an end."""
        return self.filter(ended_at=None, last_code="")

    def in_order(self) -> "Expectations":
        """By agency, each with it."""
        return self.select_related("agency").order_by("agency__name", "number")


class Expected(models.Model):
    """A series of returns that the board expects of an agency.

    `things` are names of returns, of datasets, or counts: all of them together, about every period from the one that
    `first_code` writes to the one that `last_code` writes, so many days after its end. What was ended with no last
    period is not expected at all.
    """

    number = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="expected")
    things = cast("list[str]", models.JSONField())
    every = models.CharField(max_length=20, choices=[(name, each.words) for name, each in EVERY.items()])
    due_days = models.PositiveSmallIntegerField()
    first_code = models.CharField(max_length=20)
    last_code = models.CharField(max_length=20, blank=True)
    declared_at = models.DateTimeField()
    declared_by = models.CharField(max_length=100)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=100, blank=True)

    objects = Expectations.as_manager()

    def __str__(self) -> str:
        return self.what

    @property
    def what(self) -> str:
        """What is expected, in words."""
        return " and ".join(things().get(thing, thing) for thing in self.things)

    @property
    def first(self) -> Period:
        """The first period about which a return is expected."""
        return parse(self.first_code)

    @property
    def last(self) -> Period | None:
        """The last; none where no end is known."""
        return parse(self.last_code) if self.last_code else None

    def is_withdrawn(self) -> bool:
        """Whether it is not expected after all."""
        return self.ended_at is not None and not self.last_code

    def due(self, period: Period) -> date:
        """The day by which the return about a period has to come."""
        return period.last + timedelta(days=self.due_days)

    def after(self, period: Period) -> Period | None:
        """The period after another; none where that was the last."""
        following = EVERY[self.every].holding(period.last + _ONE_DAY)
        return None if self.last and following.first > self.last.last else following

    def periods(self, until: date) -> Iterator[Period]:
        """Every period about which a return is expected and that has begun on a day, in order."""
        period = None if self.is_withdrawn() else self.first
        while period and period.first <= until:
            yield period
            period = self.after(period)


class Reminder(models.Model):
    """That somebody reminded an agency of a return, outside the program, which sends nothing by itself."""

    of = models.ForeignKey(Expected, on_delete=models.PROTECT, related_name="reminders")
    period_code = models.CharField(max_length=20)
    sent_on = models.DateField()
    marked_at = models.DateTimeField()
    marked_by = models.CharField(max_length=100)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"reminder {self.pk}"


class Link(OneTimeLink):
    """A link by which one return can be sent, once, by whoever holds it. Only its hash is kept.

    `upload` are the files that its holder has uploaded last, `sent` the return that came by it.
    """

    of = models.ForeignKey(Expected, on_delete=models.PROTECT, related_name="links")
    period_code = models.CharField(max_length=20)
    upload = models.ForeignKey(Upload, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sent = models.ForeignKey(Return, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    @property
    def actor(self) -> str:
        """How history names whoever holds it."""
        return f"link:{self.pk}"

    @property
    def period(self) -> Period:
        """What the return is about."""
        return parse(self.period_code)
