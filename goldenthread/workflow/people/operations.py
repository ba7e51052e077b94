"""Inviting people and letting them in."""

import secrets

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.links import hash_of
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people.models import Invitation, Person
from goldenthread.workflow.people.rules import LINK_LASTS, NEEDS_AN_AGENCY, Role

TOKEN_BYTES = 32


class CannotJoin(Refused):
    """The link does not let this person in; the message tells them why and whom to ask."""


class UnfitPassword(CannotJoin):
    """The password will not do; `reasons` says why, one sentence each."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def invite(email: str, role: Role, *, agency: Agency | None = None, name: str = "", by: str) -> str:
    """Invite somebody; returns the token of their link, which is shown this once and kept nowhere.

    An earlier link to the same address stops working. Somebody who has an account of that role chooses a new password
    by it. Refused where the address is none or has an account of another role, and where role and agency do not go
    together.
    """
    email = _address(email)
    _check_agency(role, agency)
    if known := Person.objects.filter(email=email).exclude(role=role, agency=agency, is_active=True).first():
        raise Refused(f"{email} has an account already, as {known.role}. It cannot be given another role.")
    now, token = timezone.now(), secrets.token_urlsafe(TOKEN_BYTES)
    Invitation.objects.filter(email=email, used_at=None, expires_at__gt=now).update(expires_at=now)
    invitation = Invitation.objects.create(
        token_hash=hash_of(token),
        email=email,
        name=" ".join(name.split()),
        role=role,
        agency=agency,
        invited_at=now,
        invited_by=by,
        expires_at=now + LINK_LASTS,
    )
    about = {"role": str(role), "agency": agency.code if agency else None}
    record("invited", subject="invitation", subject_id=invitation.pk, by=by, **about)
    return token


def invitation_for(token: str) -> Invitation:
    """The invitation that a link belongs to, still good; CannotJoin otherwise."""
    invitation = Invitation.objects.select_related("agency").filter(token_hash=hash_of(token)).first()
    return _still_good(invitation)


@transaction.atomic
def join(token: str, *, name: str, password: str) -> Person:
    """Make the account that a link is for, or give it a new password.

    CannotJoin where the link is not good, UnfitPassword where that is not.
    """
    # Held until the account is there, so that a link used twice at the same moment makes one account.
    found = Invitation.objects.select_for_update().filter(token_hash=hash_of(token)).first()
    invitation = _still_good(found)
    known = Person.objects.filter(email=invitation.email).first()
    person = _with_password(known or _new_person(invitation), " ".join(name.split()), password)
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    verb = "chose a new password" if known else "joined"
    record(verb, subject="person", subject_id=person.pk, by=person.actor, invitation=invitation.pk)
    return person


def _new_person(invitation: Invitation) -> Person:
    return Person(email=invitation.email, role=invitation.role, agency_id=invitation.agency_id)


def _with_password(person: Person, name: str, password: str) -> Person:
    if not name or len(name) > 200:
        raise CannotJoin("Give your name, in up to 200 letters.")
    person.name = name
    try:
        validate_password(password, person)
    except ValidationError as unfit:
        raise UnfitPassword(unfit.messages) from None
    person.set_password(password)
    person.save()
    return person


def _still_good(invitation: Invitation | None) -> Invitation:
    if invitation is None:
        raise CannotJoin(
            "This link is not one that was given out, or part of it is missing. Copy the whole of it. If it still does"
            " not work, ask the person who invited you for a new one."
        )
    if invitation.used_at:
        raise CannotJoin(
            f"This link was used on {date_format(invitation.used_at, 'j F Y')} and works only once. If it was you, sign"
            " in. If it was not, tell the person who invited you at once."
        )
    if invitation.is_over(timezone.now()):
        raise CannotJoin(
            "This link has run out, or a newer one was made for you. Use the newest, or ask the person who invited you"
            " for a new one."
        )
    return invitation


def _check_agency(role: Role, agency: Agency | None) -> None:
    if role in NEEDS_AN_AGENCY and agency is None:
        raise Refused(f"The role '{role}' is for one agency. Say which, with --agency CODE.")
    if role not in NEEDS_AN_AGENCY and agency is not None:
        raise Refused(f"The role '{role}' is for the whole board, not for {agency.name}. Leave the agency out.")


def _address(email: str) -> str:
    fit = email.strip().lower()
    try:
        validate_email(fit)
    except ValidationError:
        raise Refused(f"'{email}' is not an e-mail address.") from None
    return fit
