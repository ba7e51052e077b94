"""Intervals: against answers that others worked out, and against their own definitions."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.comparing.intervals import poisson, rate, wilson
from goldenthread.engine.comparing.ranks import median_ranks

FIXTURES = Path(__file__).parents[1] / "fixtures"
LEVELS = {0.95: "95_0", 0.998: "99_8"}


def rows(name: str) -> list[dict[str, str]]:
    with (FIXTURES / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def close(ours: tuple[float, float], row: dict[str, str], level: str, *, times: float = 1) -> bool:
    theirs = (float(row[f"lower{level}cl"]), float(row[f"upper{level}cl"]))
    return tuple(limit * times for limit in ours) == pytest.approx(theirs, rel=1e-11, abs=1e-11)


@pytest.mark.parametrize("confidence", LEVELS)
def test_percentages_have_the_limits_of_public_health_practice(confidence: float) -> None:
    known = rows("own_inputs_wilson_percent.csv")
    assert len(known) == 215
    for row in known:
        limits = wilson(int(row["x"]), int(row["n"]), confidence=confidence)
        assert close(limits, row, LEVELS[confidence], times=100), row


@pytest.mark.parametrize("confidence", LEVELS)
def test_rates_have_the_limits_of_public_health_practice(confidence: float) -> None:
    known = rows("own_inputs_rate_per10000.csv")
    assert {row["method"] for row in known} == {"Exact", "Byars"}
    for row in known:
        limits = rate(int(row["x"]), int(row["n"]), per=10_000, confidence=confidence)
        assert close(limits, row, LEVELS[confidence]), row


def test_newcombe_s_table_is_reproduced() -> None:
    for row in rows("newcombe1998_table1.csv"):
        lower, upper = wilson(int(row["r"]), int(row["n"]))
        assert (round(lower, 4), round(upper, 4)) == (float(row["wilson_lower"]), float(row["wilson_upper"]))


def test_the_standard_table_of_poisson_limits_is_reproduced_where_they_are_exact() -> None:
    known = [row for row in rows("poisson_exact95_table.csv") if int(row["observed"]) < 10]
    assert len(known) >= 10
    for row in known:
        # For six the table has 13.060 where the limit is 13.0595, so it is good to a little more than half a step.
        assert poisson(int(row["observed"])) == pytest.approx((float(row["lower"]), float(row["upper"])), abs=6e-4)


def test_from_ten_the_limits_are_byar_s_which_are_nearly_exact() -> None:
    for row in rows("poisson_exact95_table.csv"):
        if int(row["observed"]) >= 10:
            assert poisson(int(row["observed"])) == pytest.approx((float(row["lower"]), float(row["upper"])), rel=2e-3)


def shares() -> list[tuple[int, int, str]]:
    known = rows("own_inputs_funnel_proportion.csv")
    return [(int(row["x"]), int(row["n"]), row["significance"]) for row in known]


def rates() -> list[tuple[int, int, str]]:
    known = rows("own_inputs_funnel_rate_per10000.csv")
    return [(int(row["count"]), int(row["pop"]), row["significance"]) for row in known]


@pytest.mark.parametrize(("kind", "areas"), [("wilson", shares()), ("rate", rates())], ids=["shares", "rates"])
def test_outside_the_funnel_is_where_the_average_lies_outside_the_interval(
    kind: str, areas: list[tuple[int, int, str]]
) -> None:
    average = sum(x for x, _, _ in areas) / sum(n for _, n, _ in areas)

    def limits(x: int, n: int, confidence: float) -> tuple[float, float]:
        return wilson(x, n, confidence=confidence) if kind == "wilson" else rate(x, n, per=1, confidence=confidence)

    for x, n, expected in areas:
        found = "Not significant"
        for confidence, tail in ((0.95, "0.025"), (0.998, "0.001")):
            lower, upper = limits(x, n, confidence)
            if not lower <= average <= upper:
                found = f"{'Low' if upper < average else 'High'} ({tail})"
        assert found == expected, (x, n)


@given(st.integers(1, 10**7).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_percentage_lies_within_its_interval_and_that_within_0_and_100(pair: tuple[int, int]) -> None:
    x, n = pair
    lower, upper = wilson(x, n)
    assert 0 <= lower <= x / n + 1e-12 and x / n - 1e-12 <= upper <= 1


@given(st.integers(0, 10**6), st.sampled_from([0.95, 0.998]))
def test_a_count_lies_within_its_limits_which_are_never_below_nought(x: int, confidence: float) -> None:
    lower, upper = poisson(x, confidence=confidence)
    assert 0 <= lower <= x < upper


def test_all_and_none_end_where_nothing_lies_beyond() -> None:
    assert wilson(0, 20)[0] == 0
    assert wilson(20, 20)[1] == 1
    assert poisson(0)[0] == 0


@pytest.mark.parametrize(("x", "n"), [(1, 0), (0, 0), (5, 4), (-1, 4)])
def test_what_is_no_proportion_has_no_interval(x: int, n: int) -> None:
    with pytest.raises(ValueError, match="is not a proportion"):
        wilson(x, n)


def test_what_is_no_count_or_has_no_population_has_no_interval() -> None:
    with pytest.raises(ValueError, match="is not a count"):
        poisson(-1)
    with pytest.raises(ValueError, match="a rate needs a population"):
        rate(3, 0, per=10_000)


def test_a_rate_may_have_more_events_than_people() -> None:
    lower, upper = rate(30, 10, per=1)
    assert lower < 3 < upper


def ranks_by_definition(n: int, confidence: Fraction) -> tuple[int, int] | None:
    """The narrowest symmetrical pair of ranks outside which no more than the rest of `confidence` lies.

    That `k` of n values lie below the median is as likely as `k` heads in n throws of a coin.
    """
    ways, below, rank = 1, 0, 0
    while 2 * (below + ways) <= (1 - confidence) * 2**n:
        below, rank = below + ways, rank + 1
        ways = ways * (n - rank + 1) // rank
    return (rank, n - rank + 1) if rank else None


@pytest.mark.parametrize(("confidence", "exactly"), [(0.95, Fraction(95, 100)), (0.998, Fraction(998, 1000))])
def test_the_limits_of_a_median_are_the_narrowest_ranks_that_cover_it(confidence: float, exactly: Fraction) -> None:
    for n in range(1, 200):
        assert median_ranks(n, confidence=confidence) == ranks_by_definition(n, exactly), n


def test_with_fewer_than_six_values_a_median_has_no_interval() -> None:
    assert [median_ranks(n) for n in (0, 1, 5, 6)] == [None, None, None, (1, 6)]


def test_the_ranks_of_many_values_are_found_too() -> None:
    assert median_ranks(10_000) == ranks_by_definition(10_000, Fraction(95, 100))
