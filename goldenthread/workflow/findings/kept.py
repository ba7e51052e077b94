"""What belongs to a finding: its themes and strands, every text that it had, and every step that was taken with it."""

from django.db import models

from goldenthread.catalogue.findings import STRAND_NAMED, THEME_NAMED
from goldenthread.workflow.history.steps import StepOnRecord
from goldenthread.workflow.history.wordings import Wording


class Theme(models.Model):
    """One theme that somebody gave a finding, from the kept list."""

    of = models.ForeignKey("findings.Finding", on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(max_length=40)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["of", "name"], name="a_theme_of_a_finding_once")]

    def __str__(self) -> str:
        return THEME_NAMED[self.name].title if self.name in THEME_NAMED else self.name


class Strand(models.Model):
    """One strand of the work that a finding touches, from the kept list."""

    of = models.ForeignKey("findings.Finding", on_delete=models.PROTECT, related_name="strands")
    name = models.CharField(max_length=40)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["of", "name"], name="a_strand_of_a_finding_once")]

    def __str__(self) -> str:
        return STRAND_NAMED[self.name].title if self.name in STRAND_NAMED else self.name


class FindingWording(Wording):
    """One text of a finding, with all that was said in its form."""

    of = models.ForeignKey("findings.Finding", on_delete=models.PROTECT, related_name="wordings")

    class Meta(Wording.Meta):
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="one_wording_of_a_finding")]

    def __str__(self) -> str:
        return f"wording {self.number} of finding {self.of_id}"


class Step(StepOnRecord):
    """One thing that became of a finding: `text` says why, `basis` on what."""

    of = models.ForeignKey("findings.Finding", on_delete=models.PROTECT, related_name="steps")
    basis = models.TextField(blank=True)
