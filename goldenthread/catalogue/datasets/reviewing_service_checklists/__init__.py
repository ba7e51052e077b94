"""What the reviewing service notes at each review of a looked-after child."""

from goldenthread.catalogue.checks import child_listed, said_once, while_looked_after
from goldenthread.catalogue.codes.journey import OWN, TOOK_PART
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="reviewing_service_checklists",
    title="Reviewing service checklists",
    about=(
        "One row for each review of a looked-after child, as the independent reviewing officer noted it. It says what"
        " the yearly return does not: whether the review was on time, and what the officer thought of the care plan."
    ),
    child=CHILD,
    dated_by="reviewed_on",
    columns=(
        LOCAL_ID,
        Column("reviewed_on", Date(), "the day on which the review was held", required=True),
        Column("review_due", Date(), "the last day on which it was in time"),
        Column("met_officer", Code(YES_NO), "whether the child met the reviewing officer beforehand"),
        Column("attended", Code(TOOK_PART), "whether the child attended"),
        Column("plan_up_to_date", Code(YES_NO), "whether the care plan was up to date"),
        Column(
            "concern_raised", Code(YES_NO), "whether the officer raised a concern about the care plan with managers"
        ),
    ),
    checks=(
        said_once("checklist-twice"),
        Check(
            "checklist-without-due-date",
            "No day is given by which the review was due, so nobody can tell whether it was on time.",
            where="review_due is null",
            column="review_due",
            severity=QUERY,
        ),
        while_looked_after("checklist-outside-care", "review", "reviewed_on"),
        child_listed("checklist-child-not-listed"),
    ),
    source=OWN,
)
