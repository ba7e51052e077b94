"""The calendar, for people and for programs."""

from collections.abc import Sequence

from goldenthread.config import showing
from goldenthread.workflow.calendar.reading import Owed


def in_words(owed: Sequence[Owed]) -> str:
    """One line for each return that is owed."""
    if not owed:
        return "Nothing is expected of any agency yet. Say what is with: goldenthread expect AGENCY --what NAME …"
    rows = [
        (
            each.expected.agency.code,
            each.expected.what,
            each.period.code,
            each.due,
            each.state,
            each.days or "",
            ", ".join(str(return_.number) for return_ in each.returns),
        )
        for each in owed
    ]
    return showing.table(("Agency", "What", "Period", "Due", "State", "Days late", "Returns"), rows)


def in_json(owed: Sequence[Owed]) -> str:
    """A list of objects."""
    return showing.as_json([
        {
            "expected": each.expected.number,
            "agency": each.expected.agency.code,
            "what": each.expected.things,
            "period": each.period.code,
            "due": each.due,
            "state": each.state,
            "days_late": each.days,
            "came_on": each.came_on,
            "returns": [return_.number for return_ in each.returns],
            "held_back": each.held_back,
            "lacking": list(each.lacking),
        }
        for each in owed
    ])  # fmt: skip
