"""Reviews of looked-after children, what the reviewing officer noted at each, and their health checks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from goldenthread.demo.calibration import Calibration
from goldenthread.demo.care import Stay
from goldenthread.demo.chance import days, exactly, in_force, pick
from goldenthread.demo.children import Child
from goldenthread.demo.days import (
    FIRST_DAY,
    LAST_DAY,
    LATER_YEARS,
    NEW_SYSTEM,
    SINCE_2011,
    age,
    birthday,
    first_of,
    last_of,
    on_a_weekday,
    year_of,
)

_ATTENDED = {"PN1": 68, "PN2": 7, "PN3": 12, "PN4": 13}
_NOT_ATTENDED = {"PN5": 24, "PN6": 52, "PN7": 24}
_NOT_CODED = 0.012
_BLANK = 0.07  # of what the officer should have noted, since the recording system changed
_OLD_ENOUGH = 4

Thing = TypeVar("Thing")


@dataclass(eq=False)
class Review:
    """One review. What is blank was not noted."""

    child: Child
    held: date
    code: str = ""
    due: date | None = None
    met_officer: str = ""
    attended: str = "young"
    plan_current: str = ""
    concern: str = "0"


@dataclass(frozen=True)
class HealthCheck:
    """A health needs assessment or a dental check that was due."""

    child: Child
    kind: str
    due: date
    done: date | None


def draw_reviews(chance: Random, stays: Iterable[Stay], targets: Calibration) -> list[Review]:
    """Every review, with what was noted by quotas where the board has published shares."""
    reviews = [review for stay in stays for review in _held(chance, stay)]
    _note(chance, reviews, targets.attended, _set_attended, only=_is_asked)
    later = [review for review in reviews if review.held >= SINCE_2011]
    _note(chance, later, targets.reviews_in_time, _set_due)
    _note(chance, [each for each in later if not _is_blank(chance, each)], targets.met_officer, _set_met)
    yearly = {first_of(year): targets.plans_current for year in LATER_YEARS}
    _note(chance, [each for each in later if not _is_blank(chance, each)], yearly, _set_current)
    _raise_concerns(chance, later, targets.concerns_raised)
    return sorted(reviews, key=lambda review: (review.child.number, review.held))


def draw_health_checks(chance: Random, stays: Iterable[Stay], targets: Calibration) -> list[HealthCheck]:
    """A check of each kind for every year in care, due on the anniversary of its beginning."""
    due = [(stay.child, day) for stay in stays for day in _anniversaries(stay)]
    found: list[HealthCheck] = []
    for kind, in_time in (("health", targets.health_in_time), ("dental", targets.dental_in_time)):
        for year in LATER_YEARS:
            of_year = [(child, day) for child, day in due if year_of(day) == year]
            kept = exactly(chance, len(of_year), in_time.get(year, min(in_time.values())))
            found += [
                HealthCheck(child, kind, day, _done(chance, day, good))
                for (child, day), good in zip(of_year, kept, strict=True)
            ]
    return found


def _held(chance: Random, stay: Stay) -> Iterator[Review]:
    """Within 20 working days of coming into care, again within three months, then at least every six."""
    day = stay.spell.started + days(chance, 14, 28)
    first = True
    while day < stay.spell.ended and day <= LAST_DAY:
        on = on_a_weekday(day)
        if on >= FIRST_DAY and on > stay.child.born:
            yield Review(stay.child, on, code="PN0" if age(stay.child.born, on) < _OLD_ENOUGH else "")
        day += days(chance, 60, 91) if first else days(chance, 140, 183)
        first = False


def _note(
    chance: Random,
    reviews: Sequence[Review],
    shares: Mapping[date, float],
    set_: Callable[[Random, Review, bool], None],
    only: Callable[[Review], bool] = lambda _: True,
) -> None:
    """Note something at each review: in each stretch of time just so often as the share in force says."""
    begins = sorted(shares)
    for at, begin in enumerate(begins):
        until = begins[at + 1] if at + 1 < len(begins) else date.max
        first = date.min if at == 0 else begin
        those = [each for each in reviews if first <= each.held < until and only(each)]
        for review, yes in zip(those, exactly(chance, len(those), in_force(shares, begin)), strict=True):
            set_(chance, review, yes)


def _is_asked(review: Review) -> bool:
    return review.code != "PN0"


def _is_blank(chance: Random, review: Review) -> bool:
    return review.held >= NEW_SYSTEM and chance.random() < _BLANK


def _set_attended(chance: Random, review: Review, yes: bool) -> None:
    review.attended = "yes" if yes else "no"
    if chance.random() >= _NOT_CODED:
        review.code = pick(chance, _ATTENDED if yes else _NOT_ATTENDED)


def _set_due(chance: Random, review: Review, yes: bool) -> None:
    review.due = review.held + days(chance, 0, 14) if yes else review.held - days(chance, 1, 21)


def _set_met(_: Random, review: Review, yes: bool) -> None:
    review.met_officer = "1" if yes else "0"


def _set_current(_: Random, review: Review, yes: bool) -> None:
    review.plan_current = "1" if yes else "0"


def _raise_concerns(chance: Random, reviews: Sequence[Review], share: float) -> None:
    """About so many of the children reviewed in a year, at one of their reviews."""
    for year in LATER_YEARS:
        of_child: dict[Child, list[Review]] = {}
        for review in reviews:
            if year_of(review.held) == year:
                of_child.setdefault(review.child, []).append(review)
        for those, raised in zip(of_child.values(), exactly(chance, len(of_child), share), strict=True):
            if raised:
                chance.choice(those).concern = "1"


def _anniversaries(stay: Stay) -> Iterator[date]:
    for years in range(1, 18):
        day = birthday(stay.spell.started, years)
        if day > LAST_DAY or day >= stay.spell.ended:
            return
        if day >= SINCE_2011:
            yield day


def _done(chance: Random, due: date, in_time: bool) -> date | None:
    if in_time:
        return on_a_weekday(due - days(chance, 0, 40))
    late = due + days(chance, 1, 70)
    return late if late <= last_of(year_of(due)) and chance.random() < 0.6 else None
