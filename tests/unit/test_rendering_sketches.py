"""Small charts: where their points lie, and where their line is broken."""

from datetime import date

from goldenthread.engine.comparing.series import Break
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.rendering.sketches import sketch
from tests.factories.figures import MEMBERS, a_figure

DAYS = ("2015-03-31", "2016-03-31", "2017-03-31", "2018-03-31")
CHANGED = Break(date(2016, 10, 1), "recording changed")


def members(*numbers: int):  # type: ignore[no-untyped-def]
    days = DAYS[-len(numbers):]  # fmt: skip
    return [a_figure(MEMBERS, day, face=Face.PARTNERSHIP, numerator=number)
            for day, number in zip(days, numbers, strict=True)]  # fmt: skip


def test_points_lie_from_the_left_to_the_right_and_higher_for_more() -> None:
    drawn = sketch(members(50, 100, 0, 25))
    assert drawn is not None
    xs, ys = [mark.x for mark in drawn.marks], [mark.y for mark in drawn.marks]
    assert xs == sorted(xs) and 0 < xs[0] and xs[-1] < drawn.width
    assert ys[2] == drawn.base > ys[3] > ys[0] > ys[1] > 0
    assert round((drawn.base - ys[1]) / (drawn.base - ys[0]), 2) == 2
    assert [(mark.value, mark.period) for mark in drawn.marks][0] == ("50", "Mar 2015")
    assert [mark.value for mark in drawn.marks if mark.is_named] == ["50", "100", "0", "25"], (
        "the ends, a peak, a trough"
    )
    plain = sketch(members(50, 60, 70, 80))
    assert plain and [mark.value for mark in plain.marks if mark.is_named] == ["50", "80"]
    assert drawn.lines == (" ".join(f"{mark.x},{mark.y}" for mark in drawn.marks),)


def test_the_line_is_broken_where_recording_changed_and_not_where_that_was_checked() -> None:
    drawn = sketch(members(50, 100, 80, 25), [CHANGED])
    assert drawn is not None and [line.count(",") for line in drawn.lines] == [2, 2]
    checked = sketch(members(50, 100, 80, 25), [Break(CHANGED.on, CHANGED.how, "by hand")])
    assert checked is not None and len(checked.lines) == 1


def test_what_is_hidden_is_a_gap_and_not_a_nought() -> None:
    drawn = sketch(members(50, 3, 80, 25))
    assert drawn is not None
    assert [mark.value for mark in drawn.marks] == ["50", "80", "25"]
    assert [line.count(",") for line in drawn.lines] == [2]


def test_nothing_is_drawn_of_fewer_than_two_values() -> None:
    assert sketch([]) is sketch(members(50)) is sketch(members(50, 3)) is None
    level = sketch(members(0, 0))
    assert level is not None and {mark.y for mark in level.marks} == {level.base}
