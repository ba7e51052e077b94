"""The list of issues of a return as a file: for whoever puts them right."""

from collections.abc import Callable, Mapping, Sequence

from goldenthread.engine.checking.issues import Issue
from goldenthread.engine.rendering.delimited import Cell, as_csv
from goldenthread.engine.rendering.workbooks import TooLong, listing
from goldenthread.workflow.history.refusals import Refused

COLUMNS = ("file", "sheet", "row", "column", "code", "severity", "message", "text")
_WIDTHS = (28, 16, 8, 24, 26, 10, 80, 30)


def in_order(issues: Sequence[Issue]) -> list[Issue]:
    """As somebody who puts them right goes through the files: what is wrong with a whole file first, then by row."""
    return sorted(issues, key=lambda issue: (issue.file, issue.sheet, issue.row or 0))


def cells(issue: Issue) -> tuple[Cell, ...]:
    """What stands in the columns; none where there is nothing to say."""
    return (
        issue.file, issue.sheet or None, issue.row, issue.column, issue.code, issue.severity.value, issue.message,
        issue.text,
    )  # fmt: skip


def _as_text(issues: Sequence[Issue]) -> bytes:
    return as_csv(COLUMNS, map(cells, in_order(issues))).encode()


def _as_workbook(issues: Sequence[Issue]) -> bytes:
    try:
        return listing("Issues", COLUMNS, [cells(issue) for issue in in_order(issues)], _WIDTHS)
    except TooLong as problem:
        raise Refused(str(problem)) from None


AS_FILE: Mapping[str, Callable[[Sequence[Issue]], bytes]] = {"csv": _as_text, "xlsx": _as_workbook}
"""By the ending of the file: how a list of issues is written out."""
