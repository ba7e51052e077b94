"""The register of practice audits of the demonstration: what audits of 2013/14 found, in the words of the report."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from goldenthread.demo.board_file import Agencies
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit
from goldenthread.workflow.audits.operations import Found, Judged, Particulars, consider, register

AUDITS = Path(__file__).parent / "audits.yaml"


def register_audits(agencies: Agencies, *, by: str) -> Iterator[Audit]:
    """Register every audit, and say when the board considered it."""
    for each in yaml.safe_load(AUDITS.read_text(encoding="utf-8")):
        audit = register(
            each["title"],
            kind=each["kind"],
            subject=each["subject"],
            about=each["about"],
            particulars=_particulars(each, agencies),
            by=by,
        )
        consider(audit, on=each["considered"], by=by)
        yield audit


def _particulars(each: dict[str, Any], agencies: Agencies) -> Particulars:
    whose = getattr(agencies, each["agency"]).code if "agency" in each else None
    return Particulars(
        agency=Agency.objects.get(code=whose) if whose else None,
        judged=Judged(each.get("cases", {}), each.get("shares", {})),
        issues=[Found(issue["text"], issue.get("inspected")) for issue in each.get("issues", [])],
        voice=each.get("voice", "not_looked_at"),
        systems=each.get("systems", "not_looked_at"),
        summary=each.get("summary", ""),
    )
