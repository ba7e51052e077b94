"""Children of the area in secure settings, wherever these are."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.chance import pick
from goldenthread.demo.children import born_between
from goldenthread.demo.days import SINCE_2011, years_back
from goldenthread.demo.stocks import Plan, draw
from goldenthread.demo.writing import Table, Value

_ENDS_A_MONTH, _BEFORE = 0.22, (5, 200)
_KINDS = {"institution": 68, "training_centre": 14, "home": 18}
_ELSEWHERE = {
    "institution": "Stonefield Young Offender Institution",
    "training_centre": "Coldwater Secure Training Centre",
    "home": "Brackenridge Secure Children's Home",
}
_OF_A_KIND = {"institution": "Institution", "training_centre": "Training Centre", "home": "Home"}
_WHY = {"institution": {"sentence": 71, "remand": 29}, "training_centre": {"sentence": 66, "remand": 34},
        "home": {"welfare": 44, "sentence": 30, "remand": 26}}  # fmt: skip
_YOUNGEST, _GROWN = {"institution": 15, "training_centre": 14, "home": 12}, 18


def secure_stays(board: BoardFile, until: date) -> Table:
    """Every stay that lasted on or after the first day of the later records, as it was known on a day."""
    chance = board.chance_of("secure stays")
    groups = draw(chance, Plan(board.calibration.in_secure_settings, _ENDS_A_MONTH, _BEFORE))
    spells = sorted((spell for group in groups for spell in group.spells), key=lambda spell: spell.started)
    rows: list[tuple[Value, ...]] = []
    for at, spell in enumerate((each for each in spells if SINCE_2011 <= each.ended and each.started <= until), 1):
        ended = spell.ended if spell.ended <= until else None
        kind = pick(chance, _KINDS)
        born = _born(chance, spell.started, ended or until, _YOUNGEST[kind])
        why, where = pick(chance, _WHY[kind]), _where(chance, board.secure_establishments, kind)
        rows.append((f"J{at:04d}", born, spell.started, ended, kind, why, where))
    headers = (
        "person_number", "date_of_birth", "secure_from", "secure_until", "secure_kind", "secured_for", "secure_setting",
    )  # fmt: skip
    return "secure_stays", headers, rows


def _born(chance: Random, first: date, last: date, youngest: int) -> date:
    """Old enough for the setting when it begins, and where there is room not grown up before it ends."""
    earliest = years_back(last, _GROWN) + timedelta(days=1)
    return born_between(chance, earliest, max(earliest, years_back(first, youngest)), [])


def _where(chance: Random, here: Sequence[str], kind: str) -> str:
    return chance.choice([_ELSEWHERE[kind], *(name for name in here if _OF_A_KIND[kind] in name)])
