"""Children and young people whom no school has on its roll: missing education, taught at home, or doing nothing."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.days import SINCE_2011
from goldenthread.demo.stocks import Plan, Spell, draw
from goldenthread.demo.writing import Value, write_table

Row = tuple[Value, ...]
_ACTIVITY_AGES, _SCHOOL_AGES = (16, 17), (5, 15)
_DAYS_OF_A_YEAR = 365
_WHO = ("person_number", "date_of_birth")


def write_off_roll(board: BoardFile, chance: Random, into: Path) -> None:
    """Three registers, one row for each stretch of time that lasted on or after the first day of the later records."""
    targets = board.calibration
    activity = [
        (number, born, spell.started, spell.ended, what)
        for what, levels in (("neet", targets.not_in_education), ("unknown", targets.activity_unknown))
        for number, born, spell in _people(chance, levels, 0.11, _ACTIVITY_AGES, what[0].upper())
    ]
    write_table(into, "not_in_education", (*_WHO, "inactive_from", "inactive_until", "not_in_education"), activity)
    missing = [
        (number, born, spell.started, spell.ended)
        for number, born, spell in _people(chance, targets.missing_education, 0.24, _SCHOOL_AGES, "M")
    ]
    write_table(into, "children_missing_education", (*_WHO, "not_on_roll_from", "not_on_roll_until"), missing)
    at_home = [
        (number, born, spell.started, spell.ended, _visited(chance, spell))
        for number, born, spell in _people(chance, targets.educated_at_home, 0.035, _SCHOOL_AGES, "H")
    ]
    columns = ("home_educated_from", "home_educated_until", "home_visited_on")
    write_table(into, "educated_at_home", (*_WHO, *columns), at_home)


def _people(
    chance: Random, levels: Mapping[date, int], ends_a_month: float, ages: tuple[int, int], letter: str
) -> Iterator[tuple[str, date, Spell]]:
    """Somebody's number, date of birth and spell, for each spell that there are records of."""
    groups = draw(chance, Plan(levels, ends_a_month, (10, 500)))
    spells = [spell for group in groups for spell in group.spells if spell.ended >= SINCE_2011]
    low, high = ages
    for at, spell in enumerate(sorted(spells, key=lambda each: each.started), start=1):
        old = chance.randint(low * _DAYS_OF_A_YEAR + 10, (high + 1) * _DAYS_OF_A_YEAR - 10)
        yield f"{letter}{at:05d}", spell.started - timedelta(days=old), spell


def _visited(chance: Random, spell: Spell) -> date | None:
    """Somebody from the authority visits most families, some weeks after it was told."""
    day = spell.started + timedelta(days=chance.randint(14, 120))
    return day if chance.random() < 0.8 and SINCE_2011 <= day < min(spell.ended, date(2014, 4, 1)) else None
