"""Attendances of children at emergency departments."""

from goldenthread.catalogue.checks import said_once
from goldenthread.catalogue.codes.partners import AGE_GROUP, BASIS, OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Text

DATASET = Dataset(
    name="emergency_attendances",
    title="Emergency attendances",
    about=(
        "One row for each time a child or young person came to an emergency department. Admissions are another dataset."
    ),
    dated_by="attended_on",
    columns=(
        Column("attendance_number", Text(), "the department's own number", required=True, identity=True),
        Column("attended_on", Date(), "the day of it", required=True),
        Column("self_harmed", Code(YES_NO), "whether it was for self-harm"),
        Column("age_group", Code(AGE_GROUP), "how old the young person was"),
        Column("basis", Code(BASIS), "whom the numbers are about", required=True),
        Column("told_social_care", Code(YES_NO), "whether children's social care was told"),
    ),
    checks=(said_once("attendance-twice-told"),),
    source=OWN,
)
