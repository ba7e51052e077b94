"""Tokens by which other programs read figures."""

from datetime import datetime

from django.db import models

from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.tokens.rules import FACES

_FACES = [(str(face), str(face)) for face in FACES]


class Tokens(models.QuerySet["Token"]):
    """Tokens, as one asks for them."""

    def numbered(self, number: int) -> "Token":
        """The token of that number; NotFound where there is none."""
        found = self.filter(pk=number).first()
        if found is None:
            raise NotFound(f"There is no token {number}.")
        return found


class Token(models.Model):
    """A token. Only its hash is kept, so that nobody can read it here and use it."""

    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=200)
    shows = models.CharField(max_length=20, choices=_FACES)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.CharField(max_length=100, blank=True)
    last_used_on = models.DateField(null=True, blank=True)

    objects = Tokens.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(revoked_at=None, revoked_by="")
                | (models.Q(revoked_at__isnull=False) & ~models.Q(revoked_by="")),
                name="token_revoked_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"token {self.pk}"

    @property
    def actor(self) -> str:
        """How history names whatever uses it."""
        return f"token:{self.pk}"

    @property
    def face(self) -> Face:
        """The face that it shows."""
        return Face(self.shows)

    def is_good(self, now: datetime) -> bool:
        """Whether it still opens anything."""
        return self.revoked_at is None and now < self.expires_at
