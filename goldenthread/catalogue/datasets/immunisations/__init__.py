"""Whether looked-after children's immunisations are up to date."""

from goldenthread.catalogue.checks import child_listed, said_once, told_once_a_child
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset, Date

DATASET = Dataset(
    name="immunisations",
    title="Immunisations",
    about="One row for each looked-after child, with whether immunisations are up to date and when that was last told.",
    child=CHILD,
    dated_by="immunisations_told_on",
    columns=(
        LOCAL_ID,
        Column("immunisations_current", Code(YES_NO), "whether they are up to date", required=True),
        Column("immunisations_told_on", Date(), "the day on which that was last told"),
    ),
    checks=(
        said_once("immunisation-twice"),
        told_once_a_child("immunisation-told-twice"),
        child_listed("immunisation-child-not-listed"),
    ),
    source=STANDARD,
    reports_standing=True,
)
