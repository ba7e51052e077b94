"""What the pages of returns show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page as Paged
from django.core.paginator import Paginator
from django.urls import reverse

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import Severity
from goldenthread.web.base.awaiting import Awaited, awaited_by
from goldenthread.web.base.naming import name_of
from goldenthread.web.base.severities import NOUNS
from goldenthread.web.base.tables import Table
from goldenthread.web.base.unfinished import Unfinished, unfinished_of
from goldenthread.web.returns import return_tables
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import Superseded, takes_the_place_of
from goldenthread.workflow.returns.reading import issue_totals

ISSUES_ON_A_PAGE = 200


@dataclass(frozen=True)
class Draft:
    """What a data lead has to know of a draft before it is sent: what it replaces, or why it cannot be sent."""

    replaces: str
    why_not: str


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
    files: Table
    issues: Table | None
    may_read_issues: bool
    may_accept: bool
    draft: Draft | None
    awaited: Awaited | None

    @property
    def is_awaited(self) -> bool:
        """Whether it waits to be in the figures."""
        return bool(self.awaited and self.awaited.under_way and self.it.is_accepted())


@dataclass(frozen=True)
class IssuesPage:
    """Issues of a return, row by row: those of one severity, or all; a page of them."""

    it: Return
    table: Table
    severity: str
    severities: list[tuple[str, str, str, int]]
    paged: Paged[Issue]


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
    wrong = list(return_.issue_counts.all())
    return ReturnPage(
        it=return_,
        state=return_tables.state_of(return_),
        accepted_by=name_of(return_.accepted_by) if return_.accepted_by else "",
        files=return_tables.files(return_),
        issues=return_tables.issue_counts(wrong) if wrong else None,
        may_read_issues=bool(wrong) and may(person, "see issues"),
        may_accept=may(person, "accept returns") and not return_.is_accepted(),
        draft=_draft(return_) if return_.is_draft() else None,
        awaited=awaited_by(person),
    )


def _draft(return_: Return) -> Draft:
    try:
        earlier = takes_the_place_of(return_)
    except Refused as refused:
        return Draft("", refused.message)
    return Draft(_numbers(part.of.number for part in earlier), "")


def issues_page(return_: Return, issues: Sequence[Issue], given: Mapping[str, str]) -> IssuesPage:
    """The issues of one severity, or all, so many on a page."""
    severity = given.get("severity", "") if given.get("severity") in list(Severity) else ""
    wanted = [issue for issue in issues if severity in ("", issue.severity)]
    paged = Paginator(wanted, ISSUES_ON_A_PAGE).get_page(given.get("page"))
    return IssuesPage(return_, return_tables.issues(paged), severity, _severities(return_), paged)


def why_one_reads(return_: Return, person: Person) -> str:
    """What history says for what somebody opened the issues."""
    return "to put the return right" if person.agency_id == return_.agency_id else "to check the return"


def accepted_in_words(return_: Return, superseded: Sequence[Superseded]) -> str:
    """What accepting it came to."""
    numbers = _numbers(each.number for each in superseded)
    replaced = f" It takes the place of return {numbers}." if numbers else ""
    return f"Return {return_.number} is accepted.{replaced} The figures are being worked out with it."


def _numbers(numbers: Iterable[int]) -> str:
    return " and ".join(str(number) for number in sorted(set(numbers)))


def _severities(return_: Return) -> list[tuple[str, str, str, int]]:
    """Each severity that occurs, with the address of its issues, its name and how many there are."""
    totals = issue_totals(return_)
    address = reverse("return_issues", args=[return_.number])
    return [
        (severity.value, f"{address}?severity={severity}", NOUNS[severity][1].capitalize(), totals[severity])
        for severity in Severity
        if severity in totals
    ]
