"""How often charts and tests cry out when nothing changes: on invented processes, drawn from a fixed seed."""

from collections.abc import Callable
from fractions import Fraction
from math import exp, log
from random import Random

import pytest

from goldenthread.engine.comparing.differences import of_counts
from goldenthread.engine.comparing.false_signals import Drawn, chance_of_a_signal
from goldenthread.engine.comparing.families import inflation
from goldenthread.engine.comparing.xmr import xmr

MONTHS, DRAWN = 24, 400
FAMILIES = {1: 50, 2: 30, 3: 14, 4: 6}


def events(chance: Random, mean: float) -> int:
    """A Poisson count."""
    left, found = exp(-mean), 0
    product = chance.random()
    while product > left:
        product, found = product * chance.random(), found + 1
    return found


def normal(chance: Random) -> list[float]:
    return [chance.gauss(100, 10) for _ in range(MONTHS)]


def few(chance: Random) -> list[float]:
    return [events(chance, 5) for _ in range(MONTHS)]


def caseload(chance: Random) -> list[float]:
    """Children on a plan: seventy begin in a month on average, each stays ten on average, and nothing ever changes."""
    open_until: list[float] = []
    counted: list[float] = []
    for month in range(60 + MONTHS):
        open_until = [end for end in open_until if end > month]
        open_until += [month - 10 * log(1 - chance.random()) for _ in range(events(chance, 70))]
        counted.append(len(open_until))
    return counted[-MONTHS:]


def share_that_signal(process: Callable[[Random], list[float]]) -> float:
    chance = Random(20140331)  # noqa: S311 - an invented process, not a secret
    return sum(bool(xmr([Fraction(each) for each in process(chance)]).signals) for _ in range(DRAWN)) / DRAWN


@pytest.mark.parametrize(("process", "drawn"), [(normal, Drawn(MONTHS)), (few, Drawn(MONTHS, mean_count=5))])
def test_charts_signal_falsely_as_often_as_is_said_beside_them(
    process: Callable[[Random], list[float]], drawn: Drawn
) -> None:
    assert share_that_signal(process) == pytest.approx(chance_of_a_signal(drawn), abs=0.06)


def test_the_chart_of_a_caseload_in_which_nothing_changes_would_almost_always_signal() -> None:
    """Why no limits are drawn on caseloads."""
    assert share_that_signal(caseload) > 0.9


def test_a_test_of_two_counts_that_come_in_families_is_wrong_too_often_unless_it_allows_for_them() -> None:
    chance = Random(1)  # noqa: S311 - an invented process, not a secret
    sizes = [size for size, times in FAMILIES.items() for _ in range(times)]

    def children() -> int:
        return sum(chance.choice(sizes) for _ in range(events(chance, 100)))

    years = [(children(), children()) for _ in range(2000)]
    wrong = [
        sum(of_counts(*each, families=by).claims for each in years) / len(years) for by in (1, inflation(FAMILIES))
    ]
    assert wrong[0] > 0.12
    assert wrong[1] < 0.065
