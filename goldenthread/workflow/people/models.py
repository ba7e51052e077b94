"""Accounts and the invitations that lead to them."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.people.rules import NEEDS_AN_AGENCY, Role

ROLES = [(role.value, role.value) for role in Role]
_FOR_AN_AGENCY = models.Q(role__in=sorted(role.value for role in NEEDS_AN_AGENCY))
_HAS_AGENCY = models.Q(agency__isnull=False)
AGENCY_FITS_ROLE = (_FOR_AN_AGENCY & _HAS_AGENCY) | (~_FOR_AN_AGENCY & ~_HAS_AGENCY)


class People(BaseUserManager["Person"]):
    """People, as one asks for them."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person of that e-mail address, in capitals or not."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """Somebody with an account. `email` is kept in small letters."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=40, choices=ROLES)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    is_active = models.BooleanField(default=True)

    objects = People()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "role"]

    class Meta:
        verbose_name_plural = "people"
        constraints = [models.CheckConstraint(condition=AGENCY_FITS_ROLE, name="person_agency_fits_role")]

    def __str__(self) -> str:
        return self.name

    @property
    def actor(self) -> str:
        """How history names this person."""
        return f"person:{self.pk}"


class Invitation(models.Model):
    """A link that makes one account, once. Only the link's hash is kept, so that nobody can read it here and use it."""

    token_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=40, choices=ROLES)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations")
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=100)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=AGENCY_FITS_ROLE, name="invitation_agency_fits_role")]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    def is_over(self, now: datetime) -> bool:
        """Whether it is too late to use it."""
        return now >= self.expires_at
