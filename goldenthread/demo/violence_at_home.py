"""What the police record of domestic abuse: incidents with children in the household, and cases of high risk."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.chance import days, in_force, pick, yes_or_no
from goldenthread.demo.days import LAST_DAY, first_of
from goldenthread.demo.writing import Table, Value

_GRADES = {"standard": 57, "medium": 31, "high": 12}
_NOT_GRADED = 0.02
_CHILDREN = {"1": 44, "2": 33, "3": 15, "4": 6, "5": 2}
_TOLD_WITHIN = {date(2011, 4, 1): 9, date(2012, 4, 1): 7, date(2013, 4, 1): 4}
"""The most days until partners are told, from a day on: the police came to tell sooner."""
_BROUGHT_BY = {"6": 64, "8": 17, "3E": 5, "3F": 4, "5A": 5, "4": 3, "7": 2}
_WITH_CHILDREN, _AGAIN = 0.63, 0.23
_FORTNIGHT = 14


def notifications(board: BoardFile, quarters: Iterable[tuple[date, date, int]]) -> Table:
    """As many incidents in each quarter as the police count in it: its first day, its last, and their number."""
    chance = board.chance_of("domestic abuse")
    rows: list[tuple[Value, ...]] = []
    for first, last, number in quarters:
        happened = sorted(first + days(chance, 0, (last - first).days) for _ in range(number))
        rows += [_incident(chance, f"D{first:%y%m}-{at:04d}", day) for at, day in enumerate(happened, start=1)]
    headers = ("incident_number", "abuse_on", "partners_told_on", "children_in_household", "risk_grade")
    return "domestic_abuse_notifications", headers, rows


def high_risk_cases(board: BoardFile) -> Table:
    """Cases that a risk assessment conference discussed, every fortnight."""
    chance = board.chance_of("risk assessment conferences")
    rows: list[tuple[Value, ...]] = []
    for year, number in board.calibration.high_risk_cases.items():
        held = [first_of(year) + timedelta(days=day) for day in range(_FORTNIGHT // 2, 365, _FORTNIGHT)]
        for at, day in enumerate(sorted(chance.choices(held, k=number)), start=1):
            children = pick(chance, _CHILDREN) if chance.random() < _WITH_CHILDREN else "0"
            rows.append((f"R{year}-{at:04d}", day, pick(chance, _BROUGHT_BY), children, yes_or_no(chance, _AGAIN)))
    headers = ("marac_number", "discussed_on", "brought_by", "children_in_household", "discussed_before")
    return "marac_cases", headers, rows


def _incident(chance: Random, number: str, day: date) -> tuple[Value, ...]:
    told = day + days(chance, 0, in_force(_TOLD_WITHIN, day))
    grade = "" if chance.random() < _NOT_GRADED else pick(chance, _GRADES)
    return number, day, told if told <= LAST_DAY else None, pick(chance, _CHILDREN), grade
