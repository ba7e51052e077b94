"""What is published of every area, as a department of state would: ours, ten others like it, and all of them together.

All of it is invented, the nation too. Of our own area it says what our records say, rounded to five as was done then.
Of the others, as many children are on plans that the middle one comes to what the board's report says of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.city import City
from goldenthread.demo.days import LATER_YEARS, first_of, last_of, years_back
from goldenthread.demo.protection import Protected
from goldenthread.demo.writing import Value, write_table
from goldenthread.workflow.framework.operations import explain_difference

_OTHERS = {
    "Barrowdale": "Extremely close", "Castleby": "Very close", "Dunmere": "Very close", "Eastwick": "Close",
    "Fellbridge": "Close", "Garthwaite": "Close", "Hollinside": "Close", "Inglebeck": "Somewhat close",
    "Kirkmoor": "Somewhat close", "Langthorpe": "Somewhat close",
}  # fmt: skip
"""The areas like ours, the closest first."""
_OF_THE_MIDDLE = (0.78, 0.85, 0.9, 0.95, 1.0, 1.0, 1.06, 1.1, 1.17, 1.26)
"""How many of their children are on a plan, to that of the middle: one of these for each, by lot."""
NEIGHBOURS = "invented_neighbours_2007"
"""The list of them. It holds from 2007, as lists of that time did, so for every year that is told of."""
_ALL_AREAS = 70
"""How many areas as large as these there are in the nation."""
_EXPLAINED = {"CP1": "2014-03-31", "CP3": "2014-03-31", "CP4": "FY2013-14"}
_WHERE = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "old_la_code", "new_la_code", "la_name", "category",
)  # fmt: skip
_PLANS, _AGAIN = "Child Protection Plans", "Child Protection Plans which are a second or subsequent plan"
_LONG = "Child Protection Plans by length of time"


@dataclass(frozen=True)
class _Alike:
    """An area like ours: how large it is beside ours, and how many of its children are on a plan, to the middle."""

    number: str
    name: str
    size: float
    of_the_middle: float


@dataclass(frozen=True)
class _Area:
    """What is counted of an area in a year: of plans those that began, a second one among them, those that ended, those
    at the end of the year, and of these those that had lasted two years; and how many children live there.
    """

    number: str
    name: str
    year: int
    began: int
    again: int
    ended: int
    open: int
    long: int
    children: int


def write_nation(board: BoardFile, city: City, into: Path) -> Path:
    """Three tables of plans by area and year, and the list of the areas that are like ours."""
    areas = list(_areas(board, city))
    write_table(into, "invented_plans_2014", (*_WHERE, "CPP_start", "CPP_end", "CPP_At31", "CPP_At31_rate"), [
        (*_where(each, _PLANS), _five(each.began), _five(each.ended), _five(each.open), _rate(each)) for each in areas
    ])  # fmt: skip
    write_table(into, "invented_plans_again_2014", (*_WHERE, "CPP_start", "CPP_subsequent"), [
        (*_where(each, _AGAIN), _five(each.began), _five(each.again)) for each in areas
    ])  # fmt: skip
    write_table(into, "invented_plans_by_length_2014", (*_WHERE, "CPP_At31", "2_years_or_more"), [
        (*_where(each, _LONG), _five(each.open), _five(each.long)) for each in areas
    ])  # fmt: skip
    ranks = [f"SN_{rank}{what}" for rank in range(1, len(_OTHERS) + 1) for what in ("", "P")]
    alike = [said for at, close in enumerate(_OTHERS.values()) for said in (_number(at), close)]
    headers = ("old_la_code", "la_name", "region_ind", "region_name", *ranks)
    write_table(into, NEIGHBOURS, headers, [
        (board.authority_number, board.place, "1", "Invented", *alike)
    ])  # fmt: skip
    return into


def explain_differences(*, by: str) -> Iterator[str]:
    """Why ours and what was published of us differ: the indicators of which it is said. Of others nobody has said."""
    for code, period in _EXPLAINED.items():
        why = "Published numbers are rounded to five; ours are as they were counted."
        yield explain_difference(code, period, how="rounding", why=why, by=by).indicator


def _areas(board: BoardFile, city: City) -> Iterator[_Area]:
    chance = board.chance_of("nation")
    alike = list(_alike(chance))
    for year in LATER_YEARS:
        ours, middle = _ours(board, city, year), board.calibration.plan_neighbours
        if year != LATER_YEARS[-1]:
            middle *= chance.uniform(0.97, 1.03)
        others = [_another(chance, each, ours, middle * each.of_the_middle) for each in alike]
        yield from (ours, *others, _all_together([ours, *others], year))


def _alike(chance: Random) -> Iterator[_Alike]:
    drawn = chance.sample(_OF_THE_MIDDLE, len(_OTHERS))
    for at, (name, of_the_middle) in enumerate(zip(_OTHERS, drawn, strict=True)):
        yield _Alike(_number(at), name, chance.uniform(0.4, 1.3), of_the_middle)


def _ours(board: BoardFile, city: City, year: int) -> _Area:
    first, last = first_of(year), last_of(year)
    plans = city.protection.plans
    began = [each for each in plans if first <= each.spell.started <= last]
    still_open = [each for each in plans if each.spell.is_open(last)]
    return _Area(
        board.authority_number,
        board.place,
        year,
        began=len(began),
        again=sum(each.previous > 0 for each in began),
        ended=sum(first <= each.spell.ended <= last for each in plans),
        open=len(still_open),
        long=sum(_has_lasted(each, last) for each in still_open),
        children=board.calibration.aged_0_to_17[year],
    )


def _has_lasted(plan: Protected, day: date) -> bool:
    return plan.spell.started <= years_back(day, 2)


def _another(chance: Random, alike: _Alike, ours: _Area, rate: float) -> _Area:
    """An area like ours with so many children on a plan of every ten thousand, in which plans begin and end as here."""
    still_open = max(1, round(ours.children * alike.size * rate / 10_000))
    as_here = still_open / ours.open
    began = round(ours.began * as_here)
    return _Area(
        alike.number,
        alike.name,
        ours.year,
        began=began,
        again=round(began * chance.uniform(0.12, 0.2)),
        ended=round(ours.ended * as_here * chance.uniform(0.85, 1.1)),
        open=still_open,
        long=round(still_open * chance.uniform(0.02, 0.06)),
        children=round(still_open * 10_000 / rate),
    )


def _all_together(areas: list[_Area], year: int) -> _Area:
    def together(what: str) -> int:
        return sum(getattr(each, what) for each in areas) * _ALL_AREAS // len(areas)

    return _Area("", "", year, *map(together, ("began", "again", "ended", "open", "long", "children")))


def _number(at: int) -> str:
    return f"00{chr(ord('A') + at)}"


def _where(area: _Area, category: str) -> tuple[Value, ...]:
    level = "Local authority" if area.number else "National"
    named = ("", "", area.number, f"X{area.number}", area.name) if area.number else ("",) * 5
    return area.year + 1, "Reporting year", level, "E92000001", "England", *named, category


def _rate(area: _Area) -> float:
    return round(area.open * 10_000 / area.children, 1)


def _five(number: int) -> int:
    return 5 * round(number / 5)
