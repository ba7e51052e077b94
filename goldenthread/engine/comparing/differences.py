"""Whether two figures differ by more than chance explains, at 95%.

Proportions: the score test of two proportions (Pearson's chi-squared); Fisher's exact test where a cell is expected to
hold fewer than five. Counts and rates: the conditional test of two Poisson counts (Przyborowski and Wilenski 1940):
given their sum, one of them is binomial. Middle values: whether their 95% intervals lie apart;
where they overlap nothing is told, for two that overlap may differ all the same.

`families` is by how much the variance of a count grows because children come with brothers and sisters
(`comparing.families`); the tests are then made on the number of independent children to which these amount.
"""

from math import comb, sqrt

from scipy.special import betainc, ndtr

from goldenthread.engine.comparing.benchmarks import Interval
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, LOWER, SIMILAR, Finding, Verdict

LEVEL = 0.05
EXPECTED_AT_LEAST = 5
SCORE, EXACT = "score test of two proportions", "Fisher's exact test of two proportions"
CONDITIONAL, APART = "conditional test of two counts", "95% intervals that do not overlap"
THEY_OVERLAP = "their 95% intervals overlap, so that it may or may not have changed"


def of_proportions(now: tuple[int, int], before: tuple[int, int], *, families: float = 1) -> Verdict:
    """A proportion `now` (so many of so many) beside one of others `before`. ValueError for what is no proportion."""
    for x, n in (now, before):
        if not 0 <= x <= n:
            raise ValueError(f"{x} of {n} is not a proportion")
    (x, n), (y, m) = now, before
    if n == 0 or m == 0:
        return Verdict(SCORE, CANNOT_TELL, families=families, because="one of them is of nobody")
    if _smallest_expected(x, n, y, m) / families < EXPECTED_AT_LEAST:
        p = _fisher(*(round(each / families) for each in (x, n - x, y, m - y)))
        return Verdict(EXACT, _finding(x * m - y * n, p), p, families)
    p = _score(x, n, y, m, families)
    return Verdict(SCORE, _finding(x * m - y * n, p), p, families)


def of_counts(now: int, before: int, *, exposures: tuple[float, float] = (1, 1), families: float = 1) -> Verdict:
    """A count `now` beside one `before`; over populations or lengths of time that differ, their `exposures`.

    ValueError for a negative count, or an exposure that is nought.
    """
    if now < 0 or before < 0 or min(exposures) <= 0:
        raise ValueError(f"{now} and {before} over {exposures} are not two counts")
    if now + before == 0:
        return Verdict(CONDITIONAL, SIMILAR, 1.0, families)
    share = exposures[0] / sum(exposures)
    x, y = now / families, before / families
    p = min(1.0, 2 * min(_at_least(x, y, share), _at_least(y, x, 1 - share)))
    return Verdict(CONDITIONAL, _finding(now * exposures[1] - before * exposures[0], p), p, families)


def of_intervals(now: Interval | None, before: Interval | None) -> Verdict:
    """A middle value beside another, each by its interval."""
    if now is None or before is None:
        return Verdict(APART, CANNOT_TELL, because="one of them has no interval")
    if now[0] > before[1]:
        return Verdict(APART, HIGHER)
    return Verdict(APART, LOWER) if now[1] < before[0] else Verdict(APART, CANNOT_TELL, because=THEY_OVERLAP)


def _finding(difference: float, p: float) -> Finding:
    if p >= LEVEL or difference == 0:
        return SIMILAR
    return HIGHER if difference > 0 else LOWER


def _smallest_expected(x: int, n: int, y: int, m: int) -> float:
    """The smallest of the four numbers that would be expected if both proportions were the same."""
    pooled = (x + y) / (n + m)
    return min(n, m) * min(pooled, 1 - pooled)


def _score(x: int, n: int, y: int, m: int, families: float) -> float:
    pooled = (x + y) / (n + m)
    variance = pooled * (1 - pooled) * (1 / n + 1 / m) * families
    return float(2 * ndtr(-abs(x / n - y / m) / sqrt(variance)))


def _fisher(yes: int, no: int, others_yes: int, others_no: int) -> float:
    """How likely a table as unlikely as this one is, or less likely, with these totals: exactly, in whole numbers."""
    n, m, drawn = yes + no, others_yes + others_no, yes + others_yes
    ways = {x: comb(n, x) * comb(m, drawn - x) for x in range(max(0, drawn - m), min(n, drawn) + 1)}
    as_rare = sum(number for number in ways.values() if number <= ways[yes])
    return as_rare / sum(ways.values())


def _at_least(x: float, rest: float, share: float) -> float:
    """How likely it is that `x` or more of `x + rest` fall where a `share` of them should."""
    return 1.0 if x <= 0 else float(betainc(x, rest + 1, share))
