"""What workflow refuses, said on a page."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from goldenthread.web.base.errors import cannot_be_done, not_found
from goldenthread.workflow.history.refusals import NotFound, NotNow, Refused

BUSY = "Something is going on that must not be interrupted, such as a backup. Try again in a few minutes."
"""What whoever uses the site needs to know of it."""


class TellRefusals:
    """Shows a refusal to whoever asked; what there is not, or not for them, is not found."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page where it was refused; other exceptions go on their way."""
        if isinstance(exception, NotFound):
            return not_found(request, Http404())
        if isinstance(exception, NotNow):
            return cannot_be_done(request, BUSY)
        if isinstance(exception, Refused):
            return cannot_be_done(request, exception.message)
        return None
