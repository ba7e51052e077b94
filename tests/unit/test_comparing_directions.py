"""Published directions without a figure: what a test supports, does not support, or has no base for."""

import pytest

from goldenthread import catalogue
from goldenthread.catalogue.published import DirectionAnswer, directions
from goldenthread.engine.comparing.directions import Direction, Support, Tried, largest, untried
from goldenthread.engine.comparing.series import Break, Known
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, LOWER, SIMILAR, Finding, Verdict
from goldenthread.engine.definitions import Indicator
from goldenthread.engine.protecting.figures import Figure
from goldenthread.workflow.results.directions import tried
from tests.factories.figures import INDICATORS, MEMBERS, RACES, a_figure
from tests.unit.test_comparing_changes import LATE

YEARS = "FY2016-17..FY2017-18"


def of(*pairs: tuple[Finding, Finding]) -> Direction:
    """Directions that were published, each with what its test found."""
    return Direction(tuple(Tried(says, "S1: 3 and 4", Verdict("a test", found)) for says, found in pairs))


@pytest.mark.parametrize(
    ("pairs", "support", "words"),
    [
        ([(HIGHER, HIGHER)], Support.SUPPORTED, "A test supports it."),
        ([(HIGHER, LOWER)], Support.NOT_SUPPORTED, "A test does not support it."),
        ([(HIGHER, SIMILAR)], Support.NOT_SUPPORTED, "A test does not support it."),
        ([(SIMILAR, SIMILAR)], Support.SUPPORTED, "No test speaks against it,"),
        ([(SIMILAR, LOWER)], Support.NOT_SUPPORTED, "A test does not support it."),
        ([(LOWER, CANNOT_TELL)], Support.NO_BASE, "There is no base to test it on."),
        ([(LOWER, LOWER), (LOWER, CANNOT_TELL)], Support.SUPPORTED, "A test supports it in part."),
        ([(HIGHER, CANNOT_TELL), (SIMILAR, SIMILAR)], Support.SUPPORTED, "against the part of it that can be tested."),
        ([(LOWER, LOWER), (LOWER, SIMILAR)], Support.NOT_SUPPORTED, "A test does not support it."),
        ([(LOWER, LOWER), (SIMILAR, SIMILAR)], Support.SUPPORTED, "A test supports it."),
    ],
)
def test_one_test_that_speaks_against_a_direction_is_enough(
    pairs: list[tuple[Finding, Finding]], support: Support, words: str
) -> None:
    found = of(*pairs)
    assert found.support is support and words in found.told


def test_what_could_not_be_tried_says_why() -> None:
    found = untried("the cities are not named")
    assert (found.support, found.told) == (
        Support.NO_BASE, "There is no base to test it on: the cities are not named.",
    )  # fmt: skip


def test_the_largest_is_the_named_groups_beside_the_largest_of_the_others() -> None:
    assert largest([("a", 3), ("b", 4), ("c", 6), ("d", 5)], ["a", "b"]) == (7, ("c", 6))
    assert largest([("a", 3), ("c", 6)], ["a", "b"]) is None
    assert largest([("a", 3)], ["a"]) is None


# --- tried on figures -------------------------------------------------------------------------------------------------


def known(indicator: Indicator, counts: dict[str, int], *, breaks: list[Break] | None = None) -> Known:
    found: list[Figure] = [a_figure(indicator, period, numerator=count) for period, count in counts.items()]
    return Known(INDICATORS, lambda code: [each for each in found if each.indicator == code],
                 {indicator.code: breaks or []})  # fmt: skip


def asked(says: Finding = HIGHER, code: str = "S5", **more: object) -> DirectionAnswer:
    return DirectionAnswer.model_construct(of={code: says}, **more)


def test_a_change_is_tried_on_its_two_periods() -> None:
    found = tried(asked(), YEARS, known(RACES, {"FY2016-17": 100, "FY2017-18": 160}))
    assert found.support is Support.SUPPORTED
    assert "S5 (Swimmers (S5)): 160 in 2017/18, 100 in 2016/17: higher by more than chance explains" in found.told
    assert "(conditional test of two counts, p < 0.001)" in found.told


def test_a_change_across_a_break_has_no_base() -> None:
    found = tried(asked(), YEARS, known(RACES, {"FY2016-17": 100, "FY2017-18": 160}, breaks=[LATE]))
    assert found.support is Support.NO_BASE and "recording changed on 1 October 2017" in found.told


def test_a_caseload_has_no_base_by_itself() -> None:
    found = tried(asked(code="S1"), YEARS, known(MEMBERS, {"2017-03-31": 100, "2018-03-31": 900}))
    assert found.support is Support.NO_BASE and "a caseload holds many of the same children" in found.told


def test_without_an_earlier_figure_or_any_figure_there_is_no_base() -> None:
    assert "nothing before it to set it beside" in tried(asked(), YEARS, known(RACES, {"FY2017-18": 160})).told
    assert "it cannot be given in 2017/18" in tried(asked(), YEARS, known(RACES, {})).told
    assert "it is not said of which time it is true (2005..2012)" in tried(asked(), "2005..2012", known(RACES, {})).told


def test_a_direction_over_years_is_tried_by_the_trend_test() -> None:
    level = {f"FY{year}-{year - 1999:02d}": 100 for year in range(2013, 2018)}
    steep = {code: 100 * (at + 1) for at, code in enumerate(level)}
    found = [tried(asked(asks="trend"), YEARS, known(RACES, counts)).support for counts in (level, steep)]
    assert found == [Support.NOT_SUPPORTED, Support.SUPPORTED]
    few = tried(asked(asks="trend"), YEARS, known(RACES, {"FY2017-18": 100}))
    assert "fewer than five years in a row" in few.told


def test_every_direction_names_indicators_and_groups_that_there_are() -> None:
    assert len(directions()) > 10
    with pytest.raises(ValueError, match="no indicator X9"):
        DirectionAnswer(of={"X9": HIGHER})
    with pytest.raises(ValueError, match="or says why it cannot be"):
        DirectionAnswer()
    code = next(code for code, each in catalogue.indicators().items() if each.breakdowns)
    with pytest.raises(ValueError, match="has no group nobody"):
        DirectionAnswer(of={code: HIGHER}, by="age_band", groups=("nobody",))
