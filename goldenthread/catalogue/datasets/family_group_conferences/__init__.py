"""Family group conferences, in which families make plans for their children themselves."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.journey import FAMILY_OUTCOME, OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset, Date

DATASET = Dataset(
    name="family_group_conferences",
    title="Family group conferences",
    about="One row for each child about whom a family was offered a conference to make its own plan.",
    child=CHILD,
    dated_by="offered_on",
    columns=(
        LOCAL_ID,
        Column("offered_on", Date(), "the day on which it was offered", required=True),
        Column("taken_up", Code(YES_NO), "whether the family took the offer up"),
        Column("held_on", Date(), "the day on which it was held; blank if it was not"),
        Column("child_took_part", Code(YES_NO), "whether the child took part"),
        Column("family_outcome", Code(FAMILY_OUTCOME), "what came of it"),
    ),
    checks=(
        said_once("family-conference-twice"),
        ends_after_it_began("family-conference-before-offer", "conference", "offered_on", "held_on"),
        child_listed("family-conference-child-not-listed"),
    ),
    source=OWN,
)
