"""The small board's city, and what stands in the files of one."""

import csv
from datetime import date
from pathlib import Path

SMALL = Path(__file__).parents[1] / "functional" / "small_board.yaml"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day_of(text: str) -> date:
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)
