"""What the start page shows to somebody."""

from dataclasses import dataclass

from goldenthread.engine.definitions import BOARD
from goldenthread.web.base.awaiting import Awaited, awaited_by
from goldenthread.web.base.severities import how_many_issues
from goldenthread.web.base.telling import Latest, latest_of
from goldenthread.web.base.unfinished import Unfinished, unfinished_of
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import uncounted
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.rules import RECEIVED

OWN_RETURNS_SHOWN = 3


@dataclass(frozen=True)
class OwnReturn:
    """A return of one's own agency, and how much of it wants putting right."""

    it: Return
    issues: str


@dataclass(frozen=True)
class StartPage:
    """The start page. `waiting`, `uncounted` and `own` are empty for those whom they do not concern."""

    edition: Edition | None
    headlines: list[Latest]
    waiting: list[Return]
    uncounted: list[int]
    own: list[OwnReturn]
    uploads: list[Unfinished]
    awaited: Awaited | None
    may_accept: bool
    may_compute: bool
    may_see_returns: bool
    may_send: bool
    is_data_lead: bool


def start_page(person: Person) -> StartPage:
    """What somebody sees first."""
    edition = Edition.objects.current()
    returns = Return.objects.visible_to(person).newest()
    accepts, leads = may(person, "accept returns"), may(person, "see own returns")
    return StartPage(
        edition=edition,
        headlines=latest_of(person, BOARD) if edition else [],
        waiting=list(returns.filter(state=RECEIVED)) if accepts else [],
        uncounted=uncounted() if may(person, "compute") else [],
        own=[OwnReturn(each, how_many_issues(each)) for each in returns[:OWN_RETURNS_SHOWN]] if leads else [],
        uploads=unfinished_of(person),
        awaited=awaited_by(person),
        may_accept=accepts,
        may_compute=may(person, "compute"),
        may_see_returns=leads or may(person, "see returns"),
        may_send=may(person, "send returns"),
        is_data_lead=leads,
    )
