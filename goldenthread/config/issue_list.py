"""The list of issues of a return, for people, spreadsheets and programs."""

from collections.abc import Sequence
from pathlib import Path

from goldenthread.config import showing
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.english import counted
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.returns.issue_files import AS_FILE, COLUMNS, cells, in_order


def in_words(issues: Sequence[Issue]) -> str:
    """One line for each issue."""
    if not issues:
        return "Nothing was found wrong with this return."
    return "\n".join([*map(_line, in_order(issues)), f"{how_many(issues)}."])


def in_json(issues: Sequence[Issue]) -> str:
    """A list of objects."""
    return showing.as_json([dict(zip(COLUMNS, cells(issue), strict=True)) for issue in in_order(issues)])


def write(issues: Sequence[Issue], path: Path, kind: str) -> str:
    """Write a file of some kind for a spreadsheet; says so. Refused where it cannot be written."""
    try:
        path.write_bytes(AS_FILE[kind](issues))
    except OSError as error:
        raise Refused(f"The issues cannot be written to {path}: {error.strerror}. Choose another file.") from None
    return f"{how_many(issues)} written to {path}."


def how_many(issues: Sequence[Issue]) -> str:
    """Their number, with the noun."""
    return counted(len(issues), "issue", "issues")


def _line(issue: Issue) -> str:
    row = f"row {issue.row}" if issue.row else ""
    where = ", ".join(filter(None, (issue.file or "the return", issue.sheet, row, issue.column)))
    found = f" [{issue.text}]" if issue.text else ""
    return showing.plain(f"{where}: {issue.severity.value} {issue.code}: {issue.message}{found}")
