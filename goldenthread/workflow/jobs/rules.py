"""How a job goes from one state to another, and how often it is tried."""

from datetime import timedelta

from goldenthread.workflow.history.transitions import Transition, Transitions

WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"

JOB = Transitions(
    subject="job",
    initial=WAITING,
    ways=(
        Transition("begun", sources=(WAITING,), target=RUNNING),
        Transition("put back", sources=(RUNNING,), target=WAITING),
        Transition("finished", sources=(RUNNING,), target=DONE),
        Transition("failed", sources=(RUNNING,), target=FAILED),
    ),
)
"""A job waits, is begun by a worker, and ends. One whose worker died is put back, to be begun again."""

# A job that has brought the worker down three times would bring it down a fourth.
MOST_ATTEMPTS = 3

# How long a job rests that had to make way, for a backup, say. Long enough for most of them.
REST = timedelta(seconds=15)

GIVEN_UP = (
    f"It was begun {MOST_ATTEMPTS} times, and each time the program was stopped before the end. Try again. If it"
    " happens again, tell whoever looks after the site: the machine may have too little memory for it."
)
