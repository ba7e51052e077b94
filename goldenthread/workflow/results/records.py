"""The only way to records beneath a figure: for those who may, with the reason, and recorded before they are read.

An agency's data lead sees what its agency sent, and nothing that another agency said of the same children.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread import catalogue
from goldenthread.engine.counting import Beneath, Evidence, SenderCell, beneath, supplied_beneath
from goldenthread.engine.counting.places import places_read
from goldenthread.engine.definitions import Breakdown, Column, Dataset, Indicator, Supplied
from goldenthread.engine.definitions.kept import SUPPLIED
from goldenthread.engine.periods import Period
from goldenthread.engine.protecting.figures import NOT_COVERED, Figure
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.history.operations import record
from goldenthread.workflow.history.refusals import NotFound, Refused
from goldenthread.workflow.people.models import Person
from goldenthread.workflow.people.rules import may
from goldenthread.workflow.results.operations import part_of
from goldenthread.workflow.results.reading import ALL, Query, Viewer, edition_in_force, figures

READ, READ_OWN = "read records", "read own records"
SHORTEST_WHY, LONGEST_WHY = 20, 300
WHERE_SUPPLIED = "to see where a supplied figure stands"
"""Why somebody looks who need not say it: there is a count, and no record of a child."""
ROWS_AT_ONCE = 100


@dataclass(frozen=True)
class Asked:
    """Which figure somebody wants to look beneath: of an indicator, in a period, of the whole or of a group."""

    indicator: Indicator
    period: Period
    by: str = ALL
    group: str = ALL


@dataclass(frozen=True)
class Records:
    """A figure and what lies beneath it: rows that were counted, with the columns that may be shown; or the cells of
    those who supplied it. `sent_by` is the agency whose they are alone; none where they are everybody's.
    """

    figure: Figure
    sent_by: Agency | None = None
    columns: Sequence[Column] = ()
    beneath: Beneath | None = None
    cells: Sequence[SenderCell] = ()


def rows(asked: Asked, *, viewer: Person, why: str, page: int = 1) -> Records:
    """The records beneath a figure of the edition in force, a page of `ROWS_AT_ONCE` at a time.

    That somebody looks, at what and why stands in history first. Refused for those who may not, without a reason of
    `SHORTEST_WHY` letters, and for records that nobody but their sender may read; NotFound for a figure that there is
    not. Beneath a figure that was supplied lies no record of a child, so no reason need be given.
    """
    figure, edition = looked_at(asked, viewer=viewer), edition_in_force()
    supplied = is_supplied(asked.indicator, figure)
    if not supplied and len(why.strip()) < SHORTEST_WHY:
        raise Refused(f"Say in at least {SHORTEST_WHY} letters why you need to see these records.")
    own = _only_own(viewer)
    record(
        READ, subject="edition", subject_id=edition.number, by=viewer.actor, indicator=asked.indicator.code,
        period=asked.period.code, breakdown=asked.by, group=asked.group, page=page,
        why=why.strip() or WHERE_SUPPLIED,
        sent_by=own.code if own else "",
    )  # fmt: skip
    sent = [each for each in edition.parts if own is None or each["agency"] == own.code]
    if supplied:
        where, parts = catalogue.SUPPLIED_FIGURES, [part_of(each) for each in sent]
        return Records(figure, own, cells=supplied_beneath(where, parts, asked.indicator.code, asked.period))
    places = places_read(asked.indicator.breakdowns) - {asked.indicator.dataset}
    parts = [part_of(each) for each in edition.parts if each in sent or each["dataset"] in places]
    evidence = Evidence(catalogue.datasets(), parts, catalogue.cohorts(), {})
    columns = evidence.rows_of(asked.indicator.dataset).showable()
    found = beneath(
        asked.indicator, evidence, asked.period, _group(asked), columns=[each.name for each in columns],
        first=(page - 1) * ROWS_AT_ONCE, number=ROWS_AT_ONCE,
    )  # fmt: skip
    return Records(figure, own, columns, found)


def looked_at(asked: Asked, *, viewer: Person) -> Figure:
    """The figure that somebody may look beneath. Refused for those who may not look beneath it; NotFound where there is
    no such figure. Nothing is read but the figure.
    """
    if not may(viewer, READ) and not may(viewer, READ_OWN):
        raise Refused("Only those who may read records can look beneath a figure.")
    if not may_look_beneath(asked.indicator, viewer=viewer):
        raise Refused(f"None of the records beneath this figure was sent by {viewer.agency}.")
    if own := _only_own(viewer):
        _refuse_what_others_tell(asked, own)
    else:
        _refuse_what_its_sender_alone_reads(asked.indicator)
    edition, seen = edition_in_force(), Viewer.of(viewer)
    found = figures(Query(asked.indicator.code, period=asked.period, breakdown=asked.by), viewer=seen, edition=edition)
    figure = next((each for each in found if (each.group, each.period.code) == (asked.group, asked.period.code)), None)
    if figure is None or figure.status == NOT_COVERED:
        raise NotFound("There is no such figure in the edition in force.")
    if own and figure.value is None:
        raise Refused("This figure is not shown to you, and so neither is what lies beneath it.")
    return figure


def is_supplied(indicator: Indicator, figure: Figure) -> bool:
    """Whether somebody gave a figure itself, so that no records lie beneath it but the row in which it stands."""
    return figure.status == SUPPLIED or isinstance(indicator.over, Supplied)


def may_look_beneath(indicator: Indicator, *, viewer: Person) -> bool:
    """Whether there may be records beneath the figures of an indicator for somebody: of whom the board trusts with all,
    or whose own agency sent some.
    """
    if may(viewer, READ) or not may(viewer, READ_OWN):
        return may(viewer, READ)
    own, read = viewer.agency, {each.name for each in _read(indicator)}
    return own is not None and any(
        each["agency"] == own.code and each["dataset"] in read for each in edition_in_force().parts
    )


def _only_own(viewer: Person) -> Agency | None:
    """The agency whose records alone somebody may read; none where they may read all."""
    if may(viewer, READ):
        return None
    if viewer.agency is None:
        raise Refused("Only those who may read records can look beneath a figure.")
    return viewer.agency


def _refuse_what_others_tell(asked: Asked, own: Agency) -> None:
    """Refuse where other agencies sent some of what tells what a record counts as: of what a cohort brings together, or
    of that in which a group is looked up through the child. Without it records would be said to count for nothing.
    """
    cohort, by = catalogue.cohorts().get(asked.indicator.dataset), _breakdown(asked)
    tells = {*(cohort.reads if cohort else ()), *([by.dataset] if by else ())} - {asked.indicator.dataset}
    of_others = {each["dataset"] for each in edition_in_force().parts if each["agency"] != own.code}
    if told := sorted(catalogue.datasets()[name].title for name in tells & of_others):
        raise Refused(f"What your records count as here is told by what other agencies sent: {', '.join(told)}.")


def _refuse_what_its_sender_alone_reads(indicator: Indicator) -> None:
    if restricted := [each.title for each in _read(indicator) if each.restricted]:
        raise Refused(f"Records of this kind are for the agency that sent them alone: {', '.join(restricted)}.")


def _read(indicator: Indicator) -> list[Dataset]:
    """The datasets whose records the rows of an indicator are, or are made from."""
    cohort = catalogue.cohorts().get(indicator.dataset)
    if isinstance(indicator.over, Supplied):
        return [catalogue.datasets()[catalogue.SUPPLIED_FIGURES.dataset]]
    return [catalogue.datasets()[name] for name in (cohort.reads if cohort else (indicator.dataset,))]


def _group(asked: Asked) -> tuple[Breakdown, str] | None:
    by = _breakdown(asked)
    return (by, asked.group) if by else None


def _breakdown(asked: Asked) -> Breakdown | None:
    return next((each for each in asked.indicator.breakdowns if each.code == asked.by), None)
