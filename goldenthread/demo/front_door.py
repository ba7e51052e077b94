"""The front door: contacts, requests for service and what became of them, referrals, assessments, enquiries.

Referrals that later lead to a plan or into care are made first; then each month is filled up to its quota, with so many
who come again within a year as the year's share says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from goldenthread.demo.calibration import Calibration
from goldenthread.demo.chance import between, day_in_month, days, exactly, pick, quota, shared_out, yes_or_no
from goldenthread.demo.children import Child, Registry, is_child
from goldenthread.demo.days import (
    LAST_DAY,
    LATER_YEARS,
    NEW_SYSTEM,
    SINCE_2011,
    first_of,
    last_of,
    month_starts,
    months_before,
)

Party = tuple[Child, ...]
"""Brothers and sisters who are spoken of together."""

_SEASONS = (1.0, 1.05, 1.1, 1.12, 0.82, 1.02, 1.06, 1.05, 0.88, 1.0, 0.96, 1.04)  # April to March
_SOURCES = {
    "6": 27, "2A": 17, "1A": 9, "1B": 4, "3B": 6, "3A": 3, "3E": 5, "3F": 6, "5A": 6, "5B": 6, "7": 3, "8": 4, "4": 2,
    "9": 2,
}  # fmt: skip
_UNKNOWN = {False: 0.004, True: 0.02}
_AGAIN_AT_FIRST = 0.27
_KNOWN_ALREADY = 0.45
_ALSO_TOLD = 0.22  # contacts that ask for nothing, for each request


@dataclass(eq=False)
class Request:
    """A request for service, or the contact in which it was made; one row for each child of the party."""

    day: date
    party: Party
    source: str
    response: str
    domestic_abuse: dict[Child, str] = field(default_factory=dict)


@dataclass
class Door:
    """What came to the door. `accepted` are referrals."""

    accepted: list[Request] = field(default_factory=list)
    others: list[Request] = field(default_factory=list)


def draw_door(chance: Random, registry: Registry, targets: Calibration, made: Sequence[tuple[date, Party]]) -> Door:
    """Everything that came to the door. `made` are the referrals that other records need to have been made."""
    door = Door()
    filling = _Filling(chance, registry, door)
    for year in LATER_YEARS:
        months = list(month_starts(first_of(year), last_of(year)))
        numbers = shared_out(targets.referrals[year], [each * chance.uniform(0.96, 1.04) for each in _SEASONS])
        share = targets.re_referred.get(year)
        total = quota(targets.referrals[year], share) if share is not None else 0
        varied = [number * chance.uniform(0.9, 1.1) for number in numbers]
        again = shared_out(total, varied) if share is not None else filling.at_first(numbers)
        for month, number, come_again in zip(months, numbers, again, strict=True):
            filling.month(month, number, come_again, [each for each in made if _in_month(each[0], month)])
            _mark_domestic_abuse(chance, filling.of_month, between(targets.about_domestic_abuse, month))
        door.others += _others(chance, registry, targets, year)
    return door


class _Filling:
    """Fills months with referrals, and remembers who was last referred when."""

    def __init__(self, chance: Random, registry: Registry, door: Door) -> None:
        self.chance, self.registry, self.door = chance, registry, door
        self.last: dict[Child, date] = {}
        self.parties: dict[date, list[tuple[date, Party]]] = {}
        self.of_month: list[Request] = []

    def at_first(self, numbers: Sequence[int]) -> list[int]:
        """How many come again in the year in which records begin: at first nobody is known to have come before."""
        return [quota(number, _AGAIN_AT_FIRST * at / 12) for at, number in enumerate(numbers)]

    def month(self, month: date, number: int, again: int, made: Sequence[tuple[date, Party]]) -> None:
        """One month, with just so many children referred, of whom just so many come again within twelve months."""
        self.of_month = []
        fresh = number - again
        for day, party in made:
            known = [child for child in party if self._came_within_a_year(child, day)]
            if len(known) <= again and len(party) - len(known) <= fresh:
                again, fresh = again - len(known), fresh - (len(party) - len(known))
                self._refer(day, party)
        while again > 0:
            party = self._party_to_come_again(month)[:again]
            again -= len(party)
            self._refer(day_in_month(self.chance, month), party)
        while fresh > 0:
            party = tuple(self.registry.new_family(month).children)[:fresh]
            fresh -= len(party)
            self._refer(day_in_month(self.chance, month), party)

    def _refer(self, day: date, party: Party) -> None:
        request = Request(day, party, pick(self.chance, _SOURCES), "accepted")
        self.door.accepted.append(request)
        self.of_month.append(request)
        self.parties.setdefault(day.replace(day=1), []).append((day, party))
        for child in party:
            self.last[child] = day

    def _came_within_a_year(self, child: Child, day: date) -> bool:
        before = self.last.get(child)
        return before is not None and _months_between(before, day) < 12

    def _party_to_come_again(self, month: date) -> Party:
        """A party last referred in one of the eleven months before, and still of age to be."""
        while True:
            then = months_before(month, self.chance.randint(1, 11))
            day, party = self.chance.choice(self.parties.get(then) or self.parties[months_before(month, 1)])
            if all(self.last[child] == day and is_child(child, month) for child in party):
                return party


def _others(chance: Random, registry: Registry, targets: Calibration, year: int) -> Iterator[Request]:
    """Requests that were not accepted: just so many that the share accepted is as stated, with responses by quotas."""
    number = quota(targets.referrals[year], 1 / targets.accepted) - targets.referrals[year]
    responses = [name for name, share in targets.not_accepted.items() for _ in range(quota(number, share))]
    responses += ["other"] * (number - len(responses)) + [""] * (number // 300)
    chance.shuffle(responses)
    months = [month for month, those in zip(
        month_starts(first_of(year), last_of(year)), shared_out(len(responses), _SEASONS), strict=True
    ) for _ in range(those)]  # fmt: skip
    at = 0
    while at < len(responses):
        month = months[at]
        same = next(
            (later for later in range(at, min(at + 4, len(months))) if months[later] != month), min(at + 4, len(months))
        )
        party = _anybody(chance, registry, month)[: same - at]
        day, source = day_in_month(chance, month), pick(chance, _SOURCES)
        for child in party:
            yield Request(day, (child,), source, responses[at], {child: yes_or_no(chance, 0.17)})
            at += 1


def _anybody(chance: Random, registry: Registry, month: date) -> Party:
    """A family that is known already, or another."""
    if chance.random() < _KNOWN_ALREADY:
        known = tuple(child for child in chance.choice(registry.families).children if is_child(child, month))
        if known:
            return known
    return tuple(registry.new_family(month).children)


def _mark_domestic_abuse(chance: Random, requests: Sequence[Request], share: float) -> None:
    """Just the share of a month's referrals, of those of which it is known, concerns domestic abuse."""
    rows = [(request, child) for request in requests for child in request.party]
    known = [row for row in rows if chance.random() >= _UNKNOWN[row[0].day >= NEW_SYSTEM]]
    for request, child in rows:
        request.domestic_abuse[child] = ""
    for (request, child), about in zip(known, exactly(chance, len(known), share), strict=True):
        request.domestic_abuse[child] = "1" if about else "0"


