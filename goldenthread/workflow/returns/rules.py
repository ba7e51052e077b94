"""When a return may become evidence, and how much of one we take."""

from goldenthread.workflow.history.transitions import Transition, Transitions

RECEIVED, ACCEPTED = "received", "accepted"

RETURN = Transitions(
    subject="return",
    initial=RECEIVED,
    ways=(Transition("accepted", sources=(RECEIVED,), target=ACCEPTED, capability="accept returns"),),
)
"""A return is received, and accepted when the analyst decides that it is evidence. It is never un-accepted: a later
return that covers the same days supersedes it."""

# Files are held in memory while they are checked, several times over. A city's yearly return is below 10 MB; what is
# twenty times that is something else that was put there by mistake.
LARGEST_FILE = 200 * 1024 * 1024
LARGEST_RETURN = 500 * 1024 * 1024
