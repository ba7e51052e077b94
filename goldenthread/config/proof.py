"""Proving a board, and saying what was found."""

from goldenthread.config.showing import plain
from goldenthread.workflow.results.verifying import verify

ALL_HOLDS = "History is unbroken, and every file of evidence is as it was."


def told() -> int:
    """Verify the board and print what does not hold, then what is worth a note; 0 if all holds, otherwise 1."""
    found = verify()
    for line in (*found.problems, *found.notes, *([] if found.problems else [ALL_HOLDS])):
        print(plain(line))
    return 1 if found.problems else 0
