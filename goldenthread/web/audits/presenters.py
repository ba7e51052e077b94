"""What the pages of the register of audits show."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from goldenthread.catalogue.codes.audits import AUDIT_KIND, SYSTEMS_HINDERED, VOICE_RECORDED
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.actions.models import Recommendation
from goldenthread.workflow.actions.rules import KEEP as KEEP_ACTIONS
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.audits.models import Audit, Issue
from goldenthread.workflow.audits.rules import CONSIDERED, KEEP, REGISTERED, WITHDRAWN
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import KEEP as KEEP_FINDINGS
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

COLUMNS = (
    Column("Audit"), Column("Whose practice"), Column("Evidence about"), Column("Judged"),
    Column("Issues", numeric=True), Column("Considered by the board"),
)  # fmt: skip


@dataclass(frozen=True)
class AuditsPage:
    """The register, perhaps of one kind of audit only."""

    table: Table | None
    kinds: list[tuple[str, str, bool]]
    chosen: str
    may_keep: bool


@dataclass(frozen=True)
class AuditPage:
    """One audit, and what somebody may do with it."""

    audit: Audit
    particulars: list[tuple[str, str]]
    judgements: list[tuple[str, str]]
    issues: list[Issue]
    findings: list[Finding]
    recommendations: list[Recommendation]
    recommend: str
    may_consider: bool
    may_withdraw: bool
    withdrawn: bool
    may_find: bool


def audits_for(person: Person, kind: str) -> AuditsPage:
    """The register as somebody may see it; of one `kind`, or of all where there is no such kind."""
    chosen = kind if kind in AUDIT_KIND.codes else ""
    found = chosen_of(person, kind)
    table = Table("Audits, the latest evidence first", COLUMNS, [_row(each) for each in found]) if found else None
    kinds = [("", "All", not chosen), *((code, title, code == chosen) for code, title in AUDIT_KIND.codes.items())]
    return AuditsPage(table, kinds, urlencode({"kind": chosen}) if chosen else "", may(person, KEEP))


def chosen_of(person: Person, kind: str) -> list[Audit]:
    """The audits that the list shows, for a file."""
    seen = Audit.objects.visible_to(person).standing()
    return list(seen.filter(kind=kind) if kind in AUDIT_KIND.codes else seen)


def audit_for(person: Person, number: int) -> AuditPage:
    """The page of one audit; NotFound where there is none."""
    audit = Audit.objects.visible_to(person).numbered(number)
    keeps = may(person, KEEP)
    return AuditPage(
        audit=audit,
        particulars=list(_particulars(audit)),
        judgements=audit.judgements,
        issues=list(audit.issues.all()),
        findings=list(Finding.objects.visible_to(person).filter(audit=audit).in_order()),
        recommendations=list(Recommendation.objects.visible_to(person).filter(audit=audit).in_order()),
        recommend=_recommend(audit) if may(person, KEEP_ACTIONS) and audit.state != WITHDRAWN else "",
        may_consider=keeps and audit.state == REGISTERED,
        may_withdraw=keeps and audit.state in (REGISTERED, CONSIDERED),
        withdrawn=audit.state == WITHDRAWN,
        may_find=may(person, KEEP_FINDINGS) and audit.state != WITHDRAWN,
    )


def _recommend(audit: Audit) -> str:
    """Where a recommendation is kept that this audit made, with what is known already."""
    known = {
        "kind": "audit",
        "source": audit.title,
        "source_on": audit.considered_on.isoformat() if audit.considered_on else "",
        "agency": audit.agency.code if audit.agency else "",
        "audit": str(audit.number),
    }
    return f"{reverse('recommendation_add')}?{urlencode(known)}"


def found_audit(number: int) -> Audit:
    """The audit of that number."""
    return Audit.objects.numbered(number)


def all_agencies() -> list[Agency]:
    """Every agency whose practice can be looked at."""
    return list(Agency.objects.order_by("name"))


def agency_called(code: str) -> Agency | None:
    """The agency of a code; none where several are meant."""
    return Agency.objects.named(code) if code else None


def _particulars(audit: Audit) -> Iterator[tuple[str, str]]:
    yield "Kind", audit.get_kind_display()
    yield "About", audit.get_subject_display()
    yield "Whose practice", audit.whose
    yield "The evidence is about", str(audit.about)
    yield "Considered by the board", day(audit.considered_on) if audit.considered_on else "Not yet"
    yield VOICE_RECORDED.title, audit.get_voice_display()
    yield SYSTEMS_HINDERED.title, audit.get_systems_display()
    if audit.cases:
        yield "Cases judged", str(audit.judged)


def _row(each: Audit) -> list[Cell]:
    judged = ", ".join(f"{title} {number}" for title, number in each.judgements)
    return [
        Cell(each.title, href=reverse("audit", args=[each.number]), below=each.get_kind_display()),
        Cell(each.whose),
        Cell(str(each.about)),
        Cell(judged or "No cases judged"),
        Cell(str(len(each.issues.all()))),
        Cell(day(each.considered_on) if each.considered_on else "Not yet"),
    ]
