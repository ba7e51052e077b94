"""What becomes of a thread, who may lead it there, and what it can gather."""

from collections.abc import Mapping

from goldenthread.workflow.history.transitions import Transition, Transitions

SEE, KEEP = "see threads", "keep threads"

OPEN, CLOSED = "open", "closed"

THREAD = Transitions(
    subject="thread",
    initial=OPEN,
    ways=(
        Transition("rewritten", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("gathered into", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("lightened", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("closed", sources=(OPEN,), target=CLOSED, capability=KEEP),
        Transition("opened again", sources=(CLOSED,), target=OPEN, capability=KEEP),
    ),
)
"""A thread is open until what it asks is answered. What it gathered stays with it."""

FINDING, CHALLENGE, RECOMMENDATION, ACTION = "finding", "challenge", "recommendation", "action"
KINDS: Mapping[str, str] = {
    FINDING: "Finding",
    CHALLENGE: "Challenge",
    RECOMMENDATION: "Recommendation",
    ACTION: "Action",
}
"""What a thread gathers. The actions that follow from a recommendation, and their judgements, come with it."""

TEXTS: Mapping[str, str] = {"question": "What is asked", "why": "Why the board asks it"}
"""The texts of a thread, with their headings."""

LONGEST_QUESTION, LONGEST_TEXT = 300, 4000
