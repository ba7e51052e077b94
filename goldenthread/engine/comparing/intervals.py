"""Confidence intervals.

Proportions: Wilson's score interval. Counts and rates: exact Poisson below 10 events, Byar's from 10, the practice of
public health in England (PHEindicatormethods 2.1). Those of medians stand in `comparing.ranks`.

None allows for families unless it is asked to: children who enter care with brothers and sisters vary more together
than independent ones. `families` is by how much the variance grows for that (`comparing.families`); 1 is not at all.
"""

from math import sqrt

from scipy.special import chdtri, ndtri

EXACT_BELOW = 10


def wilson(x: float, n: float, *, confidence: float = 0.95, families: float = 1) -> tuple[float, float]:
    """The limits of a proportion `x` of `n`, as fractions of 1. ValueError where there is nothing to divide by."""
    if not 0 <= x <= n or n == 0:
        raise ValueError(f"{x} of {n} is not a proportion")
    x, n, z = x / families, n / families, _z(confidence)
    middle, reach = 2 * x + z**2, z * sqrt(z**2 + 4 * x * (1 - x / n))
    return max(0.0, (middle - reach) / (2 * (n + z**2))), min(1.0, (middle + reach) / (2 * (n + z**2)))


def poisson(x: float, *, confidence: float = 0.95, families: float = 1) -> tuple[float, float]:
    """The limits of a count of independent events, or of events that come in `families`."""
    if x < 0:
        raise ValueError(f"{x} is not a count")
    events = x / families
    lower, upper = _exact(events, 1 - confidence) if events < EXACT_BELOW else _byar(events, _z(confidence))
    return lower * families, upper * families


def rate(x: float, n: float, *, per: int, confidence: float = 0.95, families: float = 1) -> tuple[float, float]:
    """The limits of a rate: events for each `per` people of a population `n`. ValueError where there is nobody."""
    if n <= 0:
        raise ValueError("a rate needs a population")
    lower, upper = poisson(x, confidence=confidence, families=families)
    return lower / n * per, upper / n * per


def _exact(x: float, alpha: float) -> tuple[float, float]:
    lower = chdtri(2 * x, 1 - alpha / 2) / 2 if x else 0.0
    return float(lower), float(chdtri(2 * x + 2, alpha / 2) / 2)


def _byar(x: float, z: float) -> tuple[float, float]:
    above = x + 1
    lower = x * (1 - 1 / (9 * x) - z / (3 * sqrt(x))) ** 3
    return lower, above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3


def _z(confidence: float) -> float:
    return float(ndtri(1 - (1 - confidence) / 2))
