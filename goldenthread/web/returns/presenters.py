"""What the pages of returns show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page as Paged
from django.core.paginator import Paginator
from django.urls import reverse

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import Severity
from goldenthread.web.base.naming import name_of
from goldenthread.web.base.severities import NOUNS
from goldenthread.web.base.tables import Table
from goldenthread.web.returns import return_tables
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.operations import Superseded
from goldenthread.workflow.returns.reading import issue_totals

ISSUES_ON_A_PAGE = 200


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


def list_for(person: Person) -> Table | None:
    """The returns that somebody may see, the newest first; none where there is none."""
    returns = list(Return.objects.visible_to(person).newest())
    return return_tables.listed(returns) if returns else None


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
    )


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
    numbers = ", ".join(str(number) for number in sorted({each.number for each in superseded}))
    replaced = f" It takes the place of return {numbers}." if numbers else ""
    return f"Return {return_.number} is accepted.{replaced} It will be in the next edition that is published."


def _severities(return_: Return) -> list[tuple[str, str, str, int]]:
    """Each severity that occurs, with the address of its issues, its name and how many there are."""
    totals = issue_totals(return_)
    address = reverse("return_issues", args=[return_.number])
    return [
        (severity.value, f"{address}?severity={severity}", NOUNS[severity][1].capitalize(), totals[severity])
        for severity in Severity
        if severity in totals
    ]
