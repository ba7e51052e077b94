"""How children fared who had been looked after for a year when a year ended: health, difficulties, convictions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from goldenthread.demo.care import Stay, by_number
from goldenthread.demo.care_reviews import HealthCheck
from goldenthread.demo.chance import pick, yes_or_no
from goldenthread.demo.children import Child
from goldenthread.demo.days import LATER_YEARS, age, last_of, year_of, years_back

_SCORED, _TOO_YOUNG_OR_OLD = range(4, 17), "SDQ1"
_NO_SCORE = {"SDQ2": 38, "SDQ5": 31, "SDQ3": 8, "SDQ4": 23}
_HAS_SCORE, _USUAL_SCORE, _HIGHEST_SCORE = 0.79, 13.5, 40
_UNDER_SCHOOL_AGE, _CRIMINALLY_RESPONSIBLE = 5, 10
_IMMUNISED, _DEVELOPED = 0.86, 0.91
_CONVICTED, _MISUSED = 0.062, 0.048
_HELPED, _OFFERED_HELP = 0.6, 0.8


@dataclass(frozen=True)
class Misuse:
    """Whether a child misused substances, received help for it or, where not, was offered some."""

    found: str
    helped: str = ""
    offered: str = ""


@dataclass(frozen=True)
class Outcome:
    """What is said of one child at a year's end. `developed` is asked of children under school age alone."""

    child: Child
    on: date
    score: int | None
    no_score: str
    convicted: str
    developed: str
    immunised: str
    teeth_checked: str
    health_assessed: str
    misuse: Misuse


def outcomes(chance: Random, stays: Sequence[Stay], checks: Sequence[HealthCheck]) -> Iterator[Outcome]:
    """Of everybody who was in care on the last day of a year and had been for twelve months."""
    done = {(each.child, each.kind, year_of(each.due)) for each in checks if each.done}
    for year in LATER_YEARS:
        on = last_of(year)
        for stay in by_number(stays):
            if stay.spell.is_open(on) and stay.spell.started <= years_back(on, 1):
                checked = {kind for kind in ("health", "dental") if (stay.child, kind, year) in done}
                yield _outcome(chance, stay.child, on, checked)


def _outcome(chance: Random, child: Child, on: date, checked: set[str]) -> Outcome:
    years = age(child.born, on)
    score, no_score = _difficulties(chance, years)
    old_enough = years >= _CRIMINALLY_RESPONSIBLE
    return Outcome(
        child,
        on,
        score,
        no_score,
        convicted=yes_or_no(chance, _CONVICTED if old_enough else 0),
        developed=yes_or_no(chance, _DEVELOPED) if years < _UNDER_SCHOOL_AGE else "",
        immunised=yes_or_no(chance, _IMMUNISED),
        teeth_checked="1" if "dental" in checked else "0",
        health_assessed="1" if "health" in checked else "0",
        misuse=_misuse(chance, _MISUSED if old_enough else 0),
    )


def _difficulties(chance: Random, years: int) -> tuple[int | None, str]:
    """A score, or why there is none."""
    if years not in _SCORED:
        return None, _TOO_YOUNG_OR_OLD
    if chance.random() > _HAS_SCORE:
        return None, pick(chance, _NO_SCORE)
    return min(_HIGHEST_SCORE, max(0, round(chance.gauss(_USUAL_SCORE, 6.5)))), ""


def _misuse(chance: Random, share: float) -> Misuse:
    if chance.random() >= share:
        return Misuse("0")
    if chance.random() < _HELPED:
        return Misuse("1", helped="1")
    return Misuse("1", helped="0", offered=yes_or_no(chance, _OFFERED_HELP))
