"""Chance, all of it from one seed, so that the same seed gives the same city."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import exp
from random import Random


def pick(chance: Random, weights: Mapping[str, float]) -> str:
    """One of the names, the heavier ones more often."""
    return chance.choices(list(weights), list(weights.values()))[0]


def days(chance: Random, low: int, high: int) -> timedelta:
    """Some days, from `low` to `high`, both included."""
    return timedelta(days=chance.randint(low, high))


def happenings(chance: Random, mean: float) -> int:
    """How often something happened that happens `mean` times on average (Poisson)."""
    count, left = 0, chance.random()
    while left > exp(-mean):
        count, left = count + 1, left * chance.random()
    return count


def on_a_weekday(day: date) -> date:
    """The same day, or the Friday before where it falls on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def age(born: date, on: date) -> int:
    """Completed years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def birthday(born: date, years: int) -> date:
    """The day on which somebody is so many years old; 1 March for those born on 29 February."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)
