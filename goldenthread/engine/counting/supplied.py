"""Supplied figures: what agencies counted themselves, historic series, and the figures of others beside ours.

A figure is taken for a period only where what was supplied tells of every day of it: a year of which one quarter did
not come is not available, rather than small.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa

from goldenthread.engine.counting.evidence import opened, view_of
from goldenthread.engine.counting.groups import ALL
from goldenthread.engine.counting.parts import Part, parts_of
from goldenthread.engine.counting.states import EXACT_TYPE
from goldenthread.engine.definitions import CHILDREN, Dataset, Indicator, SuppliedFigures
from goldenthread.engine.periods import Period, Span, flow_periods_within, merged, naming
from goldenthread.engine.protecting.figures import COMPARATOR, SUPPLIED


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
    """Cells of supplied figures, as `cells` has them: our own for periods that were not counted, and comparators."""
    counted = set(beside.column("period").to_pylist()) if beside is not None else set()
    rows = [
        *(row for row in _ours(indicator, told) if row["period"] not in counted),
        *(
            _cell(indicator, naming(each.span), [each], (COMPARATOR, each.comparator))
            for each in told
            if each.comparator
        ),
    ]
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


def _ours(indicator: Indicator, told: Sequence[Told]) -> Iterator[dict[str, Any]]:
    groups = dict.fromkeys((each.breakdown, each.group) for each in told if not each.comparator)
    for group in groups:
        own = [each for each in told if not each.comparator and (each.breakdown, each.group) == group]
        for period in _periods([each.span for each in own]):
            if tiles := _tiling(period.span, own):
                yield _cell(indicator, period, tiles, group)


def _periods(spans: Sequence[Span]) -> Iterable[Period]:
    """The periods that supplied figures may tell of: those they name themselves, and those they may add up to."""
    named = {naming(span) for span in spans}
    several = [period for span in merged([each for each in spans if each.first < each.last])
               for period in flow_periods_within(span)]  # fmt: skip
    return sorted(named | set(several), key=lambda period: (period.first, period.last, period.code))


def _tiling(span: Span, told: Sequence[Told]) -> list[Told]:
    """Figures that together tell of every day of a span once; none where there are no such. The longest come first."""
    tiles: list[Told] = []
    begins = span.first
    while begins <= span.last:
        fitting = [each for each in told if each.first == begins and each.last <= span.last]
        if not fitting:
            return []
        tiles.append(max(fitting, key=lambda each: each.last))
        begins = tiles[-1].last + timedelta(days=1)
    return tiles if len(tiles) == 1 or all(each.number is not None for each in tiles) else []


def _cell(indicator: Indicator, period: Period, tiles: Sequence[Told], group: tuple[str, str]) -> dict[str, Any]:
    number, out_of = (_sum([getattr(each, name) for each in tiles]) for name in ("number", "out_of"))
    protected = indicator.protects is CHILDREN and not tiles[0].comparator
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
        "status": SUPPLIED,
        "yes_children": number or 0 if protected else 0,
        "no_children": out_of - (number or 0) if protected and out_of is not None else 0,
        "unknown_children": 0,
        "extremes": False,
        "said_by": "; ".join(dict.fromkeys(each.said_by for each in tiles)),
        "sent_by": tiles[0].sent_by,
    }


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _quoted(column: str) -> str:
    return f'"{column}"'


_TEXT, _WHOLE = pa.string(), pa.int64()
_SCHEMA = pa.schema([
    ("indicator", _TEXT), ("period", _TEXT), ("first", pa.date32()), ("last", pa.date32()), ("breakdown", _TEXT),
    ("group", _TEXT), ("numerator", _WHOLE), ("denominator", _WHOLE), ("unknown", _WHOLE), ("value", EXACT_TYPE),
    ("lower", EXACT_TYPE), ("upper", EXACT_TYPE), ("population", _TEXT), ("status", _TEXT), ("yes_children", _WHOLE),
    ("no_children", _WHOLE), ("unknown_children", _WHOLE), ("extremes", pa.bool_()), ("said_by", _TEXT),
    ("sent_by", _TEXT),
])  # fmt: skip
