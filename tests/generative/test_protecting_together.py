"""The attacker's audit of indicators that tell the same numbers: set side by side they give nothing away."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

import pytest

from goldenthread.engine.counting import tells
from goldenthread.engine.definitions import Count, Indicator, Proportion
from goldenthread.engine.protecting.agreeing import Tells
from goldenthread.engine.protecting.deciding import Undecided, decide_together
from tests.factories.figures import FLOW, Cell, an_indicator, table
from tests.generative.attacking import Attacker, Kind, Unknown, place
from tests.generative.races import NESTED, TIMES, Counted, Record, attack, cells_by, no, records, share_of, yes

RESULTS = ("won", "placed", "beaten", "stopped")
"""How a race ended; who was stopped did not finish."""
_FINISHED, _ALL = "result <> 'stopped'", "true"


def share(code: str, where: str, of: str) -> Indicator:
    return an_indicator(code, Proportion(where, of), "", over=FLOW)


RACES, FINISHES = an_indicator("R1", Count(), "", over=FLOW), an_indicator("R2", Count(_FINISHED), "", over=FLOW)
FINISHED = share("R3", _FINISHED, _ALL)
DIVIDED = [share(f"R{at}", f"result = '{each}'", _FINISHED) for at, each in enumerate(RESULTS[:3], start=4)]


def drawn(chance: Random, times: Sequence[str]) -> tuple[list[Record], Mapping[int, str]]:
    """Races, and how each ended."""
    races = list(records(chance, times))
    often = [chance.random() ** 2 for _ in RESULTS]
    return races, {id(race): chance.choices(RESULTS, often)[0] for race in races}


def ways(results: Mapping[int, str]) -> dict[str, Counted]:
    """What each indicator comes to, by its code."""

    def of_result(result: str) -> Counted:
        return lambda those: share_of([ended == result for race in those if (ended := results[id(race)]) != "stopped"])

    def finished(those: Sequence[Record]) -> list[bool]:
        return [results[id(race)] != "stopped" for race in those]

    return {
        RACES.code: lambda those: {"numerator": len(those)},
        FINISHES.code: lambda those: {"numerator": sum(finished(those))},
        FINISHED.code: lambda those: share_of(finished(those)),
    } | {each.code: of_result(result) for each, result in zip(DIVIDED, RESULTS, strict=False)}


def protected(
    chance: Random, times: Sequence[str], those: Sequence[Indicator], told: Callable[[Indicator], Tells] = tells
) -> dict[str, list[Cell]]:
    """The cells of some indicators of the same races, decided together, by their codes."""
    races, results = drawn(chance, times)
    cells = [table(cells_by(each, races, times, ways(results)[each.code])) for each in those]
    decided = decide_together(
        [Undecided(each, True, NESTED, tells=told(of)) for of, each in zip(those, cells, strict=True)]
    )
    return {of.code: list(each.to_pylist()) for of, each in zip(those, decided, strict=True)}


def attacker(cells: Mapping[str, Sequence[Cell]]) -> Attacker:
    """Somebody who sees all of them, and knows how they hang together."""
    kinds = [Kind(code, those, yes) for code, those in cells.items()]
    shares = [code for code, those in cells.items() if those[0]["denominator"] is not None]
    kinds += [Kind(f"not {code}", cells[code], no) for code in shares]
    of = {FINISHED.code: RACES.code} | {each.code: FINISHED.code for each in DIVIDED}
    sums = [{code: 1, f"not {code}": 1, of[code]: -1} for code in shares if of[code] in cells]
    sums += [{FINISHES.code: 1, FINISHED.code: -1}] if FINISHES.code in cells else []
    divided = [each.code for each in DIVIDED if each.code in cells]
    sums += [{**dict.fromkeys(divided, 1), FINISHED.code: -1}] if divided else []
    places = [place(each) for each in cells[FINISHED.code]]
    return Attacker(
        *kinds, also=[{Unknown(kind, at): sign for kind, sign in each.items()} for at in places for each in sums]
    )


@pytest.mark.parametrize(
    ("tables", "times"), [(how_many // 4, times) for how_many, *times in TIMES.values()], ids=TIMES
)
def test_no_small_number_can_be_worked_out_from_a_count_and_a_share_of_the_same_number(
    tables: int, times: Sequence[str]
) -> None:
    chance, attacked = Random(f"beside {times}"), 0
    for _ in range(tables):
        attacked += attack(attacker(protected(chance, times, [RACES, FINISHES, FINISHED])))
    assert attacked > tables


@pytest.mark.parametrize(
    ("tables", "times"), [(how_many // 4, times) for how_many, *times in TIMES.values()], ids=TIMES
)
def test_no_small_number_can_be_worked_out_from_shares_that_are_together_one_whole(
    tables: int, times: Sequence[str]
) -> None:
    """The whole is itself a share, and counted."""
    chance, attacked = Random(f"divided {times}"), 0
    for _ in range(tables):
        attacked += attack(attacker(protected(chance, times, [RACES, FINISHES, FINISHED, *DIVIDED])))
    assert attacked > tables


@pytest.mark.parametrize("those", [[RACES, FINISHES, FINISHED], [RACES, FINISHED, *DIVIDED]], ids=["count", "divided"])
def test_where_each_is_decided_by_itself_the_attacker_finds_small_numbers(those: Sequence[Indicator]) -> None:
    """An audit that never finds anything would prove nothing."""
    chance, exact = Random("by itself"), 0
    for _ in range(60):
        cells = protected(chance, ["2018-03-31"], those, told=lambda _: Tells())
        exact += any(most - least < 0.5 for least, most in attacker(cells).ranges(1).values())
    assert exact > 0
