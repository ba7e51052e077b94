"""What children's services count of their social workers: how many cases each has, who leaves, what is vacant.

As the workforce return does, it tells how things stand on 30 September, and who left in the whole year.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.days import LATER_YEARS, first_of, last_of
from goldenthread.demo.partners import SUPPLIED, Row, figure
from goldenthread.demo.writing import write_table


def write_workforce(board: BoardFile, into: Path) -> Path:
    """Four numbers for each year since April 2011."""
    write_table(into, "workforce", SUPPLIED, [row for year in LATER_YEARS for row in _of_year(board, year)])
    return into


def _of_year(board: BoardFile, year: int) -> Iterator[Row]:
    targets, autumn = board.calibration, date(year, 9, 30)
    said_by = f"{board.place} City Council, workforce return"
    posts, agency_staff = targets.social_workers[year], targets.agency_social_workers[year]
    yield figure("WF1", autumn, autumn, value=targets.caseload[year], said_by=said_by)
    left = targets.social_workers_who_left[year]
    yield figure("WF2", first_of(year), last_of(year), number=left, out_of=posts, said_by=said_by)
    yield figure("WF3", autumn, autumn, number=agency_staff, out_of=posts + agency_staff, said_by=said_by)
    vacant = targets.vacant_posts[year]
    yield figure("WF4", autumn, autumn, number=vacant, out_of=posts + vacant, said_by=said_by)
