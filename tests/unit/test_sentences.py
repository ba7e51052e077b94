"""Sentences: what a figure says in words, and the words that it must never use without a test to support them."""

import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread import catalogue
from goldenthread.engine.comparing.sentences import Told, tell, tell_in_short, when
from goldenthread.engine.comparing.series import Series
from goldenthread.engine.comparing.verdicts import CANNOT_TELL
from goldenthread.engine.comparing.wording import filled
from goldenthread.engine.definitions import Indicator, Median, Proportion, Rate
from goldenthread.engine.periods import parse
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import WORDS, Figure, figures_from
from tests.factories.figures import AGE, FINISHED, INDICATORS, MEMBER_RATE, MEMBERS, a_figure, cell, figures

NEED_A_TEST = re.compile(
    r"\b(rise|rises|rising|rose|risen|fall|falls|falling|fell|fallen|trends?|significan\w*|increas\w*|decreas\w*"
    r"|reduc\w*|grew|grow\w*|improv\w*|better|wors\w*|higher|lower|similar|chance explains"
    r"|(?<!taken )up(?! to date)|down)\b",
    re.IGNORECASE,
)
QUOTED = re.compile("“[^”]*”")
NOW, BEFORE = "2018-03-31", "2017-03-31"


def says_it_moved(text: str) -> bool:
    """Whether a text says that something moved, or how it compares. A quoted name, as of a grade, does not."""
    return bool(NEED_A_TEST.search(QUOTED.sub("", text)))


def told_of(figure: Figure, indicator: Indicator, *, earlier: Figure | None = None) -> Told:
    return tell(Series(indicator, figure, [figure, earlier] if earlier else [figure]))


def said_of(figure: Figure, indicator: Indicator, *, earlier: Figure | None = None) -> str:
    return str(told_of(figure, indicator, earlier=earlier))


def test_all_or_none_of_many_is_a_question() -> None:
    def said(number: int, of: int) -> str:
        return said_of(a_figure(FINISHED, "FY2017-18", numerator=number, denominator=of), FINISHED)

    assert "All of 400: that is rare, so ask whether those that are not so are recorded and sent." in said(400, 400)
    assert "Not one of 400: that is rare, so ask whether those that are so are recorded and sent." in said(0, 400)
    assert "that is rare" not in said(399, 400) + said(12, 12)


def members(number: int, day: str = NOW, face: Face = Face.BOARD, **more: Any) -> Figure:
    return a_figure(MEMBERS, day, numerator=number, face=face, **more)


def test_a_count_is_told_with_its_day() -> None:
    assert said_of(members(1201), MEMBERS) == "1,201 children were in the club on 31 March 2018."


def test_one_child_is_not_told_in_the_plural() -> None:
    assert said_of(members(1), MEMBERS) == "1 child was in the club on 31 March 2018."
    assert said_of(members(0), MEMBERS) == "0 children were in the club on 31 March 2018."


@pytest.mark.parametrize(
    ("before", "compared"),
    [(1764, "563 fewer than a year before"), (1, "1,200 more than a year before"),
     (1201, "the same number as a year before")],
)  # fmt: skip
def test_a_caseload_is_set_beside_that_of_a_year_before_without_a_claim(before: int, compared: str) -> None:
    told = told_of(members(1201), MEMBERS, earlier=members(before, BEFORE))
    assert not told.tested().sentences
    assert str(told) == (
        f"1,201 children were in the club on 31 March 2018, {compared}. The difference cannot be judged, because a"
        " caseload holds many of the same children on both days."
    )


@pytest.mark.parametrize(("now", "before"), [(40, 3), (3, 40), (3, 3)])
def test_no_difference_is_told_where_it_would_give_a_small_number_away(now: int, before: int) -> None:
    public = {"face": Face.PUBLIC}
    told = said_of(members(now, **public), MEMBERS, earlier=members(before, BEFORE, **public))
    assert "than" not in told and "same number" not in told and "37" not in told


def test_a_percentage_comes_with_its_parts_and_how_far_chance_reaches() -> None:
    finished = a_figure(FINISHED, "FY2017-18", numerator=1413, denominator=2007, unknown=12)
    assert said_of(finished, FINISHED) == (
        "70.4% of children who raced in 2017/18 finished (1,413 of 2,007). Allowing for chance, the underlying figure"
        " is likely to lie in the range 68.4% to 72.4% (95% interval). For 12 more it is not recorded."
    )


