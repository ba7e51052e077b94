"""Returns that agencies owe, in the words that every page has for them."""

from goldenthread.engine.english import counted
from goldenthread.web.base.templating import day
from goldenthread.workflow.calendar.reading import Owed
from goldenthread.workflow.calendar.rules import (
    DUE_SOON,
    IN_PART,
    LATE,
    MISSING,
    NOT_DUE,
    RECEIVED,
    RECEIVED_LATE,
    things,
)


def called(owed: Owed) -> str:
    """What it is, about which period, from whom."""
    return f"{owed.expected.what} about {owed.period}, from {owed.expected.agency}"


def standing(owed: Owed) -> str:
    """How it stands."""
    days, rows = counted(owed.days, "day"), counted(owed.held_back, "row")
    return {
        MISSING: f"Missing: {days} overdue",
        LATE: f"Late by {days}",
        DUE_SOON: "Due soon",
        NOT_DUE: "Not due yet",
        RECEIVED: "Received",
        RECEIVED_LATE: f"Received {days} late",
        IN_PART: f"Accepted in part: {rows} held back",
    }[owed.state]


def more_of(owed: Owed) -> str:
    """What there is to say besides: when it came, or what of it has not."""
    if owed.came_on:
        late = f", {counted(owed.days, 'day')} late" if owed.state == IN_PART and owed.days else ""
        return f"came on {day(owed.came_on)}{late}"
    if not owed.returns:
        return ""
    lacking = " and ".join(things().get(thing, thing) for thing in owed.lacking)
    return f"the rest came; {lacking} did not"
