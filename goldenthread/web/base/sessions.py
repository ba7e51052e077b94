"""Signing people out who have gone away: after half an hour without a page, and after half a day in any case."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

BEGAN, SEEN = "began", "last_seen"
# Seconds. The session is written no more often than this, so that reading a page seldom writes to the database.
NOTED_EVERY = 60


class EndOldSessions:
    """Signs out whoever has been away too long, and says so. The times are kept on the server, in the session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        if why := _over(request):
            logout(request)
            messages.info(request, f"You were signed out because {why}. Sign in to go on where you were.")
            return redirect_to_login(_where_to_go_on(request), reverse("account_login"))
        _note(request)
        return self.get_response(request)


def _over(request: HttpRequest) -> str:
    """Why the session is over; nothing where it is not."""
    now = timezone.now().timestamp()
    if now - request.session.get(SEEN, now) >= settings.SESSION_IDLE.total_seconds():
        return f"you had not used the site for {_minutes(settings.SESSION_IDLE)}"
    if now - request.session.get(BEGAN, now) >= settings.SESSION_COOKIE_AGE:
        return "you had been signed in for a long time"
    return ""


def _note(request: HttpRequest) -> None:
    now = timezone.now().timestamp()
    request.session.setdefault(BEGAN, now)
    if now - request.session.get(SEEN, 0) >= NOTED_EVERY:
        request.session[SEEN] = now


def _minutes(length: timedelta) -> str:
    return f"{length // timedelta(minutes=1)} minutes"


def _where_to_go_on(request: HttpRequest) -> str:
    return request.get_full_path() if request.method == "GET" else reverse("home")
