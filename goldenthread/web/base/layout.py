"""What stands around every page: the board's name, who is signed in, where one can go."""

from collections.abc import Iterator, Mapping
from functools import partial
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
    ("waiting", "Waiting", ("see what is waiting",)),
    ("findings", "Findings", ("see audits and findings",)),
    ("challenges", "Challenges", ("see challenges", "answer challenges")),
    ("actions", "Actions", ("see actions", "report on actions")),
    ("plan", "Plan", ("see the plan", "report on tasks")),
    ("reports", "Reports", ("see reports",)),
    ("returns", "Returns", ("see returns", "see own returns")),
    ("datasets", "Datasets", ("see the scorecard", "send returns")),
)
"""Where the navigation leads: a page's name, what it is called, and the capabilities of which any one opens it."""

BESIDE: Mapping[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "scorecard": (
        ("journey", "Journey", ("see the scorecard",)),
        ("places", "Places", ("see the scorecard",)),
    ),
    "findings": (("audits", "Practice audits", ("see audits and findings",)),),
    "actions": (("recommendations", "Recommendations", ("see actions", "report on actions")),),
}
"""What is reached from one of these places and has no room of its own beside them, told in the same way."""


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
    for name, text, any_of in PLACES:
        if not any_of or any(may(request.user, capability) for capability in any_of):
            address = reverse(name)
            here = request.path == address
            beside = [reverse(page) for page, _, _ in BESIDE.get(name, ())]
            inside = not here and any(_within(request.path, each) for each in (address, *beside))
            yield {"text": text, "href": address, "current": here, "active": inside}


def beside(request: HttpRequest, place: str) -> list[dict[str, Any]]:
    """A place and what is reached from it, as far as somebody may see it, for the pages of these."""
    text, any_of = next((text, any_of) for name, text, any_of in PLACES if name == place)
    told = ((place, text, any_of), *BESIDE[place])
    return [
        {"text": text, "href": reverse(name), "current": request.path == reverse(name)}
        for name, text, any_of in told
        if any(may(request.user, capability) for capability in any_of)
    ]


def _within(path: str, address: str) -> bool:
    return address != "/" and path.startswith(address)
