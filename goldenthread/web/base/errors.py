"""What people read when something cannot be shown. Never more than a reference of what went wrong inside."""

import logging
import sys
from secrets import token_hex
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the page is for others."""
    return _page(request, "errors/refused.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such page, or none that this person may know of."""
    return _page(request, "errors/not_found.html", 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent what no page of ours would."""
    return _page(None, "errors/bad_request.html", 400)


def cannot_be_done(request: HttpRequest, why: str) -> HttpResponse:
    """409: a rule of the board's stands against it; the page says which."""
    return _page(request, "errors/cannot_be_done.html", 409, why=why)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form without its token, as when it was open too long or cookies are refused."""
    return _page(request, "errors/stale_form.html", 403)


def too_many(request: HttpRequest) -> HttpResponse:
    """429: more attempts than anybody needs."""
    return _page(request, "errors/too_many.html", 429)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page asks nothing of the database, which may be what is broken."""
    reference = token_hex(4)
    error = sys.exc_info()[0]
    log.error("reference %s: %s", reference, error.__name__ if error else "unknown")
    return _page(None, "errors/broken.html", 500, reference=reference)


def _page(request: HttpRequest | None, template: str, status: int, **context: Any) -> HttpResponse:
    return HttpResponse(render_to_string(template, context, request), status=status)