def test_a_rate_comes_with_how_far_chance_reaches() -> None:
    rate = a_figure(MEMBER_RATE, NOW, numerator=1201, denominator=155_517, population="mid-2017")
    assert said_of(rate, MEMBER_RATE) == (
        "77.2 in every 10,000 children were in the club on 31 March 2018. Allowing for chance, the underlying figure is"
        " likely to lie in the range 72.9 to 81.7 (95% interval)."
    )


@pytest.mark.parametrize(("value", "told"), [("9.5", "9.5 years"), ("1", "1 year"), ("10.000000", "10 years")])
def test_a_middle_age_is_told_in_years(value: str, told: str) -> None:
    age = a_figure(AGE, "FY2017-18", denominator=41, value=value)
    assert said_of(age, AGE) == f"Half of those who raced in 2017/18 were {told} old or younger."


def test_one_unknown_is_told_in_the_singular() -> None:
    assert said_of(members(30, unknown=1), MEMBERS).endswith("For one more it is not recorded.")


@pytest.mark.parametrize(
    ("figure", "indicator", "told"),
    [
        (
            members(4, face=Face.PARTNERSHIP),
            MEMBERS,
            ("The number of children in the club on 31 March 2018 is not shown, because it is between 1 and 5 or would"
            " give such a number away."),
        ),
        (
            figures(cell(MEMBERS, NOW, group="Dark", numerator=40), cell(MEMBERS, NOW, group="Fair", numerator=2),
                    face=Face.PUBLIC)[0],
            MEMBERS,
            ("The number of children in the club on 31 March 2018 is not shown, because a very small number could be"
            " worked out from it."),
        ),
        (
            a_figure(MEMBER_RATE, NOW, numerator=40, status="no population"),
            MEMBER_RATE,
            ("The rate of children in the club on 31 March 2018 cannot be given: there is no population estimate to"
            " divide by."),
        ),
        (
            a_figure(FINISHED, "FY2017-18", numerator=0, denominator=0, unknown=12, status="nothing to count"),
            FINISHED,
            ("No figure can be given for children in the club in 2017/18: the accepted returns hold none that can be"
            " counted. For 12 it is not recorded."),
        ),
        (
            figures().missing(MEMBERS, parse("2031-03-31")),
            MEMBERS,
            ("How many children in the club there were on 31 March 2031 is not known: no return that has been accepted"
            " covers it."),
        ),
    ],
    ids=["hidden", "withheld", "no population", "nothing to count", "not covered"],
)  # fmt: skip
def test_where_there_is_no_value_the_sentence_says_why(figure: Figure, indicator: Indicator, told: str) -> None:
    assert said_of(figure, indicator) == told


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2018-03-31", "on 31 March 2018"),
        ("2018-02", "in February 2018"),
        ("FY2017-18", "in 2017/18"),
        ("AY2016-17", "in school year 2016/17"),
        ("12m2018-03", "in the twelve months to March 2018"),
        ("FY2017-18Q1", "from April to June 2017"),
        ("FY2017-18H2", "from October 2017 to March 2018"),
        ("FY2015-16..FY2017-18", "from 2015/16 to 2017/18"),
    ],
)
def test_a_period_takes_its_preposition(code: str, words: str) -> None:
    assert when(parse(code)) == words


def anything_at_all(indicator: Indicator) -> st.SearchStrategy[dict[str, Any]]:
    """Counts of every size, small ones oftener, for a measure."""
    some = st.one_of(st.integers(0, 12), st.integers(0, 10**6))
    if isinstance(indicator.measure, Median):
        return st.fixed_dictionaries({"denominator": some, "unknown": some, "value": st.integers(0, 25)})
    whole = {"denominator": st.integers(10**6, 10**7), "population": st.just("mid-2017")}
    parts = {"numerator": some, "unknown": some, **(whole if isinstance(indicator.measure, Rate | Proportion) else {})}
    if isinstance(indicator.measure, Proportion):
        parts.pop("population")
    return st.fixed_dictionaries(parts)


