"""The check of disclosures: small numbers that one person asks to have shown, and nobody else has decided about."""

from collections.abc import Iterator

from goldenthread.workflow.disclosure.models import Disclosure
from goldenthread.workflow.disclosure.rules import ASKED, DECIDE
from goldenthread.workflow.waiting.checking import Asked, Check, Thing


def _to_decide(asked: Asked) -> Iterator[Thing]:
    """Those that somebody else asked for: of one's own one decides nothing."""
    for each in Disclosure.objects.filter(state=ASKED).order_by("number"):
        if each.asked_by != asked.person.actor:
            yield Thing("disclosure", (each.number,), each.called, None, each.reason)


CHECKS = (
    Check(
        "disclosures-to-decide",
        "Small numbers",
        "Small numbers that somebody asks to have shown",
        "Numbers that are hidden from the public, and that somebody else asks to have shown to everybody.",
        "The chair or the analyst looks at them, and agrees or declines.",
        _to_decide,
        board=DECIDE,
        shown_to=(DECIDE,),
    ),
)
"""The check of disclosures."""
