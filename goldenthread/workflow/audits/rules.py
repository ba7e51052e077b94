"""What the register holds of an audit, and who may keep it."""

from goldenthread.catalogue.codes.audits import JUDGEMENT
from goldenthread.workflow.history.transitions import Transition, Transitions

SEE, KEEP = "see audits and findings", "keep audits"

REGISTERED, CONSIDERED, WITHDRAWN = "registered", "considered", "withdrawn"

AUDIT = Transitions(
    subject="audit",
    initial=REGISTERED,
    ways=(
        Transition("considered", sources=(REGISTERED,), target=CONSIDERED, capability=KEEP),
        Transition("withdrawn", sources=(REGISTERED, CONSIDERED), target=WITHDRAWN, capability=KEEP),
    ),
)
"""An audit is registered when it is known, and considered once the board has had it before it. One that was entered by
mistake is withdrawn: its number stays, and it counts no longer."""

JUDGEMENTS = tuple(JUDGEMENT.codes)
"""How cases are judged, the best first."""

LONGEST_TITLE, LONGEST_ISSUE, LONGEST_SUMMARY, MOST_CASES, MOST_ISSUES = 200, 500, 2000, 1000, 50
