"""Checks that many datasets make, worded once."""

from goldenthread.engine.definitions import WARNING, Repeated, Unmatched


def said_once(code: str) -> Repeated:
    """A row that says the same as an earlier one is counted once."""
    return Repeated(code, "This line says the same as line {other_row} and was counted once. Take it out.")


def child_listed(code: str) -> Unmatched:
    """A row of a child who is not in the list of children of the same return."""
    return Unmatched(
        code,
        "This child is not in the list of children of the same return, so age, sex and ethnicity are not known.",
        to="people",
        severity=WARNING,
    )
