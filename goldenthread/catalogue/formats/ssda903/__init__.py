"""SSDA903, the yearly return on children looked after: tables as CSV or sheets, or the whole as XML, 2017 to 2026.

The columns are those of every year; the codes are dated in the lists, so that each year is judged by its own.
"""

from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.catalogue.formats.ssda903.elements import ELEMENTS
from goldenthread.catalogue.formats.ssda903.tables import TABLES
from goldenthread.engine.definitions import Format

FORMAT = Format(
    name="ssda903",
    title="SSDA903 return (children looked after), 2017 to 2026",
    day_first=True,
    year_told_by=(
        ("looked_after_episodes", "start_date"),
        ("people", "date_of_birth"),
        ("looked_after_reviews", "review_date"),
    ),
    root="EXPSSDA903",
    source=GUIDE,
    loses={
        "Sex in the table of unaccompanied children": "it is taken from the list of children",
        "The return of the year before": "each return is checked by itself; what a later one says takes its place",
    },
    tables=(*TABLES, *ELEMENTS),
)
