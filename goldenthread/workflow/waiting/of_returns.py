"""Checks of returns: what is owed, what has come and not been taken, and who is silent."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Max

from goldenthread import catalogue
from goldenthread.engine.english import counted
from goldenthread.engine.periods import day
from goldenthread.workflow.calendar.reading import Owed
from goldenthread.workflow.calendar.rules import DUE_SOON, things
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.reading import uncounted
from goldenthread.workflow.returns.models import Part, Return
from goldenthread.workflow.returns.rules import CHECKED, RECEIVED
from goldenthread.workflow.waiting.checking import Asked, Check, Thing
from goldenthread.workflow.waiting.rules import SILENCE

_ABOUT = "Returns"
_SEND, _ACCEPT, _CALENDAR, _COMPUTE = "send returns", "accept returns", "keep the calendar", "compute"


def _due_soon(asked: Asked) -> Iterator[Thing]:
    return (_owed(each, f"due on {day(each.due)}") for each in asked.owed if each.state == DUE_SOON)


def _overdue(asked: Asked) -> Iterator[Thing]:
    late = (each for each in asked.owed if each.is_overdue)
    return (_owed(each, f"{each.state}: due on {day(each.due)}, {counted(each.days, 'day')} ago") for each in late)


def _absent(asked: Asked) -> Iterator[Thing]:
    """What was due of an agency, and of which nothing has ever come: told by the latest return that lacks it."""
    due = defaultdict(list)
    for each in asked.owed:
        if each.due < asked.on:
            due[each.expected.number].append(each)
    for those in due.values():
        for thing in those[-1].expected.things:
            if all(thing in each.lacking for each in those):
                yield _owed(those[-1], f"{things().get(thing, thing)} has never come, since {those[0].period}")


def _silent(asked: Asked) -> Iterator[Thing]:
    """Agencies that owe returns now, and of which none has come for long."""
    owing = {
        each.expected.agency for each in asked.owed if each.expected.last is None and each.period.first <= asked.on
    }
    came = Return.objects.sent().filter(came_on__lte=asked.on).values_list("agency").annotate(Max("came_on"))
    last: dict[int, date] = dict(came)
    for agency in sorted(owing, key=lambda each: each.name):
        came_on = last.get(agency.pk)
        if came_on is None or came_on < SILENCE.before(asked.on):
            said = f"nothing has come since {day(came_on)}" if came_on else "nothing has ever come"
            yield Thing("agency", (agency.code,), agency.name, agency, said)


def _emptied(asked: Asked) -> Iterator[Thing]:
    """The latest returns of a dataset in which there is nothing, where the one before held something."""
    found: dict[tuple[int, str], list[Part]] = defaultdict(list)
    visible = Return.objects.visible_to(asked.person).values("pk")
    for part in Part.objects.in_force().filter(of__in=visible).order_by("of__covers_last", "pk"):
        found[part.of.agency_id, part.dataset].append(part)
    for (_, dataset), parts in found.items():
        if len(parts) > 1 and parts[-1].rows == 0 and parts[-2].rows > 0:
            title, of = catalogue.datasets()[dataset].title, parts[-1].of
            yield Thing(
                "return",
                (of.number,),
                f"Return {of.number} from {of.agency}: {title}",
                of.agency,
                f"no row about {of.covers}",
            )


def _drafts(asked: Asked) -> Iterator[Thing]:
    for each in Return.objects.visible_to(asked.person).filter(state=CHECKED).select_related("agency").order_by("pk"):
        yield _return(each, f"about {each.covers}, checked on {day(each.received_at.date())}")


def _to_accept(asked: Asked) -> Iterator[Thing]:
    for each in Return.objects.visible_to(asked.person).filter(state=RECEIVED).select_related("agency").order_by("pk"):
        yield _return(each, f"about {each.covers}, came on {day(each.came_on)}")


def _uncounted(asked: Asked) -> Iterator[Thing]:
    numbers = uncounted() if may(asked.person, _COMPUTE) else []
    for each in Return.objects.filter(pk__in=numbers).select_related("agency").order_by("pk"):
        yield _return(each, f"about {each.covers}, accepted, and in no figure yet")


def _owed(each: Owed, why: str) -> Thing:
    name = f"{each.expected.what}, about {each.period}"
    return Thing("owed", (each.expected.number, each.period.code), name, each.expected.agency, why)


def _return(each: Return, why: str) -> Thing:
    return Thing("return", (each.number,), f"Return {each.number} from {each.agency}", each.agency, why)


CHECKS = (
    Check(
        "returns-overdue",
        _ABOUT,
        "Returns overdue",
        "Returns that were due and have not come, or of which a part has not.",
        "The agency's data lead sends them, or says what stands in the way. The analyst sends the reminders, which are"
        " drafted.",
        _overdue,
        agency=_SEND,
        board=_CALENDAR,
        column="Returns overdue",
    ),
    Check(
        "returns-due-soon",
        _ABOUT,
        "Returns due soon",
        "Returns that are due within the next two weeks and have not come.",
        "The agency's data lead sends them.",
        _due_soon,
        agency=_SEND,
    ),
    Check(
        "drafts-to-send",
        _ABOUT,
        "Returns checked and not sent",
        "Files that were uploaded and checked, and which the board has not been sent.",
        "The agency's data lead sends or discards them. The board does not see them before.",
        _drafts,
        agency=_SEND,
        shown_to=(_SEND,),
    ),
    Check(
        "returns-to-accept",
        _ABOUT,
        "Returns to be accepted",
        "Returns that came and are not evidence yet.",
        "The analyst accepts them, or asks their sender about what is wrong with them.",
        _to_accept,
        board=_ACCEPT,
    ),
    Check(
        "returns-not-counted",
        _ABOUT,
        "Returns in no figure yet",
        "Returns that are accepted and not in the edition in force.",
        "The analyst works out the figures.",
        _uncounted,
        board=_COMPUTE,
        shown_to=(_COMPUTE,),
    ),
    Check(
        "agencies-silent",
        _ABOUT,
        "Agencies that are silent",
        f"Agencies that owe returns, and from which none has come for {SILENCE.days} days. Silence is not nought.",
        "The analyst asks what stands in the way; the chair raises it at the board.",
        _silent,
        board=_CALENDAR,
    ),
    Check(
        "partners-absent",
        _ABOUT,
        "Partners absent from a dataset",
        "What has been due from an agency at least once, and has never come.",
        "The analyst asks for it, or ends the expectation where there is nothing to send.",
        _absent,
        board=_CALENDAR,
    ),
    Check(
        "returns-emptied",
        _ABOUT,
        "Notifications that have stopped",
        "Datasets of which an agency's latest return holds no row, though the one before it did.",
        "The analyst asks the agency whether there was nothing, or whether nobody recorded it.",
        _emptied,
        board=_ACCEPT,
        shown_to=("see returns", "see own returns"),
    ),
)
"""The checks of returns."""
