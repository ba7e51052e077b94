"""Enquiries under section 47 of the Children Act 1989, into whether a child is being harmed."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import CENSUS
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset, Date

DATASET = Dataset(
    name="section_47_enquiries",
    title="Section 47 enquiries",
    about=("One row for each child in each enquiry, from the strategy discussion that began it."),
    child=CHILD,
    dated_by="strategy_date",
    columns=(
        LOCAL_ID,
        Column("strategy_date", Date(), "the day of the strategy discussion that began it", required=True),
        Column("conference_needed", Code(YES_NO), "whether a child protection conference was found to be needed"),
    ),
    checks=(
        said_once("enquiry-twice"),
        child_listed("enquiry-child-not-listed"),
    ),
    source=CENSUS,
)
