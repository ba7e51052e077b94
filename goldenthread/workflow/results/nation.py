"""Ours beside the nation's: our figures, what was published of our area, of its neighbours and of the nation."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from django.conf import settings

from goldenthread import catalogue
from goldenthread.catalogue.published.nation import NATIONWIDE, answered_nationwide
from goldenthread.engine.comparing.comparators import Comparator, Neighbour, comparator
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.comparing.series import Known
from goldenthread.engine.comparing.statuses import Status, beside_value
from goldenthread.engine.counting.nationwide import NATION, Alike, Area, Stated, areas, in_force, neighbours, stated
from goldenthread.engine.counting.parts import Part
from goldenthread.engine.definitions import Count, Indicator, Rate
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.periods import Period, day, financial_year_of, twelve_months
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.protecting.fives import STEP, nearest
from goldenthread.workflow.agencies.models import Partnership
from goldenthread.workflow.framework.models import Difference
from goldenthread.workflow.framework.reading import differences
from goldenthread.workflow.history.refusals import NotFound
from goldenthread.workflow.results.known import known
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.operations import part_of
from goldenthread.workflow.results.reading import ALL, Viewer

__all__ = [
    "Alike", "Area", "Row", "areas_published", "beside_nation", "lists_received", "own_area", "period_of",
    "published_beside", "published_nationwide",
]  # fmt: skip
ENGLAND, NEIGHBOURS = "England", "Statistical neighbours"
ENOUGH = 5
"""So many counts that are all multiples of five are no chance: fewer than one in 3,000 would be, of exact ones."""

_Told = tuple[str, date]


@dataclass(frozen=True)
class Beside:
    """What others came to, and how ours stands beside it by our interval; no status where there is nothing of ours."""

    value: Fraction
    status: Status | None


@dataclass(frozen=True)
class Row:
    """One indicator in one period: ours, if any; what was published of the area, of its neighbours, of the nation.

    `listed` is the list of neighbours that held at the end of the period, if any did, and `averaged` what they came to
    by it. `agrees` is whether ours is what was published; none where one of them is not there. `fits` is whether ours
    becomes it where its numbers are rounded to five, as those of its edition are. `reasons` are those that the analyst
    recorded for the difference.
    """

    indicator: Indicator
    period: Period
    ours: Figure | None
    theirs: Stated
    nation: Beside | None
    neighbours: Beside | None
    listed: Alike | None
    averaged: Comparator | None
    agrees: bool | None
    fits: bool
    reasons: Sequence[Difference]

    @property
    def sizes_matter(self) -> bool:
        """Whether it is a plain number, of which a larger area simply has more: it is set beside no other area."""
        return isinstance(self.indicator.measure, Count)


def areas_published() -> list[Area]:
    """Every area that received statistics tell of."""
    return list(_areas(_parts()))


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
    return list(_stated(of, _parts()))


def published_beside(area: Area) -> list[Stated]:
    """What was published that answers one of our indicators: of an area, of its neighbours, of the nation."""
    alike = {code for each in lists_received(area) for code in each.codes}
    return published_nationwide(area.old_code, *sorted(alike))


def lists_received(area: Area) -> list[Alike]:
    """The lists that were received of the neighbours of an area, the earliest first; those without a date last."""
    return list(_lists(area, _parts()))


def beside_nation(area: Area, *, viewer: Viewer) -> list[Row]:
    """Every figure that was published of an area, year by year, with ours and the nation's; the latest first."""
    lists, told = lists_received(area), published_beside(area)
    found, reasons = known([each.indicator for each in answered_nationwide()], viewer=viewer), differences()
    fives = _in_fives(told)
    return [
        _row(each, found, told, lists, reasons, fives)
        for each in sorted(told, key=lambda each: each.last, reverse=True)
        if each.area == area
    ]


def period_of(theirs: Stated) -> Period:
    """The period that was published of: a day, a financial year, or the twelve months to another end."""
    last = theirs.last
    if catalogue.indicators()[theirs.indicator].is_of_days:
        return day(last)
    year = financial_year_of(last)
    return year if year.last == last else twelve_months(last.year, last.month)


