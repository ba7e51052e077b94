"""An indicator's worked example as its page prints it: a few invented records, and what they come to.

It is the example that the tests hold the program to, so what the page explains is what the program does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread import catalogue
from goldenthread.catalogue.examples import Example, examples
from goldenthread.engine import periods
from goldenthread.engine.definitions import Indicator
from goldenthread.web.base.tables import Cell, Column, Table

OUTCOMES = (Column("When"), Column("Among"), Column("Comes to"), Column("Because"))


@dataclass(frozen=True)
class WorkedExample:
    """What it shows, the records it starts from, and what the indicator comes to on them."""

    says: str
    given: Sequence[Table]
    comes_to: Table


def worked_example(indicator: Indicator) -> WorkedExample:
    """The worked example of an indicator."""
    example = examples()[indicator.code]
    given = [_records(example, dataset) for dataset in example.given]
    return WorkedExample(example.says, given, _outcomes(example, indicator))


def _records(example: Example, dataset: str) -> Table:
    rows = example.rows(dataset)
    columns = [Column(name.replace("_", " ").capitalize()) for name in rows[0]]
    title = f"Invented records: {catalogue.datasets()[dataset].title.lower()}"
    return Table(title, columns, [[Cell(_value(value)) for value in row.values()] for row in rows], stacks=False)


def _outcomes(example: Example, indicator: Indicator) -> Table:
    titles = {breakdown.code: breakdown.title for breakdown in indicator.breakdowns}
    rows = [
        [
            Cell(str(periods.parse(expected.period))),
            Cell(f"{titles[expected.by]}: {expected.group}" if expected.by in titles else "All"),
            Cell(expected.comes_to),
            Cell(expected.because),
        ]
        for expected in example.then
    ]
    return Table("What they come to", OUTCOMES, rows)


def _value(text: str | None) -> str:
    """A date as people read it, anything else as it stands; a blank as the word."""
    try:
        return str(periods.day(date.fromisoformat(text))) if text else "blank"
    except ValueError:
        return text or ""
