"""What the page of ours beside the nation's shows."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from django.conf import settings
from django.urls import reverse

from goldenthread.catalogue import indicators
from goldenthread.catalogue.published.nation import TAKEN_BY
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.sentences import Told
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
NO_REASON, OF_A_COUNT, OF_A_SHARE = (
    "No reason is recorded", "Fits rounding to five", "Its numbers fit rounding to five",
)  # fmt: skip


@dataclass(frozen=True)
class Year:
    """The table of a year, and what is true of the source of each of its figures."""

    table: Table
    notes: Sequence[str]


@dataclass(frozen=True)
class InWords:
    """What was published last of an indicator, in words, and the indicator's page."""

    title: str
    href: str
    told: Told


@dataclass(frozen=True)
class NationPage:
    """The areas to choose from, the one that is chosen, and a table for each year of which we have a figure; of every
    year, where we have none. `average` is how its neighbours are made into one number, and `lists` which they are.
    `told` is what was published last of each indicator up to the first table, in words and in the order of that table.
    """

    choose: WhichArea | None
    area: Area | None
    years: list[Year]
    average: str
    lists: list[str]
    told: list[InWords]


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
        _years(shown, may(person, KEEP)),
        f"the {taken}, {TAKEN_BY[taken]}",
        [_from_when(each) for each in lists_received(area)] if area else [],
        _in_words(published_in_words(area, shown[0].period.last), [*shown, *rows]) if area and shown else [],
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


def _in_words(told: Mapping[str, Told], rows: Sequence[Row]) -> list[InWords]:
    """What is told, in the order in which the rows come to its indicators."""
    return [
        InWords(indicators()[code].title, reverse("indicator", args=[code]), told[code])
        for code in dict.fromkeys(row.indicator.code for row in rows)
        if code in told
    ]


def _years(rows: Sequence[Row], keeps: bool) -> list[Year]:
    return [_year(last, list(those), keeps) for last, those in groupby(rows, key=lambda row: row.period.last)]


def _year(last: date, rows: Sequence[Row], keeps: bool) -> Year:
    """A table that says once, below it, what each of its rows would say of where its figures are from."""
    name, rider = _the_same(_name(row) for row in rows), _the_same(_rider(row) for row in rows)
    listed = _the_same(_listed(row) for row in rows if row.averaged)
    table = Table(
        f"The year to {day_in_words(last)}", COLUMNS, [_row(row, keeps, {name, rider, listed}) for row in rows]
    )
    notes = [f"Every published figure is from {f'{name},' if name else 'an edition'} {rider}."] if rider else []
    return Year(table, notes + ([f"What the neighbours came to is the {listed}."] if listed else []))


def _the_same(texts: Iterable[str]) -> str:
    """What all of them say; nothing where they differ."""
    different = {*texts}
    return different.pop() if len(different) == 1 else ""


def _row(row: Row, keeps: bool, once: Collection[str]) -> list[Cell]:
    """The cells of a row, without the sources that the table says once."""
    indicator = row.indicator
    return [
        Cell(indicator.title, href=reverse("indicator", args=[indicator.code]), below=indicator.code),
        Cell(row.ours.shown if row.ours else "not covered"),
        Cell(
            _shown(row.theirs.value, indicator),
            below=", ".join(each for each in (_name(row), _rider(row)) if each not in once),
        ),
        _neighbours(row, once),
        _beside(row.nation, row),
        _why(row, keeps),
    ]


def _name(row: Row) -> str:
    return _named(row.theirs.edition.name)


def _rider(row: Row) -> str:
    """When the edition was published; where nothing says, up to which day it tells."""
    edition = row.theirs.edition
    if edition.published:
        return f"published in {edition.published:%B %Y}"
    return f"which tells of days to {day_in_words(edition.tells_to)}"


def _listed(row: Row) -> str:
    """How the neighbours were made into one number, and by which list; nothing where they were not."""
    if row.listed is None or row.averaged is None:
        return ""
    return f"{_named(row.averaged.in_words)}, {_since(row.listed)}"


def _neighbours(row: Row, once: Collection[str]) -> Cell:
    if row.sizes_matter:
        return Cell(NOT_SET_BESIDE)
    listed = _listed(row)
    if not listed:
        return Cell("none", below="no list that was received held then")
    return _beside(row.neighbours, row, "" if listed in once else listed)


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
    rounding = OF_A_SHARE if row.theirs.out_of else OF_A_COUNT
    said = " ".join(map(str, row.reasons)) or (rounding if row.fits else NO_REASON)
    return Cell(said, href=address, below=differs)


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
