"""Invented findings."""

from datetime import date
from typing import Any

from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.operations import keep, move
from goldenthread.workflow.findings.telling import Told

ANN, BEN = "person:1001", "person:1002"
FOUND = date(2014, 1, 23)
BORN = "A boy born 03/04/2005 waited."


def told(text: str = "Plans are not SMART.", **more: Any) -> Told:
    """What an audit found, with its evidence."""
    given = {
        "source_kind": "audit",
        "source": "Audit of 16 plans",
        "source_on": FOUND,
        "evidence": "11 of 16 required improvement.",
        "evidence_period": "2013-04..2013-11",
    }
    return Told(text, **(given | more))


def a_finding(text: str = "Plans are not SMART.", *, by: str = ANN, **more: Any) -> Finding:
    """One on the register, which is claimed."""
    return keep(told(text, **more), by=by)


def once_tested(finding: Finding, *, to: str = "moderated") -> Finding:
    """The same once it is evidenced and tested by somebody who did not write it."""
    for verb in ("evidenced", "moderated", "triangulated"):
        move(finding, verb, basis="The files.", by=BEN)
        if verb == to:
            break
    finding.refresh_from_db()
    return finding
