"""An invented action log, as somebody brings it from a spreadsheet."""

from datetime import date
from typing import Any

from goldenthread.workflow.actions.importing import operations
from goldenthread.workflow.actions.importing.matching import propose
from goldenthread.workflow.actions.importing.taking import Matching
from goldenthread.workflow.actions.logs import ActionLog
from goldenthread.workflow.actions.planning import Plan

ANN = "person:1001"
ON = date(2014, 6, 30)
LATER = Plan("Look at twenty plans.", indicator="CLA3", due=date(2015, 3, 31))
HEADERS = "Ref,Recommendation,Action,Lead officer,Lead agency,By when,Status,Date completed,Evidence,Update"
ROWS = """1,Make plans SMART.,Brief every cluster.,Head of Service,acc,31/3/2014,Done,28/3/14,The list.,All came
2,Make plans SMART.,Look at ten plans.,Auditor,apo,ongoing,In progress,,,
3,Record core groups.,Give them a form.,Manager,The Trust,30 Sept 2014,Complete,,,
4,Tell every family.,,,,,,,,
"""


def brought(content: str | bytes = f"{HEADERS}\n{ROWS}", **told: Any) -> ActionLog:
    """A log of which somebody has said which column is which, as the program proposes it."""
    log = operations.bring("plan.csv", content.encode() if isinstance(content, str) else content, by=ANN)
    table = operations.table_of(log)
    columns = {each.at: each.target for each in propose(table.headers)}
    known: dict[str, Any] = {"kind": "review", "source": "Review of 2013", "on": ON, "fill_down": False}
    operations.match(log, Matching(columns, **{**known, **told}), sheet=table.sheet, by=ANN)
    log.refresh_from_db()
    return log


def rejected(content: str, **told: Any) -> list[tuple[int, str]]:
    """The rows of a log that cannot be taken, and why."""
    return [(each.row, each.why) for each in operations.look(brought(content, **told)).found.rejected]
