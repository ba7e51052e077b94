"""What becomes of a recommendation and of an action, who may lead it there, and how its impact is judged."""

from collections.abc import Mapping

from goldenthread.catalogue.codes.board import RECOMMENDED_BY
from goldenthread.workflow.history.transitions import Transition, Transitions

SEE, KEEP, REPORT, JUDGE = "see actions", "keep actions", "report on actions", "judge impact"

UNDECIDED, ACTION_PLANNED, NO_ACTION, CLOSED = "undecided", "action planned", "no action", "closed"

RECOMMENDATION = Transitions(
    subject="recommendation",
    initial=UNDECIDED,
    ways=(
        Transition("rewritten", sources=(UNDECIDED,), target=UNDECIDED, capability=KEEP),
        Transition("planned for", sources=(UNDECIDED, NO_ACTION), target=ACTION_PLANNED, capability=KEEP),
        Transition("declined", sources=(UNDECIDED, ACTION_PLANNED), target=NO_ACTION, capability=KEEP),
        Transition("closed", sources=(ACTION_PLANNED,), target=CLOSED, capability=KEEP),
        Transition("opened again", sources=(CLOSED, NO_ACTION), target=UNDECIDED, capability=KEEP),
    ),
)
"""Every recommendation is decided: action is planned, or none, because of something that is said."""

STILL_OPEN = (UNDECIDED, ACTION_PLANNED)
"""States in which a recommendation still waits for something."""

OPEN, DONE, JUDGED, DROPPED = "open", "done", "judged", "dropped"

ACTION = Transitions(
    subject="action",
    initial=OPEN,
    ways=(
        Transition("rewritten", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("reported on", sources=(OPEN,), target=OPEN, capability=REPORT),
        Transition("reassigned", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("left without an owner", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("found relevant", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("escalated", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("dropped", sources=(OPEN,), target=DROPPED, capability=KEEP),
        Transition("done", sources=(OPEN,), target=DONE, capability=REPORT),
        Transition("opened again", sources=(DONE, JUDGED, DROPPED), target=OPEN, capability=KEEP),
        Transition("judged", sources=(DONE, JUDGED), target=JUDGED, capability=JUDGE),
    ),
)
"""Completion is not impact: what is done waits until its impact is judged, and can be judged again at a re-test."""

BROUGHT, IMPORTED, LET_GO = "brought", "imported", "let go"

LOG = Transitions(
    subject="action log",
    initial=BROUGHT,
    ways=(
        Transition("matched", sources=(BROUGHT,), target=BROUGHT, capability=KEEP),
        Transition("imported", sources=(BROUGHT,), target=IMPORTED, capability=KEEP),
        Transition("let go", sources=(BROUGHT,), target=LET_GO, capability=KEEP),
        Transition("cleared", sources=(IMPORTED,), target=IMPORTED, capability=KEEP),
    ),
)
"""An action log that somebody brings from a spreadsheet waits until it is imported or let go. Once it is imported, the
rows that could not be taken are kept until they are cleared away."""

KINDS: Mapping[str, str] = RECOMMENDED_BY.codes
"""Where a recommendation can come from."""

OF_SINGLE_CASES = ("review", "concern")
"""Sources that speak of what befell one child or one family: what they recommended is told within the board only."""

ON_TIME, SLIPPED, NO_PROGRESS = "on time", "slipped", "no progress"
STATUSES = (ON_TIME, SLIPPED, NO_PROGRESS)
"""How an action can stand at the end of a quarter."""

NONE_SEEN, ACTIVITY_ONLY, PRACTICE = "none seen", "activity only", "practice changed"
OUTCOME, SUSTAINED = "experience or outcome changed", "sustained at re-test"
LEVELS = (NONE_SEEN, ACTIVITY_ONLY, PRACTICE, OUTCOME, SUSTAINED)
"""What an action can be judged to have made of things, each more than the one before."""

EVIDENCE = ("re-audit", "data", "practitioner", "child or family", "external")
"""The kinds of evidence on which an impact is judged."""

IMPACT_AFTER_MONTHS = 3
"""How long after it is done an action's impact is looked for, unless another day is set: this product's own
suggestion, not a rule of law."""

RECOMMENDED: Mapping[str, str] = {"text": "What is recommended", "themes": "Themes"}
"""The texts of a recommendation, with their headings."""

PLANNED: Mapping[str, str] = {
    "what": "What will be done",
    "measured_by": "Another measure",
    "relevant": "Why it is relevant",
    "why_no_date": "Why no date can be given",
    "resources": "Resources",
}
"""The texts of an action, with their headings."""

LONGEST_LINE, LONGEST_TEXT = 200, 4000
