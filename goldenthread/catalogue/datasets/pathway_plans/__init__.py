"""Pathway plans, which say how a young person is to go from care to life as an adult."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.journey import OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, WARNING, Check, Column, Dataset, Date

DATASET = Dataset(
    name="pathway_plans",
    title="Pathway plans",
    about=(
        "One row for each pathway plan of a young person in care or who has left it. A plan is current on a day from"
        " that on which it was made, for as long as it has not been replaced or ended."
    ),
    child=CHILD,
    dated_by="pathway_plan_from",
    lasts_until="pathway_plan_until",
    columns=(
        LOCAL_ID,
        Column("pathway_plan_from", Date(), "the day on which it was made", required=True),
        Column("pathway_plan_due", Date(), "the last day on which it, or its latest review, was in time"),
        Column("pathway_plan_reviewed_on", Date(), "the day of its latest review"),
        Column("pathway_plan_until", Date(), "the day until which it held; blank while it is current", expected=True),
    ),
    derived=(age_on("age_at_pathway_plan", "pathway_plan_from", "the day on which the plan was made"),),
    checks=(
        said_once("pathway-plan-twice"),
        ends_after_it_began("pathway-plan-ends-before-start", "plan", "pathway_plan_from", "pathway_plan_until"),
        Check(
            "pathway-plan-reviewed-before-made",
            "The plan was reviewed on {pathway_plan_reviewed_on}, before it was made on {pathway_plan_from}. Correct"
            " whichever is wrong.",
            where="pathway_plan_reviewed_on < pathway_plan_from",
            column="pathway_plan_reviewed_on",
            severity=WARNING,
        ),
        Check(
            "pathway-plan-for-a-child",
            "The plan was made on {pathway_plan_from}, when the child was {age_at_pathway_plan}. Is the date right?",
            where="age_at_pathway_plan < 15",
            column="pathway_plan_from",
            severity=QUERY,
        ),
        child_listed("pathway-plan-child-not-listed"),
    ),
    source=OWN,
    reports_standing=True,
)
