"""What the page of the records beneath a figure shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.catalogue import indicators
from goldenthread.engine.definitions import Code, Column, Median
from goldenthread.engine.english import counted
from goldenthread.engine.periods import UnknownPeriod, parse
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.tables import Cell, Table
from goldenthread.web.base.tables import Column as Heading
from goldenthread.web.base.templating import day
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.reading import ALL
from goldenthread.workflow.results.records import READ, ROWS_AT_ONCE, Asked, Records, is_supplied, looked_at, rows

CHILD = "child_key"
_WHERE = "Where it came from"
LETTERS_OF_A_KEY = 12
_SAID: Mapping[str, str] = {
    "first_day": "From", "last_day": "Until", "group": "Group", "number": "Number", "out_of": "Out of",
    "value": "Value", "said_by": "Said by",
}  # fmt: skip
"""What a row says in which a figure was supplied: its columns, and what they are called."""


@dataclass(frozen=True)
class FigureAsked:
    """The figure that somebody wants to look beneath: at all records, or at those of their agency alone."""

    asked: Asked
    figure: Figure
    own_alone: bool = False

    @property
    def title(self) -> str:
        """What it is of, and when."""
        group = "" if self.asked.by == ALL else f", {self.asked.group}"
        return f"{self.asked.indicator.title}, {self.figure.period}{group}"

    @property
    def is_supplied(self) -> bool:
        """Whether somebody gave the figure itself, so that no record of a child lies beneath it."""
        return is_supplied(self.asked.indicator, self.figure)

    @property
    def query(self) -> str:
        """What its address asks for."""
        asked = {"period": self.asked.period.code, "by": self.asked.by, "group": self.asked.group}
        return urlencode({name: value for name, value in asked.items() if value != ALL})

    @property
    def address(self) -> str:
        """The address of its records."""
        return f"{reverse('indicator_records', args=[self.asked.indicator.code])}?{self.query}"

    @property
    def kept_as(self) -> str:
        """Under what the reason is kept until one signs out."""
        return f"why:{self.asked.indicator.code}:{self.query}"


@dataclass(frozen=True)
class Shown:
    """The records: what they come to, a page of them as a table, and which page that is."""

    says: str
    table: Table | None
    paged: Page[int] | None
    why: str


def asked_of(code: str, given: Mapping[str, str], person: Person) -> FigureAsked:
    """The figure that an address asks for; NotFound where there is none, or the period cannot be read."""
    if code not in indicators():
        raise NotFound(f"There is no indicator {code}.")
    try:
        period = parse(given.get("period", ""))
    except UnknownPeriod as unknown:
        raise NotFound(str(unknown)) from None
    asked = Asked(indicators()[code], period, given.get("by", ALL), given.get("group", ALL))
    return FigureAsked(asked, looked_at(asked, viewer=person), own_alone=not may(person, READ))


def supplied_of(of: FigureAsked, person: Person) -> Shown:
    """Where a figure stands that was supplied and not counted."""
    found = rows(of.asked, viewer=person, why="")
    return Shown(_says_supplied(found), _supplied(found), None, "")


def beneath_of(of: FigureAsked, given: Mapping[str, str], person: Person, why: str) -> Shown:
    """A page of the records beneath a figure that was counted."""
    asked_page = given.get("page", "1")
    page = int(asked_page) if asked_page.isascii() and asked_page.isdigit() and len(asked_page) < 7 else 1
    found = rows(of.asked, viewer=person, why=why, page=max(1, page))
    paged = Paginator(range(found.beneath.total if found.beneath else 0), ROWS_AT_ONCE).get_page(page)
    return Shown(_says(found, of.asked), _table(found, of.title), paged, why)


def records_beneath(figure: Figure) -> Cell:
    """The way from a figure in a table to the records beneath it; from one that was supplied, to where it stands.

    Nothing where there is no figure.
    """
    if figure.value is None:
        return Cell("")
    asked = Asked(indicators()[figure.indicator], figure.period, figure.breakdown, figure.group)
    what = str(figure.period) if figure.breakdown == ALL else figure.group
    way = FigureAsked(asked, figure)
    return Cell(f"{_WHERE if way.is_supplied else 'Records'}, {what}", href=way.address)


def _says(found: Records, asked: Asked) -> str:
    if found.beneath is None:
        return ""
    total, lie = counted(found.beneath.total, "record"), "lies" if found.beneath.total == 1 else "lie"
    those = f"Of what {found.sent_by} sent, {total} {lie}" if found.sent_by else f"{total} {lie}"
    if isinstance(asked.indicator.measure, Median):
        return f"The figure is {found.figure.shown}. {those} beneath it."
    comes = f"those that are counted come to {found.beneath.numerator:,}"
    return f"The figure is {found.figure.shown}. {those} beneath it, and {comes}."


def _table(found: Records, title: str) -> Table | None:
    """Records as a table, without the columns that are blank in all of them."""
    if found.beneath is None or not found.beneath.rows:
        return None
    kinds = {column.name: column for column in found.columns}
    every = found.beneath.rows
    filled = [at for at, _ in enumerate(found.beneath.columns, start=1) if any(row[at] is not None for row in every)]
    names = [found.beneath.columns[at - 1] for at in filled]
    headings = [Heading("Counted as"), *(Heading(_heading(name)) for name in names)]
    shown = [[Cell(row[0]), *(_cell(row[at], kinds.get(name)) for at, name in zip(filled, names, strict=True))]
             for row in every]  # fmt: skip
    if found.beneath.sources:
        # Beside what it is counted as: whoever sent it looks there for what it is in their own file.
        headings.insert(1, Heading(_WHERE))
        for cells, source in zip(shown, found.beneath.sources, strict=True):
            cells.insert(1, _where(source.of_return, source.place))
    return Table(f"Records beneath: {title}", headings, shown, stacks=False)


def _heading(name: str) -> str:
    return "Child's key" if name == CHILD else name.replace("_", " ").capitalize()


def _cell(value: Any, column: Column | None) -> Cell:
    """A value as people read it: days in words, codes with their meaning, the first letters of a key."""
    if value is None:
        return Cell("")
    if column is None:
        return Cell(str(value)[:LETTERS_OF_A_KEY])
    if isinstance(column.kind, Code) and value in column.kind.of.codes:
        return Cell(str(value), below=column.kind.of.codes[value])
    return _said(value)


def _says_supplied(found: Records) -> str:
    supplied = f"The figure is {found.figure.shown}. It was supplied and not counted"
    if not found.cells:
        return f"{supplied}, and does not stand in what {found.sent_by or 'agencies'} sent."
    sent = f"{found.sent_by} sent" if found.sent_by else "agencies sent"
    return f"{supplied}: it stands in {counted(len(found.cells), 'row')} of what {sent}."


def _supplied(found: Records) -> Table | None:
    """The rows in which a figure was supplied, first where each stands, without the columns that are blank in all."""
    if not found.cells:
        return None
    told = [name for name in _SAID if any(each.says.get(name) is not None for each in found.cells)]
    headings = [Heading(_WHERE), *(Heading(_SAID[name]) for name in told)]
    rows = [[_where(each.source.of_return, each.source.place), *(_said(each.says.get(name)) for name in told)]
            for each in found.cells]  # fmt: skip
    return Table("The rows of the senders", headings, rows)


def _said(value: Any) -> Cell:
    if value is None:
        return Cell("")
    return Cell(day(value) if isinstance(value, date) else str(value))


def _where(of_return: int, place: str) -> Cell:
    """The return that something came in, with the way there, and its place in the file."""
    return Cell(f"Return {of_return}", href=reverse("return", args=[of_return]), below=place)
