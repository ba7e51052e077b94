"""How often somebody may ask for what is costly, or is much at once."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.web.base.access import person_of
from goldenthread.web.base.errors import too_many

View = Callable[..., HttpResponse]
A_MINUTE = 60


def within_limit(what: str, whose: str) -> bool:
    """Count one more request of somebody's for something in this minute, and say whether that is still allowed.

    Minutes are those of the clock: of two that meet, twice as many may be asked for in a short while.
    """
    key = f"limit:{what}:{whose}:{int(timezone.now().timestamp()) // A_MINUTE}"
    cache.add(key, 0, timeout=2 * A_MINUTE)
    return int(cache.incr(key)) <= settings.LIMITS_A_MINUTE[what]


def limited(what: str) -> Callable[[View], View]:
    """Let whoever is signed in ask for a page only so often (`LIMITS_A_MINUTE`)."""
    settings.LIMITS_A_MINUTE[what]

    def decorate(view: View) -> View:
        @wraps(view)
        def limiting(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
            if within_limit(what, person_of(request).actor):
                return view(request, *arguments, **named)
            return too_many(request)

        return limiting

    return decorate
