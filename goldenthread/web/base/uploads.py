"""Taking in files that somebody uploads: in memory, from those who may, and no more than a return may have."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile

from goldenthread.workflow.people.rules import may
from goldenthread.workflow.returns.rules import LARGEST_RETURN

# What stands around the files in a form that is sent.
AROUND = 1024 * 1024


class InMemory(MemoryFileUploadHandler):
    """Holds files in memory alone. What is larger than any return, or comes from others, is read past and forgotten."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: Any, boundary: Any, encoding: str | None = None
    ) -> None:
        """Decide before the first file comes."""
        user = getattr(self.request, "user", None)
        self.activated = content_length <= LARGEST_RETURN + AROUND and may(user, "send returns")

    def new_file(self, *arguments: Any, **named: Any) -> None:
        """Begin a file, or pass it over."""
        if not self.activated:
            raise SkipFile
        super().new_file(*arguments, **named)
