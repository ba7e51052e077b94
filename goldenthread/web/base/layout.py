"""What stands around every page: the board's name, who is signed in, where one can go."""

from collections.abc import Iterator
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import reverse

from goldenthread import __version__
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.people.rules import may

PLACES = (
    ("home", "Home", ()),
    ("scorecard", "Scorecard", ("see the scorecard",)),
    ("journey", "Journey", ("see the scorecard",)),
    ("places", "Places", ("see the scorecard",)),
    ("waiting", "Waiting", ("see what is waiting",)),
    ("findings", "Findings", ("see audits and findings",)),
    ("challenges", "Challenges", ("see challenges", "answer challenges")),
    ("reports", "Reports", ("see reports",)),
    ("returns", "Returns", ("see returns", "see own returns")),
    ("datasets", "Datasets", ("see the scorecard", "send returns")),
)
"""Where the navigation leads: a page's name, what it is called, and the capabilities of which any one opens it."""


def layout(request: HttpRequest) -> dict[str, Any]:
    """What every template may use without being given it."""
    person = getattr(request, "user", None)
    signed_in = bool(person and person.is_authenticated)
    return {
        "board": Partnership.objects.first(),
        "person": person if signed_in else None,
        "navigation": list(_navigation(request)) if signed_in else [],
        "messages": get_messages(request),
        "version": __version__,
    }


def _navigation(request: HttpRequest) -> Iterator[dict[str, Any]]:
    for name, text, any_of in PLACES:
        if not any_of or any(may(request.user, capability) for capability in any_of):
            address = reverse(name)
            here = request.path == address
            inside = not here and _within(request.path, address)
            yield {"text": text, "href": address, "current": here, "active": inside}


def _within(path: str, address: str) -> bool:
    return address != "/" and path.startswith(address)
