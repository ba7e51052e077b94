"""What the form of a finding begins from, where somebody comes from the page of what it was found in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from goldenthread.engine.periods import UnknownPeriod, day, parse
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.challenges.models import Challenge
from goldenthread.workflow.findings.rules import LONGEST_LINE
from goldenthread.workflow.framework.operations import known_indicator
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition

_KINDS = {"cases": "audit", "multi_agency": "audit", "chair": "chair", "in_house": "in-house"}

Initial = dict[str, Any]


def begun_from(asked: Mapping[str, str], person: Person) -> Initial:
    """What is known already of a finding from an audit (perhaps one issue of it), an indicator or a challenge.

    NotFound where there is no such thing, or none that this person may see.
    """
    if asked.get("audit", "").isdecimal():
        return _from_audit(Audit.objects.visible_to(person).numbered(int(asked["audit"])), asked.get("issue", ""))
    if asked.get("indicator"):
        return _from_indicator(asked["indicator"], asked.get("period", ""))
    if asked.get("challenge", "").isdecimal():
        return _from_challenge(
            Challenge.objects.seen_by(person).numbered(int(asked["challenge"])), timezone.localdate()
        )
    return {}


def _from_audit(audit: Audit, issue: str) -> Initial:
    judged = ", ".join(f"{title} {number}" for title, number in audit.judgements)
    named = audit.issues.filter(number=issue).first() if issue.isdecimal() else None
    return {
        "text": named.text if named else "",
        "source_kind": _KINDS[audit.kind],
        "source": audit.title,
        "source_on": audit.considered_on or audit.evidence_last,
        "evidence": "\n".join(filter(None, [f"How cases were judged: {judged}." if judged else "", audit.summary])),
        "evidence_period": audit.about.code,
        "agencies": [audit.agency.code] if audit.agency else [],
        "audit": str(audit.number),
    }


def _from_indicator(code: str, period: str) -> Initial:
    """The figure itself is not written into it: whoever reads findings may not see it as exactly as who writes."""
    indicator, edition = known_indicator(code), Edition.objects.current()
    begun: Initial = {"source_kind": "indicator", "source": indicator.title, "indicator": indicator.code}
    if edition:
        begun["source_on"] = timezone.localdate(edition.published_at)
    try:
        about = parse(period) if period else None
    except UnknownPeriod:
        about = None
    return begun | ({"source": f"{indicator.title}, {about}", "evidence_period": about.code} if about else {})


def _from_challenge(challenge: Challenge, on: date) -> Initial:
    """Where an answer is late, that is what was found: silence."""
    source = f"Challenge {challenge.number}: {challenge.asks}"
    begun: Initial = {
        "source": source if len(source) <= LONGEST_LINE else f"{source[: LONGEST_LINE - 1]}…",
        "source_on": challenge.issued_on or on,
        "evidence_period": challenge.evidence_period,
        "indicator": challenge.indicator,
    }
    late = [(each, each.reply_due) for each in challenge.answers.all() if each.reply_due and each.days_late(on)]
    if not late:
        return begun
    first = min(due for _, due in late)
    return begun | {
        "source_kind": "silence",
        "source_on": on,
        "evidence": "\n".join(f"No reply of {each.whose} had come that was due by {day(due)}." for each, due in late),
        "evidence_period": f"{first.isoformat()}..{on.isoformat()}",
        "agencies": [each.agency.code for each, _ in late if each.agency],
    }
