"""Findings of the demonstration: from many sources, some tested by somebody else, some closed or withdrawn."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from goldenthread.demo.accounts import Account
from goldenthread.demo.board_file import Agencies
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.operations import decide, keep, move
from goldenthread.workflow.findings.telling import Told
from goldenthread.workflow.people.models import Person

FINDINGS = Path(__file__).parent / "findings.yaml"


def keep_findings(partners: Agencies, accounts: list[Account]) -> Iterator[Finding]:
    """Have the analyst keep them and say what evidence there is, and the chair test them."""
    analyst, chair = (
        Person.objects.get(email=next(each.email for each in accounts if each.role == role)).actor
        for role in ("analyst", "chair")
    )
    for each in yaml.safe_load(FINDINGS.read_text(encoding="utf-8")):
        finding = keep(_told(each, partners), by=analyst)
        for weeks, (verb, by) in enumerate([("evidenced", analyst), ("moderated", chair), ("triangulated", chair)]):
            if verb in each:
                move(finding, verb, basis=each[verb], on=each["found"] + timedelta(weeks=3 * weeks), by=by)
        for verb in ("closed", "withdrawn"):
            if verb in each:
                decide(finding, verb, why=each[verb], on=each[f"{verb}_on"], by=analyst)
        yield finding


def _told(told: Mapping[str, Any], partners: Agencies) -> Told:
    codes = [getattr(partners, name).code for name in told.get("agencies", ())]
    return Told(
        text=told["text"],
        nature=told.get("nature", "gap"),
        source_kind=told["kind"],
        source=told["source"],
        source_on=told["found"],
        body=told.get("body", ""),
        judgement=told.get("judgement", ""),
        recommends=told.get("recommends", ""),
        evidence=told.get("evidence", ""),
        evidence_period=told.get("about", ""),
        themes=told.get("themes", ()),
        strands=told.get("strands", ()),
        agencies=[Agency.objects.get(code=code) for code in codes],
        cause=told.get("cause", ""),
        indicator=told.get("indicator", ""),
        audit=Audit.objects.get(title=told["audit"]) if "audit" in told else None,
    )
