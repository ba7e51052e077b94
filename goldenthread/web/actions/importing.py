"""What the pages of importing an action log show."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from goldenthread.engine.english import counted
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.actions.importing import operations
from goldenthread.workflow.actions.importing.matching import RECOMMENDATION, propose
from goldenthread.workflow.actions.importing.sorting import Sorted
from goldenthread.workflow.actions.importing.tables import Log
from goldenthread.workflow.actions.importing.taking import Rejected, Taken
from goldenthread.workflow.actions.logs import ActionLog
from goldenthread.workflow.actions.rules import BROUGHT, IMPORTED
from goldenthread.workflow.people.models import Person

SHOWN, LISTED = 5, 100
_SAMPLE = 60


@dataclass(frozen=True)
class LogPage:
    """A log: that it waits, or what became of it."""

    log: ActionLog
    waits: bool
    imported: bool
    kept: list[str]
    rejected: bool
    same: ActionLog | None


@dataclass(frozen=True)
class CheckPage:
    """What would be kept of a log, and what cannot be taken."""

    log: ActionLog
    found: Sorted
    kept: list[str]
    first: Table | None
    rejected: Table | None
    there: Table | None
    more: int


def log_called(number: int, person: Person) -> ActionLog:
    """The log of a number; NotFound where there is none of this person's own."""
    return ActionLog.objects.brought_by(person).numbered(number)


def waiting_of(person: Person) -> list[ActionLog]:
    """Logs that somebody brought and has not imported yet."""
    return list(ActionLog.objects.brought_by(person).filter(state=BROUGHT).exclude(sealed=None).order_by("-number"))


def log_page(log: ActionLog) -> LogPage:
    """One log, as it stands."""
    return LogPage(
        log=log,
        waits=log.state == BROUGHT,
        imported=log.state == IMPORTED,
        kept=_kept(log.counts) if log.counts else [],
        rejected=bool(log.counts.get("rejected")) and log.sealed is not None,
        same=operations.same_before(log),
    )


def columns(log: ActionLog, table: Log) -> list[tuple[str, str, str]]:
    """Each column: its header, what it is taken for, and why, with some of what stands in it."""
    known = operations.columns_of(log, table)
    return [
        (each.header.strip(), known[each.at], _why(each.why if known[each.at] == each.target else "", table, each.at))
        for each in propose(table.headers)
    ]


def begun(log: ActionLog, table: Log) -> dict[str, Any]:
    """What the form begins from: what was chosen before, or what the log itself seems to be."""
    if log.matching:
        return {**log.matching, "on": date.fromisoformat(log.matching["on"])}
    at = next((each.at for each in propose(table.headers) if each.target == RECOMMENDATION), None)
    gaps = at is not None and any(not row.values[at] for row in table.rows)
    return {"source": PurePath(log.name).stem.replace("_", " "), "fill_down": gaps}


def check_page(log: ActionLog) -> CheckPage:
    """What would be kept of a log by what was chosen."""
    found = operations.look(log).found
    counts = {
        "recommendations": found.recommendations, "actions": found.actions, "done": found.done, "noted": found.noted,
        "there": len(found.there), "rejected": len(found.rejected),
    }  # fmt: skip
    first = [_row(each) for each in found.new[:SHOWN]]
    return CheckPage(
        log=log,
        found=found,
        kept=_kept(counts),
        first=Table(f"The first {counted(len(first), 'row')}, as they would be kept", _FIRST, first) if first else None,
        rejected=_rows("Rows that cannot be taken", found.rejected),
        there=_rows("Rows that are there already", found.there),
        more=max(0, len(found.rejected) - LISTED),
    )


_FIRST = (Column("Row"), Column("Recommended"), Column("Action"), Column("Owner"), Column("Due"), Column("Notes"))
_ROWS = (Column("Row"), Column("What, and what to do"), Column("What stands in it"))


def _kept(counts: dict[str, int]) -> list[str]:
    """What a log comes to, in words."""
    done, noted, there = counts["done"], counts["noted"], counts["there"]
    return [
        counted(counts["recommendations"], "recommendation"),
        f"{counted(counts['actions'], 'action')}, of which {done:,} {'is' if done == 1 else 'are'} done",
        f"{counted(noted, 'row')} with a note of what had no place of its own",
        f"{counted(there, 'row')} that {'is' if there == 1 else 'are'} there already, and left as there",
        f"{counted(counts['rejected'], 'row')} that cannot be taken",
    ]


def _why(why: str, table: Log, at: int) -> str:
    """Why a column is taken for what it is, and the first things that stand in it."""
    inside = list(dict.fromkeys(row.values[at] for row in table.rows[:200] if row.values[at]))[:2]
    said = f"Proposed: {why}. " if why else ""
    return f"{said}In it: {'; '.join(_short(each) for each in inside)}" if inside else f"{said}Nothing stands in it."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SAMPLE else f"{line[:_SAMPLE]}…"


def _row(each: Taken) -> list[Cell]:
    stands = f"done on {day(each.done_on)}" if each.done_on else "open"
    return [
        Cell(f"Row {each.row:,}"),
        Cell(each.recommendation or "None", below=f"{each.source}, {day(each.made_on)}"),
        Cell(each.action or "None", below=stands if each.action else ""),
        Cell(each.post or "–", below=each.agency.name if each.agency else ""),
        Cell(day(each.due) or each.why_no_date or "–"),
        Cell(" · ".join(each.notes)),
    ]


def _rows(caption: str, rows: list[Rejected]) -> Table | None:
    shown = [
        [Cell(f"Row {each.row:,}"), Cell(each.why), Cell(_short(" · ".join(filter(None, each.values))))]
        for each in rows[:LISTED]
    ]
    return Table(caption, _ROWS, shown) if shown else None
