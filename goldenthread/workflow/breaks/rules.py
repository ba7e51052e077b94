"""In which ways recording can change, and who may say that it did."""

from collections.abc import Mapping

from goldenthread.workflow.history.transitions import Transition, Transitions

TIMING, COVERAGE, RECONCILED = "timing", "coverage", "count reconciled"

HOW: Mapping[str, str] = {
    TIMING: "dates may be late or lost",
    COVERAGE: "some of what happened may not be recorded",
    RECONCILED: "the count was checked by hand",
}
"""What a change of recording did to the numbers. Only where the count was reconciled are both sides alike."""

DECLARED, WITHDRAWN = "declared", "withdrawn"

BREAK = Transitions(
    subject="break",
    initial=DECLARED,
    ways=(Transition("withdrawn", sources=(DECLARED,), target=WITHDRAWN, capability="declare breaks"),),
)
"""A break is declared, and withdrawn where it turns out to be none. What it said stays readable."""

LONGEST_REASON = 500
