"""What the scorecard says of charts and tests: shapes with words, and how many signals chance alone would give."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.engine.comparing.charting import charted
from goldenthread.engine.comparing.series import Break, Series
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.web.base.tables import Cell
from goldenthread.web.base.telling import Latest
from goldenthread.web.home.headlines import Headline, at_a_glance
from goldenthread.web.scorecard.signals import beside_cell, by_chance, chart_cell
from tests.factories.figures import FINISHED, MEMBERS, a_figure, cell, figures
from tests.unit.test_charting import finished, target

STEPPED = [60, 62, 59, 61, 60, 58] * 2 + [70, 72, 69, 71, 70, 68] * 2


def row(numbers: list[int], *, aim: str = "", face: Face = Face.BOARD, before: int = 600) -> Latest:
    """An indicator over two years of months, with its last year beside the one before."""
    years = (("FY2017-18", 720), ("FY2016-17", before))
    now, then = (a_figure(FINISHED, year, numerator=number, denominator=1200) for year, number in years)
    aims = [target(aim)] if aim else []
    series = Series(FINISHED, now, [now, then], aims)
    return Latest(FINISHED, series, charted(FINISHED, finished(numbers, face), targets=aims))


def test_variation_and_assurance_stand_by_shape_and_word() -> None:
    found = chart_cell(row([55, 65] * 11 + [55, 100], aim="25"))
    assert (found.text, found.below) == (
        "▲ improvement, by higher values",
        "✔ as it runs now, it will meet its target every time",
    )
    stepped = chart_cell(row(STEPPED, aim="50"))
    assert (stepped.text, stepped.below) == ("▲ improvement, by higher values", ""), "it ran at two levels"
    assert chart_cell(row([60, 61] * 12)).text == "● ordinary variation: no signal"
    assert chart_cell(row([60, 61] * 12)).below == ""


def test_at_a_glance_the_chart_speaks_where_the_year_does_not() -> None:
    """Nobody may read *could be chance* of a year whose months signal."""
    alike, apart = ([row([55, 65] * 11 + [55, 100], before=before)] for before in (720, 600))
    assert [at_a_glance([Headline(each, []) for each in rows]).rows[0][-1] for rows in (alike, apart)] == [
        Cell("● could be chance", below="▲ its chart signals in March 2018"),
        Cell("▲ higher: better"),
    ]


def test_where_no_limits_are_drawn_it_says_so() -> None:
    assert chart_cell(row([60] * 23 + [4], face=Face.PARTNERSHIP)).text == ""
    caseload = [a_figure(MEMBERS, "2018-03-31", numerator=80)]
    assert chart_cell(Latest(MEMBERS, None, charted(MEMBERS, caseload))).text == ""
    assert chart_cell(Latest(MEMBERS, None)).below == "charts are of the whole"


def england(indicator: Indicator, value: str) -> Figure:
    told = {**cell(indicator, "FY2017-18", value=value, status="supplied", said_by="printed in 2018"),
            "breakdown": COMPARATOR, "group": "England"}  # fmt: skip
    return figures(told)[0]


@pytest.mark.parametrize(
    ("value", "word"), [("50", "▲ higher: better"), ("60", "● could be chance"), ("70", "▽ lower: worse")]
)
def test_the_status_beside_a_target_and_another_area_is_that_of_the_interval(value: str, word: str) -> None:
    now = a_figure(FINISHED, "FY2017-18", numerator=720, denominator=1200)
    found = beside_cell(Latest(FINISHED, Series(FINISHED, now, [now], [target(value), england(FINISHED, value)])))
    assert (found.text, found.below) == (f"{value}.0%", f"{word}; England {value}.0% (printed in 2018): {word}")
    alone = beside_cell(Latest(FINISHED, Series(FINISHED, now, [now], [england(FINISHED, value)])))
    assert (alone.text, alone.below) == ("", f"England {value}.0% (printed in 2018): {word}")


def test_a_figure_in_whose_period_recording_changed_says_so_beside_its_target() -> None:
    now = a_figure(FINISHED, "FY2017-18", numerator=720, denominator=1200)
    late = Break(date(2017, 10, 1), "dates may be late or lost")
    at_its_beginning, mended = replace(late, on=date(2017, 4, 1)), replace(late, checked="by hand")
    found = [
        beside_cell(Latest(FINISHED, Series(FINISHED, now, [now], [target("50")], [each]))).below
        for each in (late, at_its_beginning, mended)
    ]
    said = "recording changed on 1 October 2017, within the period: dates may be late or lost"
    assert found == [f"▲ higher: better; {said}", "▲ higher: better", "▲ higher: better"]
    assert beside_cell(Latest(FINISHED, Series(FINISHED, now, [now], breaks=[late]))).below == ""


def test_false_signals_are_expected_beside_those_that_are_seen() -> None:
    rows = [row(STEPPED), *[row([60, 61] * 12, before=720)] * 19]
    charts, tests = by_chance(rows)
    assert charts == (
        "20 charts with limits here: 1 with a signal at any point; about 3 would be if nothing were different (by"
        " simulation of charts in which nothing changes). A row says what is in the last point: a signal in 1 of them."
    )
    assert tests == (
        "20 differences from the year before tested here: 1 beyond chance; about 1 would be if nothing were different"
        " (5 in a hundred of most tests)."
    )
    assert by_chance([]) == []
