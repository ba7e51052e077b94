"""Which numbers an indicator tells, and which indicators must therefore be decided together."""

from dataclasses import replace

import pytest

from goldenthread import catalogue
from goldenthread.engine.counting import fingerprints_of
from goldenthread.engine.counting.telling import joined, tells
from goldenthread.engine.definitions import ROWS, Count, During, Indicator, Measure, Median, Proportion, Rate, Supplied
from tests.factories.figures import FLOW, PEOPLE, an_indicator


def asking(measure: Measure, code: str = "R1") -> Indicator:
    return an_indicator(code, measure, "", over=FLOW)


FINISHED = Proportion("finished")


@pytest.mark.parametrize(
    ("one", "other", "tell"),
    [
        (FINISHED, Count("finished"), True),
        (Count("finished"), FINISHED, True),
        (Rate(1_000, PEOPLE, where="finished"), Count("finished"), True),
        (FINISHED, Count(), True),  # how many it is a share of
        (Count(), FINISHED, False),  # which hides more than a count of its whole need hide
        (Count("finished"), Count("fell"), False),
        (FINISHED, Proportion("fell"), False),
        (Proportion("result = 'won'", "finished"), Proportion("result = 'placed'", "finished"), True),
        (Proportion("result = 'won'", "finished"), Proportion("result = 'placed'"), False),
        (Proportion("result = 'won'", "result <> 'fell'"), Proportion("result <> 'fell'"), True),
        (Proportion("fell", "fell or finished"), Proportion("finished", "finished"), False),
        (Median("age", "years", where="finished"), Count("finished"), False),  # of whom the age is known
    ],
)
def test_it_tells_what_is_anothers_own_number(one: Measure, other: Measure, *, tell: bool) -> None:
    assert tells(asking(one)).what_is_of(tells(asking(other))) is tell


def test_other_rows_are_other_numbers_and_rows_go_with_their_children() -> None:
    count = asking(Count())
    assert tells(count).what_is_of(tells(replace(count, counts=ROWS)))
    assert not tells(count).what_is_of(tells(replace(count, dataset="divers")))
    assert not tells(count).what_is_of(tells(replace(count, over=During("fallen_on"))))
    assert not tells(replace(count, over=Supplied())).what_is_of(tells(replace(count, over=Supplied())))


def test_whatever_hangs_together_through_others_is_joined() -> None:
    asked = (Count(), FINISHED, Count("finished"), Count("fell"))
    those = [asking(measure, f"R{at}") for at, measure in enumerate(asked)]
    assert joined(those) == {**dict.fromkeys(("R0", "R1", "R2"), frozenset({"R0", "R1", "R2"})), "R3": {"R3"}}


def test_a_fingerprint_changes_with_that_of_what_it_is_joined_to_and_of_nothing_else() -> None:
    """Otherwise one would be worked out anew beside another that still hides what it hid."""
    every = catalogue.indicators()

    def of(changed: str) -> dict[str, str]:
        those = [replace(each, title="Another") if each.code == changed else each for each in every.values()]
        return fingerprints_of(those, datasets=catalogue.datasets(), parts=[], cohorts=catalogue.cohorts(), told={})

    before, after = of(""), of("CP8")
    assert {code for code in every if before[code] != after[code]} == {"CP4", "CP5", "CP8", "CP20", "CP29"}
