"""What a chart shows and says: limits, signals by shape and word, targets, breaks; and nothing that is hidden."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from goldenthread.engine.comparing.axes import without_gaps
from goldenthread.engine.comparing.chart_words import chart_told
from goldenthread.engine.comparing.charting import Charted, chart_of, charted
from goldenthread.engine.comparing.choosing import Kind
from goldenthread.engine.comparing.process import Assurance, Variation
from goldenthread.engine.comparing.series import Break, Known, stretches
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.periods import months_within, parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.rendering.charts import NARROW, WIDE, describe, line_chart
from tests.factories.figures import AUDITS, FINISHED, INDICATORS, MEMBERS, RACES, a_figure, cell, figures
from tests.unit.test_sentences import says_it_moved

TWO_YEARS = [month.code for month in months_within(parse("FY2016-17..FY2017-18").span)]
STEADY = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51] * 2
BREAK = Break(date(2017, 4, 1), "dates may be late or lost", reason="Dates were entered late.")


def races(numbers: Iterable[int | None], months: Sequence[str] = TWO_YEARS) -> list[Figure]:
    """A count of what protects nobody, month by month; None is a month that nothing covers."""
    told = zip(months, numbers, strict=False)
    return [a_figure(RACES, month, numerator=number) for month, number in told if number is not None]


def finished(numbers: Iterable[int], face: Face = Face.BOARD) -> list[Figure]:
    """How many of a hundred children who raced finished, month by month, as a face may see it."""
    told = zip(TWO_YEARS, numbers, strict=False)
    return list(figures(*(cell(FINISHED, month, numerator=n, denominator=100) for month, n in told), face=face))


def target(value: str, period: str = "FY2017-18", indicator: Indicator = FINISHED) -> Figure:
    told = {**cell(indicator, period, value=value, status="supplied", said_by="set by the board"),
            "breakdown": COMPARATOR, "group": "Target"}  # fmt: skip
    return figures(told)[0]


def texts(chart: Charted) -> set[str]:
    svg = line_chart(chart, title="Swimmers")
    return {unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)}


def said(chart: Charted) -> str:
    return str(chart_told(chart))


# --- limits and signals -----------------------------------------------------------------------------------------------


def test_a_steady_flow_has_limits_and_no_signal() -> None:
    chart = charted(RACES, races(STEADY))
    assert chart.choice.kind is Kind.XMR and chart.process
    assert said(chart).startswith(
        "This is a control chart (XmR), because it is counted anew in each period, and there are 24 points. The mean is"
        " 50.3, and chance alone moves points in the range 45.3 to 55.2. The rules are set so that 7 points in a row on"
        " one side of the mean, or in one direction, are a signal."
    )
    assert "in March 2018: ● ordinary variation: no signal." in said(chart)
    assert "None of the 24 points is a signal." in said(chart)
    assert "Of a hundred charts like this in which nothing changes, about 17 have a signal by chance." in said(chart)
    assert {
        "XmR chart. Rules set to 7 points. The axis does not begin at nought.",
        "mean 50.3",
        "limit 55.2",
        "limit 45.3",
    } <= texts(chart)
    assert "ordinary variation: no signal" in texts(chart)


def test_a_signal_is_told_by_shape_word_rule_and_when() -> None:
    chart = charted(FINISHED, finished([60, 62, 59, 61, 60, 58, 61, 60, 62, 59, 60, 61] + [70, 72, 69, 71, 70, 68] * 2))
    assert chart.process and chart.process.variation is Variation.IMPROVEMENT_HIGH
    assert "▲ improvement, by higher values (a run on one side of the mean)" in said(chart)
    assert "a run on one side of the mean (high), from April 2017 to March 2018" in said(chart)
    assert {"improvement, by higher values", "concern, by lower values", "improvement", "concern"} <= texts(chart)
    (tested,) = {answer.verdict.test for each in chart_told(chart).tested() for answer in each.by}
    assert tested == "XmR rules of Making Data Count, 7 points"


def test_every_sentence_that_claims_rests_on_the_rules() -> None:
    for chart in (charted(RACES, races(STEADY)), charted(FINISHED, finished([60, 61] * 6 + [80, 81] * 6)),
                  charted(MEMBERS, [a_figure(MEMBERS, "2018-03-31", numerator=50)])):  # fmt: skip
        for each in chart_told(chart):
            assert each.by or not says_it_moved(each.text), each.text


def test_three_years_are_looked_at_and_what_is_left_out_is_said() -> None:
    months = [month.code for month in months_within(parse("FY2014-15..FY2017-18").span)]
    chart = charted(RACES, races(STEADY * 2, months))
    assert len(chart.figures) == 36 and chart.figures[-1].period.code == "2018-03"
    assert "The last 36 points are drawn; 12 earlier points are in the table alone." in said(chart)


def test_a_month_that_nothing_covers_has_its_place_and_follows_nothing() -> None:
    chart = charted(RACES, races([*STEADY[:5], None, *STEADY[6:]]))
    assert len(chart.figures) == 24 and chart.figures[5].status == "not available"
    assert chart.choice.kind is Kind.XMR and chart.chart and chart.chart.limits[5] is None
    assert "1 of the periods have no value." in describe(chart)


@pytest.mark.parametrize(
    ("codes", "filled"),
    [
        (("2016-04", "2016-07"), ["2016-04", "2016-05", "2016-06", "2016-07"]),
        (("FY2016-17Q1", "FY2016-17Q3"), ["FY2016-17Q1", "FY2016-17Q2", "FY2016-17Q3"]),
        (("FY2014-15", "FY2016-17"), ["FY2014-15", "FY2015-16", "FY2016-17"]),
        (("2016-03-31", "2016-06-30", "2016-12-31"), ["2016-03-31", "2016-06-30", "2016-09-30", "2016-12-31"]),
        (("6m2016-03-31", "6m2017-03-31"), ["6m2016-03-31", "6m2017-03-31"]),
        (("2016-03-17", "2016-04-19", "2016-07-02"), ["2016-03-17", "2016-04-19", "2016-07-02"]),
        ((), []),
    ],
)
def test_periods_that_lack_have_a_place_on_the_axis(codes: tuple[str, ...], filled: list[str]) -> None:
    assert [period.code for period in without_gaps([parse(code) for code in codes])] == filled


def test_a_caseload_has_intervals_and_no_limits() -> None:
    days = ["2018-01-31", "2018-02-28", "2018-03-31"]
    chart = charted(MEMBERS, [a_figure(MEMBERS, day, numerator=100) for day in days])
    assert chart.chart is None and chart.process is None and chart.drawn is None
    low, high = chart.interval(0) or (0, 0)
    assert (round(low, 1), round(high, 1)) == (81.4, 121.6)
    assert "The bars are 95% intervals" in said(chart) and "Run chart, without limits." in texts(chart)
    assert not any("limit " in text or "mean" in text for text in texts(chart))


def test_single_audits_are_counts_that_nothing_joins() -> None:
    chart = charted(AUDITS, [a_figure(AUDITS, f"FY20{y}-{y + 1}", numerator=3, denominator=16) for y in (15, 16, 17)])
    assert chart.choice.kind is Kind.COUNTS and "3 of 16" in texts(chart)
    assert 'aria-roledescription="line mark"' not in line_chart(chart, title="Audits")
    assert "nothing joined, because each point is of fewer than 30" in said(chart)


def test_a_limit_that_there_cannot_be_is_not_drawn() -> None:
    chart = charted(FINISHED, finished([99, 80] * 12))
    drawn = {text for text in texts(chart) if text.startswith("limit")}
    assert len(drawn) == 1 and "100.0%" not in "".join(drawn)
    assert "to 100.0%." in said(chart)


# --- targets ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "assurance", "shape"),
    [("50", Assurance.MEETS, "✔"), ("60", Assurance.EITHER, "?"), ("70", Assurance.MISSES, "✘")],
)
def test_assurance_is_told_by_shape_and_word_beside_the_target(value: str, assurance: Assurance, shape: str) -> None:
    chart = charted(FINISHED, finished([59, 61, 60] * 8), targets=[target(value)])
    assert chart.process and chart.process.assurance is assurance
    assert f"Assurance, beside the target of {value}.0%: {shape} {assurance}." in said(chart)
    assert f"target {value}.0%" in texts(chart)
    assert f"A broken line shows the target: {value}.0%." in describe(chart)


def test_without_a_target_there_is_no_assurance_and_that_is_said() -> None:
    assert "Assurance: none can be given, because there is no target" in said(charted(RACES, races(STEADY)))


def test_the_target_of_a_year_holds_for_the_share_of_a_month_and_not_for_its_count() -> None:
    share = [*finished([60] * 24), target("70")]
    count = [*races(STEADY), target("600", indicator=RACES)]
    known = Known(INDICATORS, lambda code: share if code == FINISHED.code else count, target="Target")
    assert chart_of(known, FINISHED, share[:24]).targets == (None,) * 12 + (share[-1],) * 12
    assert chart_of(known, RACES, count[:24]).target is None


# --- breaks -----------------------------------------------------------------------------------------------------------


def test_limits_begin_anew_after_a_break_and_no_signal_reaches_across_it() -> None:
    low_then_high = [50, 52, 49, 51, 50, 48] * 2 + [90, 92, 89, 91, 90, 88] * 2
    chart = charted(RACES, races(low_then_high), breaks=[BREAK])
    assert chart.choice.kind is Kind.XMR and chart.chart and chart.chart.signals == 0
    assert [round(each.mean) for each in (chart.chart.limits[0], chart.chart.limits[23]) if each] == [50, 90]
    assert charted(RACES, races(low_then_high)).chart.signals > 0  # type: ignore[union-attr]
    assert (
        "Recording changed on 1 April 2017: dates may be late or lost, so nothing is joined across that day. Dates"
        in said(chart)
    )
    assert "recording changed" in texts(chart)
    assert line_chart(chart, title="Races").count('aria-roledescription="line mark"') == 2 + 2 * 3


def test_where_few_points_follow_a_break_there_are_no_limits_and_nothing_is_joined() -> None:
    late = Break(date(2017, 10, 1), "dates may be late or lost")
    chart = charted(RACES, races(STEADY), breaks=[late])
    assert chart.choice.kind is Kind.RUN
    assert "because recording changed, there are 6 points since then, and limits need 12" in said(chart)
    assert [len(part) for part in chart.parts] == [18, 6]


def test_a_period_in_which_recording_changed_stands_by_itself() -> None:
    periods = [parse(f"2017-0{month}") for month in (1, 2, 3, 4)]
    assert [list(each) for each in stretches(periods, [Break(date(2017, 3, 15), "late")])] == [[0, 1], [2], [3]]


def test_a_count_that_was_checked_is_joined_and_the_day_is_marked_all_the_same() -> None:
    checked = Break(date(2017, 10, 1), "the count was checked", checked="checked by hand by A. Ray on 3 May 2018")
    chart = charted(RACES, races(STEADY), breaks=[checked])
    assert chart.choice.kind is Kind.XMR and len(chart.parts) == 1
    assert "the count was checked by hand by A. Ray on 3 May 2018, so the line goes on" in said(chart)
    assert "recording changed" in texts(chart)


PRACTICE = Break(date(2017, 4, 1), "how the work is done changed", reason="Races are longer.", rebases=True)


def limits_of(chart: Charted) -> list[int | None]:
    """The mean that each point is judged by."""
    assert chart.chart
    return [each and round(each.mean) for each in chart.chart.limits]


LOW, HIGH = [50, 52, 49, 51, 50, 48] * 2, [90, 92, 89, 91, 90, 88] * 2


def test_limits_begin_anew_after_a_change_of_practice_and_the_line_goes_on() -> None:
    chart = charted(RACES, races([*LOW, *HIGH]), breaks=[PRACTICE])
    assert len(chart.parts) == 1 and chart.chart and chart.chart.signals == 0
    assert limits_of(chart) == [50] * 12 + [90] * 12
    told = "Practice changed on 1 April 2017: limits are worked out anew from April 2017 on. Races are longer."
    assert told in said(chart)
    assert "practice changed" in texts(chart)


def test_until_there_are_enough_points_they_are_judged_by_what_was_before() -> None:
    chart = charted(RACES, races([*STEADY[:18], *HIGH[:6]]), breaks=[replace(PRACTICE, on=date(2017, 10, 1))])
    assert limits_of(chart) == [50] * 24 and chart.chart
    assert [bool(each) for each in chart.chart.marks] == [False] * 18 + [True] * 6
    assert "points after it are judged by what was before, until 12 follow it without another change" in said(chart)


def test_the_few_points_that_are_left_before_a_change_of_practice_have_no_limits() -> None:
    early = replace(PRACTICE, on=date(2016, 8, 1))
    chart = charted(RACES, races([*LOW[:4], *(HIGH * 2)[:20]]), breaks=[early])
    assert limits_of(chart) == [None] * 4 + [90] * 20 and chart.chart and chart.chart.signals == 0


def test_of_two_changes_of_practice_the_later_has_its_limits_and_what_lies_between_those_before() -> None:
    twice = [PRACTICE, replace(PRACTICE, on=date(2017, 8, 1))]
    months = [*TWO_YEARS, "2018-04", "2018-05", "2018-06", "2018-07"]
    chart = charted(RACES, races([*LOW, 70, 71, 69, 70, *HIGH], months), breaks=twice)
    assert limits_of(chart) == [50] * 16 + [90] * 12


def test_where_too_few_points_lie_on_both_sides_of_a_change_of_practice_there_are_no_limits() -> None:
    chart = charted(RACES, races(STEADY[:18]), breaks=[replace(PRACTICE, on=date(2017, 1, 1))])
    assert chart.choice.kind is Kind.RUN
    assert "because practice changed, and limits need 12 points before it or after" in said(chart)


def test_a_month_in_which_practice_changed_is_judged_by_what_was_before_and_alters_nothing() -> None:
    in_a_month = replace(PRACTICE, on=date(2017, 4, 15))
    chart = charted(RACES, races([*LOW, 90, *HIGH], [*TWO_YEARS, "2018-04"]), breaks=[in_a_month])
    assert limits_of(chart) == [50] * 13 + [90] * 12
    assert chart.chart and [bool(each) for each in chart.chart.marks] == [False] * 12 + [True] + [False] * 12
    assert "limits are worked out anew from May 2017 on" in said(chart)


def test_a_period_with_a_break_inside_can_be_drawn_alone() -> None:
    one = charted(RACES, races([50], ["2017-04"]), breaks=[replace(PRACTICE, on=date(2017, 4, 15))])
    assert "<svg" in line_chart(one, title="Races")


def test_a_caseload_is_joined_across_a_change_of_practice() -> None:
    members = [a_figure(MEMBERS, f"{year}-03-31", numerator=100 + year) for year in range(2014, 2019)]
    chart = charted(MEMBERS, members, breaks=[PRACTICE])
    assert len(chart.parts) == 1 and "how the work is done changed, so the line goes on" in said(chart)


# --- what is hidden ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hidden", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("face", [Face.PUBLIC, Face.PARTNERSHIP])
def test_no_limit_mean_or_mark_gives_a_hidden_point_away(face: Face, hidden: int) -> None:
    """From the mean of all points and those that are shown, the one that is not could be worked out."""
    numbers = [20, 22, 19, 21, 20, 18] * 4
    numbers[7] = hidden
    chart = charted(FINISHED, finished(numbers, face))
    assert chart.choice.kind is Kind.RUN and chart.chart is None and chart.drawn is None
    assert "not shown, and limits without them would be in the wrong place" in chart.choice.why
    other = charted(FINISHED, finished([*numbers[:7], 6 - hidden, *numbers[8:]], face))
    for told in (said, describe, lambda each: line_chart(each, title="Finished")):
        assert told(chart) == told(other), "it tells 1 from 5"
    assert charted(FINISHED, finished(numbers)).choice.kind is Kind.XMR, "the board paper is exact"


def test_a_share_whose_remainder_is_small_is_hidden_too() -> None:
    chart = charted(FINISHED, finished([90] * 20 + [97] + [90] * 3, Face.PARTNERSHIP))
    assert chart.chart is None and "97" not in said(chart) + describe(chart) + "".join(texts(chart))


def test_an_axis_begins_at_nought_unless_the_points_would_lie_in_its_uppermost_third() -> None:
    near = charted(FINISHED, finished([60, 61] * 12))
    far = charted(FINISHED, finished([10, 11] * 12))
    assert "The axis does not begin at nought." in " ".join(texts(near))
    assert "The axis does not begin at nought." not in " ".join(texts(far)) and "0" in texts(far)


@pytest.mark.parametrize("across", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("numbers", "above"),
    [([60] * 12 + [52] * 12, False), ([12, 14, 13, 12] * 3 + [0, 1, 0, 0] * 3, True)],
    ids=["the axis begins near the points", "the axis begins at nought"],
)
def test_the_word_of_a_signal_at_the_foot_of_a_chart_lies_on_no_date(
    numbers: list[int], above: bool, across: int
) -> None:
    svg = line_chart(charted(FINISHED, finished(numbers)), title="Swimmers", across=across)
    words = [float(y) for y in re.findall(r'translate\([\d.]+,([\d.]+)\)"[^>]*>concern</text>', svg)]
    points = [float(y) for y in re.findall(r'"point" transform="translate\([\d.]+,([\d.]+)\)"', svg)]
    assert words and max(words) <= 260, "the plot is 260 high, and the dates stand below it"
    assert all((word < max(points)) is above for word in words)


def test_a_narrow_chart_says_which_it_is_and_leaves_its_title_to_the_page() -> None:
    svg = line_chart(charted(FINISHED, finished([60, 61] * 12)), title="Swimmers", across=NARROW)
    drawn = re.findall(r">([^<>]+)</(?:text|tspan)>", svg)
    assert "Swimmers" not in drawn and "<title>Swimmers</title>" in svg
    assert "XmR chart. Rules set to 7 points." in drawn
