"""Referrals: requests for service that were accepted for statutory intervention."""

from goldenthread.catalogue.checks import child_listed, ends_after_it_began, said_once
from goldenthread.catalogue.codes.journey import CENSUS, NEED, REASON_CLOSED, REFERRAL_SOURCE
from goldenthread.catalogue.codes.person import YES_NO, YES_NO_UNKNOWN
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID, age_on
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="referrals",
    title="Referrals",
    about=("One row for each child in each request for service that was accepted for statutory intervention."),
    child=CHILD,
    dated_by="referral_date",
    lasts_until="closed_on",
    columns=(
        LOCAL_ID,
        Column("referral_date", Date(), "the day on which it was accepted", required=True),
        Column("source", Code(REFERRAL_SOURCE), "who it came from"),
        Column("domestic_abuse", Code(YES_NO), "whether it is about domestic abuse in the family"),
        Column("no_further_action", Code(YES_NO_UNKNOWN), "whether it ended with no further action at first sight"),
        Column("primary_need", Code(NEED), "the main reason why the child is in need"),
        Column("referrals_in_12_months", WholeNumber(0), "referrals in the last 12 months, as the sender counts them"),
        Column("closed_on", Date(), "the day on which the case that followed was closed"),
        Column("closed_because", Code(REASON_CLOSED), "why it was closed"),
        Column("transfer_conference_on", Date(), "the conference after a move here from another area"),
        Column("team", Text(), "the team that the child is allocated to"),
        Column("worker", Text(), "the social worker", identity=True),
    ),
    derived=(age_on("age_at_referral", "referral_date"),),
    checks=(
        said_once("referral-twice"),
        ends_after_it_began("referral-closed-before", "case", "referral_date", "closed_on"),
        Check(
            "closed-without-date",
            "A reason for closing the case ({closed_because}) is given but no date. Give the date, or take it out.",
            where="closed_because is not null and closed_on is null",
            column="closed_on",
            severity=QUERY,
        ),
        Check(
            "no-action-yet-closed-later",
            "The referral ended with no further action, and yet the case is said to have been closed as"
            " {closed_because}. Is that so?",
            where="no_further_action = '1' and closed_because is not null",
            column="no_further_action",
            severity=QUERY,
        ),
        child_listed("referral-child-not-listed"),
    ),
    source=CENSUS,
)
