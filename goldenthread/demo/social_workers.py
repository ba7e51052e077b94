"""The social workers of children in care, one after another; brothers and sisters have the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.care import Care
from goldenthread.demo.chance import pick
from goldenthread.demo.children import Child
from goldenthread.demo.days import LAST_DAY, SINCE_2011, on_a_weekday
from goldenthread.demo.stocks import OPEN

_WORKERS, _SHORTEST, _USUAL = 190, 25, 520  # how many there are; days for which one is responsible
_WHY_CHANGED = {
    "TSPROC": 26, "LEFTRL": 31, "MANAGE": 19, "ABSENC": 11, "ORGRST": 8, "CHCHAN": 2, "PCCHAN": 2, "OTHERS": 1,
}  # fmt: skip
_FIRST = "FCONTA"


@dataclass(frozen=True)
class Turn:
    """The time for which one social worker was responsible; `OPEN` while it lasts."""

    worker: str
    since: date
    until: date
    because: str


@dataclass(frozen=True)
class Responsible:
    """One child's part of a social worker's turn."""

    child: Child
    turn: Turn
    until: date
    team: str


def responsible(board: BoardFile, chance: Random, care: Care) -> Iterator[Responsible]:
    """Who was responsible for each child in care, since April 2011."""
    for group in care.groups:
        turns = list(_turns(chance, group.started, max(spell.ended for spell in group.spells)))
        for spell in group.spells:
            child = care.stays[spell].child
            for turn in turns:
                until = min(turn.until, spell.ended)
                if turn.since < until and until >= SINCE_2011:
                    team = f"Children looked after, {board.locality_of(child.cluster)}"
                    yield Responsible(child, turn, until if until <= LAST_DAY else OPEN, team)


def _turns(chance: Random, first: date, last: date) -> Iterator[Turn]:
    worker, because, since = _another(chance, ""), _FIRST, first
    while since < last and since <= LAST_DAY:
        until = on_a_weekday(since + timedelta(days=_SHORTEST + int(chance.expovariate(1 / _USUAL))))
        yield Turn(worker, since, until, because)
        worker, because, since = _another(chance, worker), pick(chance, _WHY_CHANGED), until


def _another(chance: Random, before: str) -> str:
    return chance.choice([each for each in (f"SW{number:03d}" for number in range(1, _WORKERS + 1)) if each != before])
