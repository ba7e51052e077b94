"""What the start page shows to somebody."""

from dataclasses import dataclass
from datetime import date

from goldenthread.engine.definitions import BOARD
from goldenthread.web.base.awaiting import Awaited, awaited_by
from goldenthread.web.base.found import Waiting, waiting
from goldenthread.web.base.severities import how_many_issues
from goldenthread.web.base.tables import Table
from goldenthread.web.base.telling import Latest, latest_of
from goldenthread.web.base.unfinished import Unfinished, unfinished_of
from goldenthread.web.home.headlines import Headline, at_a_glance, headlines_of
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import uncounted
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.waiting.checking import Asked
from goldenthread.workflow.waiting.reading import has_duties, waiting_for

OWN_RETURNS_SHOWN = 3
TO_DO_SHOWN, TO_ASK_SHOWN = 5, 3
"""How many kinds of thing that wait are shown; the page of what is waiting has all of them."""


@dataclass(frozen=True)
class OwnReturn:
    """A return of one's own agency, and how much of it wants putting right."""

    it: Return
    issues: str


@dataclass(frozen=True)
class StartPage:
    """The start page. `headlines` are the board's measures in short, for those who come to work; `measures` are the
    same with chart and table, for those who come to read. `waiting` is the beginning of what waits for whoever looks,
    of those to whom anything can (`has_duties`); `to_count` whether returns wait to be counted by them. `own` is empty
    for those whom it does not concern.
    """

    edition: Edition | None
    headlines: list[Latest]
    measures: list[Headline]
    waiting: Waiting
    has_duties: bool
    to_count: bool
    own: list[OwnReturn]
    uploads: list[Unfinished]
    awaited: Awaited | None
    may_see_returns: bool
    may_send: bool
    is_data_lead: bool

    @property
    def at_a_glance(self) -> Table:
        """The board's measures in a line each."""
        return at_a_glance(self.measures)


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
        waiting=waiting(waiting_for(Asked.by(person, on)), person).beginning(TO_DO_SHOWN, TO_ASK_SHOWN),
        has_duties=has_duties(person),
        to_count=may(person, "compute") and bool(uncounted()),
        own=[OwnReturn(each, how_many_issues(each)) for each in returns[:OWN_RETURNS_SHOWN]] if leads else [],
        uploads=unfinished_of(person),
        awaited=awaited_by(person),
        may_see_returns=leads or may(person, "see returns"),
        may_send=may(person, "send returns"),
        is_data_lead=leads,
    )
