"""Pages that programs read: who is let in, by whom they are read, and how a program is told that it cannot be."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse

from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.reading import Viewer
from goldenthread.workflow.tokens.models import Token
from goldenthread.workflow.tokens.operations import NoGoodToken, let_in

HOW_TO_COME_IN = "Sign in, or send a token as: Authorization: Bearer gt_…"


def admitted(request: HttpRequest, *, may: bool) -> HttpResponse | None:
    """Nothing where a program may read on, otherwise the answer that it may not.

    It may by a token that is still good; without one, as whoever is signed in, if they `may`. A token that is no good
    is never passed over in favour of a session: whoever sends one means it.
    """
    given = request.headers.get("Authorization", "")
    if not given:
        if not request.user.is_authenticated:
            return _unknown(HOW_TO_COME_IN)
        return None if may else problem(HTTPStatus.FORBIDDEN, "Your role does not let you read this.")
    kind, _, text = given.partition(" ")
    if kind.lower() != "bearer":
        return _unknown(HOW_TO_COME_IN)
    try:
        request.token = let_in(text.strip())  # type: ignore[attr-defined]
    except NoGoodToken as no_good:
        return _unknown(no_good.message)
    return None


def reader_of(request: HttpRequest) -> Viewer:
    """Who reads: the token that was sent, or whoever is signed in."""
    token: Token | None = getattr(request, "token", None)
    if token is not None:
        return Viewer(token.face, actor=token.actor)
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return Viewer.of(request.user)


def problem(status: HTTPStatus, detail: str, **headers: str) -> HttpResponse:
    """What is wrong, as programs are told of it (RFC 9457)."""
    told: dict[str, Any] = {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail}
    return JsonResponse(told, status=int(status), content_type="application/problem+json", headers=headers)


def _unknown(detail: str) -> HttpResponse:
    return problem(HTTPStatus.UNAUTHORIZED, detail, **{"WWW-Authenticate": "Bearer"})