@given(st.data())
def test_no_sentence_makes_a_claim_that_no_test_supports(data: st.DataObject) -> None:
    indicator = data.draw(st.sampled_from(list(INDICATORS.values())))
    face = data.draw(st.sampled_from(list(Face)))
    period, earlier = data.draw(st.sampled_from([(NOW, BEFORE), ("FY2017-18", "FY2016-17"), ("2018-02", "2017-02")]))
    counted = anything_at_all(indicator)
    two = [a_figure(indicator, each, face=face, **data.draw(counted)) for each in (period, earlier)]
    assert_plain(told_of(two[0], indicator, earlier=two[1]))


STATUSES = ["counted", *WORDS]
CASES = [(indicator, status) for indicator, status in product(catalogue.indicators().values(), STATUSES)]


@pytest.mark.parametrize(("indicator", "status"), CASES, ids=lambda each: getattr(each, "code", each))
def test_every_indicator_of_the_catalogue_has_something_to_say_whatever_its_figure(
    indicator: Indicator, status: str
) -> None:
    row = cell(MEMBERS, NOW, numerator=70, denominator=900, status=status)
    row |= {"indicator": indicator.code, "value": 7 if isinstance(indicator.measure, Median) else None}
    row |= {"public": "shown", "partnership": "shown", "public_hides_unknown": False}
    (figure,) = figures_from([row], indicators=catalogue.indicators(), face=Face.PUBLIC, edition=1)
    assert_plain(told_of(figure, indicator))


def assert_plain(told: Told) -> None:
    for said in told:
        assert said.by or not says_it_moved(said.text), said
        assert all(answer.verdict.finding is not CANNOT_TELL for answer in said.by)
    assert_is_prose(str(told))


def assert_is_prose(told: str) -> None:
    assert told[0] == told[0].upper() and told.endswith(".")
    assert not re.search(r"None|[{}|]|  |\.\.", told), told


@pytest.mark.parametrize("face", [Face.PARTNERSHIP, Face.PUBLIC, Face.ROUNDED])
def test_a_few_of_whom_it_is_not_recorded_are_told_of_without_their_number(face: Face) -> None:
    told = said_of(a_figure(FINISHED, "FY2017-18", face=face, numerator=40, denominator=90, unknown=3), FINISHED)
    assert told.endswith(" For how many more it is not recorded is not shown, because they may be few.")


def test_nothing_false_is_told_of_those_that_go_unsaid_beside_a_few() -> None:
    """Of quarters with 3, none and 60 unknown none may say so: the sentence is the same, and true of all."""
    unknown = {"FY2017-18Q1": 3, "FY2017-18Q2": 0, "FY2017-18Q3": 60, "FY2017-18Q4": 0}
    cells = [cell(FINISHED, quarter, numerator=40, denominator=90, unknown=n) for quarter, n in unknown.items()]
    public = [said_of(each, FINISHED).rpartition("(95% interval).")[2] for each in figures(*cells, face=Face.PUBLIC)]
    assert set(public) == {" For how many more it is not recorded is not shown, because they may be few."}
    assert not re.search(r"\d", "".join(public))
    board = [said_of(each, FINISHED).rpartition("(95% interval).")[2] for each in figures(*cells)]
    assert board == [" For 3 more it is not recorded.", "", " For 60 more it is not recorded.", ""]


def test_in_short_it_says_the_beginning_of_the_same_and_nothing_else() -> None:
    figure = a_figure(MEMBER_RATE, NOW, numerator=300, denominator=20_000)
    earlier = a_figure(MEMBER_RATE, BEFORE, numerator=150, denominator=20_000)
    series = Series(MEMBER_RATE, figure, [figure, earlier])
    short, full = tell_in_short(series), tell(series)
    assert short.sentences and set(short.sentences) < set(full.sentences)
    assert str(full).startswith(short.sentences[0].text) and "95% interval" in str(full)
    assert "95% interval" not in str(short)


def test_in_short_it_still_says_why_there_is_no_figure() -> None:
    figure = figures(cell(MEMBERS, NOW, numerator=3), face=Face.PUBLIC)[0]
    series = Series(MEMBERS, figure, [figure])
    assert figure.value is None
    assert tell_in_short(series) == tell(series)


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 plan that began in 2013/14 was a repeat."), (60, "60 plans that began in 2013/14 were a repeat.")],
)
def test_a_number_stands_once_in_its_sentence_and_later_words_agree_with_it(number: int, said: str) -> None:
    sentence = "{numerator:plan that began|plans that began} {period} {numerator:was|were} a repeat."
    assert filled(sentence, {"numerator": number, "period": "in 2013/14"}) == said
