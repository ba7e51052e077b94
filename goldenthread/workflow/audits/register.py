"""The register of practice audits as a file: a row for each audit, or a document to read."""

from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.catalogue.codes.audits import JUDGEMENT
from goldenthread.engine.periods import day
from goldenthread.engine.rendering.blocks import Block, Heading, Paragraph, Points, Terms
from goldenthread.engine.rendering.delimited import Cell
from goldenthread.workflow.agencies.registers import Register, iso
from goldenthread.workflow.audits.models import Audit


def _row(audit: Audit, _: date) -> tuple[Cell, ...]:
    issues = list(audit.issues.all())
    return (
        audit.number, audit.title, audit.get_kind_display(), audit.get_subject_display(), audit.whose, str(audit.about),
        *(audit.cases.get(name) for name in JUDGEMENT.codes), *(audit.shares.get(name) for name in JUDGEMENT.codes),
        audit.get_voice_display(), audit.get_systems_display(), audit.summary or None,
        "; ".join(each.text for each in issues) or None, iso(audit.considered_on),
    )  # fmt: skip


def _parts(audits: Sequence[Audit], _: date) -> Iterator[Block]:
    for audit in audits:
        yield Heading(audit.title, f"audit-{audit.number}")
        if audit.summary:
            yield Paragraph(audit.summary)
        known = {
            "Number": str(audit.number),
            "Kind": audit.get_kind_display(),
            "Whose practice": audit.whose,
            "The evidence is about": str(audit.about),
            "Judged": ", ".join(f"{title} {number}" for title, number in audit.judgements),
            "Considered by the board": str(day(audit.considered_on)) if audit.considered_on else "Not yet",
        }
        yield Terms(tuple((name, said) for name, said in known.items() if said))
        if issues := [each.text for each in audit.issues.all()]:
            yield Points(tuple(map(Paragraph, issues)))


AUDITS = Register(
    "Practice audits",
    (
        "audit", "title", "kind", "about", "whose practice", "evidence about",
        *(f"{title.lower()} (cases)" for title in JUDGEMENT.codes.values()),
        *(f"{title.lower()} (%)" for title in JUDGEMENT.codes.values()),
        "the child's voice", "systems", "summary", "issues", "considered on",
    ),
    (8, 50, 24, 24, 34, 20, 12, 12, 12, 12, 12, 12, 12, 12, 20, 24, 60, 60, 14),
    _row,
    _parts,
    marking="For the board and its agencies. Not for publication.",
)  # fmt: skip
