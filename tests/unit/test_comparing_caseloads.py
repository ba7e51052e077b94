"""Caseloads: judged by what began and what ended, never by the number itself; shares of them, and those who wait."""

from dataclasses import replace
from fractions import Fraction

import pytest

from goldenthread.engine.comparing.answering import A_CASELOAD, change, standings
from goldenthread.engine.comparing.sentences import tell
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, LOWER, SIMILAR, Verdict
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.definitions.kept import COMPARATOR
from tests.factories.figures import FINISHED, MEMBERS, a_figure
from tests.unit.test_comparing_changes import FAMILIES, JOINED, LEFT, claimed, flow, stock


def test_a_caseload_is_judged_by_what_began_and_what_ended() -> None:
    told = tell(stock(759, 993, [flow(916, 681), flow(1028, 915, of=LEFT)]))
    (said,) = claimed(told)
    assert said == (
        "759 children were in the club on 31 March 2018, 234 fewer than a year before; 681 children joined and 915 left"
        " in the year (916 and 1,028 the year before), and fewer joined than the year before by more than chance"
        " explains, while how many left differs from it by no more than chance explains, allowing for families. Without"
        " that allowance, which is an assumption, how many left would differ from the year before by more than chance"
        " explains."
    )
    tested = {name for said in told.tested() for answer in said.by for name in answer.of}
    assert tested == {"S1@FY2017-18", "S1@FY2016-17"}  # of what joined and left, and of no day


@pytest.mark.parametrize(
    ("joined", "left", "said"),
    [
        (
            (348, 425),
            (446, 449),
            (
                "and both differ from the year before by no more than chance explains, allowing for families. Without"
                " that allowance, which is an assumption, how many joined would differ from the year before by more"
                " than chance explains."
            ),
        ),
        ((400, 800), (900, 300), "and more joined and fewer left than the year before by more than chance explains,"),
        ((400, 410), (900, 300), "and fewer left than the year before by more than chance explains, while how many"),
    ],
)
def test_the_flows_are_told_each_as_its_test_has_it(joined: tuple[int, int], left: tuple[int, int], said: str) -> None:
    assert said in str(tell(stock(1353, 1377, [flow(*joined), flow(*left, of=LEFT)])))


def test_the_stock_itself_is_never_tested_however_far_it_went() -> None:
    plain = tell(stock(1, 5000))
    assert claimed(plain) == []
    assert "The difference cannot be judged, because a caseload holds many of the same children" in str(plain)
    found = change(stock(1, 5000))
    assert found and found.verdict.finding is CANNOT_TELL


def test_flows_of_which_the_year_before_is_not_known_are_counted_and_not_compared() -> None:
    told = tell(stock(759, 993, [flow(681), flow(915, of=LEFT)]))
    assert claimed(told) == []
    assert "681 children joined and 915 left in the year. The difference cannot be judged" in str(told)


def of_a_day(indicator: Indicator, *told: tuple[int, int | None]) -> Verdict:
    """What is found of the number, or the so many of so many, on a day beside that on the same day a year before."""
    days = ("2018-03-31", "2017-03-31")
    figures = [a_figure(indicator, day, numerator=x, **({} if n is None else {"denominator": n}))
               for day, (x, n) in zip(days, told, strict=True)]  # fmt: skip
    found = change(Series(indicator, figures[0], figures, families=FAMILIES))
    assert found
    return found.verdict


def test_a_share_of_a_caseload_is_tested_though_the_caseload_is_not() -> None:
    share = replace(FINISHED, over=MEMBERS.over)
    assert of_a_day(share, (13, 747), (55, 983)).finding is LOWER
    assert of_a_day(share, (50, 900), (55, 983)).finding is SIMILAR
    assert of_a_day(MEMBERS, (747, None), (983, None)).because == A_CASELOAD


def test_those_who_wait_are_a_number_of_each_year() -> None:
    waiting = replace(MEMBERS, of_waiting=True)
    assert of_a_day(waiting, (400, None), (20, None)).finding is HIGHER


def test_without_a_year_before_what_began_and_ended_is_told_all_the_same() -> None:
    assert str(tell(stock(759, None, [flow(681), flow(915, of=LEFT)]))).endswith(
        "on 31 March 2018. 681 children joined and 915 left in the year."
    )


def test_how_often_something_came_is_not_tested_where_one_child_may_come_many_times() -> None:
    """Of 1,845 times that children went missing, 551 children made up all: a few who came more often are no trend."""
    recurring = replace(JOINED, recurs=True)
    told = tell(flow(900, 1200, 1400, 1600, 1845, of=recurring))
    assert claimed(told) == []
    assert "The difference cannot be judged, because one child may come many times" in str(told)
    now = flow(1845, of=recurring).now
    aim = replace(now, breakdown=COMPARATOR, group="Target", value=Fraction(900))
    assert standings(Series(recurring, now, [now], [aim])) == []
