"""The register of audits as evidence: rows of declared datasets, which are counted like anybody's."""

from collections.abc import Iterator

from goldenthread.catalogue.codes.audits import AUDIT_SUBJECT
from goldenthread.workflow.audits.models import Audit

Row = dict[str, object]

_OF_SHARES = {"outstanding": "AUD1", "good": "AUD2", "requires_improvement": "AUD3", "inadequate": "AUD4"}


def rows() -> dict[str, list[Row]]:
    """The rows of each dataset that the register fills, in the order of the register."""
    audits = list(Audit.objects.standing().order_by("number"))
    considered = [each for each in audits if each.considered_on]
    return {
        "practice_audits": [_audit(each) for each in considered],
        "audited_cases": [row for each in audits for row in _cases(each)],
        "audit_issues": [row for each in considered for row in _issues(each)],
        "supplied_figures": [row for each in audits for row in _shares(each)],
    }


def _audit(audit: Audit) -> Row:
    return {
        "audit": audit.number,
        "audit_kind": audit.kind,
        "audit_subject": audit.subject,
        "considered_on": audit.considered_on,
        "voice_recorded": audit.voice,
        "systems_hindered": audit.systems,
    }


def _cases(audit: Audit) -> Iterator[Row]:
    judged = [name for name, number in audit.cases.items() for _ in range(number)]
    for number, name in enumerate(judged, start=1):
        yield {
            "audit": audit.number,
            "case_number": number,
            "audit_subject": audit.subject,
            "looked_until": audit.evidence_last,
            "case_judged": name,
        }


def _issues(audit: Audit) -> Iterator[Row]:
    for issue in audit.issues.all():
        yield {
            "audit": audit.number,
            "issue_number": issue.number,
            "audit_kind": audit.kind,
            "considered_on": audit.considered_on,
            "inspected_on": issue.inspected_on,
        }


def _shares(audit: Audit) -> Iterator[Row]:
    """A share without a base cannot be counted: it is supplied, by the audit that reported it."""
    for name, share in audit.shares.items():
        yield {
            "indicator": _OF_SHARES[name],
            "whose": "own",
            "first_day": audit.evidence_first,
            "last_day": audit.evidence_last,
            "group_of": "audited",
            "group": AUDIT_SUBJECT.codes[audit.subject],
            "value": f"{share:g}",
            "said_by": f"Audit {audit.number} of the board's register: {audit.title}",
        }
