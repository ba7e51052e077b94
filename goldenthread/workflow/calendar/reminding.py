"""Reminders: what to write to agencies whose returns are overdue. Drafted here, sent by people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.conf import settings

from goldenthread.engine.periods import day
from goldenthread.workflow.agencies.models import Agency, Partnership
from goldenthread.workflow.calendar.models import Expected, Reminder
from goldenthread.workflow.calendar.reading import Owed, overdue
from goldenthread.workflow.calendar.rules import REMIND_AGAIN
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import Role

_SILENCE = "If there was nothing to report, please send a return that says so: silence does not tell us."


@dataclass(frozen=True)
class Letter:
    """A reminder that is to be sent to an agency: to whom, of what, in which words."""

    agency: Agency
    to: list[Person]
    owed: list[Owed]
    text: str


def letters(*, on: date) -> list[Letter]:
    """The reminders that are to be sent on a day, one for each agency: of what is overdue, and of which it was not
    reminded in the two weeks before."""
    reminded = {(each.of_id, each.period_code) for each in Reminder.objects.filter(sent_on__gt=on - REMIND_AGAIN)}
    due = [each for each in overdue(Expected.objects.all(), on=on) if _key(each) not in reminded]
    ordered = sorted(due, key=lambda each: (each.expected.agency.name, each.due))
    return [_letter(agency, list(those)) for agency, those in groupby(ordered, key=lambda each: each.expected.agency)]


def _key(owed: Owed) -> tuple[int, str]:
    return owed.expected.number, owed.period.code


def _letter(agency: Agency, owed: list[Owed]) -> Letter:
    leads = Person.objects.filter(agency=agency, role=Role.DATA_LEAD, is_active=True).order_by("name")
    return Letter(agency, list(leads), owed, drafted(agency, owed))


def drafted(agency: Agency, owed: Sequence[Owed]) -> str:
    """The words of a reminder."""
    board = Partnership.objects.first()
    one = len(owed) == 1
    it = "it" if one else "them"
    return "\n\n".join([
        "Dear colleague,",
        f"{board or 'The board'} has not received {'this return' if one else 'these returns'} from {agency.name} yet:",
        "\n".join(f"- {_line(each)}" for each in owed),
        f"Please send {it}, or tell us when we can expect {it} and what stands in the way. {_SILENCE}",
        f"You can send {it} at {settings.ORIGIN}. If you think that you have sent {it}, please tell us when and how.",
        "With thanks",
    ])  # fmt: skip


def _line(owed: Owed) -> str:
    days = f"{owed.days:,} {'day' if owed.days == 1 else 'days'}"
    return f"{owed.expected.what}, about {owed.period}: due on {day(owed.due)}, {days} ago"
