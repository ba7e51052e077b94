"""Who came to the courses that the board offers, by agency."""

from goldenthread.catalogue.checks import said_once
from goldenthread.catalogue.codes.partners import OWN
from goldenthread.engine.definitions import QUERY, Check, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="training_attendance",
    title="Attendance at training",
    about=("One row for each agency at each course: how many it booked, and how many came."),
    dated_by="course_on",
    columns=(
        Column("course", Text(), "the name of the course", required=True),
        Column("course_on", Date(), "the first day of it", required=True),
        Column("trained_agency", Text(), "which agency they are from", required=True),
        Column("booked", WholeNumber(0), "how many were booked"),
        Column("turned_up", WholeNumber(0), "how many came", required=True),
    ),
    checks=(
        said_once("trained-twice"),
        Check(
            "more-came-than-booked",
            "Of {booked} who were booked, {turned_up} came. Correct whichever is wrong.",
            where="turned_up > booked",
            column="turned_up",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
