"""Substance misuse of looked-after children, and whether they were helped."""

from goldenthread.catalogue.checks import child_listed, said_once, while_looked_after
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Code, Column, Dataset, Date, Text

DATASET = Dataset(
    name="looked_after_substance_misuse",
    title="Substance misuse of looked-after children",
    about="One row for each time at which a looked-after child was found to misuse substances.",
    child=CHILD,
    dated_by="misuse_noted_on",
    columns=(
        LOCAL_ID,
        Column("misuse_noted_on", Date(), "the day on which it was noted", required=True),
        Column("substance", Text(free=True), "what was misused"),
        Column("intervention_received", Code(YES_NO), "whether the child received an intervention for it"),
    ),
    checks=(
        said_once("misuse-twice"),
        while_looked_after("misuse-outside-care", "substance misuse", "misuse_noted_on", QUERY),
        child_listed("misuse-child-not-listed"),
    ),
    source=STANDARD,
    restricted=True,
)
