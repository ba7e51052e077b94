"""Courses that the board offers, and their places."""

from goldenthread.catalogue.checks import said_once
from goldenthread.catalogue.codes.partners import OWN
from goldenthread.engine.definitions import QUERY, Check, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="training_courses",
    title="Training courses",
    about=("One row for each time a course was held: how many places there were."),
    dated_by="course_on",
    columns=(
        Column("course", Text(), "its name", required=True),
        Column("course_on", Date(), "the first day of it", required=True),
        Column("seats", WholeNumber(0), "how many places there were", required=True),
        Column("seats_taken", WholeNumber(0), "how many were taken"),
        Column("course_theme", Text(), "what it is about"),
    ),
    checks=(
        said_once("course-twice"),
        Check(
            "more-taken-than-places",
            "There were {seats} places, and {seats_taken} were taken. Was the room larger, or is a number wrong?",
            where="seats_taken > seats",
            column="seats_taken",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
