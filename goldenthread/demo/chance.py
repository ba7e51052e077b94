"""Chance, all of it from one seed, and quotas: how many there are is decided first, which ones they are by chance."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import TypeVar

from goldenthread.demo.days import first_of, month_end, on_a_weekday

Thing = TypeVar("Thing")


def pick(chance: Random, weights: Mapping[str, float]) -> str:
    """One of the names, the heavier ones more often."""
    return chance.choices(list(weights), list(weights.values()))[0]


def yes_or_no(chance: Random, share: float) -> str:
    """Yes (1) or no (0), the former as often as the share says."""
    return "1" if chance.random() < share else "0"


def days(chance: Random, low: int, high: int) -> timedelta:
    """Some days, from `low` to `high`, both included."""
    return timedelta(days=chance.randint(low, high))


def through_the_year(chance: Random, of_year: Mapping[int, int]) -> Iterator[tuple[int, int, date]]:
    """As many as there are in each financial year: the year, the number in it from 1 on, and a day of it."""
    for year, number in of_year.items():
        for at in range(1, number + 1):
            yield year, at, first_of(year) + days(chance, 0, 364)


def day_in_month(chance: Random, month: date, *, after: date | None = None) -> date:
    """A weekday of a month, after another day where one is given and the month has room for it."""
    first = max(month, after + timedelta(days=1)) if after else month
    last = month_end(month)
    return (
        on_a_weekday(first + timedelta(days=chance.randint(0, max(0, (last - first).days)))) if first <= last else last
    )


def quota(number: int, share: float) -> int:
    """How many a share of a number is, rounded half up."""
    return int((Decimal(number) * Decimal(str(share))).quantize(Decimal(1), ROUND_HALF_UP))


def exactly(chance: Random, number: int, share: float) -> list[bool]:
    """So many true as the share of the number is, the others false, in any order."""
    yes = quota(number, share)
    drawn = [True] * yes + [False] * (number - yes)
    chance.shuffle(drawn)
    return drawn


def shared_out(total: int, weights: Sequence[float]) -> list[int]:
    """A total divided by weights into whole numbers that add up to it (largest remainders)."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(each) for each in exact]
    by_remainder = sorted(range(len(weights)), key=lambda at: exact[at] - parts[at], reverse=True)
    for at in by_remainder[: total - sum(parts)]:
        parts[at] += 1
    return parts


def in_force(values: Mapping[date, Thing], day: date) -> Thing:
    """The value that was stated for the latest day up to this one."""
    return values[max(each for each in values if each <= day)]


def between(values: Mapping[date, float], day: date) -> float:
    """The value on a day, where those stated change evenly from one day to the next; before the first, that of it."""
    before = max((each for each in values if each <= day), default=min(values))
    after = min((each for each in values if each > day), default=before)
    if after <= before:
        return values[before]
    return values[before] + (values[after] - values[before]) * (day - before).days / (after - before).days
