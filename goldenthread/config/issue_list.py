"""The list of issues of a return, for people, spreadsheets and programs."""

from collections.abc import Sequence
from pathlib import Path

from goldenthread.config import showing
from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.rendering.delimited import as_csv
from goldenthread.workflow.history.refusals import Refused

COLUMNS = ("file", "sheet", "row", "column", "code", "severity", "message", "text")


def in_order(issues: Sequence[Issue]) -> list[Issue]:
    """As somebody who puts them right goes through the files: what is wrong with a whole file first, then by row."""
    return sorted(issues, key=lambda issue: (issue.file, issue.sheet, issue.row or 0))


def in_words(issues: Sequence[Issue]) -> str:
    """One line for each issue."""
    if not issues:
        return "Nothing was found wrong with this return."
    return "\n".join([*map(_line, in_order(issues)), f"{how_many(issues)}."])


def in_json(issues: Sequence[Issue]) -> str:
    """A list of objects."""
    return showing.as_json([dict(zip(COLUMNS, _cells(issue), strict=True)) for issue in in_order(issues)])


def write_csv(issues: Sequence[Issue], path: Path) -> None:
    """A file for a spreadsheet. Refused where it cannot be written."""
    try:
        path.write_text(as_csv(COLUMNS, map(_cells, in_order(issues))), encoding="utf-8")
    except OSError as error:
        raise Refused(f"The issues cannot be written to {path}: {error.strerror}. Choose another file.") from None


def how_many(issues: Sequence[Issue]) -> str:
    """Their number, with the noun."""
    return showing.counted(len(issues), "issue", "issues")


def _line(issue: Issue) -> str:
    row = f"row {issue.row}" if issue.row else ""
    where = ", ".join(filter(None, (issue.file or "the return", issue.sheet, row, issue.column)))
    found = f" [{issue.text}]" if issue.text else ""
    return showing.plain(f"{where}: {issue.severity.value} {issue.code}: {issue.message}{found}")


def _cells(issue: Issue) -> tuple[str | int | None, ...]:
    return (
        issue.file, issue.sheet or None, issue.row, issue.column, issue.code, issue.severity.value, issue.message,
        issue.text,
    )  # fmt: skip
