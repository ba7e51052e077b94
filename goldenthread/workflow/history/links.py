"""Links that somebody without an account uses once. Of what opens them only the hash is kept."""

import hashlib
import secrets
from datetime import datetime
from typing import TypeVar

from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils import timezone

from goldenthread.engine.periods import day
from goldenthread.workflow.history.refusals import Refused

TOKEN_BYTES = 32


class LinkIsOver(Refused):
    """Nothing can be done by this link any more, or ever could; the message says why and whom to ask."""


class OneTimeLink(models.Model):
    """A link that works once, and not for ever."""

    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"link {self.pk}"

    def is_good(self, now: datetime) -> bool:
        """Whether one can still use it."""
        return self.used_at is None and now < self.expires_at


Link = TypeVar("Link", bound=OneTimeLink)


def new_token(salt: str) -> str:
    """A token that opens a link, signed so that a mistyped one is known without looking."""
    return _signer(salt).sign(secrets.token_urlsafe(TOKEN_BYTES))


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def hash_of_given(token: str, salt: str) -> str:
    """The hash of a token that somebody comes with; LinkIsOver where it was never given out."""
    try:
        _signer(salt).unsign(token)
    except BadSignature:
        raise _unknown() from None
    return hash_of(token)


def still_good(link: Link | None, *, done: str) -> Link:
    """The link, if it can still be used; LinkIsOver otherwise. `done` is what was done by it where it was used."""
    if link is None:
        raise _unknown()
    if link.used_at:
        raise LinkIsOver(
            f"By this link {done} on {day(timezone.localdate(link.used_at))}, and it works only once. If it was not"
            " you, tell the board's analyst at once."
        )
    if not link.is_good(timezone.now()):
        raise LinkIsOver(
            "This link has run out, or a newer one was made. Use the newest, or ask the board's analyst for another."
        )
    return link


def _unknown() -> LinkIsOver:
    return LinkIsOver(
        "This link is not one that was given out, or part of it is missing. Copy the whole of it. If it still does not"
        " work, ask the board's analyst for another."
    )


def _signer(salt: str) -> Signer:
    return Signer(salt=salt, sep=".")
