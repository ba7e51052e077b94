"""Child in need plans, which often follow a child protection plan."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import CENSUS
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="child_in_need_plans",
    title="Child in need plans",
    about=(
        "One row for each time for which a child had a child in need plan. One that begins when a child protection plan"
        " ends is called step-down."
    ),
    child=CHILD,
    dated_by="need_start",
    lasts_until="need_end",
    columns=(
        LOCAL_ID,
        Column("need_start", Date(), "the day on which it began", required=True),
        Column("stepped_down", Code(YES_NO), "whether it followed a child protection plan"),
        Column("need_end", Date(), "the day on which it ended; blank while it lasts", expected=True),
    ),
    checks=(
        said_once("need-twice"),
        Check(
            "need-ends-before-start",
            "The plan ended on {need_end}, before it began on {need_start}. Correct whichever is wrong.",
            where="need_end < need_start",
            column="need_end",
        ),
        child_listed("need-child-not-listed"),
    ),
    source=CENSUS,
)
