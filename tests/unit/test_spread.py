"""Areas side by side: which lie outside what chance explains, how many would, and nothing that is hidden."""

import re
from html import unescape

import pytest

from goldenthread.engine.comparing.funnels import Place
from goldenthread.engine.comparing.spread import Spread, has_funnel, in_words, spread, spread_told
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure
from goldenthread.engine.rendering.funnel_charts import LOOKS, funnel_chart
from goldenthread.web.base.offers import Offer
from goldenthread.web.indicators.clusters import Page
from tests.factories.figures import AGE, FINISHED, MEMBER_RATE, MEMBERS, a_figure, cell, figures

YEAR = "FY2017-18"
WHOLE = a_figure(FINISHED, YEAR, numerator=2500, denominator=5000)


def areas(*finished: int, face: Face = Face.BOARD) -> list[Figure]:
    """Areas called by letters, in which so many of two hundred finished."""
    cells = [cell(FINISHED, YEAR, group=chr(65 + at), numerator=n, denominator=200) for at, n in enumerate(finished)]
    return list(figures(*cells, face=face))


def found(*finished: int, **more: Face) -> Spread:
    side_by_side = spread(FINISHED, areas(*finished, **more), WHOLE, areas="towns")
    assert side_by_side
    return side_by_side


def said(of: Spread) -> str:
    return str(spread_told(of))


def test_those_outside_are_named_beside_how_many_chance_would_put_there() -> None:
    steady = [100] * 24
    of = found(*steady, 150)
    assert [(figure.group, place) for figure, place in of.outside()] == [("Y", Place.HIGH_0001)]
    assert said(of).startswith(
        "25 towns are set side by side in 2017/18, about 51.0% for all. 1 lies outside the 95% limits: Y (high). By"
        " chance alone about 1 of 25 would. 1 lies outside the 99.8% limits: Y (high). By chance alone fewer than one"
        " of 25 would."
    )
    assert "None lies outside the 95% limits. By chance" in said(found(*steady))


def test_whether_it_is_better_is_not_said() -> None:
    assert not re.search(r"better|worse|best|worst", said(found(*[100] * 9, 150)) + "".join(map(in_words, Place)))


def test_every_sentence_about_a_place_rests_on_the_funnel() -> None:
    tested = spread_told(found(*[100] * 9, 150)).tested().sentences
    assert len(tested) == 2
    assert {answer.verdict.test for each in tested for answer in each.by} == {
        "funnel: each area's own interval beside the average"
    }


@pytest.mark.parametrize("hidden", [1, 2, 3, 4, 5])
def test_an_area_that_is_not_shown_is_in_no_part_of_it(hidden: int) -> None:
    """The average is that of the whole, which is shown; from one of the areas alone the hidden one would follow."""
    one, other = (found(*[100] * 9, n, face=Face.PARTNERSHIP) for n in (hidden, 6 - hidden))
    assert one.hidden == 1 and len(one.placed) == 9 and one.average == "50.0%"
    assert said(one) == said(other) and funnel_chart(one, title="t") == funnel_chart(other, title="t")
    assert "One more is left out, because the number is not shown; the average is that of the whole area." in said(one)


def test_there_is_none_where_most_areas_are_not_shown() -> None:
    groups = areas(*[4] * 6, 100, face=Face.PUBLIC)
    assert spread(FINISHED, groups, WHOLE, areas="towns") is None


@pytest.mark.parametrize("groups", [areas(100, 100, 100, 100), []])
def test_few_areas_are_no_funnel(groups: list[Figure]) -> None:
    assert spread(FINISHED, groups, WHOLE, areas="towns") is None


def test_values_that_are_missing_or_unlisted_are_no_area() -> None:
    groups = [*areas(*[100] * 6), *figures(cell(FINISHED, YEAR, group="not recorded", numerator=9, denominator=10))]
    of = spread(FINISHED, groups, WHOLE, areas="towns")
    assert of and len(of.placed) == 6


def test_shares_and_rates_have_a_funnel_and_counts_and_middle_values_have_none() -> None:
    assert [has_funnel(each) for each in (FINISHED, MEMBER_RATE, MEMBERS, AGE)] == [True, True, False, False]


def test_families_widen_the_limits() -> None:
    groups = areas(*[100] * 24, 118)
    plain, wide = (spread(FINISHED, groups, WHOLE, areas="towns", families=n) for n in (1.0, 2.2))
    assert plain and wide and len(plain.outside()) == 1 and wide.outside() == []


def test_the_chart_names_those_outside_and_has_curves_an_average_and_words() -> None:
    svg = funnel_chart(found(*[100] * 9, 150), title="Finished")
    texts = {unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)}
    assert {"J", "95%", "99.8%", "all 52.5%", "within the 95% limits", "high: outside the 99.8% limits"} <= texts
    assert "out of (number in each of the towns)" in texts, "nobody has to guess what lies across"
    assert "A" not in texts and "<desc>10 towns are set side by side" in svg
    assert len({(shape, filling) for shape, _, filling in LOOKS.values()}) == len(Place)


def test_how_a_cluster_lies_stands_beside_its_name_where_a_phone_shows_it() -> None:
    table = Page(FINISHED, Offer({}, {}), found(*[100] * 9, 150), "").table
    assert [column.text for column in table.columns][:3] == ["Cluster", "Beside the limits", "Value"]
    assert [cell.text for cell in table.rows[-1]][:4] == ["J", "▲ high: outside the 99.8% limits", "75.0%", "150"]


def test_a_rate_is_told_for_each_so_many_people() -> None:
    groups = figures(*(cell(MEMBER_RATE, "2018-03-31", group=name, numerator=n, denominator=5000, population="2016")
                       for name, n in zip("ABCDEF", (50, 50, 50, 50, 50, 120), strict=True)))  # fmt: skip
    of = spread(MEMBER_RATE, groups, None, areas="towns")
    assert of and of.average == "123.3" and [figure.group for figure, _ in of.outside(far=True)] == ["F"]
