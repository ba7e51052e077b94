"""Looking at what is wrong with a return, as somebody may; history records each look before the vault is opened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pyarrow.compute as pc

from goldenthread import catalogue
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.checking.opening import Opening, open_file
from goldenthread.engine.checking.sources import Opened
from goldenthread.engine.reading.received import Received
from goldenthread.engine.reading.tabular import ROW
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns import reading
from goldenthread.workflow.returns.discretion import KEPT, discreet, is_senders, tells_who
from goldenthread.workflow.returns.keeping import issues_in, originals_in
from goldenthread.workflow.returns.models import Return

Cells = Sequence[tuple[str, str]]
"""Headers, each with what stands under it."""


@dataclass(frozen=True)
class Look:
    """A row as it came, with everything that is wrong with it and the datasets that it fills.

    `among` are all issues of the return. `cells` is empty where the row cannot be told into values; `as_it_came` is
    then the whole of it, and `why_not` says so where not even that can be shown.
    """

    issue: Issue
    issues: Sequence[Issue]
    among: Sequence[Issue]
    fills: Sequence[str] = ()
    cells: Cells = ()
    as_it_came: str = ""
    why_not: str = ""


def issues_for(return_: Return, person: Person, *, why: str) -> list[Issue]:
    """Every issue of a return, in the order of files and rows, with what stands there as far as somebody may read it:
    its sender all of it, others what does not tell who a child is.
    """
    found = reading.issues(return_, by=person.actor, why=why)
    return found if is_senders(return_, person) else [discreet(issue) for issue in found]


def row_for(return_: Return, number: int, person: Person, *, why: str) -> Look:
    """The row that an issue is about, as it came. `number` counts the issues from 1; NotFound where there is none."""
    record("read a row of", subject="return", subject_id=return_.number, by=person.actor, why=why, issue=number)
    members = reading.opened(return_.vault, str(return_))
    issues = issues_in(members)
    if not 1 <= number <= len(issues):
        raise NotFound(f"There is no issue {number} of return {return_.number}.")
    issue = issues[number - 1]
    look = with_row(_begun(issue, issues), originals_in(members))
    return look if is_senders(return_, person) else _discreetly(look)


def _same_row(one: Issue, other: Issue) -> bool:
    return (one.file, one.sheet, one.row) == (other.file, other.sheet, other.row)


def _begun(issue: Issue, among: Sequence[Issue]) -> Look:
    return Look(issue, [each for each in among if _same_row(each, issue)], among)


def with_row(look: Look, originals: Sequence[Received]) -> Look:
    """The same with the row, or with why it cannot be shown."""
    issue = look.issue
    if issue.row is None:
        return replace(look, why_not="It is about more than one row.")
    file = next((each for each in originals if each.name == issue.file), None)
    opened = _table(file, issue) if file else None
    if opened is None:
        return replace(look, why_not="Its file was not kept, because no table known here was found in it.")
    look = replace(look, fills=[feed.dataset for feed in opened.match.table.feeds()])
    sheet = opened.sheet
    if uneven := next((each for each in sheet.uneven if each.row == issue.row), None):
        return replace(look, as_it_came=uneven.text)
    if issue.row == opened.match.header_row:
        return replace(look, cells=[(header, "") for header in sheet.headers])
    rows = sheet.rows.filter(pc.equal(sheet.rows[ROW], issue.row)).to_pylist()
    if len(rows) != 1:
        return replace(look, why_not=_too_many(len(rows)))
    return replace(look, cells=[(header, rows[0][str(at)] or "") for at, header in enumerate(sheet.headers)])


def _too_many(records: int) -> str:
    return f"{records:,} records stand on that line of the file." if records else "No record stands on that line."


def _table(file: Received, issue: Issue) -> Opened | None:
    """The table of a file that an issue is about."""
    opening = Opening()
    open_file(file, list(catalogue.formats().values()), opening)
    on_sheet = [each for each in opening.tables if each.on_sheet == issue.sheet]
    about = [each for each in on_sheet if issue.dataset in {feed.dataset for feed in each.match.table.feeds()}]
    return next(iter([*about, *on_sheet]), None)


def _discreetly(look: Look) -> Look:
    """The same without what tells who a child is."""
    return replace(
        look,
        issue=discreet(look.issue),
        issues=[discreet(each) for each in look.issues],
        among=[discreet(each) for each in look.among],
        cells=[(header, KEPT if value and tells_who(look.fills, header) else value) for header, value in look.cells],
        as_it_came=KEPT if look.as_it_came else "",
    )
