"""Reading published statistics about every area: what each came to, and which areas were whose neighbours when."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
class Publication:
    """One edition of published statistics: its name, when it was published, if that is known, and the last day of which
    it tells.
    """

    name: str
    published: date | None
    tells_to: date

    @property
    def no_sooner(self) -> date:
        """The day on which it was published, or before which it cannot have been: nobody publishes what is to come."""
        return self.published or self.tells_to


@dataclass(frozen=True)
class Stated:
    """What was published of an indicator about an area and the year that ends on a day, in which edition.

    `number` and `out_of` are what it was made from, where that is published; `value` is as it is published where only
    that is, and worked out from the two otherwise. `differs` is how it is not quite what the indicator counts.
    """

    indicator: str
    area: Area
    last: date
    edition: Publication
    value: Fraction
    published_as: Decimal | None
    number: int | None
    out_of: int | None
    differs: str = ""


@dataclass(frozen=True)
class Alike:
    """A list of the areas that are like one, by their older codes, and from which day it holds, if that is known."""

    edition: str
    since: date | None
    codes: tuple[str, ...]


def areas(where: Nationwide, *, datasets: Mapping[str, Dataset], parts: Sequence[Part]) -> list[Area]:
    """Every authority that published statistics tell of, by name."""
    asked = (
        f"SELECT DISTINCT {where.code}, {where.old_code}, {where.name} FROM {view_of(where.dataset)}"
        f" WHERE {where.level} = $local AND {where.code} IS NOT NULL ORDER BY 3, 1"
    )
    rows = _rows(where.dataset, asked, {"local": where.local}, datasets, parts)
    by_code = {code: Area(code, old or "", name or code) for code, old, name in rows}
    return list(by_code.values())


def neighbours(where: Nationwide, of: Area, *, datasets: Mapping[str, Dataset], parts: Sequence[Part]) -> list[Alike]:
    """The lists that were received of the areas like an authority, the earliest first; those without a date last."""
    asked = (
        f"SELECT {where.list_edition}, {where.list_from}, list({where.alike} ORDER BY {where.alike})"
        f" FROM {view_of(where.neighbours)} WHERE {where.list_of} = $of GROUP BY ALL ORDER BY 2 NULLS LAST, 1"
    )
    rows = _rows(where.neighbours, asked, {"of": of.old_code}, datasets, parts)
    return [Alike(edition, since, tuple(codes)) for edition, since, codes in rows]


def in_force(lists: Sequence[Alike], on: date) -> Alike | None:
    """The list that held on a day: the latest of those whose date had come; none where none had."""
    dated = [(each.since, each) for each in lists if each.since and each.since <= on]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


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
    the one that was published last is believed (`Publication.no_sooner`).
    """
    found: dict[tuple[str, Area, date], Stated] = {}
    for (area, last, by, edition), figures in _held(where, wanted, of, datasets, parts):
        for each in wanted:
            if by == each.by and (made := _made(each, area, last, edition, figures)):
                found[each.indicator, area, last] = made
    return list(found.values())


_Place = tuple[Area, date, str, Publication]


def _held(
    where: Nationwide,
    wanted: Sequence[Wanted],
    of: Sequence[str],
    datasets: Mapping[str, Dataset],
    parts: Sequence[Part],
) -> Iterator[tuple[_Place, Mapping[tuple[str, str], Decimal]]]:
    """The figures of each area, year, way of dividing and edition, by their group and name; the latest edition last."""
    asked = (
        f"SELECT {where.level}, {where.code}, {where.old_code}, {where.name}, {where.last}, coalesce({where.by}, ''),"
        f" coalesce({where.within}, ''), {where.edition}, {where.measured}, {where.figure}"
        f" FROM {view_of(where.dataset)}"
        f" WHERE list_contains($names, {where.measured}) AND {where.figure} IS NOT NULL AND ({where.level} = $nation"
        f" OR ({where.level} = $local AND ($every OR list_contains($of, {where.old_code})))) ORDER BY ALL"
    )
    names = sorted({name for each in wanted for name in each.names()})
    given = {"names": names, "nation": where.nation, "local": where.local, "every": not of, "of": list(of)}
    editions = _editions(where, datasets, parts)
    held: dict[_Place, dict[tuple[str, str], Decimal]] = defaultdict(dict)
    for level, code, old, name, last, by, within, edition, measured, figure in _rows(
        where.dataset, asked, given, datasets, parts
    ):
        area = NATION if level == where.nation else Area(code or "", old or "", name or "")
        held[area, last, by, editions[edition]][within, measured] = figure
    yield from sorted(held.items(), key=lambda item: (item[0][-1].no_sooner, item[0][-1].name))


def _editions(where: Nationwide, datasets: Mapping[str, Dataset], parts: Sequence[Part]) -> Mapping[str, Publication]:
    """Every edition by its name."""
    asked = (
        f"SELECT {where.edition}, max({where.published}), max({where.last}) FROM {view_of(where.dataset)} GROUP BY 1"
    )
    return {row[0]: Publication(*row) for row in _rows(where.dataset, asked, {}, datasets, parts)}


def _made(
    each: Wanted, area: Area, last: date, edition: Publication, figures: Mapping[tuple[str, str], Decimal]
) -> Stated | None:
    counts, whole = each.known(figures)
    known = [count for count in counts if count is not None]
    if not known or len(known) < len(counts):
        return None
    about = (each.indicator, area, last, edition)
    if each.value:
        return Stated(*about, Fraction(known[0]), known[0], None, None, each.differs)
    number = int(sum(known))
    if not each.of:
        return Stated(*about, Fraction(number), Decimal(number), number, None, each.differs)
    out_of = int(whole or 0)
    value = Fraction(number * each.per, out_of) if out_of else None
    return None if value is None else Stated(*about, value, None, number, out_of, each.differs)


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
