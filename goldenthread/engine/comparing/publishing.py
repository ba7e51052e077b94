"""Published figures beside ours: whether they say the same, at the precision at which they were published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from goldenthread.engine.comparing.directions import Direction, untried
from goldenthread.engine.comparing.rounding import rounded

REPRODUCED, SUPPLIED, CONFLICT, DIRECTION = "reproduced", "supplied", "conflict", "direction"
NOT_COVERED, DIFFERS = "not covered", "differs"
VERDICTS = (REPRODUCED, SUPPLIED, CONFLICT, DIRECTION, NOT_COVERED, DIFFERS)
NOTHING_TRIED: Mapping[str, Direction] = MappingProxyType({})
NO_INDICATOR = "no indicator answers it yet"
_ROUND = 1000  # a whole number that ends in three noughts was published to the nearest thousand


@dataclass(frozen=True)
class Published:
    """One published figure. `per` is the number of people that a rate is given for, 100 for a percentage.

    `value` is none where only a direction was published. `numerator` is what it was made from, where that is known.
    """

    id: str
    about: str
    when: str
    value: Decimal | None
    per: int | None = None
    numerator: int | None = None


@dataclass(frozen=True)
class Ours:
    """What we have for it: the exact value, what it was made from, whether it was supplied, and what we call it."""

    called: str
    value: Fraction | None
    numerator: int | None = None
    population: int | None = None
    was_supplied: bool = False


@dataclass(frozen=True)
class Compared:
    """A published figure beside ours: the verdict, our value at the published precision, and why."""

    published: Published
    ours: Ours | None
    verdict: str
    shown: str = ""
    because: str = ""


def compare(
    published: Sequence[Published], ours: Mapping[str, Ours], directions: Mapping[str, Direction] = NOTHING_TRIED
) -> list[Compared]:
    """Every published figure beside ours (`ours` by id), in the order in which they came.

    Where only a direction was published, what tests do for it (`directions` by id).
    """
    return [
        _direction(each, directions.get(each.id) or untried(NO_INDICATOR))
        if each.value is None
        else _compared(each, ours.get(each.id), published, ours)
        for each in published
    ]


def _direction(one: Published, direction: Direction) -> Compared:
    return Compared(one, None, DIRECTION, direction.support.value, direction.told)


def _compared(one: Published, mine: Ours | None, published: Sequence[Published], ours: Mapping[str, Ours]) -> Compared:
    if one.value is None or mine is None or mine.value is None:
        why = f"{mine.called} cannot be given for {one.when}" if mine else NO_INDICATOR
        return Compared(one, mine, NOT_COVERED, because=f"{why}.")
    places = _places(one.value)
    shown = rounded(mine.value, places)
    if shown == one.value:
        return Compared(one, mine, SUPPLIED if mine.was_supplied else REPRODUCED, f"{shown:,}")
    exact = f"{rounded(mine.value, max(places, 0) + 1):,}"
    if why := _conflict(one, mine, published, ours):
        return Compared(one, mine, CONFLICT, f"{shown:,}", f"{why} Ours is {exact}.")
    return Compared(one, mine, DIFFERS, f"{shown:,}", f"{mine.called} comes to {exact}.")


def _conflict(one: Published, mine: Ours, published: Sequence[Published], ours: Mapping[str, Ours]) -> str:
    """Why no population makes a published rate and another of the same day both true; nothing where one does.

    The counts must agree, so that only what they were divided by is in question.
    """
    if one.per is None or one.per <= 100 or one.numerator is None or one.numerator != mine.numerator:
        return ""
    if one.value is None or one.value < 1:
        return ""  # rounded to nought or near it, a rate says too little of what it was divided by
    needs = _population(one)
    for other in published:
        same_day = other.id != one.id and other.when == one.when and other.per == one.per
        if not same_day or other.numerator is None or not other.value or other.value < 1 or other.id not in ours:
            continue
        theirs = _population(other)
        if needs[1] < theirs[0] or theirs[1] < needs[0]:
            return (
                f"The count agrees ({one.numerator:,}), but {one.value} per {one.per:,} needs a population of"
                f" {needs[0]:,} to {needs[1]:,}, and {other.id}, of the same day, needs {theirs[0]:,} to"
                f" {theirs[1]:,}: no population gives both."
            )
    return ""


def _population(one: Published) -> tuple[int, int]:
    """The smallest and the largest population at which a count rounds to a published rate."""
    value, numerator = Fraction(one.value or 0), one.numerator or 0
    half = Fraction(1, 2) / 10 ** max(_places(one.value or Decimal(0)), 0)
    smallest, largest = numerator * (one.per or 1) / (value + half), numerator * (one.per or 1) / (value - half)
    return int(smallest) + 1, int(largest)


def _places(value: Decimal) -> int:
    """Decimals of a published number; -3 where it seems to be given to the nearest thousand."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return -exponent
    return -3 if value and value % _ROUND == 0 else 0
