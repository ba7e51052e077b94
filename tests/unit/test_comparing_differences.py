"""Differences of two figures: against published numbers, other ways of reckoning, and what they must say."""

from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from goldenthread.engine.comparing.differences import (
    CONDITIONAL,
    EXACT,
    SCORE,
    THEY_OVERLAP,
    of_counts,
    of_intervals,
    of_proportions,
)
from goldenthread.engine.comparing.families import INDEPENDENT, Families, inflation
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, LOWER, SIMILAR, Finding

MIRRORED = {HIGHER: LOWER, LOWER: HIGHER, SIMILAR: SIMILAR}


@pytest.mark.parametrize(
    ("now", "before", "p", "finding"),
    [
        ((14, 759), (52, 993), 2e-4, LOWER),  # open plans of two years or more
        ((188, 934), (217, 1240), 0.12, SIMILAR),  # repeat plans: the count fell, the share is not told apart
        ((40, 1353), (103, 1377), 1e-7, LOWER),  # three or more moves
        ((1204, 1353), (1170, 1377), 0.002, HIGHER),  # health: 85% to 89%
        ((825, 1353), (978, 1377), 3e-8, LOWER),  # dental: 71% to 61%
    ],
)
def test_what_is_known_of_published_proportions_comes_out(
    now: tuple[int, int], before: tuple[int, int], p: float, finding: Finding
) -> None:
    found = of_proportions(now, before)
    assert (found.test, found.finding) == (SCORE, finding)
    assert found.p == pytest.approx(p, rel=0.6)


@given(st.tuples(*[st.integers(20, 500)] * 4))
def test_the_score_test_is_pearson_s(table: tuple[int, int, int, int]) -> None:
    x, no, y, others_no = table
    found = of_proportions((x, x + no), (y, y + others_no))
    theirs = stats.chi2_contingency([[x, no], [y, others_no]], correction=False)
    if found.test == SCORE:
        assert found.p == pytest.approx(theirs.pvalue, rel=1e-9, abs=1e-12)


@given(st.tuples(*[st.integers(0, 12)] * 4))
def test_with_few_the_test_is_fisher_s(table: tuple[int, int, int, int]) -> None:
    x, no, y, others_no = table
    found = of_proportions((x, x + no), (y, y + others_no))
    if found.test == EXACT and found.p is not None:
        theirs = stats.fisher_exact([[x, no], [y, others_no]])
        assert found.p == pytest.approx(theirs.pvalue, rel=1e-9)


def test_a_share_of_nobody_cannot_be_told_from_another() -> None:
    assert of_proportions((0, 0), (1, 2)).finding is CANNOT_TELL
    with pytest.raises(ValueError, match="3 of 2 is not a proportion"):
        of_proportions((3, 2), (1, 2))


def test_the_same_share_is_similar_whatever_its_size() -> None:
    for x, n in ((0, 10), (10, 10), (300_000, 900_000)):
        assert of_proportions((x, n), (x, n)).finding is SIMILAR


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_test_of_two_counts_is_the_exact_binomial_one(now: int, before: int) -> None:
    found = of_counts(now, before)
    tails = [stats.binom.sf(each - 1, now + before, 0.5) for each in (now, before)]
    assert found.test == CONDITIONAL
    assert found.p == pytest.approx(min(1.0, 2 * min(tails)), rel=1e-7)


def test_the_binomial_by_hand() -> None:
    assert of_counts(10, 2).p == pytest.approx(2 * sum(comb(12, k) for k in (10, 11, 12)) / 2**12)
    assert of_counts(0, 0).finding is SIMILAR
    assert (
        of_counts(9, 1).finding is HIGHER and of_counts(5, 0).finding is SIMILAR and of_counts(6, 0).finding is HIGHER
    )


def test_counts_over_populations_of_different_size_are_tested_as_rates() -> None:
    assert of_counts(200, 100, exposures=(2, 1)).finding is SIMILAR
    assert of_counts(150, 100, exposures=(2, 1)).finding is LOWER
    assert of_counts(100, 100, exposures=(2, 1)).finding is LOWER


@pytest.mark.parametrize("wrong", [(-1, 3, (1, 1)), (1, 3, (0, 1))])
def test_what_is_no_count_is_refused(wrong: tuple[int, int, tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="are not two counts"):
        of_counts(wrong[0], wrong[1], exposures=wrong[2])


@given(st.integers(0, 3000), st.integers(0, 3000), st.floats(1, 5))
def test_families_make_no_difference_plainer_and_turning_round_turns_the_finding(
    now: int, before: int, families: float
) -> None:
    plain, allowing = of_counts(now, before), of_counts(now, before, families=families)
    assert allowing.p is not None and plain.p is not None
    assert allowing.p >= plain.p - 1e-9
    assert of_counts(before, now, families=families).finding is MIRRORED[allowing.finding]


def test_a_difference_that_families_explain_is_not_claimed() -> None:
    assert of_counts(1000, 1100).finding is LOWER
    assert of_counts(1000, 1100, families=2.2).finding is SIMILAR
    assert of_proportions((60, 400), (85, 400)).finding is LOWER
    assert of_proportions((60, 400), (85, 400), families=2.2).finding is SIMILAR


def test_one_in_twenty_of_two_alike_is_told_apart_and_no_more() -> None:
    """Reckoned, not drawn: over all pairs of two Poisson counts of thirty, how often the test claims a difference."""
    likely = [stats.poisson.pmf(k, 30) for k in range(90)]
    wrong = sum(
        likely[a] * likely[b] for a, b in product(range(90), repeat=2) if of_counts(a, b).claims
    )  # fmt: skip
    assert 0.02 < wrong <= 0.05


def test_middle_values_are_told_apart_only_where_their_intervals_do_not_overlap() -> None:
    assert of_intervals((3, 4), (1, 2)).finding is HIGHER
    assert of_intervals((1, 2), (3, 4)).finding is LOWER
    assert of_intervals((1, 3), (3, 4)).because == THEY_OVERLAP, "two that overlap may differ all the same"
    assert of_intervals(None, (3, 4)).finding is CANNOT_TELL


# --- families ---------------------------------------------------------------------------------------------------------


def test_the_inflation_of_sibling_groups() -> None:
    assert inflation({1: 50, 2: 30, 3: 14, 4: 6}) == pytest.approx(392 / 176)
    assert inflation({1: 7}) == 1
    assert inflation({3: 5}) == 3
    with pytest.raises(ValueError, match="no family"):
        inflation({})


def test_families_say_whether_they_are_allowed_for() -> None:
    assert not INDEPENDENT.are_allowed_for
    assert Families(2.2, "a setting").are_allowed_for
    with pytest.raises(ValueError, match="cannot make counts vary less"):
        Families(0.5, "a slip")
