"""What the page of ours beside the nation's shows."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from django.urls import reverse

from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.definitions import Count, Indicator
from goldenthread.engine.periods import Period, UnknownPeriod, parse
from goldenthread.engine.protecting.figures import unit_of, with_unit
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.framework.forms import WhichArea
from goldenthread.workflow.framework.rules import KEEP
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.nation import Area, Row, areas_published, beside_nation, own_area
from goldenthread.workflow.results.reading import Viewer

COLUMNS = (
    Column("Indicator"), Column("Ours", numeric=True), Column("Published", numeric=True), Column("Neighbours"),
    Column("England"), Column("Why ours and the published differ"),
)  # fmt: skip


@dataclass(frozen=True)
class NationPage:
    """The areas to choose from, the one that is chosen, and a table for each year of which we have a figure; of every
    year, where we have none.
    """

    choose: WhichArea | None
    area: Area | None
    tables: list[Table]


def nation_for(person: Person, code: str) -> NationPage:
    """Ours beside what was published of an area; the board's own, where its name says which that is."""
    found = areas_published()
    area = own_area(found, code)
    choose = WhichArea(area.code if area else "", [(each.code, each.name) for each in found]) if found else None
    rows = beside_nation(area, viewer=Viewer.of(person)) if area else []
    keeps = may(person, KEEP)
    ours = {row.period.last for row in rows if row.ours}
    by_year = groupby((row for row in rows if row.period.last in ours or not ours), key=lambda row: row.period.last)
    tables = [
        Table(f"{last.year - 1}/{last.year % 100:02d}", COLUMNS, [_row(row, keeps) for row in those])
        for last, those in by_year
    ]
    return NationPage(choose, area, tables)


def period_called(written: str) -> Period:
    """The period of a code; NotFound where it is none."""
    try:
        return parse(written)
    except UnknownPeriod as unknown:
        raise NotFound(str(unknown)) from None


def _row(row: Row, keeps: bool) -> list[Cell]:
    indicator = row.indicator
    return [
        Cell(indicator.title, href=reverse("indicator", args=[indicator.code]), below=indicator.code),
        Cell(row.ours.shown if row.ours else "not covered"),
        Cell(_shown(row.theirs.value, indicator), below=_named(row.theirs.edition)),
        _neighbours(row),
        _england(row),
        _why(row, keeps),
    ]


def _neighbours(row: Row) -> Cell:
    beside = row.neighbours
    if beside is None:
        return Cell("not set beside" if isinstance(row.indicator.measure, Count) else "no list, or no figure")
    told = f"the middle one of {beside.with_data} of {beside.of} with a figure, on the list {_named(beside.listed)}"
    return Cell(_shown(beside.value, row.indicator), below=told)


def _england(row: Row) -> Cell:
    if row.nation is None:
        return Cell("not set beside" if isinstance(row.indicator.measure, Count) else "none")
    status = row.beside_nation
    return Cell(
        _shown(row.nation.value, row.indicator), below=f"ours: {status.shape} {status.said.text}" if status else ""
    )


def _why(row: Row, keeps: bool) -> Cell:
    if row.agrees is None:
        return Cell("Nothing of ours to set beside it")
    if row.agrees:
        return Cell("They are the same")
    address = reverse("difference", args=[row.indicator.code, row.period.code]) if keeps else ""
    if not row.reasons:
        return Cell("No reason is recorded", href=address)
    return Cell(" ".join(map(str, row.reasons)), href=address)


def _named(edition: str) -> str:
    """The name of a file as words, so that it fits beside a number."""
    return edition.replace("_", " ")


def _shown(value: Fraction, indicator: Indicator) -> str:
    places = 0 if isinstance(indicator.measure, Count) else 1
    return with_unit(rounded(value, places), unit_of(indicator))
