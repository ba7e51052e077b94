"""The child's journey as one picture: what is drawn is what the figures say."""

import re
from pathlib import Path

import pytest

from goldenthread.catalogue import indicators
from goldenthread.catalogue.pathway import STEPS, told_by
from goldenthread.catalogue.themes import THEMES
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.ladders import Rung, ladder
from tests.factories.board import a_board, browser_of, published
from tests.factories.figures import MEMBERS, a_figure


def a_rung(title: str, number: int | None) -> Rung:
    figure = None if number is None else a_figure(MEMBERS, "2018-03-31", face=Face.PARTNERSHIP, numerator=number)
    return Rung(title, f"{number} members", figure, ("one stays", "the others go"))


def test_every_step_is_told_by_indicators_that_there_are() -> None:
    assert len({step.name for step in STEPS}) == len(STEPS)
    for step in STEPS:
        assert step.theme in {theme.name for theme in THEMES}
        assert [each.code for each in told_by(step)][0] == step.reach
        assert all(aside.says.count("{value}") == 1 for aside in (*step.onward, *step.takes))
        assert not indicators()[step.reach].breakdowns == (), "how many reach it is known for each group of children"


def test_bars_share_one_scale_and_what_is_not_known_has_none() -> None:
    drawn = ladder([a_rung("In the water", 400), a_rung("On land", 100), a_rung("Nowhere", None), a_rung("Few", 3)])
    in_water, on_land, nowhere, few = drawn.steps
    assert in_water.bar == 4 * on_land.bar > 0 == nowhere.bar == few.bar
    assert in_water.y < on_land.y < nowhere.y < few.y < drawn.height
    (_, first, _), (_, second, _) = in_water.beside
    assert in_water.y < first < second < on_land.y


def test_the_line_goes_past_a_step_on_a_branch_to_the_one_that_follows() -> None:
    branch = Rung("On land", "3 members", None, on_a_branch=True)
    drawn = ladder([a_rung("In the water", 400), branch, a_rung("Home", 100), branch])
    in_water, on_land, home, last = drawn.steps
    (begins,), (ends,) = ([int(y) for y in re.findall(each, in_water.way)] for each in (r"M\d+ (\d+)", r"V(\d+)"))
    assert begins < on_land.y and home.y < ends < last.y
    assert "h" in on_land.way and on_land.bar_from > in_water.bar_from and home.way == "", "nothing follows at the end"
    assert [step.name for step in STEPS if step.on_a_branch] == ["early-help", "in-need"]


@pytest.mark.django_db
def test_the_picture_the_table_and_the_words_say_the_same(tmp_path: Path) -> None:
    board = a_board()
    browser = browser_of(board.member)
    assert "No edition has been published yet" in browser.get("/journey/").content.decode()
    published(board, tmp_path / "sent")
    page = browser.get("/journey/").content.decode()
    (picture,) = re.findall(r"<svg class=\"gt-journey\".*?</svg>", page, re.DOTALL)
    (table,) = re.findall(r"<table.*?</table>", page, re.DOTALL)
    assert "The child's journey in 2017/18" in re.sub("&#39;", "'", page)
    for part in (picture, table):
        assert part.count("not covered") >= len(STEPS) - 1
        assert "12 times a child came into care" in part
    assert page.count("gt-step__title") == len(STEPS)
    assert all(f'href="#{step.name}"' in table and f'id="{step.name}"' in page for step in STEPS)
    assert 'href="/indicators/CLA5/"' in page and 'href="/scorecard/?theme=looked-after&amp;tier=every"' in page
    assert "2017/18" in browser.get("/journey/?year=FY1999-00").content.decode(), "what is not offered is passed over"
