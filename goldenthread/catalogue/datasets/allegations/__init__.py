"""Allegations against people who work with children."""

from goldenthread.catalogue.codes.journey import EMPLOYER, OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Repeated, Text

DATASET = Dataset(
    name="allegations",
    title="Allegations",
    about=(
        "One row for each allegation against somebody who works with children that the designated officer dealt with."
        " It names nobody."
    ),
    dated_by="received_on",
    columns=(
        Column("reference", Text(), "the designated officer's own number for it", required=True, identity=True),
        Column("received_on", Date(), "the day on which it was received", required=True),
        Column("works_in", Code(EMPLOYER), "where the person works"),
        Column("resolved_on", Date(), "the day on which it was settled; blank while it is not"),
        Column("meeting_held", Code(YES_NO), "whether it led to a multi-agency allegations meeting"),
    ),
    checks=(
        Repeated(
            "allegation-twice",
            "Line {other_row} has this reference already. The first was taken; take this one out, or correct the"
            " reference.",
            on=("reference",),
        ),
        Check(
            "allegation-without-outcome",
            "It is not said whether a multi-agency meeting was held.",
            where="meeting_held is null",
            column="meeting_held",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
