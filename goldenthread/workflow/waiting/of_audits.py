"""Checks of practice audits: which of them the board has not considered."""

from collections.abc import Iterator

from goldenthread.engine.periods import day
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.audits.rules import KEEP, REGISTERED, SEE
from goldenthread.workflow.waiting.checking import Asked, Check, Thing
from goldenthread.workflow.waiting.rules import TO_CONSIDER


def _unconsidered(asked: Asked) -> Iterator[Thing]:
    waiting = Audit.objects.visible_to(asked.person).standing().filter(state=REGISTERED)
    for each in waiting.filter(evidence_last__lt=TO_CONSIDER.before(asked.on)):
        why = f"its evidence goes up to {day(each.evidence_last)}"
        yield Thing("audit", (each.number,), f"Audit {each.number}: {each.title}", each.agency, why, each.whose)


CHECKS = (
    Check(
        "audits-unconsidered",
        "Audits",
        "Audits that the board has not considered",
        f"Audits whose evidence ended more than {TO_CONSIDER.days} days ago, and which the board has not considered.",
        "The chair puts them on an agenda; the analyst says when the board considered them.",
        _unconsidered,
        board=KEEP,
        shown_to=(SEE,),
    ),
)
"""The checks of audits."""
