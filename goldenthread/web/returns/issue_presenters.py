"""What the pages of issues show: those that were asked for, row by row, and the row that one of them is about."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page as Paged
from django.urls import reverse

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import Severity
from goldenthread.web.base.offers import Choices, Offer
from goldenthread.web.base.paging import page_asked_for
from goldenthread.web.base.severities import NOUNS
from goldenthread.web.base.tables import Table
from goldenthread.web.returns import return_tables
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns.discretion import is_senders
from goldenthread.workflow.returns.looking import Look, issues_for, row_for
from goldenthread.workflow.returns.models import Return

Numbered = Sequence[tuple[int, Issue]]
"""Issues with their numbers, counted from 1 in the order in which they are kept."""


@dataclass(frozen=True)
class IssuesPage:
    """Issues of a return, row by row: those that were asked for, a page of them."""

    it: Return
    table: Table
    narrow: Offer
    query: str
    paged: Paged[tuple[int, Issue]]
    everything: int
    sees_all: bool


@dataclass(frozen=True)
class RowPage:
    """The row that an issue is about, beside what is wrong with it; the numbers of the issues before and after it."""

    it: Return
    look: Look
    where: str
    of_the_whole: Sequence[Issue]
    table: Table | None
    query: str
    before: int | None
    after: int | None
    sees_all: bool


def issues_page(return_: Return, given: Mapping[str, str], person: Person) -> IssuesPage:
    """The issues that somebody asks for, so many on a page."""
    found = issues_for(return_, person, why=_why(return_, person))
    narrow = _narrow(found, given)
    wanted = _wanted(found, narrow)
    paged = page_asked_for(wanted, given)
    query = urlencode(narrow.all_chosen())
    opens = _addresses(return_, found, query)
    table = return_tables.issues((issue, opens.get(_place(issue), "")) for _, issue in paged)
    return IssuesPage(return_, table, narrow, query, paged, len(found), is_senders(return_, person))


def issues_asked_for(return_: Return, given: Mapping[str, str], person: Person) -> list[Issue]:
    """The same issues, all of them, for a file."""
    found = issues_for(return_, person, why=f"{_why(return_, person)}, as a file")
    return [issue for _, issue in _wanted(found, _narrow(found, given))]


def row_page(return_: Return, number: int, given: Mapping[str, str], person: Person) -> RowPage:
    """The row that an issue is about."""
    look = row_for(return_, number, person, why=_why(return_, person))
    narrow = _narrow(look.among, given)
    before, after = _neighbours(look, narrow)
    return RowPage(
        it=return_,
        look=look,
        where=return_tables.where(look.issue, with_column=False),
        of_the_whole=[issue for issue in look.issues if issue.column not in {header for header, _ in look.cells}],
        table=return_tables.row(look) if look.cells else None,
        query=urlencode(narrow.all_chosen()),
        before=before,
        after=after,
        sees_all=is_senders(return_, person),
    )


def _neighbours(look: Look, narrow: Offer) -> tuple[int | None, int | None]:
    """The issues that lead to the rows before and after, of those that were asked for."""
    numbers = _first_of_each_row(list(enumerate(look.among, start=1)))
    rows = list(_first_of_each_row(_wanted(look.among, narrow)))
    if _place(look.issue) not in rows:
        return None, None
    at = rows.index(_place(look.issue))
    before, after = rows[:at][-1:], rows[at + 1 : at + 2]
    return next((numbers[row] for row in before), None), next((numbers[row] for row in after), None)


def _why(return_: Return, person: Person) -> str:
    """What history says for what somebody opened the issues."""
    return "to put the return right" if is_senders(return_, person) else "to check the return"


def _severity(issue: Issue) -> str:
    return issue.severity.value


def _check(issue: Issue) -> str:
    return issue.code


def _file(issue: Issue) -> str:
    return return_tables.file_and_sheet(issue) or return_tables.THE_WHOLE


_OF: Mapping[str, Callable[[Issue], str]] = {"severity": _severity, "check": _check, "where": _file}
"""What one can narrow issues down by, and how an issue answers."""


def _narrow(found: Sequence[Issue], given: Mapping[str, str]) -> Offer:
    """What one can narrow the issues down to, with how many there are of each."""
    counts = {name: Counter(map(of, found)) for name, of in _OF.items()}
    severities = [(each.value, NOUNS[each][1].capitalize()) for each in Severity if each in counts["severity"]]
    checks = [(code, code) for code in sorted(counts["check"])]
    files = [(name, name) for name in sorted(counts["where"])]
    labels = {"severity": ("Kind", severities), "check": ("What is wrong", checks), "where": ("File or sheet", files)}
    return Offer(given, {name: (label, _with_all(choices, counts[name])) for name, (label, choices) in labels.items()})


def _with_all(choices: Choices, counts: Mapping[str, int]) -> Choices:
    return [("", "All"), *((value, f"{text} ({counts[value]:,})") for value, text in choices)]


def _wanted(found: Sequence[Issue], narrow: Offer) -> Numbered:
    asked = [(of, narrow.chosen(name)) for name, of in _OF.items() if narrow.chosen(name)]
    return [
        (number, issue) for number, issue in enumerate(found, start=1) if all(of(issue) == value for of, value in asked)
    ]


def _place(issue: Issue) -> tuple[str, str, int | None]:
    return issue.file, issue.sheet, issue.row


def _first_of_each_row(issues: Numbered) -> dict[tuple[str, str, int | None], int]:
    """The number of the first issue of each row, so that one row has one address."""
    found: dict[tuple[str, str, int | None], int] = {}
    for number, issue in issues:
        if issue.row is not None and issue.dataset:
            found.setdefault(_place(issue), number)
    return found


def _addresses(return_: Return, found: Sequence[Issue], query: str) -> dict[tuple[str, str, int | None], str]:
    numbers = _first_of_each_row(list(enumerate(found, start=1)))
    return {
        place: reverse("return_row", args=[return_.number, number]) + (f"?{query}" if query else "")
        for place, number in numbers.items()
    }
