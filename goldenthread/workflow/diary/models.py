"""The links by which a person's calendar program reads their diary."""

from datetime import datetime
from typing import Self

from django.db import models

from goldenthread.workflow.people.models import Person


class DiaryLinks(models.QuerySet["DiaryLink"]):
    """Links, as one asks for them."""

    def good(self, now: datetime) -> Self:
        """Those that open a diary."""
        return self.filter(revoked_at=None, expires_at__gt=now)


class DiaryLink(models.Model):
    """A private link to one person's diary. Only the hash of its token is kept, so that nobody can read it here."""

    of = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="diary_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)

    objects = DiaryLinks.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["of"], condition=models.Q(revoked_at=None), name="one_diary_link_of_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"diary link {self.pk}"

    @property
    def actor(self) -> str:
        """How history names whatever uses it."""
        return f"diary-link:{self.pk}"
