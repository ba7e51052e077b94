"""Everything that ever happened in the city, from which each year's return is copied out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from goldenthread.demo import short_breaks
from goldenthread.demo.care import Episode, last_day, stay
from goldenthread.demo.chance import birthday, days, happenings, on_a_weekday, pick
from goldenthread.demo.children import Child, disabled_child, family, numbers
from goldenthread.demo.city import LAST_DAY
from goldenthread.demo.pathways import Pathway, pathway_for
from goldenthread.demo.reviews import Review, reviews

_FIRST_YEAR = 1996
_FAMILIES_A_MONTH = 9.2
_SEASONS = (1.1, 1.0, 1.15, 0.95, 1.0, 1.05, 1.05, 0.75, 1.0, 1.1, 1.1, 0.75)
_PACE = {2009: 1.1, 2010: 1.15, 2011: 1.1, 2014: 0.95, 2015: 0.9, 2016: 0.92, 2017: 0.88}
_NEEDS = {"N1": 62, "N5": 15, "N4": 9, "N3": 5, "N2": 3, "N8": 3, "N6": 2, "N7": 1}
_COMES_BACK = 0.13


@dataclass
class Record:
    """One child and all that is written down about the child's care, in the order in which it happened."""

    child: Child
    episodes: list[Episode] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)


def invent(seed: int) -> list[Record]:
    """The records of a whole city, from the first day on which a child of the first return could have come into care.

    The same seed gives the same records.
    """
    chance = Random(seed)  # noqa: S311 - invented children, not secrets
    known_as = numbers(chance)
    records = [record for day in _family_days(chance) for record in _family(chance, known_as, day)]
    return records + list(_short_breaks(chance, known_as))


def _family_days(chance: Random) -> Iterator[date]:
    """The days on which a family's children come into care."""
    for year in range(_FIRST_YEAR, LAST_DAY.year + 1):
        for month, season in enumerate(_SEASONS, start=1):
            often = _FAMILIES_A_MONTH * season * _PACE.get(year, 1.0)
            found = sorted(date(year, month, chance.randint(1, 28)) for _ in range(happenings(chance, often)))
            yield from (day for day in map(on_a_weekday, found) if day <= LAST_DAY)


def _family(chance: Random, known_as: Iterator[str], day: date) -> list[Record]:
    """Brothers and sisters come into care on the same day; those who go home or to kin leave it on the same day."""
    children = family(chance, known_as, day)
    need, shared = pick(chance, _NEEDS), pathway_for(chance, children[0].born, day)
    leaves = last_day(chance, children[0], shared, day)
    return [_record(chance, child, shared, need, day, leaves) for child in children]


def _record(chance: Random, child: Child, shared: Pathway, need: str, day: date, leaves: date) -> Record:
    pathway = shared if shared.together else pathway_for(chance, child.born, day)
    ended = min(leaves, birthday(child.born, 18)) if shared.together else last_day(chance, child, pathway, day)
    record = Record(child)
    _live(chance, record, pathway, need, day, max(ended, day + days(chance, 1, 1)))
    if pathway.together and chance.random() < _COMES_BACK:
        _come_back(chance, record, need, ended)
    return record


def _come_back(chance: Random, record: Record, need: str, ended: date) -> None:
    day = on_a_weekday(ended + days(chance, 60, 700))
    if day <= LAST_DAY and day < birthday(record.child.born, 17):
        pathway = pathway_for(chance, record.child.born, day)
        _live(chance, record, pathway, need, day, last_day(chance, record.child, pathway, day))


def _live(chance: Random, record: Record, pathway: Pathway, need: str, started: date, ended: date) -> None:
    record.episodes += stay(chance, record.child, pathway, need, started, ended)
    record.reviews += reviews(chance, record.child, started, ended)


def _short_breaks(chance: Random, known_as: Iterator[str]) -> Iterator[Record]:
    for index in range(48):
        day = date(2012, 4, 1) + days(chance, 0, 5 * 365)
        child = disabled_child(chance, next(known_as), day)
        tell = short_breaks.weekends if index % 4 == 0 else short_breaks.agreements
        yield Record(child, tell(chance, child, day))
