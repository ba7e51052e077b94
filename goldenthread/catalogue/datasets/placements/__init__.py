"""Where looked-after children live, and how far away."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="placements",
    title="Placements",
    about=(
        "One row for each stretch in which a looked-after child lived in one placement, with whether it is far away in"
        " another area. Distance is told here because the yearly return on children looked after does not hold it."
    ),
    child=CHILD,
    dated_by="placed_on",
    lasts_until="left_on",
    columns=(
        LOCAL_ID,
        Column("placed_on", Date(), "the day on which it began", required=True),
        Column(
            "long_distance",
            Code(YES_NO),
            "whether it is outside the area and far from home, as the authority itself counts it",
        ),
        Column("left_on", Date(), "the day on which it ended; blank while it lasts", expected=True),
    ),
    checks=(
        said_once("placement-twice"),
        Check(
            "placement-ends-before-start",
            "The placement ended on {left_on}, before it began on {placed_on}. Correct whichever is wrong.",
            where="left_on < placed_on",
            column="left_on",
        ),
        child_listed("placement-child-not-listed"),
    ),
    source=OWN,
)
