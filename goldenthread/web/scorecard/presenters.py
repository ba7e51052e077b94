"""The scorecard's tables."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.engine.definitions import BOARD, SCORECARD, Question
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.awaiting import Awaited, awaited_by
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.base.telling import Latest, latest_of, of_how_many
from goldenthread.web.base.templating import day
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.results.models import Edition

COLUMNS = (
    Column("Indicator"),
    Column("Latest", numeric=True),
    Column("When"),
    Column("95% interval"),
    Column("A year before", numeric=True),
    Column("Beside its target"),
    Column("How to read it"),
)
FULL_COUNT = "None: a full count"


@dataclass(frozen=True)
class Scorecard:
    """The edition in force, if any, the one that is being worked out, and a table for each question that is asked."""

    edition: Edition | None
    awaited: Awaited | None
    tables: list[Table]


def scorecard_of(person: Person) -> Scorecard:
    """The scorecard as somebody may see it."""
    edition = Edition.objects.current()
    return Scorecard(edition, awaited_by(person), _tables(person) if edition else [])


def _tables(person: Person) -> list[Table]:
    found = latest_of(person, BOARD, SCORECARD)
    asked = [(question, [each for each in found if each.indicator.asks is question]) for question in Question]
    return [Table(question.value, COLUMNS, [_row(each) for each in those]) for question, those in asked if those]


def _row(of: Latest) -> list[Cell]:
    title = Cell(of.indicator.title, href=reverse("indicator", args=[of.indicator.code]))
    read = Cell(of.indicator.better.value.capitalize())
    if of.figure is None:
        return [title, Cell("not covered yet"), Cell(""), Cell(""), Cell(""), Cell(""), read]
    interval = of.figure.shown_interval or (FULL_COUNT if of.figure.value is not None else "not shown")
    return [title, _value(of.figure), Cell(str(of.figure.period)), Cell(interval), _before(of), _target(of), read]


def _value(figure: Figure) -> Cell:
    return Cell(figure.shown, below=of_how_many(figure))


def _target(of: Latest) -> Cell:
    """How it stands beside its target, by the interval and never by the raw difference."""
    return Cell(of.target.other.shown, below=of.target.briefly) if of.target else Cell("no target")


def _before(of: Latest) -> Cell:
    if of.parted:
        return Cell("not alike", below=f"recording changed on {day(of.parted.on)}")
    return Cell("not covered") if of.before is None else Cell(of.before.shown, below=str(of.before.period))
