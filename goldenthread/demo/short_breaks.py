"""Short breaks for children with disabilities, who live at home and are in no count of children looked after."""

from datetime import date, timedelta
from random import Random

from goldenthread.demo.care import Episode
from goldenthread.demo.chance import birthday, days
from goldenthread.demo.children import Child
from goldenthread.demo.city import LAST_DAY
from goldenthread.demo.placements import of_kind

_NEED = "N2"


def agreements(chance: Random, child: Child, started: date) -> list[Episode]:
    """One episode for each yearly agreement (V4), until the child is grown or the records end."""
    episodes: list[Episode] = []
    while started < min(LAST_DAY, birthday(child.born, 17)) and len(episodes) < 6:
        ended = started + days(chance, 300, 420)
        episodes.append(_episode(chance, "V4", started, ended))
        started = ended + days(chance, 1, 30)
    return episodes


def weekends(chance: Random, child: Child, started: date) -> list[Episode]:
    """One episode for each weekend away (V3)."""
    episodes: list[Episode] = []
    while started < min(LAST_DAY, birthday(child.born, 17)) and len(episodes) < 12:
        episodes.append(_episode(chance, "V3", started, started + days(chance, 2, 3)))
        started += days(chance, 40, 75)
    return episodes


def _episode(chance: Random, legal: str, started: date, ended: date) -> Episode:
    placed = of_kind(chance, chance.choice(("U6", "K2", "K2")))
    return Episode(started, "S", legal, _NEED, placed, max(ended, started + timedelta(days=1)), "E4A", "")
