"""The states of a disclosure, and who may lead it from one to another."""

from goldenthread.workflow.history.transitions import Transition, Transitions

DECIDE = "show small numbers"

ASKED, AGREED, DECLINED, WITHDRAWN = "asked for", "agreed", "declined", "withdrawn"

DISCLOSURE = Transitions(
    subject="disclosure",
    initial=ASKED,
    ways=(
        Transition("agreed", sources=(ASKED,), target=AGREED, capability=DECIDE),
        Transition("declined", sources=(ASKED,), target=DECLINED, capability=DECIDE),
        Transition("withdrawn", sources=(ASKED, AGREED), target=WITHDRAWN, capability=DECIDE),
    ),
)
"""One person asks, another agrees or declines. Withdrawing hides the numbers again in the editions that follow."""

SHORTEST_REASON, LONGEST_REASON = 20, 500
"""A reason of fewer letters is none. Whoever is asked years later must be able to say why."""
