"""Figures: the only form in which numbers leave the engine. Each has passed the gate of one face."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, overload

from goldenthread.engine.comparing import intervals
from goldenthread.engine.comparing.families import INDEPENDENT, Families
from goldenthread.engine.comparing.rounding import rounded
from goldenthread.engine.definitions import Indicator, Measure, Median, Proportion, Rate, Share, Total
from goldenthread.engine.definitions.kept import COMPARATOR, COUNTED, NO_POPULATION, NOTHING_TO_COUNT, SUPPLIED
from goldenthread.engine.periods import Period, parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.fives import in_fives
from goldenthread.engine.protecting.primary import HIDDEN, SHOWN, WITHHELD

NOT_COVERED = "not available"

WORDS = {
    HIDDEN: "hidden (small number)",
    WITHHELD: "withheld",
    NOT_COVERED: "not available",
    NO_POPULATION: "no population",
    NOTHING_TO_COUNT: "nothing to count",
}
TIMES = ("days", "working days", "weeks", "months", "years")
"""Units that are written after their number, and in the singular after one."""


@dataclass(frozen=True)
class Figure:
    """One figure, as one face may see it.

    `status` is `counted`; or `supplied`, where somebody (`said_by`) gave the figure itself; or it says why there is no
    value (`WORDS`). A figure that is hidden or withheld carries no number at all; one that is shown may still not say
    how many are `unknown`, where they are few. `value` is exact; it is rounded once, in `shown`, to `places` decimals.
    `unit` is `children`, `records`, `%`, `per 10,000`, `years`, …

    `families` is by how much the variance grows because children come with brothers and sisters, so that the interval
    is the one that every test of the figure goes by.
    """

    indicator: str
    period: Period
    breakdown: str
    group: str
    status: str
    unit: str
    places: int
    edition: int
    numerator: int | None = None
    denominator: int | None = None
    unknown: int | None = None
    population: str | None = None
    value: Fraction | None = None
    per: int | None = None
    limits: tuple[Fraction, Fraction] | None = None
    said_by: str | None = None
    sent_by: str | None = None
    families: float = 1

    @cached_property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """The 95% interval, rounded as the value is; none for a full count, and where there is no value."""
        if self.value is None:
            return None
        limits = self.limits or self._worked_out()
        return (rounded(limits[0], self.places), rounded(limits[1], self.places)) if limits else None

    @property
    def lower(self) -> Decimal | None:
        """The lower end of the 95% interval."""
        return self.interval[0] if self.interval else None

    @property
    def upper(self) -> Decimal | None:
        """The upper end of the 95% interval."""
        return self.interval[1] if self.interval else None

    @property
    def rounded(self) -> Decimal | None:
        """The value as it is shown, as a number."""
        return None if self.value is None else rounded(self.value, self.places)

    @property
    def name(self) -> str:
        """What identifies it in its edition, without spaces: `CLA1@2018-03-31`, and its group where it is one."""
        whole = f"{self.indicator}@{self.period.code}"
        return whole if self.breakdown == "all" else f"{whole}/{self.breakdown}={self.group.replace(' ', '_')}"

    @property
    def shown(self) -> str:
        """The value as people read it, or the words for why there is none."""
        return (
            WORDS.get(self.status, "") if self.value is None else with_unit(rounded(self.value, self.places), self.unit)
        )

    @property
    def shown_interval(self) -> str:
        """The interval as people read it; nothing where there is none."""
        return between(*self.interval, self.unit) if self.interval else ""

    def _worked_out(self) -> tuple[Fraction, Fraction] | None:
        if self.numerator is None or self.denominator is None or self.per is None:
            return None
        if self.unit == "%":
            share = intervals.wilson(self.numerator, self.denominator, families=self.families)
            lower, upper = (100 * limit for limit in share)
        else:
            lower, upper = intervals.rate(self.numerator, self.denominator, per=self.per, families=self.families)
        return Fraction(lower), Fraction(upper)


class Figures(Sequence[Figure]):
    """Figures that have all passed the gate of one face, from one edition. Made by `figures_from` only."""

    def __init__(self, figures: Iterable[Figure], *, face: Face, edition: int) -> None:
        self._figures = tuple(figures)
        self.face = face
        self.edition = edition

    @overload
    def __getitem__(self, at: int) -> Figure: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Figure]: ...
    def __getitem__(self, at: int | slice) -> Figure | Sequence[Figure]:
        return self._figures[at]

    def __len__(self) -> int:
        return len(self._figures)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._figures)

    def of(self, indicator: str | None = None, *, period: str | None = None, breakdown: str | None = None) -> "Figures":
        """Those of one indicator, period or breakdown."""
        wanted = (
            figure
            for figure in self
            if indicator in (None, figure.indicator)
            and period in (None, figure.period.code)
            and breakdown in (None, figure.breakdown)
        )
        return Figures(wanted, face=self.face, edition=self.edition)

    def named(self, names: Collection[str]) -> "Figures":
        """Those of some names (`Figure.name`)."""
        return Figures((figure for figure in self if figure.name in names), face=self.face, edition=self.edition)

    def missing(self, indicator: Indicator, period: Period) -> Figure:
        """The figure for a period that no evidence covers: it says so."""
        return Figure(
            indicator.code, period, "all", "all", NOT_COVERED, unit_of(indicator), _places(indicator), self.edition
        )

    def series(self, indicator: Indicator, periods: Iterable[Period]) -> list[Figure]:
        """The whole at each of some periods, in their order; those that no evidence covers say so."""
        whole = {figure.period.code: figure for figure in self.of(indicator.code, breakdown="all")}
        return [whole.get(period.code) or self.missing(indicator, period) for period in periods]

    def first(self) -> Figure | None:
        """The first of them, if any."""
        return self._figures[0] if self._figures else None


def figures_from(
    rows: Iterable[Mapping[str, Any]],
    *,
    indicators: Mapping[str, Indicator],
    face: Face,
    edition: int,
    families: Families = INDEPENDENT,
) -> Figures:
    """Cells as they were kept (`read_results`), each through the gate of a face. The only way to make figures."""
    given = ((row, indicators[row["indicator"]]) for row in rows)
    return Figures(
        (_through(row, indicator, face, edition, families.of(indicator)) for row, indicator in given),
        face=face,
        edition=edition,
    )


def as_record(figure: Figure) -> dict[str, Any]:
    """A figure for a file or another program; numbers as they are shown, none for what is hidden."""
    return {
        "code": figure.indicator,
        "period": figure.period.code,
        "breakdown": figure.breakdown,
        "group": figure.group,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "unknown": figure.unknown,
        "value": _number(figure.rounded),
        "lower": _number(figure.lower),
        "upper": _number(figure.upper),
        "unit": figure.unit,
        "status": figure.status,
    }


def unit_of(indicator: Indicator) -> str:
    """The unit of an indicator's values."""
    measure = indicator.measure
    if isinstance(measure, Proportion | Share):
        return "%"
    if isinstance(measure, Rate):
        return f"per {measure.per:,}"
    return measure.unit if isinstance(measure, Median | Total) else indicator.unit


