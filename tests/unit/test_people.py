"""Who may sign in, and how they come to."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from goldenthread.workflow.history.models import Entry
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.people.models import Invitation, Person
from goldenthread.workflow.people.operations import CannotJoin, UnfitPassword, invitation_for, invite, join
from goldenthread.workflow.people.rules import CAPABILITIES, LINK_LASTS, MEANING, Role, may
from tests.factories.agencies import an_agency
from tests.factories.people import PASSWORD, a_person

pytestmark = pytest.mark.django_db

EMAIL = "ash@ambleford.example"


def test_somebody_invited_can_join_and_sign_in() -> None:
    token = invite("Ash@Ambleford.example ", Role.ANALYST, by="command line")
    assert invitation_for(token).email == EMAIL
    person = join(token, name=" Ash  Kowalski ", password=PASSWORD)
    assert (person.email, str(person), person.role, person.agency) == (EMAIL, "Ash Kowalski", Role.ANALYST, None)
    assert authenticate(None, email="ASH@ambleford.example", password=PASSWORD) == person
    assert authenticate(None, email=EMAIL, password="something else") is None
    assert Person.objects.get_by_natural_key("ASH@ambleford.example") == person


def test_history_says_who_was_let_in_without_naming_them() -> None:
    person = join(invite(EMAIL, Role.ANALYST, by="command line"), name="Ash Kowalski", password=PASSWORD)
    invited, joined = Entry.objects.order_by("number")
    assert (invited.verb, invited.actor, invited.about) == (
        "invited",
        "command line",
        {"role": "analyst", "agency": None},
    )
    assert (joined.verb, joined.actor, joined.subject_id) == ("joined", person.actor, str(person.pk))
    assert joined.about == {"invitation": int(invited.subject_id)}
    assert not any(re.search("ash|kowalski", entry.text, re.IGNORECASE) for entry in (invited, joined))


def test_the_link_itself_is_kept_nowhere() -> None:
    token = invite(EMAIL, Role.ANALYST, by="command line")
    assert len(token) >= 43
    assert token not in str(Invitation.objects.values().get())
    assert not any(token in entry.text for entry in Entry.objects.all())


def test_a_link_works_once() -> None:
    token = invite(EMAIL, Role.ANALYST, by="command line")
    join(token, name="Ash Kowalski", password=PASSWORD)
    for use in (lambda: invitation_for(token), lambda: join(token, name="Somebody else", password=PASSWORD)):
        with pytest.raises(CannotJoin, match="was used on .* works only once.*tell the person who invited you"):
            use()
    assert Person.objects.count() == 1


@pytest.mark.parametrize("token", ["", "x", "é" * 40])
def test_a_link_that_was_never_given_out_says_whom_to_ask(token: str) -> None:
    with pytest.raises(CannotJoin, match="part of it is missing.*ask the person who invited you for a new one"):
        join(token, name="Ash Kowalski", password=PASSWORD)


def test_a_link_runs_out_after_a_week() -> None:
    token = invite(EMAIL, Role.ANALYST, by="command line")
    invitation = Invitation.objects.get()
    assert invitation.expires_at - invitation.invited_at == LINK_LASTS == timedelta(days=7)
    Invitation.objects.update(expires_at=timezone.now())
    with pytest.raises(CannotJoin, match="has run out.*ask the person who invited you"):
        join(token, name="Ash Kowalski", password=PASSWORD)


def test_a_newer_link_takes_the_place_of_an_older() -> None:
    older, newer = (invite(EMAIL, Role.ANALYST, by="command line") for _ in range(2))
    with pytest.raises(CannotJoin, match="a newer one was made for you"):
        join(older, name="Ash Kowalski", password=PASSWORD)
    assert join(newer, name="Ash Kowalski", password=PASSWORD).email == EMAIL


@pytest.mark.parametrize("password", ["short", "password1234", "ash@ambleford.example"])
def test_an_unfit_password_is_refused_and_the_link_stays_good(password: str) -> None:
    token = invite(EMAIL, Role.ANALYST, by="command line")
    with pytest.raises(UnfitPassword) as unfit:
        join(token, name="Ash Kowalski", password=password)
    assert unfit.value.reasons
    assert " ".join(unfit.value.reasons) == unfit.value.message
    assert join(token, name="Ash Kowalski", password=PASSWORD)


def test_nobody_joins_without_a_name() -> None:
    with pytest.raises(CannotJoin, match="Give your name"):
        join(invite(EMAIL, Role.ANALYST, by="command line"), name=" ", password=PASSWORD)


def test_a_data_lead_works_for_one_agency_and_nobody_else_does() -> None:
    agency = an_agency("acc")
    with pytest.raises(Refused, match="'agency data lead' is for one agency. Say which"):
        invite(EMAIL, Role.DATA_LEAD, by="command line")
    for role in (Role.ANALYST, Role.BOARD_MEMBER):
        with pytest.raises(Refused, match=f"'{role}' is for the whole board, not for {agency}"):
            invite(EMAIL, role, agency=agency, by="command line")
    assert a_person(Role.DATA_LEAD, agency=agency).agency == agency
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email=EMAIL, name="Ash", role=Role.DATA_LEAD)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email=EMAIL, name="Ash", role=Role.ANALYST, agency=agency)


@pytest.mark.parametrize("email", ["", "ash", "ash@", "a b@ambleford.example"])
def test_an_address_that_is_none_is_refused(email: str) -> None:
    with pytest.raises(Refused, match="is not an e-mail address"):
        invite(email, Role.ANALYST, by="command line")


def test_somebody_who_has_an_account_is_not_invited_again() -> None:
    a_person(email=EMAIL)
    with pytest.raises(Refused, match="has an account already"):
        invite(EMAIL.upper(), Role.BOARD_MEMBER, by="command line")


def test_somebody_who_forgot_their_password_is_given_a_link_to_choose_another() -> None:
    person = a_person(email=EMAIL)
    again = join(invite(EMAIL, Role.ANALYST, by="command line"), name="Ash Kowalski", password="another one to know")
    assert (again.pk, again.name) == (person.pk, "Ash Kowalski")
    person.refresh_from_db()
    assert person.check_password("another one to know")
    assert Person.objects.count() == 1
    assert Entry.objects.order_by("-number")[0].verb == "chose a new password"


def test_every_role_has_capabilities_that_are_explained() -> None:
    assert set(CAPABILITIES) == set(Role)
    assert frozenset().union(*CAPABILITIES.values()) == set(MEANING)


@pytest.mark.parametrize("role", Role)
def test_somebody_may_what_their_role_may_and_no_more(role: Role) -> None:
    person = a_person(role, agency=an_agency() if role == Role.DATA_LEAD else None)
    assert {capability for capability in MEANING if may(person, capability)} == CAPABILITIES[role]
    person.is_active = False
    assert not any(may(person, capability) for capability in MEANING)


def test_nobody_may_nothing() -> None:
    assert not any(may(nobody, capability) for capability in MEANING for nobody in (None, AnonymousUser()))


def test_a_capability_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(KeyError, match="fly"):
        may(None, "fly")
