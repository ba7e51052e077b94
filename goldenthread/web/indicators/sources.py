"""Where an indicator's figures come from: the returns in the edition that hold the datasets it reads."""

from collections.abc import Iterable

from django.urls import reverse

from goldenthread import catalogue
from goldenthread.catalogue.readers import datasets_read
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import Span, day
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition, PartNamed
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.rules import PROVISIONAL

COLUMNS = (Column("Return", narrow=True), Column("From"), Column("About"), Column("What was used of it"),
           Column("Its numbers"))  # fmt: skip


def sources(indicator: Indicator, edition: Edition, person: Person, supplied_by: set[str]) -> Table:
    """One row for each return; it is a link for those who may see the return. `supplied_by` are the codes of agencies
    that supplied figures of the indicator.
    """
    read, supplied = datasets_read(indicator), catalogue.SUPPLIED_FIGURES.dataset
    parts = [
        part
        for part in edition.parts
        if part["dataset"] in read or (part["dataset"] == supplied and part["agency"] in supplied_by)
    ]
    numbers = sorted({part["of_return"] for part in parts})
    open_to = set(Return.objects.visible_to(person).filter(number__in=numbers).values_list("number", flat=True))
    names = dict(Agency.objects.values_list("code", "name"))
    status = dict(Return.objects.filter(number__in=numbers).values_list("number", "status"))
    rows = [
        [*_row([part for part in parts if part["of_return"] == number], names, number in open_to),
         Cell(status.get(number, PROVISIONAL).capitalize())]
        for number in numbers
    ]  # fmt: skip
    return Table("The returns that the figures stand on", COLUMNS, rows)


def _row(parts: list[PartNamed], names: dict[str, str], is_open: bool) -> list[Cell]:
    first = parts[0]
    number = first["of_return"]
    return [
        Cell(f"Return {number}", href=reverse("return", args=[number]) if is_open else ""),
        Cell(names.get(first["agency"], first["agency"])),
        Cell(_days(Span.between(first["first"], first["last"]))),
        Cell("; ".join(_titles(part["dataset"] for part in parts))),
    ]


def _titles(datasets: Iterable[str]) -> list[str]:
    known = catalogue.datasets()
    return [known[name].title if name in known else name for name in datasets]


def _days(span: Span) -> str:
    return f"{day(span.first)} to {day(span.last)}"
