"""Editions. An edition is a list, not a copy: it names the parts it was worked out from and the results it gave."""

from datetime import date
from typing import TypedDict, cast

from django.db import models


class PartNamed(TypedDict):
    """One part in an edition's list: what it holds, who sent it in which return, and the days it covers."""

    dataset: str
    agency: str
    digest: str
    of_return: int
    first: str
    last: str


class ResultNamed(TypedDict):
    """One indicator's results in an edition's list. Equal fingerprints mean that nothing it depends on has changed."""

    fingerprint: str
    digest: str


class Editions(models.QuerySet["Edition"]):
    """Editions, as one asks for them."""

    def current(self) -> "Edition | None":
        """The edition in force: the newest. Publishing is nothing but adding one, so there is no pointer to move."""
        return self.order_by("-number").first()

    def holding(self, code: str) -> "Editions":
        """Those that hold figures of an indicator, the newest first."""
        return self.filter(results__has_key=code).order_by("-number")


class Edition(models.Model):
    """One published edition of every figure."""

    number = models.BigAutoField(primary_key=True)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=100)
    parts = cast("list[PartNamed]", models.JSONField())
    results = cast("dict[str, ResultNamed]", models.JSONField())
    definitions = models.CharField(max_length=64)
    code_version = models.CharField(max_length=40)

    objects = Editions.as_manager()

    def __str__(self) -> str:
        return f"edition {self.number}"

    def last_day_covered(self) -> date | None:
        """The last day that any of its evidence covers; none where there is no evidence."""
        return max((date.fromisoformat(part["last"]) for part in self.parts), default=None)

    def returns(self) -> set[int]:
        """The numbers of the returns whose rows it counts."""
        return {part["of_return"] for part in self.parts}

    def digests(self) -> set[str]:
        """The result files it names."""
        return {result["digest"] for result in self.results.values()}
