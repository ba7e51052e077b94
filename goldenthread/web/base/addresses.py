"""Where one reads of a thing of the board's, whatever it is."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.engine.definitions import Indicator

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


def indicator_address(indicator: Indicator, by: str = "") -> str:
    """The address of an indicator's page; for whoever looked at a group of it, that of such groups on the page."""
    page = address_of("indicator", [indicator.code])
    return f"{page}?{urlencode({'by': by})}#groups" if by in {each.code for each in indicator.breakdowns} else page
