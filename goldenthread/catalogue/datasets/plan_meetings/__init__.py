"""Meetings about child protection plans: core groups and reviews."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import MEETING, OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset, Date, NotWithin

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
        said_once("meeting-twice"),
        NotWithin(
            "meeting-outside-plan",
            "The meeting is dated {met_on}, when the child had no plan, by the plans in this return. Correct the date,"
            " or send the plan that is missing.",
            on="met_on",
            to="protection_plans",
            opened="plan_start",
            closed="plan_end",
        ),
        child_listed("meeting-child-not-listed"),
    ),
    source=OWN,
)
