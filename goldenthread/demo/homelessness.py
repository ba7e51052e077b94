"""Young people who ask the housing authority for help because they have no home."""

from datetime import date
from pathlib import Path
from random import Random

from goldenthread.demo.ages import Ages, born
from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.chance import days, in_force, pick, through_the_year, yes_or_no
from goldenthread.demo.days import last_of
from goldenthread.demo.writing import Value, write_table

_YOUNG, _GROWN_UP, _OLDER = Ages(16, 17), Ages(18, 19), 0.06  # the share of those in the register who are older
_AGAIN, _LATER = 0.07, (20, 160)  # who ask a second time in the year, and after how many days
_JOINTLY = {date(2011, 4, 1): 0.49, date(2012, 4, 1): 0.55, date(2013, 4, 1): 0.66}
_IN_A_HOTEL = {date(2011, 4, 1): 0.15, date(2012, 4, 1): 0.12, date(2013, 4, 1): 0.07}
_HOUSED = {"home": 37, "housed": 34, "looked_after": 11, "other": 18}


def write_homelessness(board: BoardFile, into: Path) -> Path:
    """The housing service's register of young people: as many in a year as were stated, some of them twice."""
    chance = board.chance_of("homelessness")
    rows: list[tuple[Value, ...]] = []
    for year, at, asked in through_the_year(chance, board.calibration.homeless_young_people):
        rows += _asked(chance, year, f"Y{year}-{at:03d}", asked)
    headers = ("person_number", "date_of_birth", "asked_on", "assessed_jointly", "hotel_used", "housed")
    write_table(into, "youth_homelessness", headers, rows)
    return into


def _asked(chance: Random, year: int, number: str, asked: date) -> list[tuple[Value, ...]]:
    """What came of it the first time, and of a second time where there was one."""
    birth = born(chance, asked, _GROWN_UP if chance.random() < _OLDER else _YOUNG)
    again = asked + days(chance, *_LATER)
    times = [asked, again] if chance.random() < _AGAIN and again <= last_of(year) else [asked]
    return [
        (number, birth, day, yes_or_no(chance, in_force(_JOINTLY, day)), yes_or_no(chance, in_force(_IN_A_HOTEL, day)),
         pick(chance, _HOUSED))
        for day in times
    ]  # fmt: skip
