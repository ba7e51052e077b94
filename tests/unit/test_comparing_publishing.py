"""Published figures beside ours: at the precision at which they were published, and never chosen between."""

from decimal import Decimal
from fractions import Fraction

import pytest

from goldenthread.engine.comparing.publishing import (
    CONFLICT,
    DIFFERS,
    DIRECTION,
    NOT_COVERED,
    REPRODUCED,
    SUPPLIED,
    Compared,
    Ours,
    Published,
    compare,
)


def published(value: str | None, *, id: str = "a", per: int | None = None, numerator: int | None = None) -> Published:  # noqa: A002
    return Published(id, "something", "2014-03-31", None if value is None else Decimal(value), per, numerator)


def ours(value: str | None, **more: object) -> Ours:
    return Ours("X1", None if value is None else Fraction(value), **more)  # type: ignore[arg-type]


def one(theirs: Published, mine: Ours | None) -> Compared:
    return compare([theirs], {} if mine is None else {theirs.id: mine})[0]


@pytest.mark.parametrize(
    ("value", "mine", "verdict", "shown"),
    [
        ("24", "23.6", REPRODUCED, "24"),
        ("24", "24.5", DIFFERS, "25"),
        ("23.6", "23.55", REPRODUCED, "23.6"),
        ("-8", "-8.27", REPRODUCED, "-8"),
        ("183000", "183499", REPRODUCED, "183,000"),
        ("183000", "183500", DIFFERS, "184,000"),
        ("1370", "1371", DIFFERS, "1,371"),
        ("0", "0", REPRODUCED, "0"),
    ],
)
def test_compared_at_published_precision(value: str, mine: str, verdict: str, shown: str) -> None:
    found = one(published(value), ours(mine))
    assert (found.verdict, found.shown) == (verdict, shown)


def test_what_was_supplied_what_is_not_there_and_what_has_no_figure() -> None:
    assert one(published("45"), ours("45", was_supplied=True)).verdict == SUPPLIED
    assert one(published("45"), ours(None)).verdict == NOT_COVERED
    assert one(published("45"), None).verdict == NOT_COVERED
    assert one(published(None), None).verdict == DIRECTION


RATE = published("48", id="cp", per=10_000, numerator=759)
OTHER = published("87", id="cla", per=10_000, numerator=1353)
MINE = {"cp": ours("48.89", numerator=759), "cla": ours("87.15", numerator=1353)}


def test_two_rates_that_no_population_gives_are_a_conflict_and_say_why() -> None:
    found = compare([RATE, OTHER], MINE)
    assert [each.verdict for each in found] == [CONFLICT, REPRODUCED]
    assert "156,495 to 159,789" in found[0].because and "154,629 to 156,416" in found[0].because
    assert "48.9" in found[0].because


def test_a_rate_that_only_we_contradict_differs() -> None:
    assert compare([RATE], MINE)[0].verdict == DIFFERS
    near = published("85", id="cla", per=10_000, numerator=1353)  # 157,000 gives both
    assert compare([RATE, near], MINE)[0].verdict == DIFFERS


def test_a_rate_of_another_count_differs() -> None:
    assert compare([RATE, OTHER], {**MINE, "cp": ours("48.89", numerator=760)})[0].verdict == DIFFERS
