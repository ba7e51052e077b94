"""Meetings about child protection plans: core groups and reviews."""

from goldenthread.catalogue.codes.journey import MEETING, OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import WARNING, Code, Column, Dataset, Date, Repeated, Unmatched

DATASET = Dataset(
    name="plan_meetings",
    title="Meetings about plans",
    about=("One row for each child in each core group, and in each review conference, of a child protection plan."),
    child=CHILD,
    dated_by="met_on",
    columns=(
        LOCAL_ID,
        Column("met_on", Date(), "the day on which it was held", required=True),
        Column("meeting_kind", Code(MEETING), "what kind it is", required=True),
        Column("due_on", Date(), "the last day on which it was in time"),
    ),
    checks=(
        Repeated("meeting-twice", "This line says the same as line {other_row} and was counted once. Take it out."),
        Unmatched(
            "meeting-child-not-listed",
            "This child is not in the list of children of the same return, so age, sex and ethnicity are not known.",
            to="people",
            severity=WARNING,
        ),
    ),
    source=OWN,
)
