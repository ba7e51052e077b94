"""Private fostering: children who live with somebody who is no close relative, by private arrangement."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.journey import REFERRAL_SOURCE
from goldenthread.catalogue.codes.partners import OWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset, Date

DATASET = Dataset(
    name="private_fostering",
    title="Private fostering",
    about=(
        "One row for each arrangement of which the authority was told, with the visits that it made to see that the"
        " child is well."
    ),
    child=CHILD,
    dated_by="told_on",
    lasts_until="arranged_until",
    columns=(
        LOCAL_ID,
        Column("told_on", Date(), "the day on which the authority was told", required=True),
        Column("told_by", Code(REFERRAL_SOURCE), "who told it"),
        Column("arranged_from", Date(), "the day on which the arrangement began"),
        Column("first_visit_on", Date(), "the day of the first visit"),
        Column("latest_visit_on", Date(), "the day of the latest visit"),
        Column("arranged_until", Date(), "the day on which it ended; blank while it lasts", expected=True),
    ),
    checks=(
        said_once("fostering-twice"),
        ends_after_it_began("fostering-ends-before", "arrangement", "arranged_from", "arranged_until"),
        ends_after_it_began("fostering-visit-before", "first visit", "told_on", "first_visit_on"),
        child_listed("fostering-child-not-listed"),
    ),
    source=OWN,
)
