"""What stands around every page: the board's name, who is signed in, where one can go."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import reverse

from goldenthread import __version__
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.people.rules import may

Place = tuple[str, str, tuple[str, ...]]
"""A page's name, what it is called, and the capabilities of which any one opens it."""

FIGURES: tuple[Place, ...] = (
    ("scorecard", "Scorecard", ("see the scorecard",)),
    ("journey", "Journey", ("see the scorecard",)),
    ("places", "Places", ("see the scorecard",)),
)
"""Three ways to look at the same figures."""

ASSURANCE: tuple[Place, ...] = (
    ("threads", "Threads", ("see threads",)),
    ("findings", "Findings", ("see audits and findings",)),
    ("audits", "Practice audits", ("see audits and findings",)),
    ("challenges", "Challenges", ("see challenges", "answer challenges")),
    ("recommendations", "Recommendations", ("see actions", "report on actions")),
    ("actions", "Actions", ("see actions", "report on actions")),
)
"""The registers from what is found to what has changed."""

WAITING: tuple[Place, ...] = (
    ("waiting", "Waiting", ("see what is waiting",)),
    ("checks", "Checks", ("see what is waiting",)),
    ("diary", "Your diary", ("see what is waiting",)),
)
"""What is to be done, and how the program knows of it."""


def _alone(name: str, text: str, *any_of: str) -> tuple[str, tuple[Place, ...]]:
    return text, ((name, text, any_of),)


PLACES: tuple[tuple[str, tuple[Place, ...]], ...] = (
    _alone("home", "Home"),
    ("Scorecard", FIGURES),
    ("Assurance", ASSURANCE),
    _alone("plan", "Plan", "see the plan", "report on tasks"),
    ("Waiting", WAITING),
    _alone("reports", "Reports", "see reports"),
    _alone("returns", "Returns", "see returns", "see own returns"),
    _alone("datasets", "Datasets", "see the scorecard", "send returns"),
)
"""Where the navigation leads: each entry to the first of its places that somebody may see; the others lie beside it."""


def layout(request: HttpRequest) -> dict[str, Any]:
    """What every template may use without being given it."""
    person = getattr(request, "user", None)
    signed_in = bool(person and person.is_authenticated)
    return {
        "board": Partnership.objects.first(),
        "person": person if signed_in else None,
        "navigation": list(_navigation(request)) if signed_in else [],
        "asked_for": request.GET.get("q", ""),
        "messages": get_messages(request),
        "beside": partial(beside, request),
        "version": __version__,
    }


def _navigation(request: HttpRequest) -> Iterator[dict[str, Any]]:
    for text, together in PLACES:
        addresses = [reverse(name) for name, _, any_of in together if _opens(request, any_of)]
        if addresses:
            here = request.path in addresses
            inside = not here and any(_within(request.path, each) for each in addresses)
            yield {"text": text, "href": addresses[0], "current": here, "active": inside}


def beside(request: HttpRequest) -> list[dict[str, Any]]:
    """This place and those that lie beside it, as far as somebody may see them; none where it lies alone."""
    for _, together in PLACES:
        there = [(reverse(name), text) for name, text, any_of in together if _opens(request, any_of)]
        if request.path in dict(there) and len(there) > 1:
            return [{"text": text, "href": href, "current": request.path == href} for href, text in there]
    return []


def _opens(request: HttpRequest, any_of: tuple[str, ...]) -> bool:
    return not any_of or any(may(request.user, capability) for capability in any_of)


def _within(path: str, address: str) -> bool:
    return address != "/" and path.startswith(address)
