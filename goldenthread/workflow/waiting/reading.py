"""What is waiting for somebody, and what the checks find of what somebody may see."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.waiting import (
    of_actions,
    of_attendance,
    of_audits,
    of_challenges,
    of_disclosure,
    of_findings,
    of_plans,
    of_returns,
    of_stories,
    of_threads,
)
from goldenthread.workflow.waiting.checking import Asked, Check, Thing

CHECKS: tuple[Check, ...] = (
    *of_returns.CHECKS,
    *of_disclosure.CHECKS,
    *of_challenges.CHECKS,
    *of_actions.CHECKS,
    *of_plans.CHECKS,
    *of_stories.CHECKS,
    *of_attendance.CHECKS,
    *of_audits.CHECKS,
    *of_findings.CHECKS,
    *of_threads.CHECKS,
)
"""Every check, in the order in which pages show them."""


@dataclass(frozen=True)
class Found:
    """What one check finds, of what whoever asked may see."""

    check: Check
    things: list[Thing]

    @property
    def number(self) -> int:
        """How many."""
        return len(self.things)

    def of(self, agency: int | None) -> list[Thing]:
        """Those of one agency; with None, those of no agency."""
        return [each for each in self.things if each.agency_id == agency]

    def by_agency(self) -> Mapping[int | None, int]:
        """How many there are of each agency; nought of one that is not named."""
        return Counter(each.agency_id for each in self.things)


def checks_of(person: Person) -> list[Check]:
    """The checks that somebody may see."""
    return [each for each in CHECKS if each.is_shown_to(person)]


def check_called(code: str, person: Person) -> Check:
    """The check of that code; NotFound where there is none that this person may see."""
    found = next((each for each in checks_of(person) if each.code == code), None)
    if found is None:
        raise NotFound(f"There is no check '{code}'.")
    return found


def found_by(check: Check, asked: Asked) -> Found:
    """What one check finds."""
    return Found(check, list(check.find(asked)))


def all_found(asked: Asked) -> list[Found]:
    """What every check finds that this person may see, also where that is nothing."""
    return [found_by(each, asked) for each in checks_of(asked.person)]


def waiting_for(asked: Asked) -> list[Found]:
    """What waits for somebody to see to it: of somebody at an agency, what is that agency's."""
    found = [found_by(each, asked) for each in checks_of(asked.person) if each.waits_for(asked.person)]
    return [each for each in found if each.things]


def has_duties(person: Person) -> bool:
    """Whether anything can ever wait for somebody."""
    return any(each.waits_for(person) for each in checks_of(person))
