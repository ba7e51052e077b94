"""Published figures beside those of an edition."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

from goldenthread import catalogue
from goldenthread.catalogue.published import Answer, concordance, directions
from goldenthread.engine.comparing.directions import Direction
from goldenthread.engine.comparing.publishing import Compared, Ours, Published, compare
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.kept import SUPPLIED
from goldenthread.engine.periods import (
    Period,
    UnknownPeriod,
    day,
    financial_year,
    financial_year_of,
    month_of,
    naming,
    parse,
)
from goldenthread.engine.protecting.figures import Figure
from goldenthread.workflow.history.refusals import Refused
from goldenthread.workflow.results.directions import tried
from goldenthread.workflow.results.known import known_from, with_flows
from goldenthread.workflow.results.reading import Query, Viewer, figures

NEEDED = ("id", "area", "measure", "period", "value", "unit", "numerator")
_PER = {"percent": 100, "percent change": 100}
_LARGEST = 10**12
_AROUND = {"year": financial_year_of, "month": month_of}


def set_beside(path: Path, *, viewer: Viewer) -> list[Compared]:
    """Each figure of a list of published ones, beside ours. Refused where the file is no such list."""
    rows = _rows(path)
    published = [_published(row) for row in rows]
    answers = {row["id"]: concordance()[row["area"], row["measure"]] for row in rows
               if (row["area"], row["measure"]) in concordance()}  # fmt: skip
    ours = dict(_ours(rows, answers, viewer))
    return compare(published, ours, dict(_directions(rows, viewer)))


def _directions(rows: Sequence[Mapping[str, str]], viewer: Viewer) -> Iterator[tuple[str, Direction]]:
    """What tests do for each direction that was published without a figure."""
    asked = {row["id"]: (directions()[row["area"], row["measure"]], row["period"]) for row in rows
             if not row["value"] and (row["area"], row["measure"]) in directions()}  # fmt: skip
    codes = with_flows(dict.fromkeys(code for answer, _ in asked.values() for code in answer.of))
    told_already = replace(viewer, recorded=True)
    known = known_from(figures(Query(codes, breakdown=None), viewer=told_already)) if codes else known_from([])
    for each, (answer, period) in asked.items():
        yield each, tried(answer, period, known)


def _ours(
    rows: Sequence[Mapping[str, str]], answers: Mapping[str, Answer], viewer: Viewer
) -> Iterator[tuple[str, Ours]]:
    codes = tuple(sorted({answer.indicator for answer in answers.values()}))
    found: dict[tuple[str, str, str, str], Figure] = {}
    for figure in figures(Query(codes, breakdown=None), viewer=viewer) if codes else ():
        found[figure.indicator, figure.period.code, figure.breakdown, figure.group] = figure
    for row in rows:
        if (answer := answers.get(row["id"])) and row["value"]:
            yield row["id"], _answered(answer, row["period"], found)


def _answered(answer: Answer, period: str, found: Mapping[tuple[str, str, str, str], Figure]) -> Ours:
    indicator = catalogue.indicators()[answer.indicator]
    called = f"{indicator.code} ({indicator.title})"
    try:
        when = day(answer.at) if answer.at else parse(period)
    except UnknownPeriod:
        return Ours(called, None)

    def figure(at: Period, by: str, group: str) -> Figure | None:
        place = _AROUND[answer.counted_in](at.last) if answer.counted_in else _place(indicator, at)
        return found.get((indicator.code, place.code, by, group))

    if answer.change:
        both = _two(indicator, when)
        return _change(called, *(figure(each, "all", "all") for each in both)) if both else Ours(called, None)
    one = figure(when, answer.by, answer.group)
    if one is None or one.value is None:
        return Ours(called, None)
    if answer.share:
        whole = figure(when, "all", "all")
        return Ours(called, _share(one, whole), one.numerator, was_supplied=one.status == SUPPLIED)
    return Ours(called, one.value, one.numerator, one.denominator if one.population else None, one.status == SUPPLIED)


def _place(indicator: Indicator, period: Period) -> Period:
    """The period in which an indicator answers: of a stock the last day, of a flow that is dated 31 March its year.

    Twelve months to March are a financial year.
    """
    if indicator.is_of_days:
        return day(period.last)
    year = financial_year_of(period.last)
    return year if period.span in (year.span, day(year.last).span) else naming(period.span)


def _two(indicator: Indicator, period: Period) -> tuple[Period, Period] | None:
    """What a change is from and to: two days, or the year before and the year; none where it is neither."""
    if indicator.is_of_days:
        return (day(period.first), day(period.last)) if not period.is_day else None
    year = financial_year_of(period.last)
    return (financial_year(year.first.year - 1), year) if year.span == period.span else None


def _change(called: str, first: Figure | None, last: Figure | None) -> Ours:
    if first is None or last is None or not first.value or last.value is None:
        return Ours(called, None)
    supplied = SUPPLIED in (first.status, last.status)
    return Ours(called, (last.value - first.value) / first.value * 100, last.numerator, was_supplied=supplied)


def _share(one: Figure, whole: Figure | None) -> Fraction | None:
    return one.value / whole.value * 100 if whole and whole.value and one.value is not None else None


def _published(row: Mapping[str, str]) -> Published:
    about, numerator = f"{row['area']}: {row['measure']}", row["numerator"].strip()
    try:
        count = int(numerator.replace(",", "")) if numerator else None
        return Published(row["id"], about, row["period"], _value(row["value"].strip()), _per(row["unit"]), count)
    except (InvalidOperation, ValueError):
        told = ", ".join(repr(row[name]) for name in ("value", "unit", "numerator") if row[name])
        raise Refused(
            f"{row['id']}: the value, unit or numerator cannot be read ({told}). Write 48, per 10000, 759."
        ) from None


def _value(text: str) -> Decimal | None:
    """A published number; none where only a direction was published. ValueError where it is no number of ours."""
    if not text:
        return None
    value = Decimal(text.replace(",", ""))
    if not value.is_finite() or abs(value) > _LARGEST:
        raise ValueError(text)
    return value


def _per(unit: str) -> int | None:
    """For how many people a rate is given; 100 for a percentage. ValueError where `per` is not followed by a number."""
    if not unit.startswith("per "):
        return _PER.get(unit)
    per = int(unit.removeprefix("per ").replace(",", ""))
    if per <= 0:
        raise ValueError(unit)
    return per


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refused(f"{path} is not a CSV file in UTF-8.") from error
    if missing := [name for name in NEEDED if rows and name not in rows[0]]:
        raise Refused(f"{path} is not a list of published figures: it lacks the column {', '.join(missing)}.")
    found = [{name: (row.get(name) or "").strip() for name in NEEDED} for row in rows]
    told = [row for row in found if any(row.values())]
    if not told:
        raise Refused(f"{path} holds no figures.")
    if twice := [name for name, times in Counter(row["id"] for row in told).items() if times > 1]:
        raise Refused(f"{path}: the id '{twice[0]}' stands there twice. Give each line an id of its own.")
    return told
