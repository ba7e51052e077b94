"""How a task of the business plan stands on a day, and what is counted of it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.protecting.faces import Face
from goldenthread.workflow.evidence.operations import compute, hand_over
from goldenthread.workflow.plans import rules
from goldenthread.workflow.plans.evidence import rows
from goldenthread.workflow.plans.models import BusinessPlan
from goldenthread.workflow.plans.operations import drop, move, report
from goldenthread.workflow.plans.planning import agree
from goldenthread.workflow.plans.reading import shares, stood_on
from goldenthread.workflow.plans.rules import BEGUN, DONE, MOVED, NOTHING_DONE, OPENED_AGAIN, REPORTS, UNDER_WAY
from goldenthread.workflow.plans.standing import (
    COMPLETE,
    DROPPED,
    NO_PROGRESS,
    ON_TIME,
    SLIPPED,
    Course,
    spells,
    standing,
)
from goldenthread.workflow.plans.tree import aim_at
from goldenthread.workflow.results.reading import Query, Viewer, figures
from tests.factories.board import Board, a_board
from tests.factories.plans import AGREED, ANN, DUE, GUIDANCE, a_draft, a_plan

END = date(2014, 3, 31)
MARCH = date(2014, 3, 1)


@dataclass(frozen=True)
class Said:
    """What became of a task, as the tests of its standing write it."""

    verb: str
    on: date
    due: date | None = None


def at(day: date, *events: Said, due: date | None = DUE) -> str:
    return standing(Course(AGREED, due, events), day)


class TestStanding:
    def test_done_is_complete_even_where_it_was_done_late(self) -> None:
        assert at(END, Said(DONE, DUE)) == at(END, Said(DONE, MARCH)) == COMPLETE

    def test_until_it_is_done_it_is_not(self) -> None:
        assert at(DUE, Said(BEGUN, date(2013, 9, 1)), Said(DONE, MARCH)) == ON_TIME

    def test_on_time_while_due_later_and_something_was_reported(self) -> None:
        assert at(END, Said(UNDER_WAY, MARCH), due=date(2014, 6, 30)) == ON_TIME

    def test_what_was_just_planned_is_on_time_before_anything_can_be_reported(self) -> None:
        assert at(date(2013, 10, 25)) == ON_TIME
        assert at(date(2013, 10, 26)) == NO_PROGRESS

    def test_past_its_date_it_has_slipped_if_something_was_done(self) -> None:
        begun = Said(BEGUN, date(2013, 11, 1))
        assert at(DUE, begun) == ON_TIME
        assert at(DUE + timedelta(days=1), begun) == SLIPPED

    def test_past_its_date_without_any_report_it_shows_no_progress(self) -> None:
        assert at(date(2013, 7, 1), due=date(2013, 6, 30)) == NO_PROGRESS

    def test_a_date_that_is_moved_does_not_make_it_on_time(self) -> None:
        begun, moved = Said(BEGUN, date(2013, 12, 1)), Said(MOVED, date(2013, 12, 12), date(2014, 6, 30))
        assert at(date(2013, 12, 11), begun, moved) == ON_TIME
        assert at(END, begun, moved) == SLIPPED

    def test_a_date_that_is_moved_nearer_has_not_slipped(self) -> None:
        moved = Said(MOVED, date(2013, 6, 1), date(2013, 11, 30))
        assert at(date(2013, 10, 1), Said(BEGUN, date(2013, 6, 1)), moved) == ON_TIME

    def test_long_silence_is_no_progress_whatever_was_said_before(self) -> None:
        assert at(END, Said(BEGUN, date(2013, 9, 1)), due=date(2014, 6, 30)) == NO_PROGRESS

    def test_that_nothing_was_done_is_a_report_and_no_progress(self) -> None:
        assert at(END, Said(NOTHING_DONE, MARCH), due=date(2014, 6, 30)) == NO_PROGRESS

    def test_without_a_date_it_cannot_slip_until_it_is_given_one_and_misses_it(self) -> None:
        heard, moved = Said(UNDER_WAY, date(2013, 12, 1)), Said(MOVED, date(2013, 12, 1), date(2014, 1, 31))
        assert at(END, heard, due=None) == ON_TIME
        assert at(date(2014, 1, 31), heard, moved, due=None) == ON_TIME
        assert at(date(2014, 2, 1), heard, moved, due=None) == SLIPPED

    def test_dropped_until_it_is_opened_again(self) -> None:
        dropped, again = Said(rules.DROPPED, date(2013, 11, 1)), Said(OPENED_AGAIN, date(2013, 12, 1))
        begun = Said(BEGUN, date(2013, 10, 1))
        assert at(date(2013, 11, 1), begun, dropped, again) == DROPPED
        assert at(date(2013, 12, 1), begun, dropped, again) == ON_TIME


DAYS = st.dates(AGREED, END)
EVENTS = st.lists(
    st.builds(Said, st.sampled_from((*REPORTS, rules.DROPPED, OPENED_AGAIN)), DAYS)
    | st.builds(Said, st.just(MOVED), DAYS, st.dates(AGREED, date(2015, 3, 31))),
    max_size=8,
)
COURSES = st.builds(Course, st.just(AGREED), st.none() | st.dates(AGREED, date(2015, 3, 31)), EVENTS)


class TestOfEveryTask:
    @given(COURSES, DAYS)
    def test_what_is_said_later_alters_no_day_that_is_over(self, course: Course, day: date) -> None:
        known = replace(course, events=[each for each in course.events if each.on <= day])
        assert standing(course, day) == standing(known, day)

    @given(COURSES, DAYS)
    def test_spells_say_of_every_day_what_its_standing_is(self, course: Course, day: date) -> None:
        found = [each for each in spells(course, END) if each.first <= day and (each.until is None or day < each.until)]
        assert [each.standing for each in found] == [standing(course, day)]

    @given(COURSES)
    def test_spells_follow_each_other_and_differ(self, course: Course) -> None:
        found = spells(course, END)
        assert found[0].first == AGREED and found[-1].until is None
        assert all(one.until == two.first and one.standing != two.standing for one, two in pairwise(found))

    @given(COURSES, DAYS)
    def test_a_report_of_progress_never_makes_it_stand_worse(self, course: Course, day: date) -> None:
        order = (COMPLETE, ON_TIME, SLIPPED, NO_PROGRESS, DROPPED)
        more = replace(course, events=[*course.events, Said(UNDER_WAY, day)])
        assert order.index(standing(more, day)) <= order.index(standing(course, day))


@pytest.fixture
def board(home: Path) -> Board:
    return a_board()


@pytest.mark.django_db
class TestWhatIsCounted:
    def test_shares_are_of_all_that_stand_in_the_plan(self, board: Board) -> None:
        plan = a_plan(board.agency, *[GUIDANCE] * 5)
        done, slipped, silent, dropped, begun = plan.tasks.order_by("number")
        report(done, DONE, text="Done.", on=date(2013, 9, 1), by=ANN)
        report(slipped, UNDER_WAY, text="Half.", on=MARCH, by=ANN)
        drop(dropped, why="The law has changed.", on=MARCH, by=ANN)
        move(begun, END, why="Ill.", on=date(2013, 12, 1), by=ANN)
        report(begun, DONE, text="Done.", on=MARCH, by=ANN)
        found = {each.standing: (each.number, each.percent) for each in shares(stood_on(plan.tasks.whole(), END))}
        assert found == {
            "complete_or_on_time": (2, "50%"), "slipped": (1, "25%"), "no_progress": (1, "25%"), "dropped": (1, ""),
        }  # fmt: skip
        assert silent.stands(END) == NO_PROGRESS

    def test_a_draft_is_not_counted_and_a_plan_ends_with_its_year(self, board: Board) -> None:
        a_draft(board.agency)
        assert rows() == {"business_plan_tasks": [], "partnership_aims": []}
        assert hand_over(by=ANN) is None
        agree(BusinessPlan.objects.get(), on=AGREED, by=ANN)
        (first, last) = rows()["business_plan_tasks"]
        assert (first["task_standing"], first["stood_from"]) == ("on_time", AGREED)
        assert (last["task_standing"], last["stood_until"]) == ("no_progress", date(2014, 4, 1))

    def test_the_same_counts_come_out_of_an_edition(self, board: Board) -> None:
        plan = a_plan(board.agency, *[GUIDANCE] * 4)
        done, slipped, *_ = plan.tasks.order_by("number")
        report(done, DONE, text="Done.", on=date(2013, 9, 1), by=ANN)
        report(slipped, UNDER_WAY, text="Half.", on=MARCH, by=ANN)
        for kind in ("outcome", "outcome", "obsession"):
            aim_at(f"Something {kind}", kind=kind, since=date(2011, 4, 1), until=date(2015, 4, 1), by=ANN)
        returned = hand_over(by=ANN)
        assert returned is not None and returned.covers_first == date(2013, 4, 1)
        compute(by=ANN)
        codes = tuple(f"PLN{number}" for number in range(1, 7))
        found = figures(Query(codes, breakdown="all"), viewer=Viewer(Face.BOARD, actor="test"))
        on_the_last = {each.indicator: (each.numerator, each.denominator) for each in found if each.period.last == END}
        assert on_the_last == {
            "PLN1": (1, 4), "PLN2": (1, 4), "PLN3": (2, 4), "PLN4": (0, 4), "PLN5": (2, None), "PLN6": (1, None),
        }  # fmt: skip

    def test_aims_alone_are_counted_from_their_first_year(self, board: Board) -> None:
        aim_at("Children have fun", kind="outcome", since=date(2011, 4, 1), by=ANN)
        returned = hand_over(by=ANN)
        assert returned is not None and returned.covers_first == date(2011, 4, 1)
