"""Visits to children by their social workers."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import VISIT
from goldenthread.catalogue.codes.person import YES_NO_UNKNOWN
from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Text

DATASET = Dataset(
    name="visits",
    title="Visits",
    about=(
        "One row for each visit by a social worker to a child in need, on a protection plan or looked after: whether"
        " the child was seen, and alone."
    ),
    child=CHILD,
    dated_by="visited_on",
    columns=(
        LOCAL_ID,
        Column("visited_on", Date(), "the day of the visit", required=True),
        Column("visit_kind", Code(VISIT), "what kind it is", required=True),
        Column("seen", Code(YES_NO_UNKNOWN), "whether the child was seen"),
        Column("seen_alone", Code(YES_NO_UNKNOWN), "whether the child was seen alone"),
        Column("bedroom_seen", Code(YES_NO_UNKNOWN), "whether the child's bedroom was seen"),
        Column("team", Text(), "the team of whoever visited"),
    ),
    checks=(
        said_once("visit-twice"),
        Check(
            "seen-alone-unseen",
            "The child is said to have been seen alone, and also not to have been seen. Which is right?",
            where="seen = '0' and seen_alone = '1'",
            column="seen_alone",
            severity=QUERY,
        ),
        child_listed("visit-child-not-listed"),
    ),
    source=STANDARD,
)
