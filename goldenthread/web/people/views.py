"""Joining by invitation, and one's own account. Signing in and out are allauth's views with our templates."""

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.web.base.access import anyone, person_of, signed_in
from goldenthread.web.people.forms import Join
from goldenthread.web.people.presenters import what_one_may
from goldenthread.workflow.people.models import Invitation
from goldenthread.workflow.people.operations import CannotJoin, UnfitPassword, invitation_for, join

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@anyone
def join_by_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page that a one-time link leads to."""
    try:
        invitation = invitation_for(token)
    except CannotJoin as problem:
        return render(request, "people/cannot_join.html", {"why": problem.message}, status=410)
    form = Join(request.POST or None, initial={"name": invitation.name})
    if request.method == "POST" and form.is_valid() and (answer := _join(request, token, form)):
        return answer
    return _asking(request, invitation, form)


def _join(request: HttpRequest, token: str, form: Join) -> HttpResponse | None:
    """Let somebody in; none where what they gave will not do, which the form then says."""
    try:
        person = join(token, name=form.cleaned_data["name"], password=form.cleaned_data["password"])
    except UnfitPassword as unfit:
        form.add_error("password", unfit.reasons)
        return None
    except CannotJoin as problem:
        form.add_error(None, problem.message)
        return None
    login(request, person, backend=BACKEND)
    messages.success(request, "Your password is set, and you are signed in.")
    return redirect("home")


def _asking(request: HttpRequest, invitation: Invitation, form: Join) -> HttpResponse:
    return render(request, "people/join.html", {"invitation": invitation, "form": form})


@signed_in
def account(request: HttpRequest) -> HttpResponse:
    """Who one is here, and what one may do."""
    return render(request, "people/account.html", {"may": what_one_may(person_of(request))})
