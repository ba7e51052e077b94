"""Charts: points, gaps and an axis from nought; and the words for those who do not see them."""

import re
from html import unescape

import pytest

from goldenthread.engine.comparing.charting import Charted, charted
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.rendering.charts import describe, line_chart
from tests.factories.figures import FINISHED, INDICATORS, MEMBERS, a_figure, cell, figures

DAYS = ["2017-12-31", "2018-01-31", "2018-02-28", "2018-03-31", "2018-04-30"]

A_CASELOAD = (
    " This is a run chart, without limits, because it is a caseload: each point holds most of the one before, so limits"
    " would mislead."
)


def members(*numbers: int | None, face: Face = Face.BOARD) -> list[Figure]:
    """A series in which None is a period that nothing covers."""
    cells = [
        cell(MEMBERS, day, numerator=number) for day, number in zip(DAYS, numbers, strict=False) if number is not None
    ]
    return figures(*cells, face=face).series(MEMBERS, [parse(day) for day in DAYS[: len(numbers)]])


def of(series: list[Figure]) -> Charted:
    return charted(INDICATORS[series[0].indicator], series)


def drawn(series: list[Figure], title: str = "Swimmers") -> str:
    return line_chart(of(series), title=title)


def texts(svg: str) -> list[str]:
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def line_of(svg: str) -> str:
    (line,) = re.findall(
        r'<path aria-label="[^"]*" role="graphics-symbol" aria-roledescription="line mark" d="([^"]*)"', svg
    )
    return str(line)


def points_of(svg: str) -> int:
    return svg.count('aria-roledescription="point"')


def test_a_chart_has_a_title_a_unit_periods_and_a_point_for_each_value() -> None:
    svg = drawn(members(103, 131, 163, 205))
    assert {"Swimmers", "children", "Dec 2017", "Jan 2018", "Feb 2018", "Mar 2018"} <= set(texts(svg))
    assert points_of(svg) == 4


def test_the_axis_begins_at_nought_even_where_every_value_is_large() -> None:
    assert "0" in texts(drawn(members(1000, 1001, 1002)))


@pytest.mark.parametrize("gap", [None, 3])
def test_the_line_is_broken_where_there_is_no_value(gap: int | None) -> None:
    svg = drawn(members(103, 131, gap, 205, 240, face=Face.PUBLIC))
    assert line_of(svg).count("M") == 2
    assert points_of(svg) == 4
    assert "Feb 2018" in texts(svg)
    assert line_of(drawn(members(103, 131, 163, 205, 240))).count("M") == 1


def test_no_hidden_number_is_in_the_chart_or_its_words() -> None:
    series = members(103, 131, 4, 205, face=Face.PARTNERSHIP)
    assert "4" not in describe(of(series)).replace("4 periods", "")
    assert "value: 4" not in drawn(series)


def test_nothing_is_said_in_red_or_green_and_the_letters_are_those_that_can_be_drawn() -> None:
    svg = drawn(members(103, 131, 163))
    colours = {colour.lower() for colour in re.findall(r'(?:fill|stroke)="(#[0-9a-fA-F]{6})"', svg)}
    assert colours <= {"#ffffff", "#0b0c0c", "#1d70b8", "#d9dbdc", "#505a5f"}
    assert set(re.findall(r'font-family="([^"]*)"', svg)) == {"Liberation Sans"}


def test_a_long_series_names_some_periods_and_always_the_last() -> None:
    months = [f"{year}-{month:02d}" for year in (2015, 2016, 2017) for month in range(1, 13)]
    cells = [cell(FINISHED, month, numerator=40, denominator=80) for month in months]
    named = [text for text in texts(drawn(list(figures(*cells)))) if re.fullmatch(r"[A-Z][a-z]{2} \d{4}", text)]
    assert len(named) == 12
    assert named[-1] == "Dec 2017"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("FY2017-18Q1", "Apr–Jun 2017"),
        ("FY2017-18H2", "Oct–Mar 2018"),
        ("FY2017-18", "2017/18"),
        ("AY2016-17", "2016/17"),
        ("12m2018-03", "to Mar 2018"),
        ("2018-02", "Feb 2018"),
    ],
)
def test_a_period_has_a_short_name_on_the_axis(code: str, name: str) -> None:
    assert name in texts(drawn([a_figure(FINISHED, code, numerator=40, denominator=80)]))


@pytest.mark.parametrize("highest", range(8))
def test_half_a_child_is_not_on_the_axis(highest: int) -> None:
    named = [text for text in texts(drawn(members(0, highest, 0))) if re.fullmatch(r"[\d.]+", text)]
    assert named[0] == "0" and not [text for text in named if "." in text]


def test_what_is_in_a_title_cannot_become_part_of_the_picture() -> None:
    assert "<script>" not in drawn(members(103, 131), title="<script>alert(1)</script>")


def test_a_chart_is_described_by_where_it_begins_and_ends_and_by_its_highest_and_lowest_points() -> None:
    assert describe(of(members(103, 240, 90, 205))) == (
        "A chart over 4 periods, from 103 on 31 December 2017 to 205 on 31 March 2018."
        f" The highest point is 240 on 31 January 2018, the lowest is 90 on 28 February 2018.{A_CASELOAD}"
    )


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((103, None, 3, 205),
         ("A chart over 4 periods, from 103 on 31 December 2017 to 205 on 31 March 2018."
          " 2 of the periods have no value.")),
        ((103,), "A chart over one period, with one value: 103 on 31 December 2017."),
        ((3, 2), "A chart without any values: none can be shown for these periods."),
    ],
)  # fmt: skip
def test_gaps_are_said_too(numbers: tuple[int | None, ...], words: str) -> None:
    assert describe(of(members(*numbers, face=Face.PARTNERSHIP))).removesuffix(A_CASELOAD) == words
