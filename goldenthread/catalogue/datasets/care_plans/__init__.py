"""Care plans of looked-after children, and the permanent home that they aim at."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once, while_looked_after
from goldenthread.catalogue.codes.annex_a import PERMANENCE_PLAN
from goldenthread.catalogue.codes.sources import ANNEX_A, STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Code, Column, Dataset, Date, Overlapping

DATASET = Dataset(
    name="care_plans",
    title="Care plans",
    about="One row for each care plan of a looked-after child, for as long as it was the child's plan.",
    child=CHILD,
    dated_by="care_plan_from",
    lasts_until="care_plan_until",
    columns=(
        LOCAL_ID,
        Column("care_plan_from", Date(), "the day on which it was made", required=True),
        Column("permanence_plan", Code(PERMANENCE_PLAN), "what permanent home it aims at"),
        Column("care_plan_until", Date(), "the day until which it held; blank while it is current", expected=True),
    ),
    checks=(
        said_once("care-plan-twice"),
        ends_after_it_began("care-plan-ends-before-start", "care plan", "care_plan_from", "care_plan_until"),
        Overlapping(
            "care-plans-overlap",
            "This care plan was made on {care_plan_from}, before the child's plan in line {other_row} had ended. Which"
            " of the two held?",
            opened="care_plan_from",
            closed="care_plan_until",
            severity=QUERY,
        ),
        while_looked_after("care-plan-outside-care", "care plan", "care_plan_from", QUERY),
        child_listed("care-plan-child-not-listed"),
    ),
    source=f"{ANNEX_A} {STANDARD}",
    reports_standing=True,
)
