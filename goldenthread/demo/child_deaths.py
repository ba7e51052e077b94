"""Deaths of children of which the overview panel was told since it began in April 2008, and its reviews of them."""

from datetime import date
from random import Random

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.chance import days, pick, through_the_year, yes_or_no
from goldenthread.demo.days import LAST_DAY
from goldenthread.demo.writing import Table, Value

_AGES = {"0-4": 71, "5-9": 8, "10-14": 9, "15-17": 12}
_EXPECTED = 0.61
_SOON, _AFTER_AN_INQUEST, _INQUESTS = (90, 290), (240, 560), 0.24  # days until the review; the share that waits
_MODIFIABLE = {"no": 72, "yes": 21, "unknown": 7}


def child_deaths(board: BoardFile) -> Table:
    """As many in a year as the panel counts in it."""
    chance = board.chance_of("child deaths")
    rows = [
        _death(chance, f"C{year}-{at:02d}", told)
        for year, at, told in through_the_year(chance, board.calibration.child_deaths)
    ]
    headers = (
        "death_number", "death_notified_on", "death_on", "death_expected", "age_group", "death_reviewed_on",
        "modifiable",
    )  # fmt: skip
    return "child_deaths", headers, rows


def _death(chance: Random, number: str, told: date) -> tuple[Value, ...]:
    died = told - days(chance, 0, 3)
    reviewed = told + days(chance, *(_AFTER_AN_INQUEST if chance.random() < _INQUESTS else _SOON))
    found = pick(chance, _MODIFIABLE)
    expected, age_group = yes_or_no(chance, _EXPECTED), pick(chance, _AGES)
    if reviewed > LAST_DAY:
        return number, told, died, expected, age_group, None, ""
    return number, told, died, expected, age_group, reviewed, found
