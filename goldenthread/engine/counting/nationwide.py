"""Reading published statistics about every area: what each came to, and which areas are whose neighbours."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from goldenthread.engine.counting.evidence import opened, view_of
from goldenthread.engine.counting.parts import Part, parts_of
from goldenthread.engine.definitions import Dataset
from goldenthread.engine.definitions.nationwide import Nationwide, Wanted


@dataclass(frozen=True)
class Area:
    """An authority, or the nation, by the code that does not change with its name. The nation has no older code."""

    code: str
    old_code: str
    name: str


NATION = Area("", "", "")


@dataclass(frozen=True)
class Stated:
    """What was published of an indicator about an area and the year that ends on a day, in which edition.

    `number` and `out_of` are what it was made from, where that is published; `value` is as it is published where only
    that is, and worked out from the two otherwise.
    """

    indicator: str
    area: Area
    last: date
    edition: str
    value: Fraction
    published_as: Decimal | None
    number: int | None
    out_of: int | None


def areas(where: Nationwide, *, datasets: Mapping[str, Dataset], parts: Sequence[Part]) -> list[Area]:
    """Every authority that published statistics tell of, by name."""
    asked = (
        f"SELECT DISTINCT {where.code}, {where.old_code}, {where.name} FROM {view_of(where.dataset)}"
        f" WHERE {where.level} = $local AND {where.code} IS NOT NULL ORDER BY 3, 1"
    )
    rows = _rows(where.dataset, asked, {"local": where.local}, datasets, parts)
    by_code = {code: Area(code, old or "", name or code) for code, old, name in rows}
    return list(by_code.values())


def neighbours(
    where: Nationwide, of: Area, *, datasets: Mapping[str, Dataset], parts: Sequence[Part]
) -> Mapping[str, list[str]]:
    """The older codes of the neighbours of an authority, by the edition of the list that names them."""
    asked = (
        f"SELECT {where.list_edition}, {where.alike} FROM {view_of(where.neighbours)} WHERE {where.list_of} = $of"
        " ORDER BY ALL"
    )
    found = defaultdict(list)
    for edition, code in _rows(where.neighbours, asked, {"of": of.old_code}, datasets, parts):
        found[edition].append(code)
    return dict(found)


def stated(
    where: Nationwide,
    wanted: Sequence[Wanted],
    *,
    of: Sequence[str] = (),
    datasets: Mapping[str, Dataset],
    parts: Sequence[Part],
) -> list[Stated]:
    """What was published of each indicator that is wanted, year by year: of the nation, and of the areas whose older
    codes are named, or of every area.

    A symbol instead of a number, and a share without its whole, give nothing. Where several editions tell of the same,
    the one whose name comes last is taken.
    """
    names = sorted({name for each in wanted for name in each.names()})
    asked = (
        f"SELECT {where.level}, {where.code}, {where.old_code}, {where.name}, {where.last}, {where.within},"
        f" {where.edition}, {where.measured}, {where.figure} FROM {view_of(where.dataset)}"
        f" WHERE list_contains($names, {where.measured}) AND {where.figure} IS NOT NULL AND ({where.level} = $nation"
        f" OR ({where.level} = $local AND ($every OR list_contains($of, {where.old_code})))) ORDER BY ALL"
    )
    given = {"names": names, "nation": where.nation, "local": where.local, "every": not of, "of": list(of)}
    rows = _rows(where.dataset, asked, given, datasets, parts)
    held: dict[tuple[Any, ...], dict[str, Decimal]] = defaultdict(dict)
    for level, code, old, name, last, within, edition, measured, figure in rows:
        area = NATION if level == where.nation else Area(code or "", old or "", name or "")
        held[area, last, within, edition][measured] = figure
    found: dict[tuple[str, Area, date], Stated] = {}
    for (area, last, within, edition), figures in held.items():
        for each in wanted:
            if within == each.within and (made := _made(each, area, last, edition, figures)):
                found[each.indicator, area, last] = made
    return list(found.values())


def _made(each: Wanted, area: Area, last: date, edition: str, figures: Mapping[str, Decimal]) -> Stated | None:
    counts = [figures.get(name) for name in each.counts]
    known = [int(count) for count in counts if count is not None]
    number = sum(known) if each.counts and len(known) == len(counts) else None
    out_of = int(figures[each.of]) if each.of in figures else None
    about = (each.indicator, area, last, edition)
    if each.value:
        as_published = figures.get(each.value)
        return None if as_published is None else Stated(*about, Fraction(as_published), as_published, number, out_of)
    if number is None:
        return None
    if not each.of:
        return Stated(*about, Fraction(number), Decimal(number), number, None)
    return Stated(*about, Fraction(number * each.per, out_of), None, number, out_of) if out_of else None


def _rows(
    name: str, asked: str, values: Mapping[str, Any], datasets: Mapping[str, Dataset], parts: Sequence[Part]
) -> list[tuple[Any, ...]]:
    """What is asked of the rows of a dataset; nothing where none of it was accepted."""
    if not parts_of(name, parts):
        return []
    connection = opened([name], datasets=datasets, parts=parts)
    try:
        return connection.execute(asked, dict(values)).fetchall()
    finally:
        connection.close()
