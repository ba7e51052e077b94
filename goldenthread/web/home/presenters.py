"""What the start page shows to somebody."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from goldenthread.engine.definitions import BOARD
from goldenthread.web.base.awaiting import Awaited, awaited_by
from goldenthread.web.base.owing import standing
from goldenthread.web.base.severities import how_many_issues
from goldenthread.web.base.telling import Latest, latest_of
from goldenthread.web.base.templating import day
from goldenthread.web.base.unfinished import Unfinished, unfinished_of
from goldenthread.web.home.headlines import Headline, headlines_of
from goldenthread.workflow.calendar.models import Expected
from goldenthread.workflow.calendar.reading import overdue, owed
from goldenthread.workflow.calendar.rules import DUE_SOON
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import Viewer, uncounted
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.rules import RECEIVED
from goldenthread.workflow.stories.reading import missing, to_sign_off
from goldenthread.workflow.stories.rules import SIGN_OFF

OWN_RETURNS_SHOWN = 3


@dataclass(frozen=True)
class OwnReturn:
    """A return of one's own agency, and how much of it wants putting right."""

    it: Return
    issues: str


@dataclass(frozen=True)
class StartPage:
    """The start page. `headlines` are the board's measures in short, for those who come to work; `measures` are the
    same with chart and table, for those who come to read. `waiting`, `uncounted`, `own` and `owed` are empty for those
    whom they do not concern.

    `owed` are the returns that one's own agency owes now: each with its name, its address and how it stands. `overdue`
    is how many returns the analyst misses, `untold` how many indicators are past their target without a story, for
    those who see to that, and `to_sign_off` how many stories wait for them.
    """

    edition: Edition | None
    headlines: list[Latest]
    measures: list[Headline]
    waiting: list[Return]
    uncounted: list[int]
    own: list[OwnReturn]
    uploads: list[Unfinished]
    owed: list[tuple[str, str, str]]
    overdue: int
    untold: int | None
    to_sign_off: int
    awaited: Awaited | None
    may_accept: bool
    may_compute: bool
    may_see_returns: bool
    may_send: bool
    is_data_lead: bool


def start_page(person: Person, on: date) -> StartPage:
    """What somebody sees first on a day."""
    edition = Edition.objects.current()
    returns = Return.objects.visible_to(person).newest()
    accepts, leads = may(person, "accept returns"), may(person, "see own returns")
    latest, reads = latest_of(person, BOARD) if edition else [], not (accepts or leads)
    return StartPage(
        edition=edition,
        headlines=[] if reads else latest,
        measures=headlines_of(latest) if reads else [],
        waiting=list(returns.filter(state=RECEIVED)) if accepts else [],
        uncounted=uncounted() if may(person, "compute") else [],
        own=[OwnReturn(each, how_many_issues(each)) for each in returns[:OWN_RETURNS_SHOWN]] if leads else [],
        uploads=unfinished_of(person),
        owed=_owed(person, on) if leads else [],
        overdue=len(overdue(Expected.objects.all(), on=on)) if may(person, "keep the calendar") else 0,
        untold=len(missing(Viewer.of(person))) if may(person, SIGN_OFF) else None,
        to_sign_off=len(to_sign_off()) if may(person, SIGN_OFF) else 0,
        awaited=awaited_by(person),
        may_accept=accepts,
        may_compute=may(person, "compute"),
        may_see_returns=leads or may(person, "see returns"),
        may_send=may(person, "send returns"),
        is_data_lead=leads,
    )


def _owed(person: Person, on: date) -> list[tuple[str, str, str]]:
    """What one's own agency owes and has not sent, of what is overdue or due soon."""
    everything = owed(Expected.objects.visible_to(person), on=on)
    wanted = [each for each in everything if each.is_overdue or each.state == DUE_SOON]
    return [
        (
            f"{each.expected.what}, about {each.period}",
            reverse("owed", args=[each.expected.number, each.period.code]),
            f"{standing(each).lower()}; due on {day(each.due)}",
        )
        for each in wanted
    ]
