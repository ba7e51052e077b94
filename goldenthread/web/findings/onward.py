"""Where a finding leads: to a challenge or a recommendation because of it, which begin from what is known of it."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from django.urls import reverse

from goldenthread.workflow.actions.rules import KEEP as KEEP_ACTIONS
from goldenthread.workflow.challenges.rules import PUT
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import GAP
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

RECOMMENDED_BY: Mapping[str, str] = {
    "indicator": "data",
    "check": "data",
    "audit": "audit",
    "chair": "audit",
    "section-11": "self-audit",
    "in-house": "audit",
    "serious-case-review": "review",
    "local-review": "review",
    "child-deaths": "child deaths",
    "inspection": "inspection",
    "allegations": "concern",
    "concern": "concern",
    "child": "voice",
    "practitioner": "voice",
    "complaint": "concern",
    "silence": "board",
}
"""By the kind of source of a finding, the kind of source of a recommendation that is made because of it."""


def onward_from(found: Finding, person: Person) -> Iterator[tuple[str, str]]:
    """What somebody can begin because of an open gap: what a page calls it, and its address."""
    if not found.is_open() or found.nature != GAP:
        return
    if may(person, PUT):
        yield "Put a challenge because of it", _challenge(found)
    if may(person, KEEP_ACTIONS):
        yield "Keep a recommendation because of it", _recommendation(found)


def _challenge(found: Finding) -> str:
    known = {"because": found.text, "evidence_period": found.evidence_period, "indicator": found.indicator}
    return f"{reverse('challenge_put')}?{urlencode(known)}"


def _recommendation(found: Finding) -> str:
    about = list(found.agencies.all())
    known = {
        "text": found.recommends,
        "kind": RECOMMENDED_BY[found.source_kind],
        "source": found.source,
        "source_on": found.source_on.isoformat(),
        "agency": about[0].code if len(about) == 1 else "",
        "audit": found.audit_id or "",
    }
    return f"{reverse('recommendation_add')}?{urlencode(known)}"
