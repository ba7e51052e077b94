"""Worries that a child is trafficked, drawn into violent extremism, married by force or cut."""

from collections.abc import Mapping
from datetime import date
from random import Random

from goldenthread.demo.ages import Ages, born
from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.chance import days, pick, through_the_year
from goldenthread.demo.days import LAST_DAY
from goldenthread.demo.writing import Table, Value

_FEARED = {"trafficking": 34, "radicalisation": 27, "forced_marriage": 25, "fgm": 14}
_AGES: Mapping[str, Ages] = {
    "trafficking": Ages(11, 17), "radicalisation": Ages(12, 17), "forced_marriage": Ages(13, 17), "fgm": Ages(1, 14),
}  # fmt: skip
_PASSED_TO: Mapping[str, Mapping[str, float]] = {
    "trafficking": {"social_care": 52, "national": 41, "nobody": 7},
    "radicalisation": {"panel": 58, "social_care": 27, "nobody": 15},
    "forced_marriage": {"social_care": 49, "national": 39, "nobody": 12},
    "fgm": {"social_care": 90, "nobody": 10},
}


def worries(board: BoardFile) -> Table:
    """Just so many in a year as were stated, and to whom each was passed on."""
    chance = board.chance_of("particular harm")
    rows = [
        _worry(chance, f"H{year}-{at:03d}", day)
        for year, at, day in through_the_year(chance, board.calibration.particular_harm)
    ]
    headers = ("person_number", "date_of_birth", "worried_on", "harm", "passed_to", "passed_on", "harm_notes")
    return "harm_notifications", headers, rows


def _worry(chance: Random, number: str, day: date) -> tuple[Value, ...]:
    harm = pick(chance, _FEARED)
    to, passed = pick(chance, _PASSED_TO[harm]), day + days(chance, 0, 3)
    known = to != "nobody" and passed <= LAST_DAY
    return number, born(chance, day, _AGES[harm]), day, harm, to, passed if known else None, ""
