"""The register of findings as a file: a row for each finding, or a document to read."""

from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.engine.periods import day
from goldenthread.engine.rendering.blocks import Block, Heading, Paragraph, Terms
from goldenthread.engine.rendering.delimited import Cell
from goldenthread.workflow.agencies.registers import Register
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import GAP, STRENGTH

_CHAPTERS = {GAP: "Gaps", STRENGTH: "Strengths"}


def _row(each: Finding, _: date) -> tuple[Cell, ...]:
    return (
        each.number, each.nature, each.text, each.get_source_kind_display(), each.source,
        each.source_on.isoformat(), each.body or None, each.judgement or None,
        each.recommends or None, each.evidence or None,
        str(each.about) if each.about else None, each.confidence, each.cause or None, each.whom,
        "; ".join(map(str, each.themes.all())) or None, "; ".join(map(str, each.strands.all())) or None,
        each.indicator or None, each.audit_id, each.state,
    )  # fmt: skip


def _parts(findings: Sequence[Finding], _: date) -> Iterator[Block]:
    """The gaps first, then the strengths, in their order."""
    for nature, title in _CHAPTERS.items():
        of_it = [each for each in findings if each.nature == nature]
        if of_it:
            yield Heading(title, nature)
        for each in of_it:
            yield from _told(each)


def _told(finding: Finding) -> Iterator[Block]:
    yield Heading(f"Finding {finding.number}", f"finding-{finding.number}", level=3)
    yield Paragraph(finding.text)
    yield Terms(tuple((name, said) for name, said in _terms(finding) if said))


def _terms(finding: Finding) -> Iterator[tuple[str, str]]:
    source = f"{finding.get_source_kind_display()}: {finding.source}, {day(finding.source_on)}"
    yield "Source", ". ".join(filter(None, [source, finding.body, finding.judgement]))
    yield "What the source recommends", finding.recommends
    yield "Evidence", finding.evidence
    yield "The evidence is about", str(finding.about) if finding.about else ""
    yield "How sure", finding.confidence
    yield "Why it is so", finding.cause
    yield "About", finding.whom
    yield "Themes", "; ".join(map(str, finding.themes.all()))
    yield "Strands", "; ".join(map(str, finding.strands.all()))
    yield "Measure", finding.measure.title if finding.measure else ""
    yield "How it stands", finding.state


FINDINGS = Register(
    "Findings",
    (
        "finding", "gap or strength", "what was found", "kind of source", "source", "day of the source",
        "who inspected", "what was judged", "recommends", "evidence", "evidence about", "confidence",
        "why it is so", "agencies", "themes", "strands", "measure", "audit", "how it stands",
    ),
    (9, 14, 60, 26, 40, 14, 20, 24, 50, 60, 18, 14, 50, 34, 40, 30, 10, 8, 12),
    _row,
    _parts,
    marking="For partner agencies. Not for publication.",
    empty="No finding is what was chosen.",
)  # fmt: skip
