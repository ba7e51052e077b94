"""The register of findings as a file: a row for each finding, or a document to read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from goldenthread.engine.periods import day
from goldenthread.engine.rendering.blocks import Block, Document, Heading, Paragraph, Terms
from goldenthread.engine.rendering.delimited import Cell, as_csv
from goldenthread.engine.rendering.word import word
from goldenthread.engine.rendering.workbooks import listing
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import GAP, STRENGTH

COLUMNS = (
    "finding", "gap or strength", "what was found", "kind of source", "source", "day of the source", "who inspected",
    "what was judged", "recommends", "evidence", "evidence about", "confidence", "why it is so", "agencies", "themes",
    "strands", "measure", "audit", "how it stands",
)  # fmt: skip
_WIDTHS = (9, 14, 60, 26, 40, 14, 20, 24, 50, 60, 18, 14, 50, 34, 40, 30, 10, 8, 12)
_MARKING = "For partner agencies. Not for publication."
_CHAPTERS = {GAP: "Gaps", STRENGTH: "Strengths"}


def rows(findings: Sequence[Finding]) -> list[tuple[Cell, ...]]:
    """The rows, in the order of the findings."""
    return [
        (
            each.number, each.nature, each.text, each.get_source_kind_display(), each.source,
            each.source_on.isoformat(), each.body or None, each.judgement or None,
            each.recommends or None, each.evidence or None,
            str(each.about) if each.about else None, each.confidence, each.cause or None, each.whom,
            "; ".join(map(str, each.themes.all())) or None, "; ".join(map(str, each.strands.all())) or None,
            each.indicator or None, each.audit_id, each.state,
        )
        for each in findings
    ]  # fmt: skip


def document(findings: Sequence[Finding], on: date) -> Document:
    """The findings as a document: the gaps first, then the strengths, in their order."""
    blocks: list[Block] = []
    for nature, title in _CHAPTERS.items():
        of_it = [each for each in findings if each.nature == nature]
        if of_it:
            blocks += [Heading(title, nature), *(block for each in of_it for block in _told(each))]
    return Document(
        title=str(Partnership.objects.first() or "The board"),
        subtitle="Register of findings",
        made=f"Made on {day(on)}.",
        marking=_MARKING,
        blocks=tuple(blocks) or (Paragraph("No finding is what was chosen."),),
    )


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


AS_FILE: Mapping[str, Callable[[Sequence[Finding], date], bytes]] = {
    "csv": lambda findings, _: as_csv(COLUMNS, rows(findings)).encode(),
    "xlsx": lambda findings, _: listing("Findings", COLUMNS, rows(findings), _WIDTHS),
    "docx": lambda findings, on: word(document(findings, on)),
}
"""By the ending of the file: how the register is written out on a day."""
