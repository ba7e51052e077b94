"""Supplied figures: what agencies counted themselves, historic series, and the figures of others beside ours.

A figure is taken for a period only where what was supplied tells of every day of it: a year of which one quarter did
not come is not available, rather than small.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa

from goldenthread.engine.counting.evidence import opened, view_of
from goldenthread.engine.counting.fields import CELLS
from goldenthread.engine.counting.groups import ALL
from goldenthread.engine.counting.parts import Part, parts_of
from goldenthread.engine.definitions import (
    NOBODY,
    ROWS,
    Count,
    Dataset,
    During,
    Indicator,
    Median,
    Proportion,
    Supplied,
    SuppliedFigures,
    Total,
)
from goldenthread.engine.definitions.breakdowns import NOT_RECORDED
from goldenthread.engine.definitions.kept import COMPARATOR, NOTHING_TO_COUNT, SUPPLIED
from goldenthread.engine.periods import Period, Span, flow_periods_within, merged, naming
from goldenthread.engine.protecting.primary import SMALLEST


@dataclass(frozen=True)
class Told:
    """One supplied figure: whose (blank for ours), of which days and group, who says so, who sent it."""

    comparator: str
    first: date
    last: date
    breakdown: str
    group: str
    number: int | None
    out_of: int | None
    value: Decimal | None
    said_by: str
    sent_by: str

    @property
    def span(self) -> Span:
        """The days that it is about."""
        return Span(self.first, self.last)

    def as_text(self) -> str:
        """All of it, the same whenever it says the same."""
        return "|".join(f"{name}={value}" for name, value in asdict(self).items())


def supplied(
    where: SuppliedFigures, *, datasets: Mapping[str, Dataset], parts: Sequence[Part]
) -> Mapping[str, Sequence[Told]]:
    """The figures that were supplied, by the code of the indicator they are of, in an order of their own."""
    if not parts_of(where.dataset, parts):
        return {}
    connection = opened([where.dataset], datasets=datasets, parts=parts)
    columns = (
        where.indicator, where.about, where.first, where.last, where.breakdown, where.group, where.number, where.out_of,
        where.value, where.said_by,
    )  # fmt: skip
    asked = (
        f"SELECT {', '.join(_quoted(column) for column in columns)}, sent_by FROM {view_of(where.dataset)}"
        f" WHERE {_quoted(where.last)} BETWEEN covers_first AND covers_last ORDER BY ALL"
    )
    found: dict[str, list[Told]] = {}
    try:
        for code, about, first, last, breakdown, group, *numbers in connection.execute(asked).fetchall():
            comparator = "" if about == where.ours else where.comparators.get(about, about)
            told = Told(comparator, first, last, breakdown or ALL, group or ALL, *numbers)
            found.setdefault(code, []).append(told)
    finally:
        connection.close()
    return found


def supplied_cells(indicator: Indicator, told: Sequence[Told], *, beside: pa.Table | None = None) -> pa.Table:
    """Cells of supplied figures, as `cells` has them: our own for periods that were not counted, and comparators.

    A figure that does not fit its indicator (a share without its whole, a group that is not declared, a stretch of time
    for a caseload) is not taken, nor are two of the same days that differ.
    """
    if not told:
        return CELLS.empty_table()
    counted = set(beside.column("period").unique().to_pylist()) if beside is not None else set()
    fitting = _agreed([fit for each in told if (fit := _fitted(each, indicator))])
    rows = [
        *(row for row in _ours(indicator, fitting) if row["period"] not in counted),
        *(
            _cell(indicator, naming(each.span), [each], (COMPARATOR, each.comparator))
            for each in fitting
            if each.comparator
        ),
    ]
    return pa.Table.from_pylist(rows, schema=CELLS)


def _fitted(told: Told, indicator: Indicator) -> Told | None:
    """The figure as the measure of its indicator has it; none where it does not fit."""
    labels = {breakdown.code: breakdown.labels() for breakdown in indicator.breakdowns}
    if told.breakdown != ALL and told.group not in labels.get(told.breakdown, ()):
        return None
    if indicator.is_of_days and told.first != told.last:
        return None
    if isinstance(indicator.measure, Count | Total):
        number = told.number if told.number is not None else _whole(told.value)
        return None if number is None else replace(told, number=number, out_of=None, value=None)
    if isinstance(indicator.measure, Median) or told.number is None:
        return None if told.value is None else replace(told, number=None, out_of=None)
    return None if told.out_of is None else replace(told, value=None)


def _whole(value: Decimal | None) -> int | None:
    return int(value) if value is not None and value == value.to_integral_value() else None


def _agreed(told: Sequence[Told]) -> list[Told]:
    """Those of which no two say different numbers for the same days and group; one of each."""
    same: dict[tuple[object, ...], list[Told]] = {}
    for each in told:
        same.setdefault((each.comparator, each.first, each.last, each.breakdown, each.group), []).append(each)
    return [those[0] for those in same.values() if len({(one.number, one.out_of, one.value) for one in those}) == 1]


def _ours(indicator: Indicator, told: Sequence[Told]) -> Iterator[dict[str, Any]]:
    own = [each for each in told if not each.comparator]
    wholes = [each for each in own if each.breakdown == ALL]
    groups = [each for each in own if each.breakdown != ALL]
    for those in (wholes, *_by_group([*groups, *_left_over(wholes, groups)])):
        for period in _periods([each.span for each in those], adds_up=_adds_up(indicator)):
            if tiles := _tiling(period.span, those):
                yield _cell(indicator, period, tiles, (those[0].breakdown, those[0].group))


def _by_group(told: Sequence[Told]) -> Iterator[list[Told]]:
    for key in dict.fromkeys((each.breakdown, each.group) for each in told):
        yield [each for each in told if (each.breakdown, each.group) == key]


def _left_over(wholes: Sequence[Told], groups: Sequence[Told]) -> Iterator[Told]:
    """What the groups of a breakdown leave of their whole: somebody could subtract it, so it is protected too."""
    for whole in wholes:
        of_whole = [each for each in groups if each.span == whole.span]
        for breakdown in dict.fromkeys(each.breakdown for each in of_whole):
            numbers = [each.number for each in of_whole if each.breakdown == breakdown]
            if whole.number is not None and None not in numbers:
                left = whole.number - sum(number for number in numbers if number is not None)
                yield replace(whole, breakdown=breakdown, group=NOT_RECORDED, number=max(0, left), out_of=None)


def _adds_up(indicator: Indicator) -> bool:
    """Whether figures of parts of a time are together that of the whole: incidents are, children are not."""
    if isinstance(indicator.over, Supplied):
        return indicator.over.adds_up
    return isinstance(indicator.over, During) and indicator.counts is ROWS


def _periods(spans: Sequence[Span], *, adds_up: bool) -> Iterable[Period]:
    """The periods that supplied figures may tell of: those they name themselves, and those they may add up to."""
    named = {naming(span) for span in spans}
    several = [
        period
        for span in merged([each for each in spans if each.first < each.last] if adds_up else [])
        for period in flow_periods_within(span)
    ]
    return sorted(named | set(several), key=lambda period: (period.first, period.last, period.code))


def _tiling(span: Span, told: Sequence[Told]) -> list[Told]:
    """Figures that together tell of every day of a span once; none where there are no such. One alone comes first."""
    if alone := [each for each in told if each.span == span]:
        return alone[:1]
    return _tiles([each for each in told if each.number is not None and each.span in span], span.first, span.last)


def _tiles(told: Sequence[Told], begins: date, last: date) -> list[Told]:
    """The longest first, others where that leads to no end."""
    for each in sorted((one for one in told if one.first == begins), key=lambda one: one.last, reverse=True):
        if each.last == last:
            return [each]
        if rest := _tiles(told, each.last + timedelta(days=1), last):
            return [each, *rest]
    return []


def _cell(indicator: Indicator, period: Period, tiles: Sequence[Told], group: tuple[str, str]) -> dict[str, Any]:
    number, out_of = (_sum([getattr(each, name) for each in tiles]) for name in ("number", "out_of"))
    yes, no = _children_behind(indicator, tiles[0], number, out_of)
    return {
        "indicator": indicator.code,
        "period": period.code,
        "first": period.first,
        "last": period.last,
        "breakdown": group[0],
        "group": group[1],
        "numerator": number,
        "denominator": out_of,
        "unknown": 0,
        "value": tiles[0].value if number is None else None,
        "status": NOTHING_TO_COUNT if out_of == 0 else SUPPLIED,
        "yes_children": yes,
        "no_children": no,
        "unknown_children": 0,
        "extremes": False,
        "said_by": "; ".join(dict.fromkeys(each.said_by for each in tiles)),
        "sent_by": tiles[0].sent_by,
    }


def _children_behind(indicator: Indicator, told: Told, number: int | None, out_of: int | None) -> tuple[int, int]:
    """How many children stand behind a figure, and behind what it leaves.

    A finished value about children does not say. It is then taken for one of few, and only the board paper shows it.
    """
    if indicator.protects is NOBODY or told.comparator:
        return 0, 0
    if number is None:
        return SMALLEST, 0
    return number, out_of - number if out_of is not None and isinstance(indicator.measure, Proportion) else 0


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _quoted(column: str) -> str:
    return f'"{column}"'
