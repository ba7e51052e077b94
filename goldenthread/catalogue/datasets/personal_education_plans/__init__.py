"""Personal education plans of looked-after children."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once, while_looked_after
from goldenthread.catalogue.codes.journey import OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, WARNING, Check, Column, Dataset, Date

DATASET = Dataset(
    name="personal_education_plans",
    title="Personal education plans",
    about=(
        "One row for each personal education plan of a looked-after child. A plan is current on a day from that on"
        " which it was made, for as long as it has not been replaced or ended."
    ),
    child=CHILD,
    dated_by="education_plan_from",
    lasts_until="education_plan_until",
    columns=(
        LOCAL_ID,
        Column("education_plan_from", Date(), "the day on which it was made", required=True),
        Column("education_plan_due", Date(), "the last day on which it, or its latest review, was in time"),
        Column("education_plan_reviewed_on", Date(), "the day of its latest review"),
        Column("education_plan_until", Date(), "the day until which it held; blank while it is current", expected=True),
    ),
    checks=(
        said_once("education-plan-twice"),
        ends_after_it_began("education-plan-ends-before-start", "plan", "education_plan_from", "education_plan_until"),
        Check(
            "education-plan-reviewed-before-made",
            "The plan was reviewed on {education_plan_reviewed_on}, before it was made on {education_plan_from}."
            " Correct whichever is wrong.",
            where="education_plan_reviewed_on < education_plan_from",
            column="education_plan_reviewed_on",
            severity=WARNING,
        ),
        while_looked_after("education-plan-outside-care", "plan", "education_plan_from", QUERY),
        child_listed("education-plan-child-not-listed"),
    ),
    source=OWN,
    reports_standing=True,
)
