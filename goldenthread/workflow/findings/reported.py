"""What a report about a year tells of findings: what was learnt from whom, and how sure the board is of it.

The board paper tells all of them, with their evidence and causes. What others may read tells those that there is
evidence for, that are about no single agency, and that do not come from what befell one child or one family; of others
it says nothing, not even whether there are any.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.db.models import Q

from goldenthread.catalogue.findings import OF_SINGLE_CASES, SOURCE_KINDS
from goldenthread.engine.english import counted, quoted
from goldenthread.engine.periods import Period, day
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.blocks import Block, DataTable, Heading, Paragraph, Quotation
from goldenthread.engine.rendering.recounting import Part, recount, tally
from goldenthread.workflow.findings.models import Finding, Findings
from goldenthread.workflow.findings.rules import CLAIMED, CLOSED, CONFIDENCE, GAP, OPEN, STRENGTH, WITHDRAWN

HEADERS = ("Found", "From", "About", "How sure", "Standing")
ELSEWHERE = (
    "Findings about a single agency, those that are claimed and for which there is no evidence yet, and those that come"
    " from a single case, are neither told of nor counted here."
)
_KINDS = list(SOURCE_KINDS)


def told(year: Period, face: Face) -> list[Block]:
    """The findings of a year, and those of before that are open still, as the register stands and as one face may read
    of it."""
    found = list(_findings(year, face))
    blocks: list[Block] = list(_how_many(found, year))
    for kind, those in groupby(sorted(found, key=lambda each: _KINDS.index(each.source_kind)), _kind):
        blocks.append(Heading(kind, f"found-{len(blocks)}", level=3))
        rows = tuple(_row(each) for each in those)
        blocks.append(DataTable(f"{kind}: findings", HEADERS, rows, of_words=True))
    if face is Face.BOARD:
        return [*blocks, *(quotation for each in found for quotation in _quotations(each))]
    return [*blocks, Paragraph(ELSEWHERE)]


def _findings(year: Period, face: Face) -> Findings:
    """Those that may be told of, the oldest first. One that was withdrawn has proved wrong."""
    belongs = Q(source_on__gte=year.first) | Q(state=OPEN)
    found = Finding.objects.in_order().exclude(state=WITHDRAWN).filter(belongs, source_on__lte=year.last)
    found = found.order_by("source_on", "number").prefetch_related("agencies", "steps")
    if face is Face.BOARD:
        return found
    return found.filter(agencies=None).exclude(confidence=CLAIMED).exclude(source_kind__in=OF_SINGLE_CASES)


def _kind(finding: Finding) -> str:
    return SOURCE_KINDS[finding.source_kind]


def _how_many(found: Sequence[Finding], year: Period) -> Iterator[Paragraph]:
    if not found:
        none = tally(found, f"findings in {year.code}")
        yield Paragraph(f"No finding on the register belongs to {year}.", counts=(none,))
        return
    gaps = [each for each in found if each.nature == GAP]
    yield recount(
        f"Of {counted(len(found), 'finding')} that belong to {year},",
        [
            Part([each for each in gaps if each.state == OPEN], "is an open gap", "are open gaps"),
            Part(
                [each for each in gaps if each.state == CLOSED], "is a gap that was closed", "are gaps that were closed"
            ),
            Part([each for each in found if each.nature == STRENGTH], "is a strength", "are strengths"),
        ],
        name=f"findings in {year.code}",
    )
    parts = []
    for state in CONFIDENCE.states():
        those = [each for each in found if each.confidence == state]
        parts.append(Part(those, f"is {state}", f"are {state}"))
    yield recount("How sure the board is of them:", parts, name=f"how sure of findings in {year.code}")


def _row(finding: Finding) -> tuple[str, ...]:
    about = str(finding.about) if finding.about else "no period said"
    source = f"{quoted(finding.source)}, {day(finding.source_on)}"
    stands = f"open since {day(finding.source_on)}" if finding.state == OPEN else finding.state
    whom = f" ({finding.whom})" if finding.agencies.all() else ""
    said = f"Finding {finding.number}, a {finding.nature}: {quoted(finding.text)}{whom}"
    return said, source, about, finding.confidence, stands


def _quotations(finding: Finding) -> Iterator[Quotation]:
    """The words of a finding's record: its evidence, why it is so, and on what each step rests."""
    texts = {
        "The evidence for": finding.evidence,
        "Why it is so:": finding.cause,
        "Recommended with": finding.recommends,
    }
    for heading, text in texts.items():
        if text:
            yield Quotation(text, f"{heading} finding {finding.number}", str(finding))
    for step in finding.steps.all():
        if said := " ".join(filter(None, (step.basis, step.text))):
            yield Quotation(said, f"Finding {finding.number}: {step.verb} on {day(step.on)}", str(finding))
