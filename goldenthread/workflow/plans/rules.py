"""What becomes of a business plan and of its tasks, and who may lead them there."""

from collections.abc import Mapping

from goldenthread.catalogue.codes.plans import AIM_KIND
from goldenthread.workflow.history.transitions import Transition, Transitions

SEE, KEEP, REPORT = "see the plan", "keep the plan", "report on tasks"

DRAFT, AGREED = "a draft", "agreed"

PLAN = Transitions(
    subject="business plan",
    initial=DRAFT,
    ways=(Transition("agreed", sources=(DRAFT,), target=AGREED, capability=KEEP),),
)
"""A plan is drawn up as a draft, and from the day on which the board agrees it its tasks are counted."""

OPEN, DONE, DROPPED = "open", "done", "dropped"
BEGUN, UNDER_WAY, NOTHING_DONE = "begun", "under way", "nothing done"
MOVED, OPENED_AGAIN = "given another date", "opened again"

TASK = Transitions(
    subject="task",
    initial=OPEN,
    ways=(
        Transition("rewritten", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition(BEGUN, sources=(OPEN,), target=OPEN, capability=REPORT),
        Transition(UNDER_WAY, sources=(OPEN,), target=OPEN, capability=REPORT),
        Transition(NOTHING_DONE, sources=(OPEN,), target=OPEN, capability=REPORT),
        Transition(DONE, sources=(OPEN,), target=DONE, capability=REPORT),
        Transition(MOVED, sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("reassigned", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition("carried forward", sources=(OPEN,), target=OPEN, capability=KEEP),
        Transition(DROPPED, sources=(OPEN,), target=DROPPED, capability=KEEP),
        Transition(OPENED_AGAIN, sources=(DONE, DROPPED), target=OPEN, capability=KEEP),
    ),
)
"""What can become of a task. None of these is its status: that follows from them (`standing.py`)."""

REPORTS = (BEGUN, UNDER_WAY, DONE, NOTHING_DONE)
"""What can be reported of a task. That nothing was done, and why, is worth saying, and is no progress."""

OUTCOME, OBSESSION = AIM_KIND.codes

WORDS: Mapping[str, str] = {
    "what": "What will be done",
    "measured_by": "How one will know that it is done",
    "relevant": "Why it is relevant",
    "why_no_date": "Why no date can be given",
    "resources": "Resources",
}
"""The texts of a task, with their headings."""

LONGEST_LINE, LONGEST_TEXT, MOST_TASKS = 200, 2000, 1000
"""How long texts may be, and how many tasks fit in the plan of a year: nobody could watch more."""
