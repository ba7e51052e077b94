"""Changes in words: as much as a named test supports, allowing for families, and never across a break."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from goldenthread.engine.comparing.answering import answers, change, over_five_years, standings
from goldenthread.engine.comparing.families import Families
from goldenthread.engine.comparing.sentences import Told, tell
from goldenthread.engine.comparing.series import Break, Known, Series, year_before
from goldenthread.engine.comparing.verdicts import HIGHER, LOWER, SIMILAR, Judgement
from goldenthread.engine.definitions import HIGHER as HIGHER_IS_BETTER
from goldenthread.engine.definitions import LOWER as LOWER_IS_BETTER
from goldenthread.engine.definitions import NEITHER, Band, Better, Count, Indicator, InShort, Share
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.protecting.figures import Figure
from tests.factories.figures import AGE, AUDITS, FINISHED, FLOW, MEMBER_RATE, MEMBERS, a_figure, an_indicator

FAMILIES = Families(2.2, "a setting")
JOINED = replace(
    an_indicator("S1", Count(), "{numerator:child|children} joined {period}.", over=FLOW),
    in_short=InShort("child", "children", "joined"),
)
LEFT = replace(
    JOINED, sentence="{numerator:child|children} left {period}.", in_short=InShort("child", "children", "left")
)
YEARS = [f"FY{year}-{year - 1999:02d}" for year in range(2013, 2018)]
LATE = Break(date(2017, 10, 1), "dates may be late or lost")
CHECKED = Break(date(2017, 10, 1), "the count was checked by hand", "checked by hand by Ann Ray on 3 May 2018")


def flow(*counts: int, of: Indicator = JOINED, **more: Any) -> Series:
    """A count of the last years, the last of which is 2017/18."""
    years = YEARS[-len(counts) :]
    found = [a_figure(of, year, numerator=count) for year, count in zip(years, counts, strict=True)]
    return Series(of, found[-1], found, families=FAMILIES, **more)


def share(*parts: tuple[int, int], of: Indicator = FINISHED, **more: Any) -> Series:
    years = YEARS[-len(parts) :]
    found = [a_figure(of, year, numerator=x, denominator=n) for year, (x, n) in zip(years, parts, strict=True)]
    return Series(of, found[-1], found, families=FAMILIES, **more)


def stock(now: int, before: int | None, flows: Sequence[Series] = (), **more: Any) -> Series:
    days = {"2018-03-31": now, "2017-03-31": before}
    found = [a_figure(MEMBERS, day, numerator=count) for day, count in days.items() if count is not None]
    return Series(MEMBERS, found[0], found, flows=flows, families=FAMILIES, **more)


def claimed(told: Told) -> list[str]:
    return [said.text for said in told.tested()]


# --- counts of events -------------------------------------------------------------------------------------------------


def test_a_count_that_is_beyond_chance_says_so() -> None:
    (said,) = claimed(tell(flow(916, 681)))
    assert said == (
        "681 children joined in 2017/18, 235 fewer than the year before: a greater difference than chance explains,"
        " allowing for families."
    )


def test_a_count_that_chance_explains_says_that() -> None:
    (said,) = claimed(tell(flow(425, 430)))
    assert said.endswith("5 more than the year before: no more than chance explains, allowing for families.")


def test_what_only_independent_children_would_show_is_not_claimed() -> None:
    assert change(replace(flow(348, 425), families=Families(1, "none"))).verdict.finding is HIGHER  # type: ignore[union-attr]
    assert change(flow(348, 425)).verdict.finding is SIMILAR  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("better", "counts", "ending"),
    [
        (LOWER_IS_BETTER, (916, 681), ", and fewer is better."),
        (LOWER_IS_BETTER, (681, 916), ", and fewer would be better."),
        (HIGHER_IS_BETTER, (681, 916), ", and more is better."),
        (HIGHER_IS_BETTER, (916, 681), ", and more would be better."),
        (NEITHER, (916, 681), "allowing for families."),
        (LOWER_IS_BETTER, (425, 430), "allowing for families."),
    ],
)
def test_which_way_is_better_is_said_only_where_a_way_was_found(
    better: Better, counts: tuple[int, int], ending: str
) -> None:
    assert str(tell(flow(*counts, of=replace(JOINED, better=better)))).endswith(ending)


def test_what_is_not_about_children_allows_for_no_families() -> None:
    audits = share((3, 16), (4, 16), of=AUDITS)
    assert audits.allowance == 1 and "families" not in str(tell(audits))


# --- shares, rates, middle values -------------------------------------------------------------------------------------


def test_a_share_says_what_it_was_and_whether_that_is_beyond_chance() -> None:
    fell = str(tell(share((3250, 10832), (2865, 11939))))
    assert "It was 30.0% the year before; it is lower by more than chance explains, allowing for families," in fell
    assert "and higher would be better." in fell
    same = str(tell(share((217, 1240), (188, 934))))
    assert "It was 17.5% the year before, and the difference is no more than chance explains, allowing for" in same


def test_what_hangs_on_the_allowance_for_families_says_so() -> None:
    without = "Without that allowance, which is an assumption, it would be a greater difference than chance explains."
    assert f"no more than chance explains, allowing for families. {without}" in str(tell(flow(456, 540)))
    assert f"allowing for families. {without}" in str(tell(share((300, 1000), (345, 1000))))
    assert "Without that allowance" not in str(tell(flow(456, 460))) + str(tell(flow(456, 900)))
    assert "Without that allowance" not in str(tell(share((300, 1000), (345, 1000), of=AUDITS)))


def test_none_in_either_year_asks_whether_anybody_records_them() -> None:
    told = tell(flow(0, 0))
    assert claimed(told) == []
    assert "the same number as the year before: there were none in either year, or nobody records them." in str(told)
    of_none = str(tell(share((0, 40), (0, 60))))
    assert "It was 0.0% the year before too: there were none in either year, or nobody records them." in of_none


def test_a_share_of_amounts_is_told_and_not_tested() -> None:
    """Half-days that one pupil missed are not independent: of millions of them any difference would look certain."""
    missed = replace(FINISHED, measure=Share(part="missed", of="possible"))
    told = tell(share((58_000, 1_000_000), (55_000, 1_000_000), of=missed))
    assert claimed(told) == [] and "The difference cannot be judged, because these are amounts" in str(told)
    now = share((58_000, 1_000_000), of=missed).now
    aim = replace(now, breakdown=COMPARATOR, group="Target", value=Fraction(5))
    assert standings(Series(missed, now, [now], [aim])) == []


def test_sixteen_audits_show_no_gradual_improvement() -> None:
    """Their gradings are counts with an interval; there is nothing before them, or too few to see a direction in."""
    once = tell(share((3, 16), of=AUDITS))
    assert str(once) == (
        "18.8% of audits in 2017/18 were good (3 of 16). Allowing for chance, the underlying figure is likely to lie in"
        " the range 6.6% to 43.0% (95% interval)."
    )
    twice = share((1, 16), (5, 16), of=AUDITS)
    assert change(twice).verdict.finding is SIMILAR  # type: ignore[union-attr]
    for_years = share((1, 16), (2, 16), (4, 16), (7, 16), (11, 16), of=AUDITS)
    found = over_five_years(for_years)
    assert found and found.verdict.because == "a year is of fewer than 30, too few to see a direction in"
    assert "trend" not in str(tell(for_years))


def test_middle_values_are_told_apart_by_intervals_that_do_not_overlap() -> None:
    def ages(now: tuple[str, str, str], before: tuple[str, str, str]) -> Series:
        names = ("value", "lower", "upper")
        found = [
            a_figure(AGE, year, denominator=80, **dict(zip(names, told, strict=True)))
            for year, told in (("FY2016-17", before), ("FY2017-18", now))
        ]
        return Series(AGE, found[1], found, families=FAMILIES)

    assert "it is higher by more than chance explains." in str(tell(ages(("12", "11", "13"), ("8", "7", "9"))))
    alike = str(tell(ages(("9", "8", "10"), ("8", "7", "9"))))
    assert (
        "It was 8 years the year before. The difference cannot be judged, because their 95% intervals overlap" in alike
    )


# --- breaks -----------------------------------------------------------------------------------------------------------


def test_nothing_is_compared_across_a_break() -> None:
    told = tell(flow(100, 100, 100, 916, 681, breaks=[LATE]))
    assert claimed(told) == [] and "fewer" not in str(told)
    assert (
        "Recording changed on 1 October 2017: dates may be late or lost. So nothing before that day is set beside it."
        in str(told)
    )


def test_a_break_before_the_two_parts_only_what_it_lies_between() -> None:
    series = flow(900, 900, 900, 916, 681, breaks=[replace(LATE, on=date(2015, 10, 1))])
    assert change(series).verdict.finding is LOWER  # type: ignore[union-attr]
    assert over_five_years(series) is None
    assert len(series.years(5)) == 2


def test_across_a_count_that_was_reconciled_things_may_be_compared_and_it_says_so() -> None:
    told = str(tell(flow(916, 681, breaks=[CHECKED])))
    assert "a greater difference than chance explains" in told
    assert (
        "Recording changed on 1 October 2017, and the count was checked by hand by Ann Ray on 3 May 2018, so it is"
        " compared across that day." in told
    )


def test_a_caseload_whose_flows_are_parted_is_not_judged() -> None:
    joined, left = flow(916, 681, breaks=[LATE]), flow(1028, 915, of=LEFT)
    told = tell(stock(759, 993, [joined, left]))
    assert claimed(told) == []


# --- five years -------------------------------------------------------------------------------------------------------


def test_a_trend_is_claimed_where_the_test_finds_one() -> None:
    rising = str(tell(flow(400, 500, 600, 700, 800)))
    assert (
        "Over the five years to 2017/18 there is a rising trend (five-point trend test, allowing for families)."
        in rising
    )
    falling = share((900, 1000), (850, 1000), (800, 1000), (740, 1000), (700, 1000))
    assert "a falling trend (five-point trend test, allowing for families), and higher would be better." in str(
        tell(falling)
    )
    level = str(tell(flow(400, 410, 395, 405, 400)))
    assert "there is no steady rise or fall (five-point trend test, allowing for families)." in level


def test_of_four_years_nothing_is_said() -> None:
    assert "trend" not in str(tell(flow(400, 500, 600, 700)))


# --- others -----------------------------------------------------------------------------------------------------------


def rate(count: int, others: dict[str, str], *, better: Better | Band = NEITHER) -> Series:
    of = replace(MEMBER_RATE, better=better)
    now = a_figure(MEMBER_RATE, "2018-03-31", numerator=count, denominator=155_250, population="mid-2017")
    beside = [
        replace(now, breakdown=COMPARATOR, group=name, value=Fraction(value), numerator=None,
                denominator=None, said_by="somebody")
        for name, value in others.items()
    ]  # fmt: skip
    return Series(of, now, [now], beside, families=FAMILIES)


def test_how_a_figure_stands_beside_others_comes_from_its_interval() -> None:
    series = rate(759, {"Neighbours": "39", "Target": "45", "England": "90"})
    assert [each.judgement for each in standings(series)] == [Judgement.HIGHER, Judgement.SIMILAR, Judgement.LOWER]
    told = str(tell(series))
    assert (
        "Beside Neighbours, 39.0 (somebody), it is higher by more than chance explains, allowing for families." in told
    )
    assert "Beside Target, 45.0 (somebody), it is similar: the difference is no more than chance explains" in told
    assert "If children were independent of each other, it would be higher by more than chance explains." in told


def test_a_target_is_better_or_worse_only_where_a_way_is_better() -> None:
    assert standings(rate(759, {"Target": "39"}, better=LOWER_IS_BETTER))[0].judgement is Judgement.WORSE
    assert standings(rate(759, {"Target": "39"}, better=HIGHER_IS_BETTER))[0].judgement is Judgement.BETTER


@pytest.mark.parametrize(
    ("band", "said"),
    [
        (
            Band(40, 60),
            "It is best between 40 and 60: it is within that by more than chance explains, allowing for families.",
        ),
        (
            Band(60, 70),
            "It is best between 60 and 70: it is below that by more than chance explains, allowing for families.",
        ),
        (
            Band(10, 20),
            "It is best between 10 and 20: it is above that by more than chance explains, allowing for families.",
        ),
        (
            Band(49, 70),
            "It is best between 49 and 70: whether it is within that cannot be told from chance",
        ),
    ],
)
def test_a_figure_that_is_best_within_a_band(band: Band, said: str) -> None:
    told = tell(rate(759, {}, better=band))
    assert said in str(told)


# --- all that is known ------------------------------------------------------------------------------------------------


def test_what_is_known_is_put_together_by_code() -> None:
    begun, ended = replace(JOINED, code="S5"), replace(LEFT, code="S6")
    indicators: dict[str, Indicator] = {"S1": replace(MEMBERS, flows=("S5", "S6")), "S5": begun, "S6": ended}

    def figures(code: str) -> list[Figure]:
        periods = ("2018-03-31", "2017-03-31") if code == "S1" else ("FY2017-18", "FY2016-17", "12m2018-02")
        return [replace(a_figure(MEMBERS, each, numerator=90), indicator=code) for each in periods]

    series = Known(indicators, figures, {"S5": [LATE]}, FAMILIES).series(figures("S1")[0])
    assert [(flow.indicator.code, flow.now.period.code) for flow in series.flows] == [
        ("S5", "FY2017-18"), ("S6", "FY2017-18"),
    ]  # fmt: skip
    assert [list(flow.breaks) for flow in series.flows] == [[LATE], []]
    assert series.before and series.before.period.code == "2017-03-31"
    in_february = Known(indicators, figures).series(replace(figures("S1")[0], period=figures("S5")[2].period))
    assert [flow.now.period.code for flow in in_february.flows] == ["12m2018-02"] * 2


def test_every_question_that_was_asked_is_listed_with_its_answer() -> None:
    asked = [each.asked for each in answers(flow(400, 500, 600, 700, 800))]
    assert asked == ["Is it different from a year before?", "Is there a trend over five years?"]


def test_a_year_before_six_months_is_six_months() -> None:
    figures = [a_figure(JOINED, each, numerator=9) for each in ("FY2016-17", "FY2016-17H2", "FY2017-18H2", "FY2017-18")]
    before = [year_before(figures, each) for each in figures[2:]]
    assert [each and each.period.code for each in before] == ["FY2016-17H2", "FY2016-17"]


@pytest.mark.parametrize(
    ("one", "before"),
    [("12m2018-03", "12m2017-03"), ("2016-02-29", "2015-02-28"), ("2018-04-30", "2017-04-30"), ("FY2013-14", None)],
)
def test_a_year_before_is_named_alike_and_no_day_longer_than_a_leap_year_makes_it(one: str, before: str | None) -> None:
    codes = ("FY2016-17", "12m2017-03", "FY2013-14", "2015-02-28", "2017-04-30", "FY2017-18", "12m2018-03", one)
    found = year_before([a_figure(JOINED, each, numerator=9) for each in codes], a_figure(JOINED, one, numerator=9))
    assert (found.period.code if found else None) == before
