"""Young people who have left care, reviewing officers' concerns, and children who live with others by arrangement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from goldenthread.demo.calibration import Calibration
from goldenthread.demo.care import Stay, by_number
from goldenthread.demo.care_reviews import Review
from goldenthread.demo.chance import days, pick
from goldenthread.demo.children import Child, Registry, is_child
from goldenthread.demo.days import LAST_DAY, LATER_YEARS, SINCE_2011, age, first_of, last_of, on_a_weekday
from goldenthread.demo.stocks import OPEN

_LEFT_AT, _SEEN_UNTIL = 16, 21
_IN_TOUCH = {"YES": 88, "NO": 5, "REFU": 4, "NREQ": 3}
_LIVES = {"U1": 38, "B1": 14, "D1": 16, "E1": 6, "Z1": 8, "T1": 5, "U2": 3, "V2": 2, "W2": 1, "S2": 1, "X2": 3}
_DOES = {"F1": 6, "F2": 18, "P2": 5, "F3": 21, "P3": 6, "G4": 9, "G5": 25, "G6": 8}
_UNKNOWN = "0"
_FORMAL = 0.11
_ABOUT = {"delay": 30, "plan": 16, "placement": 9, "permanence": 14, "education": 8, "health": 6, "voice": 5,
          "visits": 7, "review": 5}  # fmt: skip
_STAGE = {"manager": 82, "director": 17, "outside": 1}
_OUTCOME = {"acted": 71, "agreed": 18, "not_upheld": 4, "overtaken": 7}
_TOLD_BY = {"2A": 44, "1A": 16, "3B": 12, "5C": 10, "8": 18}
_HOST_AGES = (6, 15)


@dataclass(frozen=True)
class Leaver:
    """A young person who has left care, as things stood on a day."""

    child: Child
    on: date
    in_touch: str
    lives: str
    does: str


@dataclass(frozen=True)
class Concern:
    """A concern that a reviewing officer took further than the social worker; `OPEN` while it is not resolved."""

    child: Child
    raised: date
    about: str
    stage: str
    answered: date | None
    resolved: date
    outcome: str


@dataclass(frozen=True)
class Arrangement:
    """A child who lives with somebody who is no close relative; `OPEN` while it lasts."""

    child: Child
    told: date
    told_by: str
    visited: date | None
    ended: date


def leavers(chance: Random, stays: Sequence[Stay]) -> Iterator[Leaver]:
    """Everybody who left at sixteen or later and is not older than twenty-one, at each 31 March."""
    for year in LATER_YEARS:
        on = last_of(year)
        for stay in by_number(stays):
            left = stay.spell.ended
            if left <= on and age(stay.child.born, left) >= _LEFT_AT and 17 <= age(stay.child.born, on) <= _SEEN_UNTIL:
                yield _leaver(chance, stay.child, on)


def _leaver(chance: Random, child: Child, on: date) -> Leaver:
    touch = pick(chance, _IN_TOUCH)
    if touch != "YES":
        return Leaver(child, on, touch, _UNKNOWN, _UNKNOWN)
    return Leaver(child, on, touch, pick(chance, _LIVES), pick(chance, _DOES))


def concerns(chance: Random, reviews: Sequence[Review]) -> Iterator[Concern]:
    """Of the reviews at which something troubled the officer, some led to a formal concern."""
    for review in reviews:
        if review.held < SINCE_2011 or review.concern != "1" or chance.random() > _FORMAL:
            continue
        raised = min(review.held + days(chance, 0, 6), LAST_DAY)
        answered = on_a_weekday(raised + days(chance, 4, 24))
        resolved = answered + days(chance, 0, 30)
        done = resolved <= LAST_DAY
        yield Concern(
            review.child, raised, pick(chance, _ABOUT), pick(chance, _STAGE),
            max(answered, raised) if answered <= LAST_DAY else None, max(resolved, raised) if done else OPEN,
            pick(chance, _OUTCOME) if done else "",
        )  # fmt: skip


def arrangements(chance: Random, registry: Registry, targets: Calibration) -> Iterator[Arrangement]:
    """Just so many notifications of private fostering in a year as were stated."""
    known = list(registry.children())
    low, high = _HOST_AGES
    for year, number in targets.private_fostering.items():
        first, last = first_of(year), last_of(year)
        of_age = [each for each in known if low <= age(each.born, first) <= high and is_child(each, last)]
        for child in chance.sample(of_age, min(number, len(of_age))):
            told = first + days(chance, 0, 363)
            visited = on_a_weekday(told + days(chance, 1, 11))
            ended = told + days(chance, 40, 700)
            yield Arrangement(
                child, told, pick(chance, _TOLD_BY), max(visited, told) if visited <= LAST_DAY else None,
                ended if ended <= LAST_DAY else OPEN,
            )  # fmt: skip
