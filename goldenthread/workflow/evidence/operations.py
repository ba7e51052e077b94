"""Handing the board's own records over as a return, and working out an edition from them and everybody else's."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.utils import timezone

from goldenthread import catalogue
from goldenthread.engine.checking.intake import Received
from goldenthread.engine.periods import Span, financial_year_of, naming
from goldenthread.workflow.actions import evidence as actions
from goldenthread.workflow.agencies.models import Agency, Partnership
from goldenthread.workflow.agencies.operations import add
from goldenthread.workflow.audits import evidence as audits
from goldenthread.workflow.challenges import evidence as challenges
from goldenthread.workflow.evidence.rules import OWN_CODE, REASON
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.plans import evidence as plans
from goldenthread.workflow.results.operations import Published, Tell, no_one_told
from goldenthread.workflow.results.operations import compute as work_out
from goldenthread.workflow.returns.collecting import Collected
from goldenthread.workflow.returns.models import Part, Return
from goldenthread.workflow.returns.operations import accept, receive_files

Row = Mapping[str, object]
Giver = Callable[[], Mapping[str, Sequence[Row]]]

GIVERS: tuple[Giver, ...] = (audits.rows, challenges.rows, actions.rows, plans.rows)
"""What gives rows of the board's own records, one for each subject that has some."""


def compute(*, by: str, tell: Tell = no_one_told) -> Published:
    """Hand the board's own records over, then work out an edition and publish it."""
    hand_over(by=by)
    return work_out(by=by, tell=tell)


def hand_over(*, by: str) -> Return | None:
    """Make the board's own records evidence, where they have changed; the return that holds them, none without any.

    They are written as tables and taken in by the way that every agency's are, so that they are checked and counted
    like those. Refused where a record does not pass the checks of its dataset, which is a fault of the program.
    """
    rows = _gathered()
    before = _in_force()
    if before is None and not any(rows.values()):
        return None
    outcome = receive_files(
        Collected(tuple(_files(rows))),
        agency=_own(by=by),
        format="template",
        period=naming(_covers(rows, before)),
        even_empty=True,
        by=by,
    )
    if outcome.issues or outcome.return_ is None:
        first = outcome.issues[0].message if outcome.issues else "there is nothing in them"
        raise Refused(f"The board's own records cannot be counted: {first}")
    if not outcome.return_.is_accepted():
        accept(outcome.return_, reason=REASON, by=by)
    return outcome.return_


def _gathered() -> dict[str, list[Row]]:
    """The rows of every giver, by dataset: several may fill the same."""
    gathered: dict[str, list[Row]] = {}
    for give in GIVERS:
        for dataset, rows in give().items():
            gathered.setdefault(dataset, []).extend(rows)
    return gathered


def _in_force() -> Return | None:
    part = Part.objects.in_force().filter(of__agency__code=OWN_CODE).order_by("-of__number").first()
    return part.of if part else None


def _own(*, by: str) -> Agency:
    """The agency that stands for the board itself, added where it is missing."""
    found = Agency.objects.filter(code=OWN_CODE).first()
    board = Partnership.objects.first()
    return found or add(OWN_CODE, f"{board.name if board else 'The board'}: its own records", "other", by=by)


def _covers(rows: Mapping[str, Iterable[Row]], before: Return | None) -> Span:
    """The financial years of the records, up to today, and all that an earlier return covered: records are kept of
    every day in them, so that a year without an audit has none, rather than being unknown.

    They begin with what dates a record, and end with whatever became of one. What stands for years, as an aim does, may
    have begun before the board kept any record: it widens them only where there is nothing else.
    """
    by_name = catalogue.datasets()
    told = {name: those for name, those in rows.items() if those and not by_name[name].reports_standing} or rows
    days = [each for name, those in told.items() for row in those if isinstance(each := _day(name, row), date)]
    later = [each for name, those in told.items() for row in those for each in _became(name, row)]
    if before:
        days.append(before.covers_first)
        later.append(before.covers_last)
    last = min(financial_year_of(max(later)).last, timezone.localdate())
    return Span(financial_year_of(min(days)).first, max(last, before.covers_last) if before else last)


def _became(name: str, row: Row) -> Iterator[date]:
    """The days of a row, but for the first on which it stands no more."""
    ends = catalogue.datasets()[name].lasts_until
    yield from (each for column, each in row.items() if column != ends and isinstance(each, date))


def _day(dataset: str, row: Row) -> object:
    return row[catalogue.datasets()[dataset].dated_by]


def _files(rows: Mapping[str, Sequence[Row]]) -> Iterator[Received]:
    for name, those in rows.items():
        text = io.StringIO()
        writer = csv.DictWriter(text, [column.name for column in catalogue.datasets()[name].columns])
        writer.writeheader()
        writer.writerows(those)
        yield Received(f"{name}.csv", text.getvalue().encode())
