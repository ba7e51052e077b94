"""What the pages of returns show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.web.base.awaiting import Awaited, awaited_by
from goldenthread.web.base.naming import name_of
from goldenthread.web.base.tables import Table
from goldenthread.web.base.templating import day
from goldenthread.web.base.unfinished import Unfinished, unfinished_of
from goldenthread.web.returns import return_tables
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import Superseded, can_be_validated, takes_the_place_of
from goldenthread.workflow.returns.quality import quality_of
from goldenthread.workflow.returns.reading import lost_its_place_to, took_the_place_of
from goldenthread.workflow.returns.rules import PROVISIONAL, REVISED

STATUSES = {
    PROVISIONAL: "Provisional: nobody has said yet that its numbers will stand",
    REVISED: "Revised: it took the place of numbers that were firm",
}


@dataclass(frozen=True)
class Replacing:
    """What a return will take the place of once it is accepted, or why it cannot be accepted."""

    numbers: str = ""
    why_not: str = ""


@dataclass(frozen=True)
class ReturnList:
    """The returns that somebody may see, and their own uploads that are no return yet."""

    returns: Table | None
    uploads: list[Unfinished]
    may_send: bool


@dataclass(frozen=True)
class ReturnPage:
    """One return, as somebody may see it."""

    it: Return
    state: str
    accepted_by: str
    status: str
    files: Table
    completeness: Table | None
    issues: Table | None
    not_run: list[str]
    may_read_issues: bool
    may_accept: bool
    may_validate: bool
    may_correct: bool
    replacing: Replacing
    took_the_place_of: list[Return]
    lost_its_place_to: list[Return]
    corrected_by: list[Return]
    awaited: Awaited | None
    in_figures: str

    @property
    def is_awaited(self) -> bool:
        """Whether it waits to be in the figures."""
        return bool(self.awaited and self.awaited.under_way and self.it.is_accepted())


def found(number: int, person: Person) -> Return:
    """The return of that number; NotFound where there is none that somebody may see."""
    return Return.objects.visible_to(person).numbered(number)


def agency_of(person: Person) -> Agency:
    """The agency for which somebody sends."""
    if person.agency is None:
        raise NotFound("You send for no agency.")
    return person.agency


def list_for(person: Person) -> ReturnList:
    """The returns that somebody may see, the newest first."""
    returns = list(Return.objects.visible_to(person).newest())
    table = return_tables.listed(returns) if returns else None
    return ReturnList(table, unfinished_of(person), may(person, "send returns"))


def page_of(return_: Return, person: Person) -> ReturnPage:
    """One return."""
    quality = quality_of(return_)
    reads = bool(quality.checks or quality.not_run) and may(person, "see issues")
    opens = reverse("return_issues", args=[return_.number]) if reads else ""
    return ReturnPage(
        it=return_,
        state=return_tables.state_of(return_),
        accepted_by=name_of(return_.accepted_by) if return_.accepted_by else "",
        status=_status_of(return_),
        files=return_tables.files(return_),
        completeness=return_tables.completeness(quality.datasets) if quality.datasets else None,
        issues=return_tables.issue_counts(quality.checks, opens) if quality.checks else None,
        not_run=[f"{each.where}: {each.message}" for each in quality.not_run],
        may_read_issues=reads,
        may_accept=may(person, "accept returns") and not return_.is_accepted(),
        may_validate=may(person, "validate returns") and can_be_validated(return_),
        may_correct=may(person, "send returns") and return_.is_sent() and not return_.is_superseded(),
        replacing=_replacing(return_),
        took_the_place_of=took_the_place_of(return_),
        lost_its_place_to=lost_its_place_to(return_),
        corrected_by=list(Return.objects.visible_to(person).filter(corrects=return_).order_by("number")),
        awaited=awaited_by(person),
        in_figures=_in_figures(return_),
    )


def corrected(number: str, person: Person) -> Return | None:
    """The return that somebody sends anew, where they say which; NotFound where they have not sent it."""
    if not number:
        return None
    if not number.isdecimal():
        raise NotFound(f"There is no return {number}.")
    return Return.objects.visible_to(person).sent().numbered(int(number))


def _replacing(return_: Return) -> Replacing:
    if return_.is_accepted():
        return Replacing()
    try:
        earlier = takes_the_place_of(return_)
    except Refused as refused:
        return Replacing(why_not=refused.message)
    return Replacing(_numbers(part.of.number for part in earlier))


def _status_of(return_: Return) -> str:
    """How firm its numbers are, and who says so."""
    if return_.validated_at:
        who = f"Validated on {day(return_.validated_at)}, by {name_of(return_.validated_by)}"
        return f"{who}; revised: it took the place of numbers that were firm" if return_.status == REVISED else who
    return STATUSES[return_.status]


def _in_figures(return_: Return) -> str:
    """Whether its rows are counted already; nothing of a return that is not to be counted."""
    if not return_.is_accepted() or return_.is_superseded():
        return ""
    edition = Edition.objects.current()
    if edition and return_.number in edition.returns():
        return f"Counted in edition {edition.number}"
    return "Not counted yet"


def accepted_in_words(return_: Return, superseded: Sequence[Superseded]) -> str:
    """What accepting it came to."""
    numbers = _numbers(each.number for each in superseded)
    replaced = f" It takes the place of return {numbers}." if numbers else ""
    return f"Return {return_.number} is accepted.{replaced} The figures are being worked out with it."


def _numbers(numbers: Iterable[int]) -> str:
    return " and ".join(str(number) for number in sorted(set(numbers)))
