"""Checks that many datasets make, worded once."""

from goldenthread.engine.definitions import (
    ERROR,
    QUERY,
    WARNING,
    Check,
    Differs,
    NotWithin,
    Repeated,
    Severity,
    Unmatched,
)

_UNBORN = 300  # days: a little longer than any pregnancy; our own convention


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


def ends_after_it_began(code: str, what: str, began: str, ended: str) -> Check:
    """Something that lasts may not end before it began."""
    return Check(
        code,
        f"The {what} ended on {{{ended}}}, before it began on {{{began}}}. Correct whichever is wrong.",
        where=f"{ended} < {began}",
        column=ended,
    )


def birth_dates_agree(code: str) -> Differs:
    """A date of birth that is not the one in the list of children of the same return."""
    return Differs(
        code,
        "The date of birth, {date_of_birth}, is not the one in the list of children. Which is right?",
        column="date_of_birth",
        to="people",
        severity=WARNING,
    )


def not_before_birth(code: str, what: str, on: str, severity: Severity = ERROR) -> Check:
    """Nothing of this kind happens to a child who is not born."""
    return Check(
        code,
        f"The {what} is dated {{{on}}}, before the child was born ({{date_of_birth}}). Correct whichever is wrong.",
        where=f"{on} < date_of_birth",
        column=on,
        severity=severity,
    )


def before_birth(code: str, what: str, on: str) -> Check:
    """A day before the child was born: true of an unborn child, or a slip."""
    return Check(
        code,
        f"The {what} is dated {{{on}}}, before the child was born ({{date_of_birth}}). Was the child unborn then, or is"
        " a date wrong?",
        where=f"{on} < date_of_birth and days_between({on}, date_of_birth) <= {_UNBORN}",
        column=on,
        severity=QUERY,
    )


def long_before_birth(code: str, what: str, on: str) -> Check:
    """A day so long before the child was born that the child cannot have been expected."""
    return Check(
        code,
        f"The {what} is dated {{{on}}}, long before the child was born ({{date_of_birth}}). Correct whichever is"
        " wrong.",
        where=f"days_between({on}, date_of_birth) > {_UNBORN}",
        column=on,
        severity=WARNING,
    )


def while_looked_after(code: str, what: str, on: str, severity: Severity = WARNING) -> NotWithin:
    """A day that lies in none of the child's episodes of being looked after."""
    return NotWithin(
        code,
        f"The {what} is dated {{{on}}}, when the child was not looked after, by the episodes in this return. Correct"
        " the date, or send the episode that is missing.",
        on=on,
        to="looked_after_episodes",
        opened="start_date",
        closed="end_date",
        severity=severity,
    )


def told_once_a_child(code: str) -> Repeated:
    """A child about whom an earlier row has spoken already, where one row says all."""
    return Repeated(
        code,
        "This child stands in line {other_row} already, and one line is expected for each. Which of the two is right?",
        on=("local_id",),
        severity=QUERY,
    )
