"""The plan of a year to take away: a table of its tasks, and a paper in the order of the tree."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from goldenthread.engine.periods import day as named
from goldenthread.engine.rendering.blocks import Block, DataTable, Document, Heading, Paragraph, Points
from goldenthread.engine.rendering.delimited import Cell, as_csv
from goldenthread.engine.rendering.word import word
from goldenthread.engine.rendering.workbooks import listing
from goldenthread.workflow.agencies.registers import iso
from goldenthread.workflow.plans.models import BusinessPlan
from goldenthread.workflow.plans.reading import DEFINED, SAID, Stood, shares

COLUMNS = (
    "task", "priority", "serves", "objective", "what will be done", "how one will know", "measure", "why relevant",
    "sub group", "owner", "first due", "due", "why no date", "how it stands", "last reported for", "last reported",
    "carried from",
)  # fmt: skip
_WIDTHS = (8, 40, 30, 40, 60, 40, 10, 40, 24, 34, 12, 12, 30, 14, 14, 60, 12)


@dataclass(frozen=True)
class Taken:
    """The tasks of a plan as somebody chose them, how each stood on which day, and whose plan it is."""

    board: str
    plan: BusinessPlan
    on: date
    stood: Sequence[Stood]


def rows(taken: Taken) -> list[tuple[Cell, ...]]:
    """The rows, in the order of the tree."""
    return [_row(each) for each in taken.stood]


def paper(taken: Taken) -> Document:
    """The plan as a document: how it stands in numbers, and its tasks by priority and objective."""
    agreed = f"Agreed on {named(taken.plan.agreed_on)}." if taken.plan.agreed_on else "A draft."
    return Document(
        title=taken.board,
        subtitle=f"Business plan {taken.plan.period}",
        made=f"{agreed} As it stood on {named(taken.on)}.",
        marking="",
        blocks=tuple(_blocks(taken)),
    )


def _row(each: Stood) -> tuple[Cell, ...]:
    task = each.task
    last = max(task.steps.all(), key=lambda step: step.pk, default=None)
    priority = task.objective.priority
    return (
        task.number, priority.words, str(priority.aim) if priority.aim else None, task.objective.words, task.what,
        task.measured_by or None, task.indicator or None, task.relevant or None, task.get_sub_group_display(),
        task.owner, iso(task.first_due), iso(task.due), task.why_no_date or None, SAID[each.standing],
        iso(last.on) if last else None, f"{last.verb}: {last.text}" if last else None, task.carried_from_id,
    )  # fmt: skip


def _blocks(taken: Taken) -> Iterator[Block]:
    yield Heading("How it stands", "standing")
    told = [f"{each.number:,} {SAID[each.standing]}{_percent(each.percent)}" for each in shares(taken.stood)]
    yield Points(tuple(Paragraph(each) for each in told))
    yield Points(tuple(Paragraph(f"{SAID[name].capitalize()}: {meaning}") for name, meaning in DEFINED.items()))
    for number, (priority, those) in enumerate(groupby(taken.stood, key=lambda each: each.task.objective.priority)):
        yield Heading(priority.words, f"priority-{number}")
        if priority.aim:
            yield Paragraph(f"It serves the partnership's aim: {priority.aim}.")
        for objective, tasks in groupby(those, key=lambda each: each.task.objective):
            yield DataTable(objective.words, ("Task", "Owner", "Due", "How it stands"), tuple(map(_cells, tasks)))


def _cells(each: Stood) -> tuple[str, str, str, str]:
    due = named(each.task.due) if each.task.due else "No date"
    return each.task.what, each.task.owner, str(due), SAID[each.standing].capitalize()


def _percent(share: str) -> str:
    return f" ({share})" if share else ""


AS_FILE: Mapping[str, Callable[[Taken], bytes]] = {
    "csv": lambda taken: as_csv(COLUMNS, rows(taken)).encode(),
    "xlsx": lambda taken: listing(f"Business plan {taken.plan.year[2:]}", COLUMNS, rows(taken), _WIDTHS),
    "docx": lambda taken: word(paper(taken)),
}
"""By the ending of the file: how the plan is written out."""