def _in_month(day: date, month: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)


def _months_between(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def contacts(
    chance: Random, requests: Sequence[Request], registry: Registry
) -> Iterator[tuple[Child, date, str, str, str]]:
    """Each request came with a contact; others only wanted to tell or to ask. More and more are talked over before."""
    for request in requests:
        talked = _talked_over(chance, request.day)
        for child in request.party:
            yield child, request.day, request.source, talked, "1"
        if chance.random() < _ALSO_TOLD:
            for child in _anybody(chance, registry, request.day):
                yield child, request.day, pick(chance, _SOURCES), _talked_over(chance, request.day), "0"


def _talked_over(chance: Random, day: date) -> str:
    return yes_or_no(chance, 0.22 + 0.30 * (day - SINCE_2011).days / (LAST_DAY - SINCE_2011).days)


@dataclass(frozen=True)
class Assessment:
    """An assessment by a social worker; no end while it lasts."""

    child: Child
    started: date
    kind: str
    ended: date | None


def assessments(chance: Random, referrals: Sequence[Request]) -> Iterator[Assessment]:
    """Most referrals lead to an assessment. Single assessments took the place of initial and core ones."""
    for referral in referrals:
        if chance.random() > 0.84:
            continue
        single = referral.day >= NEW_SYSTEM
        started = referral.day + days(chance, 0, 3)
        lasts = days(chance, 15, 60) if single else days(chance, 5, 16)
        then_core = not single and chance.random() < 0.28
        for child in referral.party:
            yield _assessment(child, started, "single" if single else "initial", lasts)
            if then_core:
                yield _assessment(child, started + lasts, "core", days(chance, 20, 60))


def _assessment(child: Child, started: date, kind: str, lasts: timedelta) -> Assessment:
    started = min(started, LAST_DAY)
    return Assessment(child, started, kind, started + lasts if started + lasts <= LAST_DAY else None)
