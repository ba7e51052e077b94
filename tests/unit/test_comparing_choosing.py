"""Which chart: limits only where they would mean something; and how many signals chance alone would give."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from goldenthread.engine.comparing.axes import kind, one_kind
from goldenthread.engine.comparing.choosing import Choice, Kind, NoLimits, choose, control_chart
from goldenthread.engine.comparing.false_signals import Drawn, chance_of_a_signal, of_charts, of_tests
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, SIMILAR, Verdict
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.periods import month_ends_within, months_within, parse
from goldenthread.engine.protecting.figures import Figure
from tests.factories.figures import AGE, AUDITS, FINISHED, MEMBERS, RACES, a_figure

TWO_YEARS = parse("FY2016-17..FY2017-18").span
MONTHS = [month.code for month in months_within(TWO_YEARS)]
DAYS = [day.code for day in month_ends_within(TWO_YEARS)]


def over(indicator: Indicator, periods: Iterable[str], *, count: int = 20, of: int | None = None) -> list[Figure]:
    told = {} if of is None else {"denominator": of}
    return [a_figure(indicator, period, numerator=count, **told) for period in periods]


def test_a_monthly_flow_has_limits() -> None:
    choice = choose(RACES, over(RACES, MONTHS))
    assert choice == Choice(Kind.XMR, "it is counted anew in each period, and there are 24 points")
    assert control_chart(RACES, over(RACES, MONTHS)).signals == 0
    assert choose(FINISHED, over(FINISHED, MONTHS, of=30)).kind is Kind.XMR


def test_a_caseload_never_has_limits_however_many_points_there_are() -> None:
    many = over(MEMBERS, DAYS)
    assert choose(MEMBERS, many).kind is Kind.RUN
    with pytest.raises(NoLimits, match="^No limits are drawn for S1: it is a caseload"):
        control_chart(MEMBERS, many)


@pytest.mark.parametrize(
    ("indicator", "figures", "why"),
    [
        (RACES, over(RACES, MONTHS[:14]), "there are 14 points, and limits need 15"),
        (RACES, over(RACES, MONTHS, count=4), "the mean is below 5"),
        (RACES, over(RACES, ("FY2015-16", "FY2016-17")), "limits are for months or quarters"),
        (RACES, over(RACES, [f"12m{code}" for code in MONTHS]), "limits are for months or quarters"),
        (FINISHED, over(FINISHED, MONTHS, of=29), "each point is of fewer than 30"),
        (AGE, [a_figure(AGE, code, denominator=40, value="9") for code in MONTHS], "not known to hold for middle"),
        (RACES, [], "limits are for months or quarters"),
        (replace(RACES, seasonal=True), over(RACES, MONTHS), "its months differ by the calendar"),
    ],
    ids=[
        "few points",
        "few events",
        "years",
        "months that overlap",
        "small shares",
        "middle values",
        "nothing",
        "seasons",
    ],
)
def test_otherwise_the_line_stands_without_limits(indicator: Indicator, figures: list[Figure], why: str) -> None:
    choice = choose(indicator, figures)
    assert choice.kind is Kind.RUN and why in choice.why
    with pytest.raises(NoLimits):
        control_chart(indicator, figures)


def test_gradings_of_a_few_audits_are_counts_with_their_interval() -> None:
    choice = choose(AUDITS, over(AUDITS, ("FY2016-17", "FY2017-18"), count=3, of=16))
    assert choice.kind is Kind.COUNTS and "too few to see a direction in" in choice.why


# --- one axis ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FY2013-14", "FY2013-14H1"), ("6m2021-03-16", "FY2013-14"), ("12m2014-03", "FY2013-14"),
        ("AY2013-14", "FY2013-14"), ("2014-03", "FY2013-14Q4"), ("2014-03-31", "2014-03"),
    ],
)  # fmt: skip
def test_periods_of_different_kinds_never_stand_on_one_axis(one: str, other: str) -> None:
    with pytest.raises(ValueError, match="never stand on one axis"):
        one_kind([parse(one), parse(other)])


def test_nor_does_a_chart_choose_for_them() -> None:
    with pytest.raises(ValueError, match="never stand on one axis"):
        choose(RACES, over(RACES, ("FY2016-17", "FY2017-18H1")))


def test_periods_of_one_kind_do() -> None:
    assert one_kind(map(parse, DAYS)) == kind(parse(DAYS[0])) == "day"
    assert one_kind([]) is None


# --- false signals ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chart", "chance"),
    [
        (Drawn(24), 0.159), (Drawn(12), 0.055), (Drawn(36), 0.248), (Drawn(24, mean_count=1), 0.42),
        (Drawn(24, mean_count=5), 0.20), (Drawn(24, mean_count=500), 0.17), (Drawn(24, mean_denominator=30), 0.18),
        (Drawn(24, mean_denominator=1000), 0.15), (Drawn(30), 0.2035), (Drawn(24, mean_count=3.5), 0.245),
    ],
)  # fmt: skip
def test_the_chance_of_a_false_signal_is_that_of_the_simulations(chart: Drawn, chance: float) -> None:
    assert chance_of_a_signal(chart) == pytest.approx(chance)


def test_of_forty_charts_about_six_signal_falsely() -> None:
    found = of_charts([Drawn(24, signals=at < 9) for at in range(40)])
    assert (found.of, found.observed, round(found.expected)) == (40, 9, 6)


def test_of_tests_one_in_twenty_does_and_those_that_could_not_be_made_are_not_counted() -> None:
    found = of_tests([Verdict("a", each) for each in (HIGHER, *[SIMILAR] * 39, CANNOT_TELL)])
    assert (found.of, found.observed, found.expected) == (40, 1, 2.0)
