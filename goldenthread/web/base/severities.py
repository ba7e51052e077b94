"""How bad an issue is, in words."""

from collections.abc import Mapping

from goldenthread.engine.definitions import ERROR, QUERY, WARNING, Severity
from goldenthread.engine.english import counted
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.reading import issue_totals

NOUNS: Mapping[Severity, tuple[str, str]] = {
    ERROR: ("error", "errors"),
    WARNING: ("warning", "warnings"),
    QUERY: ("query", "queries"),
}
MEANS: Mapping[Severity, str] = {
    ERROR: "What is wrong was held back. Put it right and send the return again.",
    WARNING: "Nothing was held back for it. Put it right in the next return.",
    QUERY: "Check that it is meant.",
}


def how_many_issues(return_: Return) -> str:
    """How many issues a return has: `3 errors, 1 query`; nothing where it has none."""
    totals = issue_totals(return_)
    return ", ".join(counted(totals[severity], *NOUNS[severity]) for severity in Severity if severity in totals)
