"""Pages that look again by themselves while something is going on."""

from django.http import HttpRequest, HttpResponse

EVERY = 4
"""Seconds between two looks."""


def refreshed(request: HttpRequest, response: HttpResponse, *, while_: bool) -> HttpResponse:
    """Let a page be loaded again in a few seconds, while something goes on and unless its reader wants it still."""
    if while_ and not is_still(request):
        response.headers["Refresh"] = f"{EVERY}; url={request.path}"
    return response


def is_still(request: HttpRequest) -> bool:
    """Whether somebody asked for the page not to move under them."""
    return "still" in request.GET
