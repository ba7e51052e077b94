"""In which ways recording, or practice, can change, and who may say that it did."""

from collections.abc import Mapping

from goldenthread.workflow.history.transitions import Transition, Transitions

TIMING, COVERAGE, RECONCILED, PRACTICE = "timing", "coverage", "count reconciled", "practice"

HOW: Mapping[str, str] = {
    TIMING: "dates may be late or lost",
    COVERAGE: "some of what happened may not be recorded",
    RECONCILED: "the count was checked by hand",
    PRACTICE: "how the work is done changed, and not how it is recorded",
}
"""What a change did to the numbers. Both sides are alike only where the count was reconciled, and where it is practice
that changed: then something else is to be expected of it, and a chart's limits are worked out anew.
"""

DECLARED, WITHDRAWN = "declared", "withdrawn"

BREAK = Transitions(
    subject="break",
    initial=DECLARED,
    ways=(Transition("withdrawn", sources=(DECLARED,), target=WITHDRAWN, capability="declare breaks"),),
)
"""A break is declared, and withdrawn where it turns out to be none. What it said stays readable."""

LONGEST_REASON = 500
