"""Stories behind numbers. Each text that anybody saved is a version, and none is ever altered or lost."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import models

from goldenthread import catalogue
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import Period, parse
from goldenthread.workflow.history.transitions import as_choices
from goldenthread.workflow.stories.rules import EXPECTED, LONGEST_WHY, PARTS, PUBLISHED, STORY

_STATES = as_choices(STORY.states())


class Stories(models.QuerySet["Story"]):
    """Stories, as one asks for them."""

    def behind(self, indicator: str, period: str) -> "Story | None":
        """The story of an indicator and period; none where nobody has begun one."""
        return self.filter(indicator=indicator, period_code=period).first()

    def about(self, indicators: Iterable[str]) -> "Mapping[tuple[str, str], Story]":
        """The stories of some indicators, by indicator and period."""
        found = self.filter(indicator__in=indicators).prefetch_related("versions")
        return {(each.indicator, each.period_code): each for each in found}

    def told(self) -> "Stories":
        """Those of which a version is published, the latest first."""
        return self.filter(published__isnull=False).select_related("published").order_by("-published__published_at")

    def unfinished(self) -> "Stories":
        """Those with a version that is not published yet, the latest first, each with its versions."""
        return self.exclude(state=PUBLISHED).prefetch_related("versions").order_by("-number")


class Story(models.Model):
    """The story behind one indicator in one period. `published` is the version that everybody may read, if any."""

    number = models.BigAutoField(primary_key=True)
    indicator = models.CharField(max_length=20)
    period_code = models.CharField(max_length=30)
    state = models.CharField(max_length=20, choices=_STATES, default=STORY.initial)
    published = models.OneToOneField("Version", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = Stories.as_manager()

    class Meta:
        verbose_name_plural = "stories"
        constraints = [
            models.UniqueConstraint(fields=["indicator", "period_code"], name="one_story_of_an_indicator_and_period")
        ]

    def __str__(self) -> str:
        return f"story {self.number}"

    @property
    def defined(self) -> Indicator | None:
        """The indicator; none where the catalogue has it no longer."""
        return catalogue.indicators().get(self.indicator)

    @property
    def period(self) -> Period:
        """What it is about."""
        return parse(self.period_code)

    @property
    def latest(self) -> "Version | None":
        """The newest version that was not set aside."""
        return next((each for each in self.versions.all() if each.set_aside_for is None), None)


class Version(models.Model):
    """One text of a story, by one person. Texts that two people wrote at once are both kept: the later one is set aside
    for the version that it did not know of (`set_aside_for`), until somebody brings the two together. `foretold` is
    what was worked out, when it was signed off, to happen if nothing changed: it stays beside what the owner expects.
    """

    of = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    behind = models.TextField(blank=True)
    unchanged = models.TextField(blank=True)
    works = models.TextField(blank=True)
    partners = models.TextField(blank=True)
    deeds = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=100)
    set_aside_for = models.PositiveIntegerField(null=True, blank=True)
    foretold = models.TextField(blank=True)
    signed_off_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.CharField(max_length=100, blank=True)
    sent_back_at = models.DateTimeField(null=True, blank=True)
    sent_back_by = models.CharField(max_length=100, blank=True)
    sent_back_why = models.CharField(max_length=LONGEST_WHY, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_version_of_a_story_and_number")]

    def __str__(self) -> str:
        return f"version {self.number} of story {self.of_id}"

    @property
    def parts(self) -> dict[str, str]:
        """What it tells, by the names of the parts."""
        return {name: getattr(self, name) for name in PARTS}

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each part that it tells, under its heading, and beside what the owner expects what was worked out."""
        told = [(name, heading, self.parts[name]) for name, heading in PARTS.items() if self.parts[name]]
        return [(heading, self._with_forecast(text) if name == EXPECTED else text) for name, heading, text in told]

    def _with_forecast(self, expected: str) -> str:
        """What the owner expects, and after it the forecast, unless the owner says the very same."""
        if not self.foretold or self.foretold in expected:
            return expected
        return f"{expected}\n\nWorked out when this was signed off: {self.foretold}"

    @property
    def lacking(self) -> Sequence[str]:
        """The headings of the parts that are not told yet."""
        return [heading for name, heading in PARTS.items() if not self.parts[name]]
