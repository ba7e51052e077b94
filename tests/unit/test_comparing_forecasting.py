"""What a figure would come to if nothing changed, held to sums worked by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from goldenthread.engine.comparing.forecasting import CHANGES, LEVEL, forecast, foretold
from goldenthread.engine.comparing.series import Break, Series
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.figures import Figure
from tests.factories.figures import FINISHED, MEMBERS, RACES, a_figure

PARTED = Break(date(2012, 7, 1), "dates may be late or lost")
CHECKED = Break(date(2012, 7, 1), "the count was checked by hand", checked="checked by hand by somebody")


def stock(*values: int, breaks: Sequence[Break] = ()) -> Series:
    """Members of the club at the end of years, the last of which is 31 March 2014."""
    first = 2015 - len(values)
    return series(
        MEMBERS, [a_figure(MEMBERS, f"{first + at}-03-31", numerator=n) for at, n in enumerate(values)], breaks
    )


def series(indicator: Indicator, figures: Sequence[Figure], breaks: Sequence[Break] = ()) -> Series:
    return Series(indicator, figures[-1], figures, breaks=breaks)


def test_five_years_give_the_mean_change_and_the_interval_of_the_next() -> None:
    # Changes 10, -5, 15, -5: mean 3.75, deviations 6.25, -8.75, 11.25, -8.75, so s² = 318.75 / 3 and s = 10.3078.
    # Student's t with 3 degrees of freedom at 97.5% is 3.18245; 3.18245 × 10.3078 × √(1 + 1/4) = 36.676.
    found = forecast(stock(100, 110, 105, 120, 115))
    assert (found.of and found.of.code, found.method) == ("2015-03-31", CHANGES)
    assert found.value == Fraction(475, 4)
    assert float(found.value - found.lower) == pytest.approx(36.676, abs=0.001)
    assert float(found.upper - found.value) == pytest.approx(36.676, abs=0.001)
    assert foretold(found) == (
        "If it went on changing from year to year as it did between 31 March 2010 and 31 March 2014, it would be about"
        " 119 on 31 March 2015; 19 times in 20 it would lie between 82 and 155. What it is now, 115, lies between these"
        " too, so it may come to more or to less. Worked out from 4 yearly changes (random walk with drift, 95%"
        " prediction interval); it assumes that the next change is one like those, and independent of them."
    )


def test_years_that_went_one_way_by_nearly_the_same_are_foretold_on_that_way() -> None:
    found = forecast(stock(500, 480, 461, 440, 420, 400))
    assert found.value == 380 and found.upper < 400
    assert "more or to less" not in foretold(found)


def test_a_count_is_never_foretold_below_nought_nor_a_share_above_a_hundred() -> None:
    assert forecast(stock(40, 90, 60, 30, 10)).lower == 0
    years = [
        a_figure(FINISHED, f"FY{2009 + at}-{10 + at}", numerator=n, denominator=100)
        for at, n in enumerate((70, 90, 80, 95, 99))
    ]
    found = forecast(series(FINISHED, years))
    assert found.upper == 100 and found.of and found.of.code == "FY2014-15"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (stock(100, 110, 105, 120), "it needs 5 yearly figures in a row, and there are 4"),
        (
            stock(100, 110, 105, 120, 115, breaks=[PARTED]),
            "it needs 5 yearly figures in a row, and there are 2, since recording changed on 1 July 2012",
        ),
        (stock(100, 110, 120, 130, 140), "it changed alike in every year, so nothing says how far the next may differ"),
    ],
)
def test_where_it_cannot_be_given_it_says_why(given: Series, why: str) -> None:
    assert foretold(forecast(given)) == f"A forecast cannot be given: {why}."


def test_a_count_that_was_checked_by_hand_is_foretold_across_the_break() -> None:
    assert forecast(stock(100, 110, 105, 120, 115, breaks=[CHECKED])) == forecast(stock(100, 110, 105, 120, 115))


def test_nothing_is_foretold_from_before_a_change_of_practice() -> None:
    changed = replace(PARTED, rebases=True)
    because = forecast(stock(100, 110, 105, 120, 115, breaks=[changed])).because
    assert because == "it needs 5 yearly figures in a row, and there are 2, since practice changed on 1 July 2012"


def races(*numbers: int, breaks: Sequence[Break] = ()) -> Series:
    """Races in months up to March 2014, with the year that they end."""
    ends = [(2014 - (back + 9) // 12, 12 - (back + 9) % 12) for back in range(len(numbers))][::-1]
    months = [a_figure(RACES, f"{y}-{m:02d}", numerator=n) for (y, m), n in zip(ends, numbers, strict=True)]
    return series(RACES, [*months, a_figure(RACES, "FY2013-14", numerator=240)], breaks)


STEADY = (18, 22) * 12


def test_months_around_one_level_are_foretold_to_stay_within_its_limits() -> None:
    # Mean 20, every moving range 4: limits at 20 ∓ 2.66 × 4.
    found = forecast(races(*STEADY))
    assert (found.method, found.of and found.of.code) == (LEVEL, "FY2014-15")
    assert (found.value, found.lower, found.upper) == (20, Fraction("9.36"), Fraction("30.64"))
    assert foretold(found).startswith(
        "If it ran on as it does now, each month of 2014/15 would come to about 20, nearly always between 9 and 31."
        " Worked out from 24 months that vary around one level (mean and limits of an XmR chart without signals)"
    )


@pytest.mark.parametrize(
    ("months", "why"),
    [
        ((*STEADY[:-1], 60), "because on their chart 1 of 24 signals a change"),
        ((20,) * 24, "because all of them came to the same"),
    ],
)
def test_months_that_signal_or_never_vary_cannot_be_foretold(months: Sequence[int], why: str) -> None:
    few = "it needs 5 yearly figures in a row, and there is 1"
    assert forecast(races(*months)).because == f"{few}; nor from its months, {why}"


def test_months_before_a_break_are_left_out() -> None:
    broken = Break(date(2013, 10, 1), "dates may be late or lost")
    because = forecast(races(*STEADY, breaks=[broken])).because
    assert because == (
        "it needs 5 yearly figures in a row, and there are none, since recording changed on 1 October 2013; nor from"
        " its months, because there are 6 points, and limits need 15"
    )
