"""What becomes of a finding, how sure the board is of it, and who may lead it there."""

from collections.abc import Mapping

from goldenthread.workflow.history.transitions import Transition, Transitions

SEE, KEEP, MODERATE = "see audits and findings", "keep findings", "moderate findings"

OPEN, CLOSED, WITHDRAWN = "open", "closed", "withdrawn"

FINDING = Transitions(
    subject="finding",
    initial=OPEN,
    ways=(
        Transition("rewritten", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("closed", sources=(OPEN,), target=CLOSED, capability=KEEP),
        Transition("withdrawn", sources=(OPEN, CLOSED), target=WITHDRAWN, capability=KEEP),
        Transition("opened again", sources=(CLOSED, WITHDRAWN), target=OPEN, capability=KEEP),
    ),
)
"""A finding is open until something closes it: a gap that is mended, a strength that no longer holds. One that proves
wrong is withdrawn. It stays on record either way."""

CLAIMED, EVIDENCED, MODERATED, TRIANGULATED = "claimed", "evidenced", "moderated", "triangulated"

CONFIDENCE = Transitions(
    subject="finding",
    initial=CLAIMED,
    ways=(
        Transition("evidenced", sources=(CLAIMED,), target=EVIDENCED, capability=KEEP),
        Transition("moderated", sources=(EVIDENCED,), target=MODERATED, capability=MODERATE),
        Transition("triangulated", sources=(MODERATED,), target=TRIANGULATED, capability=MODERATE),
        Transition("taken back to moderated", sources=(TRIANGULATED,), target=MODERATED, capability=KEEP),
        Transition("taken back to evidenced", sources=(MODERATED, TRIANGULATED), target=EVIDENCED, capability=KEEP),
        Transition(
            "taken back to claimed", sources=(EVIDENCED, MODERATED, TRIANGULATED), target=CLAIMED, capability=KEEP
        ),
    ),
)
"""How sure the board is: somebody says so; there is evidence; somebody else has tested it; other sources say the same.
One step at a time upwards, and back by as many as it takes."""

TESTED = (MODERATED, TRIANGULATED)
"""What only somebody who did not write a finding can lead it to, and what a new text takes it back from."""

ON_WHAT: Mapping[str, str] = {
    "evidenced": "Say what you have seen that shows it",
    "moderated": "Say what you looked at to test it",
    "triangulated": "Say which other sources say the same",
}
"""Steps that rest on something, and how a form asks for it."""

BECAUSE: Mapping[str, str] = {
    "taken back to moderated": "Say why other sources no longer say the same",
    "taken back to evidenced": "Say why the test no longer stands",
    "taken back to claimed": "Say what is wrong with the evidence",
    "closed": "Say what closes it",
    "withdrawn": "Say why it is withdrawn",
    "opened again": "Say why it is opened again",
}
"""Steps that need a reason, and how a form asks for it."""

GAP, STRENGTH = "gap", "strength"
NATURES = (GAP, STRENGTH)
"""Whether something is to be made better, or is good as it is."""

TEXTS: Mapping[str, str] = {
    "text": "What was found",
    "evidence": "The evidence",
    "cause": "Why it is so",
    "recommends": "What the source recommends",
}
"""The long texts of a finding, with their headings."""

LINES: Mapping[str, str] = {"source": "The source", "body": "Who inspected", "judgement": "What was judged"}
"""The short texts of a finding, with their headings."""

LONGEST_LINE, LONGEST_TEXT = 200, 4000
