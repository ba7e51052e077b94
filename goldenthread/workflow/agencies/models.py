"""The partnership and the agencies that send returns to it."""

from django.db import models

from goldenthread.workflow.history.refusals import NotFound


class Partnership(models.Model):
    """The board itself. There is one in a home."""

    name = models.CharField(max_length=200)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_partnership")]

    def __str__(self) -> str:
        return self.name


class Agencies(models.QuerySet["Agency"]):
    """Agencies, as one asks for them."""

    def named(self, code: str) -> "Agency":
        """The agency of that code; NotFound where there is none, saying which there are."""
        found = self.filter(code__iexact=code.strip()).first()
        if found is None:
            known = ", ".join(self.order_by("code").values_list("code", flat=True))
            there_are = f"There are: {known}." if known else "There are none yet."
            raise NotFound(f"There is no agency '{code}'. {there_are} Add one with: goldenthread agency CODE NAME")
        return found


class Agency(models.Model):
    """One partner: children's services, a police force, a school. `code` is short and never changes."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    sector = models.CharField(max_length=40)

    objects = Agencies.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
