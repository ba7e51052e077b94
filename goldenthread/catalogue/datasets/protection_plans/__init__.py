"""Child protection plans."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import ABUSE, CENSUS
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import WARNING, Check, Code, Column, Dataset, Date, Overlapping, WholeNumber

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
        said_once("plan-twice"),
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
        child_listed("plan-child-not-listed"),
    ),
    source=CENSUS,
)
