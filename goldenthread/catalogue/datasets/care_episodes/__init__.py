"""Episodes of care from senders who keep legal status and placement apart from them."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes import annex_a
from goldenthread.catalogue.codes import looked_after as codes
from goldenthread.catalogue.codes.sources import ANNEX_A, STANDARD
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Overlapping

DATASET = Dataset(
    name="care_episodes",
    title="Care episodes without legal status",
    about=(
        "One row for each episode of being looked after, or each whole period of care, as systems and returns tell it"
        " that keep legal statuses and placements apart. Short breaks cannot be told from other care by it, so no count"
        " of looked-after children is made from it: that is made from the looked-after episodes."
    ),
    child=CHILD,
    dated_by="care_from",
    lasts_until="care_until",
    columns=(
        LOCAL_ID,
        Column("care_from", Date(), "the day on which it began", required=True),
        Column("reason_started", Code(codes.REASON_STARTED), "why it began"),
        Column("category_of_need", Code(codes.CATEGORY_OF_NEED), "why the child came into care"),
        Column("care_until", Date(), "the day on which it ended; blank while it lasts", expected=True),
        Column("care_ended_because", Code(annex_a.REASON_CEASED), "why it ended"),
        Column("entered_care_on", Date(), "the day on which the child came into care"),
        Column("officer_contact_on", Date(), "the reviewing officer's latest visit to, or contact with, the child"),
    ),
    checks=(
        said_once("care-twice"),
        ends_after_it_began("care-ends-before-start", "care", "care_from", "care_until"),
        Check(
            "care-before-entry",
            "The episode began on {care_from}, before the child came into care on {entered_care_on}. Correct whichever"
            " is wrong.",
            where="care_from < entered_care_on",
            column="entered_care_on",
            severity=WARNING,
        ),
        Check(
            "care-ended-without-date",
            "A reason for leaving care ({care_ended_because}) is given but no end date. Give the date, or take the"
            " reason out.",
            where="care_ended_because is not null and care_until is null",
            column="care_until",
            severity=QUERY,
        ),
        Overlapping(
            "care-overlaps",
            "This episode began on {care_from}, before the child's episode in line {other_row} had ended. One of the"
            " two has a wrong date.",
            opened="care_from",
            closed="care_until",
        ),
        child_listed("care-child-not-listed"),
    ),
    source=f"{ANNEX_A} {STANDARD}",
    reports_standing=True,
)
