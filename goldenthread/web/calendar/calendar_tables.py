"""The calendar as tables."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from goldenthread.engine.english import counted
from goldenthread.web.base.owing import called, more_of, standing
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.calendar.models import Expected
from goldenthread.workflow.calendar.reading import Owed
from goldenthread.workflow.calendar.rules import EVERY

_OWED = (Column("Return"), Column("Due", narrow=True), Column("How it stands"), Column("Sent in", narrow=True))
_EXPECTED = (Column("Expected"), Column("Due"), Column("From"), Column("Until"))


def owed(found: Sequence[Owed], on: date, open_to: set[int]) -> Table:
    """One row for each return that is owed; those sent in are links for those who may see them."""
    rows = [
        [
            Cell(called(each), href=reverse("owed", args=[each.expected.number, each.period.code])),
            Cell(day(each.due)),
            Cell(standing(each), below=more_of(each)),
            _sent_in(each, open_to),
        ]
        for each in found
    ]
    return Table(f"What is owed, as it stands on {day(on)}", _OWED, rows)


def _sent_in(each: Owed, open_to: set[int]) -> Cell:
    numbers = [return_.number for return_ in each.returns if return_.number in open_to]
    if not numbers:
        return Cell("Nothing yet")
    if len(numbers) > 1:
        return Cell(f"Returns {', '.join(map(str, numbers))}")
    return Cell(f"Return {numbers[0]}", href=reverse("return", args=numbers))


def expected(series: Sequence[Expected], keeps: bool) -> Table:
    """One row for each series that is expected; whoever keeps the calendar can open it to end it."""
    rows = [
        [
            Cell(
                f"{each.what}, {EVERY[each.every].words}, from {each.agency}",
                href=reverse("expected_end", args=[each.number]) if keeps else "",
            ),
            Cell(f"{counted(each.due_days, 'day')} after its end"),
            Cell(str(each.first)),
            Cell(_until(each)),
        ]
        for each in series
    ]
    return Table("What is expected", _EXPECTED, rows)


def _until(each: Expected) -> str:
    return "Withdrawn" if each.is_withdrawn() else str(each.last or "No end is known")
