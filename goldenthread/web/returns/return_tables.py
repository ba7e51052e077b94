"""Returns as tables."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.urls import reverse

from goldenthread import catalogue
from goldenthread.engine.checking.issues import Issue
from goldenthread.web.base.severities import MEANS, how_many_issues
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.returns.looking import Look
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.quality import OfCheck, OfDataset

THE_WHOLE = "The whole return"


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


def completeness(datasets: Sequence[OfDataset]) -> Table:
    """One row for each dataset, with the columns that are blank somewhere."""
    columns = (
        Column("Dataset"), Column("Rows read", numeric=True), Column("Taken", numeric=True),
        Column("Held back", numeric=True), Column("Filled in, where not always"),
    )  # fmt: skip
    rows = [
        [
            Cell(each.title, href=reverse("dataset", args=[each.dataset])),
            *(Cell(f"{number:,}") for number in (each.read, each.accepted, each.held_back)),
            Cell(", ".join(f"{gap.column} {gap.percent}%" for gap in each.gaps()) or "Everything is filled in"),
        ]
        for each in datasets
    ]
    return Table("How complete it is", columns, rows)


def issue_counts(checks: Sequence[OfCheck], opens: str = "") -> Table:
    """One row for each thing that is wrong, errors first, without any text that stood in the rows. `opens` is where its
    rows can be read, if they can.
    """
    columns = (Column("What is wrong"), Column("Where"), Column("How often", numeric=True), Column("What it means"))
    rows = [
        [
            Cell(each.message),
            Cell(
                f"{each.code} in {each.where or THE_WHOLE.lower()}",
                href=f"{opens}?{urlencode({'check': each.code, 'where': each.where or THE_WHOLE})}" if opens else "",
                below=f"column {each.column}" if each.column else "",
            ),
            Cell(f"{each.count:,}"),
            Cell(word_for(each.severity), below=MEANS[each.severity]),
        ]
        for each in checks
    ]
    return Table("What is wrong, and what to do", columns, rows)


def issues(of_a_page: Iterable[tuple[Issue, str]]) -> Table:
    """One row for each issue, with the text that stands there, and where its row can be looked at."""
    columns = (Column("Where"), Column("What is wrong"), Column("What stands there"), Column("Kind"))
    rows = [
        [
            Cell(where(issue, with_column=False), href=address, below=f"column {issue.column}" if issue.column else ""),
            Cell(issue.message, below=issue.code),
            Cell(issue.text or "Nothing"),
            Cell(word_for(issue.severity)),
        ]
        for issue, address in of_a_page
    ]
    return Table("Issues, in the order of files and rows", columns, rows)


def row(look: Look) -> Table:
    """A row as it came, one line for each of its values, beside what is wrong with it."""
    columns = (Column("Column"), Column("What stands there"), Column("What is wrong"))
    rows = [
        [Cell(header or "No header"), Cell(value or "Nothing"), _wrong(header, look)] for header, value in look.cells
    ]
    return Table("The row as it came, beside what is wrong with it", columns, rows)


def _wrong(header: str, look: Look) -> Cell:
    said = [f"{word_for(issue.severity)}: {issue.message}" for issue in look.issues if issue.column == header]
    return Cell(" ".join(said))


def file_and_sheet(issue: Issue) -> str:
    """The file that an issue is about, and the sheet in it; nothing where it is about the whole return."""
    return ", ".join(filter(None, (issue.file, f"sheet {issue.sheet}" if issue.sheet else "")))


def where(issue: Issue, *, with_column: bool = True) -> str:
    """Where an issue is, as people say it."""
    row = f"row {issue.row:,}" if issue.row else ""
    column = f"column {issue.column}" if issue.column and with_column else ""
    return ", ".join(filter(None, (file_and_sheet(issue), row, column))) or THE_WHOLE


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