def with_unit(number: Decimal, unit: str) -> str:
    """A number as people read it: 1,201, 50.1%, 77.0, 6.5 years, 1 year."""
    if unit == "%":
        return f"{number:,}%"
    if unit not in TIMES:
        return f"{number:,}"
    return f"{_bare(number)} {unit.removesuffix('s') if number == 1 else unit}"


def between(lower: Decimal, upper: Decimal, unit: str) -> str:
    """Two numbers as people read them: 49.1% to 51.0%, 7 to 9.5 years."""
    first = _bare(lower) if unit in TIMES else with_unit(lower, unit)
    return f"{first} to {with_unit(upper, unit)}"


def _bare(number: Decimal) -> str:
    """A length of time without the nought after its point: half of them are whole."""
    return f"{number.normalize():f}"


def latest_of(figures: Iterable[Figure]) -> Figure | None:
    """The figure of the period that ends last; of two that end alike, the financial year. None of none."""
    return max(figures, key=lambda each: (each.period.last, each.period.code.startswith("FY")), default=None)


def _through(row: Mapping[str, Any], indicator: Indicator, face: Face, edition: int, families: float) -> Figure:
    gate, column = SHOWN, str(Face.PUBLIC if face is Face.ROUNDED else face)
    if face is not Face.BOARD:
        gate = row[column]
    if face is Face.ROUNDED and gate == SHOWN:
        row, gate = _in_fives(row, indicator)
    known = (indicator.code, parse(row["period"]), row["breakdown"], row["group"])
    if gate != SHOWN:
        return Figure(*known, gate, unit_of(indicator), _places(indicator), edition)
    return Figure(
        *known,
        row["status"],
        unit_of(indicator),
        _places(indicator),
        edition,
        numerator=row["numerator"],
        denominator=row["denominator"],
        unknown=None if face is not Face.BOARD and row[f"{column}_hides_unknown"] else row["unknown"],
        population=row["population"],
        value=_value(row, indicator),
        per=None if face is Face.ROUNDED else _per(indicator.measure),
        limits=_limits(row, face),
        said_by=row["said_by"],
        sent_by=row["sent_by"],
        families=families,
    )


def _in_fives(row: Mapping[str, Any], indicator: Indicator) -> tuple[Mapping[str, Any], str]:
    told = in_fives(row, indicator, others=COMPARATOR)
    return (row, WITHHELD) if told is None else (told, SHOWN)


def _limits(row: Mapping[str, Any], face: Face) -> tuple[Fraction, Fraction] | None:
    """The limits of a median. The youngest and the oldest child's own ages are for the board paper only."""
    if row["lower"] is None or (row["extremes"] and face is not Face.BOARD):
        return None
    return Fraction(row["lower"]), Fraction(row["upper"])


def _value(row: Mapping[str, Any], indicator: Indicator) -> Fraction | None:
    """Divided here, once, from whole numbers."""
    if row["status"] not in (COUNTED, SUPPLIED):
        return None
    if row["value"] is not None:
        return Fraction(row["value"])
    if row["denominator"] is None:
        return Fraction(row["numerator"])
    return Fraction(row["numerator"] * (_per(indicator.measure) or 100), row["denominator"])


def _per(measure: Measure) -> int | None:
    """Of how many a share or a rate is; nothing where chance says nothing of it, so that it has no interval."""
    if isinstance(measure, Share):
        return None
    return measure.per if isinstance(measure, Rate) else 100


def _places(indicator: Indicator) -> int:
    return 1 if isinstance(indicator.measure, Proportion | Rate | Median | Share) else 0


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and value.as_tuple().exponent == 0 else float(value)
