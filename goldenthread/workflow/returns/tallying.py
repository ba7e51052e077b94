"""Counting issues by kind, without the text that was wrong: that is about children, and stays in the vault."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from goldenthread import catalogue
from goldenthread.engine.checking.issues import Issue
from goldenthread.workflow.returns.models import IssueCount, Return

_SLOT = re.compile(r"\{[^}]*\}")
_DATE = re.compile(r"\b\d{1,4}([/.-])\d{1,2}\1\d{1,4}\b")
_HOW_TO_WRITE_ONE = "31/03/2018"
_LONGEST = 255
_IN_GENERAL = {
    "particulars-differ": "Another row says otherwise of the same child, and was believed. Which is right?",
    "outside-the-period": "This is about a day outside what the return is about. No figure counts it.",
}
"""What is said of rows that are each told something else, in words that fit all of them."""


def issue_counts(return_: Return, issues: Sequence[Issue]) -> Iterator[IssueCount]:
    """One row for each thing that was wrong in one column of one file, not saved yet."""
    for (file, dataset, code, severity, column, message), count in Counter(map(_kind, issues)).items():
        yield IssueCount(
            of=return_,
            file=file,
            dataset=dataset,
            code=code,
            severity=severity,
            column=column,
            message=message,
            count=count,
        )


def without_text(issue: Issue) -> str:
    """What an issue says, with dots where its message shows what stood in the row."""
    declared = _declared(issue.dataset or "")
    if issue.code in declared:
        return _SLOT.sub("…", declared[issue.code])
    if issue.row is not None and issue.code in _IN_GENERAL:
        return _IN_GENERAL[issue.code]
    return _DATE.sub(lambda found: found[0] if found[0] == _HOW_TO_WRITE_ONE else "…", issue.message)


@cache
def _declared(dataset: str) -> dict[str, str]:
    """What the checks of a dataset say, by their codes; nothing where there is no such dataset."""
    known = catalogue.datasets().get(dataset)
    return {check.code: check.message for check in known.checks} if known else {}


def _kind(issue: Issue) -> tuple[str, str, str, str, str, str]:
    column = _storable(issue.column or "")[:_LONGEST]
    message = _storable(without_text(issue))
    where = f"{issue.file}, sheet {issue.sheet}" if issue.sheet else issue.file
    return _storable(where), issue.dataset or "", issue.code, issue.severity.value, column, message


def _storable(text: str) -> str:
    """Without the character that no database takes; it comes where a file is no text at all."""
    return text.replace("\0", "")