def _row(
    theirs: Stated,
    found: Known,
    told: Sequence[Stated],
    lists: Sequence[Alike],
    reasons: Mapping[tuple[str, str], Sequence[Difference]],
    fives: Collection[_Told],
) -> Row:
    indicator, period = catalogue.indicators()[theirs.indicator], period_of(theirs)
    ours = _ours(found, theirs.indicator, period)
    same = [each for each in told if (each.indicator, each.last) == (theirs.indicator, theirs.last)]
    comparable = [] if isinstance(indicator.measure, Count) else same
    listed = in_force(lists, theirs.last)
    averaged = _averaged(comparable, listed, indicator) if listed and comparable else None
    nation = next((each.value for each in comparable if each.area == NATION), None)
    return Row(
        indicator=indicator,
        period=period,
        ours=ours,
        theirs=theirs,
        nation=_beside(found, ours, nation, ENGLAND),
        neighbours=_beside(found, ours, averaged.value if averaged else None, NEIGHBOURS),
        listed=listed,
        averaged=averaged,
        agrees=_agrees(ours, theirs),
        fits=_edition_and_day(theirs) in fives and _fits_five(ours, theirs),
        reasons=reasons.get((indicator.code, period.code), ()),
    )


def _parts() -> tuple[Part, ...]:
    """The evidence of the current edition that is published statistics or lists of neighbours."""
    edition = Edition.objects.current()
    kept = {NATIONWIDE.dataset, NATIONWIDE.neighbours}
    return tuple(part for each in (edition.parts if edition else ()) if (part := part_of(each)).dataset in kept)


# A part never changes, so what it says is remembered: one page asks for the same several times.


@lru_cache(maxsize=2)
def _areas(parts: tuple[Part, ...]) -> Sequence[Area]:
    return areas(NATIONWIDE, datasets=catalogue.datasets(), parts=parts)


@lru_cache(maxsize=8)
def _lists(area: Area, parts: tuple[Part, ...]) -> Sequence[Alike]:
    return neighbours(NATIONWIDE, area, datasets=catalogue.datasets(), parts=parts)


@lru_cache(maxsize=8)
def _stated(of: tuple[str, ...], parts: tuple[Part, ...]) -> Sequence[Stated]:
    return stated(NATIONWIDE, answered_nationwide(), of=of, datasets=catalogue.datasets(), parts=parts)


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


def _in_fives(told: Sequence[Stated]) -> Collection[_Told]:
    """The editions whose counts are rounded to five, each with the last day of a year of which it tells so.

    No file says how its counts were rounded. They are where all of them are multiples of five, and enough are there.
    """
    counts = defaultdict[_Told, set[tuple[str, int]]](set)
    for each in told:
        known = (number for number in (each.number, each.out_of) if number)
        counts[_edition_and_day(each)] |= {(each.area.code, number) for number in known}
    return {
        key for key, those in counts.items() if len(those) >= ENOUGH and not any(number % STEP for _, number in those)
    }


def _edition_and_day(theirs: Stated) -> _Told:
    return theirs.edition.name, theirs.last


def _fits_five(ours: Figure | None, theirs: Stated) -> bool:
    """Whether the numbers behind ours, rounded to five, are those behind the published figure."""
    if ours is None or theirs.number is None:
        return False
    pairs = [(ours.numerator, theirs.number)] + ([(ours.denominator, theirs.out_of)] if theirs.out_of else [])
    return all(number in (mine, nearest(mine)) for mine, number in pairs)


def _averaged(same: Sequence[Stated], listed: Alike, indicator: Indicator) -> Comparator:
    """What the neighbours on a list came to by the board's average; those on it that published nothing are counted."""
    by_code = {each.area.old_code: each for each in same}
    those = [_neighbour(code, by_code.get(code)) for code in listed.codes]
    per = indicator.measure.per if isinstance(indicator.measure, Rate) else 100
    return comparator(those, listed=listed.edition, average=settings.NEIGHBOURS_AVERAGE, per=per)


def _neighbour(code: str, published: Stated | None) -> Neighbour:
    if published is None:
        return Neighbour(code)
    return Neighbour(published.area.name, published.number, published.out_of, published.value)


def _beside(found: Known, ours: Figure | None, value: Fraction | None, whose: str) -> Beside | None:
    """What others came to with how ours stands beside it, by our interval and never by the raw difference."""
    if value is None:
        return None
    if ours is None:
        return Beside(value, None)
    other = replace(ours, value=value, numerator=None, denominator=None, group=whose, breakdown=COMPARATOR)
    return Beside(value, beside_value(found.series(ours), other))
