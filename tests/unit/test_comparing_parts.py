"""A part beside the rest of the whole that it belongs to."""

import pytest

from goldenthread.engine.comparing.parts import beside_the_rest, how_many_by_chance, in_words
from goldenthread.engine.comparing.verdicts import CANNOT_TELL, HIGHER, LOWER, SIMILAR, Finding
from goldenthread.engine.protecting.faces import Face
from tests.factories.figures import FINISHED, MEMBER_RATE, MEMBERS, a_figure

YEAR, DAY = "FY2017-18", "2018-03-31"


def share(numerator: int, denominator: int, face: Face = Face.BOARD):  # type: ignore[no-untyped-def]
    return a_figure(FINISHED, YEAR, face=face, numerator=numerator, denominator=denominator)


def rate(numerator: int, denominator: int):  # type: ignore[no-untyped-def]
    return a_figure(MEMBER_RATE, DAY, numerator=numerator, denominator=denominator)


@pytest.mark.parametrize(
    ("part", "finding"), [((60, 100), HIGHER), ((20, 100), LOWER), ((42, 100), SIMILAR), ((4, 8), SIMILAR)]
)
def test_a_share_is_set_beside_that_of_the_others(part: tuple[int, int], finding: Finding) -> None:
    verdict = beside_the_rest(share(*part), share(400, 1000), FINISHED)
    assert verdict.finding is finding
    assert (verdict.p or 0) < 0.05 if finding is not SIMILAR else (verdict.p or 0) >= 0.05


def test_the_rest_is_the_whole_without_the_part() -> None:
    """Beside the whole, which holds it, 560 of 1,000 would look as if chance could make it of 1,020 of 2,000."""
    verdict = beside_the_rest(share(560, 1000), share(1020, 2000), FINISHED)
    assert verdict.finding is HIGHER
    assert verdict.p == pytest.approx(0.0000073, rel=0.5)
    assert in_words(verdict) == "◆ above the rest"


def test_a_rate_goes_by_the_people_on_either_side_and_allows_for_families() -> None:
    many, few = rate(30, 1000), rate(8, 1000)
    whole = rate(200, 11_000)
    assert beside_the_rest(many, whole, MEMBER_RATE).finding is HIGHER
    assert beside_the_rest(few, whole, MEMBER_RATE).finding is LOWER
    assert beside_the_rest(many, whole, MEMBER_RATE, families=4).finding is SIMILAR


def test_nothing_is_said_of_what_cannot_be_judged() -> None:
    count = a_figure(MEMBERS, DAY, numerator=40)
    assert beside_the_rest(count, a_figure(MEMBERS, DAY, numerator=400), MEMBERS).because == (
        "it is neither a share nor a rate"
    )
    hidden = share(3, 100, Face.PARTNERSHIP)
    assert hidden.value is None
    assert beside_the_rest(hidden, share(400, 1000), FINISHED).finding is CANNOT_TELL
    assert beside_the_rest(share(400, 1000), share(400, 1000), FINISHED).because == "there is no rest"


def test_how_many_differ_stands_beside_how_many_would_by_chance() -> None:
    apart = beside_the_rest(share(60, 100), share(400, 1000), FINISHED)
    untold = beside_the_rest(share(400, 1000), share(400, 1000), FINISHED)
    assert how_many_by_chance([untold]) == "Nothing here could be tested."
    assert how_many_by_chance([apart, untold]) == (
        "Tested: 1. Found above or below the rest: 1. Where nothing sets a place apart, chance alone puts fewer than"
        " one of 1 there."
    )
    assert "chance alone puts about 2 of 40 there" in how_many_by_chance([apart] * 40)
