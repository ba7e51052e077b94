"""Ours beside the nation's: our figures, what was published of our area, of its neighbours and of the nation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from statistics import median

from goldenthread import catalogue
from goldenthread.catalogue.published.nation import NATIONWIDE, answered_nationwide
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.series import Known
from goldenthread.engine.comparing.statuses import Status, beside_value
from goldenthread.engine.counting.nationwide import NATION, Area, Stated, areas, neighbours, stated
from goldenthread.engine.counting.parts import Part
from goldenthread.engine.definitions import Count, Indicator
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.periods import Period, day, financial_year_of
from goldenthread.engine.protecting.figures import Figure
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.framework.models import Difference
from goldenthread.workflow.framework.reading import differences
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.operations import part_of
from goldenthread.workflow.results.reading import ALL, Viewer

__all__ = ["Area", "Row", "areas_published", "beside_nation", "own_area", "published_nationwide"]


@dataclass(frozen=True)
class Neighbours:
    """What the neighbours of an area came to: the middle one, by which list, and how many of it published."""

    value: Fraction
    listed: str
    with_data: int
    of: int


@dataclass(frozen=True)
class Row:
    """One indicator in one period: ours, if any; what was published of the area, of its neighbours, of the nation.

    `agrees` is whether ours is what was published; none where one of them is not
    there. `reasons` are those that the analyst recorded for the difference.
    """

    indicator: Indicator
    period: Period
    ours: Figure | None
    theirs: Stated
    nation: Stated | None
    neighbours: Neighbours | None
    agrees: bool | None
    beside_nation: Status | None
    reasons: Sequence[Difference]


def areas_published() -> list[Area]:
    """Every area that received statistics tell of."""
    return areas(NATIONWIDE, datasets=catalogue.datasets(), parts=_parts())


def own_area(found: Sequence[Area], code: str = "") -> Area | None:
    """The area of a code; without one, that whose name stands in the board's. NotFound where there is no such."""
    if code:
        chosen = next((each for each in found if each.code == code), None)
        if chosen is None:
            raise NotFound(f"No statistics have been received about an area {code}.")
        return chosen
    board = f"{Partnership.objects.first() or ''} "
    return next((each for each in found if board.startswith(f"{each.name} ")), None)


def published_nationwide(*of: str) -> list[Stated]:
    """What was published that answers one of our indicators: of the nation, and of the areas of some older codes, or of
    every area.
    """
    return stated(NATIONWIDE, answered_nationwide(), of=of, datasets=catalogue.datasets(), parts=_parts())


def beside_nation(area: Area, *, viewer: Viewer) -> list[Row]:
    """Every figure that was published of an area, year by year, with ours and the nation's; the latest first."""
    lists = neighbours(NATIONWIDE, area, datasets=catalogue.datasets(), parts=_parts())
    alike = {code for codes in lists.values() for code in codes}
    wanted, told = answered_nationwide(), published_nationwide(area.old_code, *sorted(alike))
    known_ones, reasons = known([each.indicator for each in wanted], viewer=viewer), differences()
    return [
        _row(each, known_ones, told, lists, reasons)
        for each in sorted(told, key=lambda each: each.last, reverse=True)
        if each.area == area
    ]


def _row(
    theirs: Stated,
    found: Known,
    told: Sequence[Stated],
    lists: Mapping[str, Sequence[str]],
    reasons: Mapping[tuple[str, str], Sequence[Difference]],
) -> Row:
    code, last = theirs.indicator, theirs.last
    indicator = catalogue.indicators()[code]
    period = day(last) if indicator.is_of_days else financial_year_of(last)
    ours = _ours(found, code, period)
    same = [each for each in told if (each.indicator, each.last) == (code, last)]
    comparable = [] if isinstance(indicator.measure, Count) else same  # of a plain number a larger area simply has more
    nation = next((each for each in comparable if each.area == NATION), None)
    return Row(
        indicator=indicator,
        period=period,
        ours=ours,
        theirs=theirs,
        nation=nation,
        neighbours=_middle(comparable, lists),
        agrees=_agrees(ours, theirs),
        beside_nation=_judged(found, ours, nation),
        reasons=reasons.get((code, period.code), ()),
    )


def _parts() -> list[Part]:
    edition = Edition.objects.current()
    return [part_of(each) for each in edition.parts] if edition else []


def _ours(found: Known, code: str, period: Period) -> Figure | None:
    whole = [each for each in found.figures(code) if each.breakdown == ALL and each.period.code == period.code]
    return whole[0] if whole else None


def _agrees(ours: Figure | None, theirs: Stated) -> bool | None:
    """Whether ours is the published figure, rounded as ours is. What was worked out from counts is compared exactly."""
    if ours is None or ours.value is None:
        return None
    if theirs.published_as is None:
        return ours.value == theirs.value
    return rounded(ours.value, ours.places) == rounded(theirs.value, ours.places)


def _middle(beside: Sequence[Stated], lists: Mapping[str, Sequence[str]]) -> Neighbours | None:
    """The middle one of the neighbours on the newest list; none where no list is there, or none of them published."""
    if not lists:
        return None
    listed = max(lists)
    values = [each.value for each in beside if each.area.old_code in lists[listed]]
    return Neighbours(median(values), listed, len(values), len(lists[listed])) if values else None


def _judged(found: Known, ours: Figure | None, nation: Stated | None) -> Status | None:
    """How ours stands beside the nation's, by our interval; none where one of them is not there."""
    if ours is None or nation is None:
        return None
    other = replace(ours, value=nation.value, numerator=None, denominator=None, group="England", breakdown=COMPARATOR)
    return beside_value(found.series(ours), other)
