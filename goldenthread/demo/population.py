"""How many children live in the city: a return in the program's own template. There are no numbers by ethnicity."""

import csv
from collections.abc import Iterator
from pathlib import Path

from goldenthread.demo.city import YEARS

EDITION = "Ambleford, invented for the demonstration"
HEADERS = ("edition", "mid_year", "ages", "breakdown", "group", "people")
_PEOPLE = {2013: 54_300, 2014: 54_750, 2015: 55_200, 2016: 55_600, 2017: 55_900}
_SHARES = {
    "sex": {"Male": 0.5125, "Female": 0.4875},
    "age_band": {"Under 1": 0.056, "1 to 4": 0.224, "5 to 9": 0.285, "10 to 15": 0.324, "16 and over": 0.111},
}


def write_population(path: Path) -> Path:
    """Write the mid-year estimates of every year of the records as one CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\r\n")
        write.writerow(HEADERS)
        write.writerows(row for year in YEARS for row in _rows(year))
    return path


def _rows(year: int) -> Iterator[tuple[str, int, str, str, str, int]]:
    whole = _PEOPLE[year]
    yield EDITION, year, "0-17", "", "", whole
    for breakdown, shares in _SHARES.items():
        left = whole
        for group, share in list(shares.items())[:-1]:
            left -= round(whole * share)
            yield EDITION, year, "0-17", breakdown, group, round(whole * share)
        yield EDITION, year, "0-17", breakdown, list(shares)[-1], left
