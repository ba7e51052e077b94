"""A small invented board with an edition, and people of every role, each with a browser of their own."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.test import Client

from goldenthread.engine.periods import parse
from goldenthread.engine.store.keys import Keys
from goldenthread.workflow.agencies import operations as agencies
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import Role
from goldenthread.workflow.results.operations import compute
from goldenthread.workflow.returns.models import Return
from tests.factories.agencies import an_agency
from tests.factories.people import a_person
from tests.factories.returns import a_return, episodes, reviews

YEAR = parse("FY2017-18")


@dataclass(frozen=True)
class Board:
    """A board with two agencies. Its people join when they are first spoken of."""

    agency: Agency
    other: Agency

    @cached_property
    def member(self) -> Person:
        """A member of the board."""
        return a_person(Role.BOARD_MEMBER)

    @cached_property
    def chair(self) -> Person:
        """Who chairs the board."""
        return a_person(Role.CHAIR)

    @cached_property
    def adviser(self) -> Person:
        """A young person who advises the board."""
        return a_person(Role.YOUNG_ADVISER)

    @cached_property
    def analyst(self) -> Person:
        """The board's analyst."""
        return a_person(Role.ANALYST)

    @cached_property
    def lead(self) -> Person:
        """The data lead of the agency that sends returns."""
        return a_person(Role.DATA_LEAD, agency=self.agency)

    @cached_property
    def lead_of_other(self) -> Person:
        """The data lead of the other agency."""
        return a_person(Role.DATA_LEAD, agency=self.other)

    def people(self) -> dict[str, Person | None]:
        """Everybody who may come to a page, and somebody who has no account."""
        return {
            "visitor": None,
            "member": self.member,
            "chair": self.chair,
            "adviser": self.adviser,
            "analyst": self.analyst,
            "lead": self.lead,
            "other": self.lead_of_other,
        }


def a_board() -> Board:
    """A founded board without any return."""
    Keys.create(settings.GOLDENTHREAD_KEY_FILE)
    agencies.found("Ambleford Safeguarding Children Board", by="command line")
    return Board(an_agency("acc", "Ambleford City Council"), an_agency("apo", "Ambleford Police", "police"))


def sent(board: Board, folder: Path, *, children: int = 12, wrong: int = 0, accepted: bool = False) -> Return:
    """A return of the board's first agency about 2017/18."""
    episodes(folder, children=children, wrong=wrong)
    reviews(folder)
    return a_return(folder, board.agency, period=YEAR, accepted=accepted)


def published(board: Board, folder: Path, *, children: int = 12, wrong: int = 0) -> Return:
    """An accepted return, and the edition made from it."""
    return_ = sent(board, folder, children=children, wrong=wrong, accepted=True)
    compute(by="command line")
    return return_


def browser_of(person: Person | None) -> Client:
    """A browser in which somebody is signed in, or nobody."""
    browser = Client()
    if person is not None:
        browser.force_login(person)
    return browser
