"""What the page about counts shows, and what stands in the template for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from goldenthread.catalogue import counts
from goldenthread.catalogue.counts import COUNTS_HEADERS, example, measures, supplied_indicators
from goldenthread.catalogue.counts import counts as dataset
from goldenthread.engine.periods import Period, quarters_before
from goldenthread.web.base.tables import Cell, Column, Table
from goldenthread.web.datasets import dictionary_tables as tables
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.returns.supplying import measures_sent_by

QUARTERS_OFFERED = 8

__all__ = ["dataset", "example", "page_for", "to_be_counted"]


@dataclass(frozen=True)
class Page:
    """How one sends counts. `quarters` are those for which one may ask a template with measures in it."""

    columns: Table
    example: Table
    measures: Table
    quarters: Sequence[Period]
    has_sent: bool


def page_for(person: Person) -> Page:
    """The page, as somebody sees it whose agency has sent counts before or has not."""
    told = [[Cell(value) for value in row] for row in example()]
    return Page(
        columns=tables.columns(dataset()),
        example=Table("An example, invented", [Column(header) for header in COUNTS_HEADERS], told, stacks=False),
        measures=tables.codes(measures(), measures().codes),
        quarters=_quarters(),
        has_sent=bool(person.agency and measures_sent_by(person.agency)),
    )


def to_be_counted(given: Mapping[str, str], person: Person) -> Sequence[Sequence[str]]:
    """One row for each measure that somebody's agency counts, of the quarter that was asked for; none where none was.

    An agency that has sent none is offered those that are never counted from records.
    """
    quarter = next((each for each in _quarters() if each.code == given.get("quarter")), None)
    if quarter is None:
        return []
    sent = measures_sent_by(person.agency) if person.agency else []
    return counts.to_be_counted(quarter.code, sent or [each.code for each in supplied_indicators()])


def _quarters() -> list[Period]:
    return quarters_before(timezone.localdate(), QUARTERS_OFFERED)
