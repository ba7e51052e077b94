"""Returns as tables."""

from collections.abc import Iterable, Sequence

from django.urls import reverse

from goldenthread import catalogue
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.definitions import Severity
from goldenthread.web.base.severities import MEANS, how_many_issues
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.returns.models import IssueCount, Return


def listed(returns: Sequence[Return]) -> Table:
    """One row for each return."""
    columns = (
        Column("Return", narrow=True), Column("From"), Column("About"), Column("Received", narrow=True),
        Column("Rows taken", numeric=True), Column("Issues"), Column("State"),
    )  # fmt: skip
    return Table("Returns, the newest first", columns, [_listed(return_) for return_ in returns])


def word_for(severity: str) -> str:
    """A severity at the beginning of a cell."""
    return severity.capitalize()


def state_of(return_: Return) -> str:
    """Where a return stands."""
    if return_.is_draft():
        return "Checked, not sent"
    if not return_.is_accepted():
        return "Not accepted yet"
    return "Replaced by a later return" if return_.is_superseded() else "Accepted"


def files(return_: Return) -> Table:
    """One row for each file."""
    columns = (
        Column("File"), Column("What it is"), Column("Rows read", numeric=True), Column("Taken", numeric=True),
        Column("Held back", numeric=True), Column("Remark"),
    )  # fmt: skip
    known = catalogue.datasets()
    rows = [
        [
            Cell(file.name),
            Cell(known[file.dataset].title if file.dataset in known else file.table or "Not recognised"),
            *(Cell(f"{number:,}") for number in (file.read, file.accepted, file.held_back)),
            Cell(file.note or "None"),
        ]
        for file in return_.files.all()
    ]
    return Table("Files", columns, rows)


def issue_counts(counts: Sequence[IssueCount]) -> Table:
    """One row for each thing that is wrong, errors first, without any text that stood in the rows."""
    columns = (Column("What is wrong"), Column("Where"), Column("How often", numeric=True), Column("What it means"))
    order = list(Severity)
    rows = [
        [
            Cell(each.message),
            Cell(f"{each.file}, column {each.column}" if each.column else each.file or "The whole return"),
            Cell(f"{each.count:,}"),
            Cell(word_for(each.severity), below=MEANS[Severity(each.severity)]),
        ]
        for each in sorted(counts, key=lambda each: (order.index(Severity(each.severity)), -each.count))
    ]
    return Table("What is wrong, and what to do", columns, rows)


def issues(of_a_page: Iterable[Issue]) -> Table:
    """One row for each issue, with the text that stands there."""
    columns = (Column("Where"), Column("What is wrong"), Column("What stands there"), Column("Kind"))
    rows = [
        [Cell(_where(issue)), Cell(issue.message), Cell(issue.text or "Nothing"), Cell(word_for(issue.severity))]
        for issue in of_a_page
    ]
    return Table("Issues, in the order of files and rows", columns, rows)


def _where(issue: Issue) -> str:
    row = f"row {issue.row:,}" if issue.row else ""
    column = f"column {issue.column}" if issue.column else ""
    return ", ".join(filter(None, (issue.file, issue.sheet, row, column))) or "The whole return"


def _listed(return_: Return) -> list[Cell]:
    all_files = return_.files.all()
    taken, held = (sum(getattr(file, of) for file in all_files) for of in ("accepted", "held_back"))
    return [
        Cell(f"Return {return_.number}", href=reverse("return", args=[return_.number])),
        Cell(return_.agency.name),
        Cell(str(return_.covers)),
        Cell("Not sent" if return_.is_draft() else day(return_.received_at)),
        Cell(f"{taken:,}", below=f"{held:,} held back" if held else ""),
        Cell(how_many_issues(return_) or "None"),
        Cell(state_of(return_)),
    ]
