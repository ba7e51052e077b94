"""Taking in files that somebody uploads: in memory, from those who may, and no more than a return may have."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from goldenthread.workflow.calendar.links import link_for
from goldenthread.workflow.history.links import LinkIsOver
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.returns.rules import LARGEST_RETURN

UPLOAD_BY_LINK, ACTION_LOG = "by_link_upload", "action_import"

# What stands around the files in a form that is sent.
AROUND = 1024 * 1024


class InMemory(MemoryFileUploadHandler):
    """Holds files in memory alone. What is larger than any return, or comes from others, is read past and forgotten.

    Those who may send returns may upload, and whoever comes by a one-time link that is still good; and an action log,
    those who keep actions.
    """

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: Any, boundary: Any, encoding: str | None = None
    ) -> None:
        """Decide before the first file comes."""
        self.activated = content_length <= LARGEST_RETURN + AROUND and _may_send(self.request)

    def new_file(self, *arguments: Any, **named: Any) -> None:
        """Begin a file, or pass it over."""
        if not self.activated:
            raise SkipFile
        super().new_file(*arguments, **named)


def _may_send(request: HttpRequest | None) -> bool:
    if request is None:
        return False
    person = getattr(request, "user", None)
    return (
        may(person, "send returns")
        or (may(person, "keep actions") and _brings_a_log(request))
        or _holds_a_link(request)
    )


def _brings_a_log(request: HttpRequest) -> bool:
    """Whether somebody comes to the page on which action logs are brought."""
    try:
        return resolve(request.path_info).url_name == ACTION_LOG
    except Resolver404:
        return False


def _holds_a_link(request: HttpRequest) -> bool:
    """Whether somebody comes to the address of a one-time link by which a return can still be sent."""
    try:
        found = resolve(request.path_info)
        return found.url_name == UPLOAD_BY_LINK and bool(link_for(found.kwargs["token"]))
    except (Resolver404, LinkIsOver):
        return False
