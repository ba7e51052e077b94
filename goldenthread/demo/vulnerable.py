"""Particularly vulnerable children: early help, going missing, sexual exploitation."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.calibration import Calibration
from goldenthread.demo.care import Stay
from goldenthread.demo.chance import days, pick, quota
from goldenthread.demo.children import Child, Registry, born_between, is_child
from goldenthread.demo.days import LAST_DAY, LATER_YEARS, age, first_of, last_of, on_a_weekday, year_of, years_back
from goldenthread.demo.front_door import Request
from goldenthread.demo.stocks import OPEN, Spell

_LED_BY = {"2A": 46, "2B": 12, "3B": 20, "3C": 6, "5B": 10, "8": 6}
_FROM_CARE = 0.42
_COMPLETED_AFTER = (15, 70)  # days
_TOLD_APART, _ABSENT_BESIDES = date(2013, 4, 1), 0.45
"""Since when it is told of children in care that they were only absent; how often, for each time one is missing."""
_YOUNGEST_MISSING = 10


@dataclass(frozen=True)
class EarlyHelp:
    """An early help assessment of one child."""

    child: Child
    day: date
    led_by: str


@dataclass(frozen=True)
class Missing:
    """One time at which a child went missing (M), or was away while it was known where the child was (A)."""

    child: Child
    day: date
    missing_from: str
    found: date | None
    kind: str = "M"


@dataclass(frozen=True)
class Exploitation:
    """One case of sexual exploitation; `OPEN` while it is."""

    child: Child
    identified: date
    closed: date
    risk: str


def early_help(chance: Random, targets: Calibration, requests: Sequence[Request]) -> Iterator[EarlyHelp]:
    """Assessments that followed when early help was recommended: just so many in a year as were stated."""
    for year in LATER_YEARS:
        recommended = [each for each in requests if each.response == "early_help" and year_of(each.day) == year]
        for request in chance.sample(recommended, targets.early_help[year]):
            day = min(request.day + days(chance, 4, 35), last_of(year))
            yield EarlyHelp(request.party[0], day, pick(chance, _LED_BY))


def completed(chance: Random, assessment: EarlyHelp) -> date | None:
    """The day on which an assessment was completed; none while it lasts."""
    day = on_a_weekday(assessment.day + days(chance, *_COMPLETED_AFTER))
    return day if day <= LAST_DAY else None


def absences(chance: Random, missing: Sequence[Missing], stays: Sequence[Stay]) -> Iterator[Missing]:
    """Times at which children in care were absent only, beside those at which they went missing: some days before."""
    spells: defaultdict[Child, list[Spell]] = defaultdict(list)
    for stay in stays:
        spells[stay.child].append(stay.spell)
    taken = {(each.child, each.day) for each in missing}
    for each in missing:
        day = each.day - days(chance, 2, 9)
        if each.missing_from != "care" or day < _TOLD_APART or chance.random() > _ABSENT_BESIDES:
            continue
        if (each.child, day) not in taken and any(spell.is_open(day) for spell in spells[each.child]):
            taken.add((each.child, day))
            yield Missing(each.child, day, "care", day + days(chance, 0, 1), kind="A")


def missing(chance: Random, registry: Registry, targets: Calibration, stays: Sequence[Stay]) -> Iterator[Missing]:
    """Just so many children in a year, and just so many times; a few children go missing very often."""
    for year in LATER_YEARS:
        number = targets.children_missing[year]
        in_care = [stay for stay in stays if _could_run(stay, year)]
        ran = chance.sample(in_care, min(len(in_care), quota(number, _FROM_CARE)))
        others = _teenagers(chance, registry, year, number - len(ran), {stay.child for stay in stays})
        spans = [_span(stay, year) for stay in ran] + [(first_of(year), last_of(year)) for _ in others]
        children = [stay.child for stay in ran] + others
        times = _times(chance, targets.times_missing[year], len(children))
        for child, (first, last), often, at in zip(children, spans, times, range(number), strict=True):
            for day in _different_days(chance, first, last, often):
                yield _episode(chance, child, day, in_care=at < len(ran))


def exploitation(
    chance: Random, registry: Registry, targets: Calibration, missing: Sequence[Missing]
) -> list[Exploitation]:
    """Just so many cases in a year; on the last day just so many open, of whom just the share is aged 15 or 16."""
    cases = [year for year in LATER_YEARS for _ in range(targets.exploitation_cases[year])]
    stay_open = set(_newest(chance, cases, targets.exploitation_open))
    middle = set(chance.sample(sorted(stay_open), quota(len(stay_open), targets.exploitation_open_aged_15_to_16)))
    ran = _by_age(missing)
    used: set[Child] = set()
    found = []
    for at, year in enumerate(cases):
        years = chance.choice((15, 16)) if at in middle else chance.choice((13, 14, 17))
        child = _exploited(chance, registry, ran.get(years, []), years, used)
        used.add(child)
        identified = first_of(year) + days(chance, 0, 364 if year != LATER_YEARS[-1] else 340)
        ended = OPEN if at in stay_open else min(LAST_DAY, identified + days(chance, 20, 420))
        found.append(
            Exploitation(
                child,
                identified,
                max(ended, identified + timedelta(days=1)),
                pick(chance, {"low": 3, "medium": 5, "high": 4}),
            )
        )
    return found


def _could_run(stay: Stay, year: int) -> bool:
    first, last = _span(stay, year)
    return (last - first).days > 60 and age(stay.child.born, first) >= _YOUNGEST_MISSING


def _span(stay: Stay, year: int) -> tuple[date, date]:
    last = LAST_DAY if stay.spell.ended == OPEN else stay.spell.ended - timedelta(days=1)
    return max(stay.spell.started, first_of(year)), min(last, last_of(year))


def _teenagers(chance: Random, registry: Registry, year: int, number: int, apart_from: set[Child]) -> list[Child]:
    first, last = first_of(year), last_of(year)
    known = [
        child
        for family in registry.families
        for child in family.children
        if child not in apart_from and age(child.born, first) >= _YOUNGEST_MISSING and is_child(child, last)
    ]
    return chance.sample(known, number)


def _times(chance: Random, total: int, children: int) -> list[int]:
    """How often each goes missing: everybody once, the rest of the times by chance, a few children most of them."""
    often = [chance.paretovariate(1.1) for _ in range(children)]
    times = [1] * children
    for at in chance.choices(range(children), [min(each, 40) for each in often], k=total - children):
        times[at] += 1
    return times


def _different_days(chance: Random, first: date, last: date, number: int) -> list[date]:
    span = range((last - first).days + 1)
    return [first + timedelta(days=at) for at in sorted(chance.sample(span, min(number, len(span))))]


def _episode(chance: Random, child: Child, day: date, *, in_care: bool) -> Missing:
    found = day + timedelta(days=int(chance.expovariate(1.4)))
    where = pick(chance, {"care": 92, "other": 8}) if in_care else "home"
    return Missing(child, day, where, found if found <= LAST_DAY else None)


def _newest(chance: Random, cases: Sequence[int], number: int) -> list[int]:
    """Which cases are still open: the newest more likely."""
    by_chance = sorted(range(len(cases)), key=lambda at: chance.random() * (1 + 2 * (cases[at] == max(cases))))
    return by_chance[-number:]


def _by_age(missing: Sequence[Missing]) -> dict[int, list[Child]]:
    """Children who went missing, by how old they are on the last day."""
    found: dict[int, list[Child]] = {}
    for child in dict.fromkeys(each.child for each in missing):
        found.setdefault(age(child.born, LAST_DAY), []).append(child)
    return found


def _exploited(chance: Random, registry: Registry, ran: list[Child], years: int, used: set[Child]) -> Child:
    """A child of an age on the last day: often one who has gone missing."""
    known = [child for child in ran if child not in used]
    if known and chance.random() < 0.6:
        return chance.choice(known)
    first, last = years_back(LAST_DAY, years + 1) + timedelta(days=1), years_back(LAST_DAY, years)
    return registry.family([born_between(chance, first, last, [])]).children[0]
