"""Checks of findings: weaknesses without a cause, claims without evidence, and what nobody else has tested."""

from collections.abc import Iterator

from goldenthread.engine.periods import day
from goldenthread.workflow.findings.models import Finding
from goldenthread.workflow.findings.rules import KEEP, MODERATE, SEE
from goldenthread.workflow.waiting.checking import Asked, Check, Thing, short
from goldenthread.workflow.waiting.rules import CLAIM

_ABOUT = "Findings"


def _without_cause(asked: Asked) -> Iterator[Thing]:
    found = Finding.objects.visible_to(asked.person).weaknesses_without_cause().in_order()
    return (_thing(each, "nobody has said why it is so") for each in found)


def _claims(asked: Asked) -> Iterator[Thing]:
    found = Finding.objects.visible_to(asked.person).open().claimed_before(CLAIM.before(asked.on)).in_order()
    return (_thing(each, f"a claim since {day(each.source_on)}") for each in found)


def _untested(asked: Asked) -> Iterator[Thing]:
    """What somebody can test: not what they wrote themselves."""
    found = Finding.objects.visible_to(asked.person).open().to_be_tested_by(asked.person).in_order()
    return (_thing(each, "there is evidence, and nobody who did not write it has tested it") for each in found)


def _thing(finding: Finding, why: str) -> Thing:
    name = f"Finding {finding.number}: {short(finding.text)}"
    return Thing("finding", (finding.number,), name, None, why, finding.whom)


CHECKS = (
    Check(
        "weaknesses-without-cause",
        _ABOUT,
        "Weaknesses without a cause",
        "Open gaps of which nobody has said why they are so. The board's report has to tell the causes of weaknesses.",
        "The chair or the analyst asks those who know, and writes the cause into the finding.",
        _without_cause,
        board=KEEP,
        shown_to=(SEE,),
    ),
    Check(
        "findings-claimed",
        _ABOUT,
        "Claims without evidence",
        f"Open findings whose source is more than {CLAIM.days} days old, and which are still a claim.",
        "The chair or the analyst says what evidence there is, or withdraws the finding.",
        _claims,
        board=KEEP,
        shown_to=(SEE,),
    ),
    Check(
        "findings-untested",
        _ABOUT,
        "Findings to be tested by somebody else",
        "Open findings that have evidence, and that nobody who did not write them has tested.",
        "The chair or the analyst, whoever wrote none of it, looks at the evidence and says whether it stands.",
        _untested,
        board=MODERATE,
        shown_to=(MODERATE,),
    ),
)
"""The checks of findings."""
