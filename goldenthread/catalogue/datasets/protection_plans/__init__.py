"""Child protection plans."""

from goldenthread.catalogue.codes.journey import ABUSE, CENSUS
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import (
    WARNING,
    Check,
    Code,
    Column,
    Dataset,
    Date,
    Overlapping,
    Repeated,
    Unmatched,
    WholeNumber,
)

DATASET = Dataset(
    name="protection_plans",
    title="Child protection plans",
    about=(
        "One row for each time for which a child was the subject of a child protection plan, from the conference that"
        " made it to the one that ended it."
    ),
    child=CHILD,
    dated_by="plan_start",
    lasts_until="plan_end",
    columns=(
        LOCAL_ID,
        Column("plan_start", Date(), "the day on which it began", required=True),
        Column("abuse_category", Code(ABUSE), "the latest category of abuse"),
        Column("previous_plans", WholeNumber(0, 20), "how many plans of this authority the child had before"),
        Column("plan_end", Date(), "the day on which it ended; blank while it lasts", expected=True),
    ),
    checks=(
        Repeated("plan-twice", "This line says the same as line {other_row} and was counted once. Take it out."),
        Check(
            "plan-ends-before-start",
            "The plan ended on {plan_end}, before it began on {plan_start}. Correct whichever is wrong.",
            where="plan_end < plan_start",
            column="plan_end",
        ),
        Overlapping(
            "plans-overlap",
            "This plan began on {plan_start}, before the child's plan in line {other_row} had ended. The child is"
            " counted once, but one of the two has a wrong date.",
            opened="plan_start",
            closed="plan_end",
            severity=WARNING,
        ),
        Unmatched(
            "plan-child-not-listed",
            "This child is not in the list of children of the same return, so age, sex and ethnicity are not known.",
            to="people",
            severity=WARNING,
        ),
    ),
    source=CENSUS,
)
