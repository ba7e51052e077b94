"""Disclosures, as two people decided them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import cast

from django.db import models

from goldenthread import catalogue
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.english import one_after_another
from goldenthread.engine.periods import Period, parse
from goldenthread.engine.protecting.opened import WHOLE, Opened
from goldenthread.workflow.disclosure.rules import AGREED, ASKED, DISCLOSURE, LONGEST_REASON
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.history.transitions import as_choices

_STATES = as_choices(DISCLOSURE.states())


class Disclosures(models.QuerySet["Disclosure"]):
    """Disclosures, as one asks for them."""

    def standing(self) -> "Disclosures":
        """Those that are asked for or agreed."""
        return self.filter(state__in=(ASKED, AGREED))

    def opened(self) -> Mapping[str, list[Opened]]:
        """What two people agreed to show, by the code of its indicator."""
        found = defaultdict(list)
        for each in self.filter(state=AGREED).order_by("number"):
            found[each.indicator].append(each.what)
        return found

    def numbered(self, number: int) -> "Disclosure":
        """The disclosure of that number; NotFound where there is none."""
        found = self.filter(number=number).first()
        if found is None:
            raise NotFound(f"There is no disclosure {number}.")
        return found


class Disclosure(models.Model):
    """Small numbers of an indicator and period that are shown.

    `breakdowns` says which: the whole (`all`), every group of some breakdowns, or both. `reason` is of whoever asks,
    `because` of whoever declined or withdrew it.
    """

    number = models.BigAutoField(primary_key=True)
    indicator = models.CharField(max_length=20)
    period_code = models.CharField(max_length=30)
    breakdowns = cast("list[str]", models.JSONField())
    reason = models.CharField(max_length=LONGEST_REASON)
    state = models.CharField(max_length=20, choices=_STATES, default=DISCLOSURE.initial)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=100)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=100, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=100, blank=True)
    because = models.CharField(max_length=LONGEST_REASON, blank=True)

    objects = Disclosures.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period_code"],
                condition=models.Q(state__in=(ASKED, AGREED)),
                name="one_disclosure_of_an_indicator_and_period_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"disclosure {self.number}"

    @property
    def defined(self) -> Indicator | None:
        """The indicator; none where the catalogue has it no longer."""
        return catalogue.indicators().get(self.indicator)

    @property
    def period(self) -> Period:
        """What it is about."""
        return parse(self.period_code)

    @property
    def what(self) -> Opened:
        """What is opened, as the engine knows it."""
        return Opened(self.period_code, tuple(self.breakdowns))

    @property
    def of_which(self) -> str:
        """Which numbers, in words: the whole, by what, or both."""
        titles = {each.code: each.title for each in self.defined.breakdowns} if self.defined else {}
        by = [f"by {titles.get(each, each).lower()}" for each in self.breakdowns if each != WHOLE]
        return one_after_another([*(["the whole"] if WHOLE in self.breakdowns else []), *by])

    @property
    def called(self) -> str:
        """Which numbers they are, in words: of which indicator, which period, and which of it."""
        title = self.defined.title if self.defined else self.indicator
        return f"{title}, {self.period}, {self.of_which}"
