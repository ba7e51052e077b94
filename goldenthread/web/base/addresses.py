"""Where one reads of a thing of the board's, whatever it is."""

from collections.abc import Mapping, Sequence

from django.urls import reverse

ROUTES: Mapping[str, str] = {
    "action": "action",
    "agency": "waiting_agency",
    "audit": "audit",
    "challenge": "challenge",
    "dataset": "dataset",
    "disclosure": "disclosure",
    "finding": "finding",
    "indicator": "indicator",
    "kept": "kept",
    "owed": "owed",
    "recommendation": "recommendation",
    "return": "return",
    "story": "story",
    "task": "task",
    "thread": "thread",
}
"""The route of the page of each subject."""


def address_of(subject: str, key: Sequence[int | str]) -> str:
    """The address of the page of a thing; nothing where its subject has no page."""
    return reverse(ROUTES[subject], args=key) if subject in ROUTES else ""
