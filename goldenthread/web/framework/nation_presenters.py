"""What the page of ours beside the nation's shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from django.conf import settings
from django.urls import reverse

from goldenthread.catalogue.published.nation import TAKEN_BY
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.wording import day_in_words
from goldenthread.engine.definitions import Count, Indicator
from goldenthread.engine.english import counted
from goldenthread.engine.periods import Period, UnknownPeriod, parse
from goldenthread.engine.protecting.figures import unit_of, with_unit
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.framework.forms import WhichArea
from goldenthread.workflow.framework.rules import KEEP
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.nation import (
    Alike,
    Area,
    Beside,
    Row,
    areas_published,
    beside_nation,
    lists_received,
    own_area,
)
from goldenthread.workflow.results.nation_in_words import published_in_words
from goldenthread.workflow.results.reading import Viewer

COLUMNS = (
    Column("Indicator"), Column("Ours", numeric=True), Column("Published", numeric=True), Column("Neighbours"),
    Column("England"), Column("Why ours and the published differ"),
)  # fmt: skip
NOT_SET_BESIDE = "not compared"


@dataclass(frozen=True)
class NationPage:
    """The areas to choose from, the one that is chosen, and a table for each year of which we have a figure; of every
    year, where we have none. `average` is how its neighbours are made into one number, and `lists` which they are.
    `told` is what was published last of each indicator up to the first table, in words.
    """

    choose: WhichArea | None
    area: Area | None
    tables: list[Table]
    average: str
    lists: list[str]
    told: list[str]


def nation_for(person: Person, code: str) -> NationPage:
    """Ours beside what was published of an area; the board's own, where its name says which that is."""
    found = areas_published()
    area = own_area(found, code)
    choose = WhichArea(area.code if area else "", [(each.code, each.name) for each in found]) if found else None
    rows = beside_nation(area, viewer=Viewer.of(person)) if area else []
    shown = _years_shown(rows)
    taken = settings.NEIGHBOURS_AVERAGE
    return NationPage(
        choose,
        area,
        _tables(shown, may(person, KEEP)),
        f"the {taken}, {TAKEN_BY[taken]}",
        [_from_when(each) for each in lists_received(area)] if area else [],
        list(map(str, published_in_words(area, shown[0].period.last).values())) if area and shown else [],
    )


def period_called(written: str) -> Period:
    """The period of a code; NotFound where it is none."""
    try:
        return parse(written)
    except UnknownPeriod as unknown:
        raise NotFound(str(unknown)) from None


def _years_shown(rows: Sequence[Row]) -> list[Row]:
    """Those of which we have a figure; all, where we have none."""
    ours = {row.period.last for row in rows if row.ours}
    return [row for row in rows if row.period.last in ours or not ours]


def _tables(rows: Sequence[Row], keeps: bool) -> list[Table]:
    by_end = groupby(rows, key=lambda row: row.period.last)
    return [
        Table(f"The year to {day_in_words(last)}", COLUMNS, [_row(row, keeps) for row in those])
        for last, those in by_end
    ]


def _row(row: Row, keeps: bool) -> list[Cell]:
    indicator = row.indicator
    return [
        Cell(indicator.title, href=reverse("indicator", args=[indicator.code]), below=indicator.code),
        Cell(row.ours.shown if row.ours else "not covered"),
        Cell(_shown(row.theirs.value, indicator), below=_edition(row)),
        _neighbours(row),
        _beside(row.nation, row),
        _why(row, keeps),
    ]


def _edition(row: Row) -> str:
    """Which edition it is from, and when that was published; where nothing says, up to which day it tells."""
    edition = row.theirs.edition
    if edition.published:
        return f"{_named(edition.name)}, published in {edition.published:%B %Y}"
    return f"{_named(edition.name)}, which tells of days to {day_in_words(edition.tells_to)}"


def _neighbours(row: Row) -> Cell:
    if row.sizes_matter:
        return Cell(NOT_SET_BESIDE)
    if row.listed is None or row.averaged is None:
        return Cell("none", below="no list that was received held then")
    listed = f"{_named(row.averaged.in_words)}, {_since(row.listed)}"
    return _beside(row.neighbours, row, listed)


def _beside(beside: Beside | None, row: Row, source: str = "") -> Cell:
    """What others came to, from where that is, and how ours stands beside it."""
    if beside is None:
        return Cell(NOT_SET_BESIDE if row.sizes_matter else "none", below=source)
    status = beside.status
    said = [source] if source else []
    said += [f"ours: {status.shape} {status.said.text}"] if status else []
    return Cell(_shown(beside.value, row.indicator), below="; ".join(said))


def _why(row: Row, keeps: bool) -> Cell:
    differs = row.theirs.differs
    if row.agrees is None:
        return Cell("Nothing of ours to set beside it", below=differs)
    if row.agrees:
        return Cell("They are the same", below=differs)
    address = reverse("difference", args=[row.indicator.code, row.period.code]) if keeps else ""
    if not row.reasons:
        return Cell("No reason is recorded", href=address, below=differs)
    return Cell(" ".join(map(str, row.reasons)), href=address, below=differs)


def _from_when(listed: Alike) -> str:
    return f"{_named(listed.edition)}: {counted(len(listed.codes), 'area')}, {_since(listed)}"


def _since(listed: Alike) -> str:
    """From when a list holds, or that nothing says so."""
    if listed.since is None:
        return "used for nothing, because nothing says from when it holds"
    return f"which holds from {day_in_words(listed.since)}"


def _named(edition: str) -> str:
    """The name of a file as words, so that it fits beside a number."""
    return edition.replace("_", " ")


def _shown(value: Fraction, indicator: Indicator) -> str:
    places = 0 if isinstance(indicator.measure, Count) else 1
    return with_unit(rounded(value, places), unit_of(indicator))
