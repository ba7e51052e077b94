"""What the pages of breaks show."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.engine.english import begun
from goldenthread.web.base.naming import name_of
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.templating import day
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.breaks.models import Break
from goldenthread.workflow.breaks.rules import HOW
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may

COLUMNS = (Column("Break"), Column("What it did"), Column("Why"), Column("It touches"), Column("Who says so"))


@dataclass(frozen=True)
class BreaksPage:
    """Every break, the newest first."""

    table: Table | None
    may_declare: bool


def breaks_for(person: Person) -> BreaksPage:
    """The breaks, and whether somebody may declare more."""
    found = list(Break.objects.select_related("agency").order_by("-on", "-number"))
    declares = may(person, "declare breaks")
    rows = [_row(each, declares) for each in found]
    return BreaksPage(Table("Breaks, the latest first", COLUMNS, rows) if rows else None, declares)


def found_break(number: int) -> Break:
    """The break of that number."""
    return Break.objects.numbered(number)


def all_agencies() -> list[Agency]:
    """Every agency at which recording can change."""
    return list(Agency.objects.order_by("name"))


def agency_called(code: str) -> Agency | None:
    """The agency of a code; none where all are meant."""
    return Agency.objects.named(code) if code else None


def _row(each: Break, declares: bool) -> list[Cell]:
    name = f"Break {each.number}: {each.title}, {day(each.on)}, {each.agency or 'all agencies'}"
    checked = f"by {each.checked_by} on {day(each.checked_on)}" if each.checked_on else ""
    withdrawn = f"Withdrawn on {day(each.withdrawn_at)}, by {name_of(each.withdrawn_by)}" if each.withdrawn_at else ""
    return [
        Cell(name, href=reverse("break_withdraw", args=[each.number]) if declares and each.stands() else ""),
        Cell(each.how.capitalize(), below=checked or HOW[each.how]),
        Cell(each.reason),
        Cell(", ".join(each.measures) or "All indicators that read it"),
        Cell(withdrawn or begun(name_of(each.declared_by)), below="" if withdrawn else day(each.declared_at)),
    ]
