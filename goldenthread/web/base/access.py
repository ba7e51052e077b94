"""Who may see a page. Every view declares it; a view that declares nothing is shown to nobody."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from goldenthread.web.base.programs import admitted
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import MEANING
from goldenthread.workflow.people.rules import may as may_do

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Needs:
    """What a view asks of whoever comes to it: nothing, an account, or any one of some capabilities.

    What is `for_programs` may also be read by a token, and answers programs in their own way.
    """

    account: bool = True
    any_of: tuple[str, ...] = ()
    for_programs: bool = False

    def are_met_by(self, person: Any) -> bool:
        """Whether this person may come in."""
        if not self.account:
            return True
        return bool(person.is_authenticated) and (not self.any_of or any(may_do(person, each) for each in self.any_of))


ANYONE, SIGNED_IN = Needs(account=False), Needs()

OF_OTHERS = {
    "allauth.account.views.LoginView": ANYONE,
    "allauth.account.views.LogoutView": ANYONE,
    "allauth.account.views.PasswordChangeView": SIGNED_IN,
}
"""Views that we did not write and therefore cannot declare where they stand."""


def may(*capabilities: str) -> Callable[[View], View]:
    """Declare that a view is for those who have any of these capabilities. KeyError where there is none such."""
    for capability in capabilities:
        MEANING[capability]
    return _declaring(Needs(any_of=capabilities))


def programs(*capabilities: str) -> Callable[[View], View]:
    """Declare that a view is for those who have any of these capabilities, and for programs that hold a token."""
    for capability in capabilities:
        MEANING[capability]
    return _declaring(Needs(any_of=capabilities, for_programs=True))


def anyone(view: View) -> View:
    """Declare that a view is for everybody, signed in or not."""
    return _declaring(ANYONE)(view)


def signed_in(view: View) -> View:
    """Declare that a view is for everybody who has an account."""
    return _declaring(SIGNED_IN)(view)


def person_of(request: HttpRequest) -> Person:
    """Who is signed in. PermissionDenied where nobody is, which no view that declares its needs lets happen."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def needs_of(view: Callable[..., Any]) -> Needs | None:
    """What a view declares; none where it declares nothing."""
    made_from = getattr(view, "view_class", None)
    if made_from is not None:
        return OF_OTHERS.get(f"{made_from.__module__}.{made_from.__qualname__}")
    return getattr(view, "needs", None)


class DenyUndeclared:
    """Asks of every view what it needs, before it runs; keeps what it answers out of caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        return response

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> HttpResponseBase | None:
        """Let somebody in, send them to sign in, or refuse."""
        needs = needs_of(view)
        if needs is None:
            log.error("%s.%s does not say who may see it, so nobody may", view.__module__, view.__name__)
            raise PermissionDenied
        if needs.for_programs:
            return admitted(request, may=needs.are_met_by(request.user))
        if needs.are_met_by(request.user):
            return None
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.get_full_path(), reverse("account_login"))


def _declaring(needs: Needs) -> Callable[[View], View]:
    def declare(view: View) -> View:
        view.needs = needs  # type: ignore[attr-defined]
        return view

    return declare
