"""Referrals: requests for service that were accepted for statutory intervention."""

from goldenthread.catalogue.codes.journey import CENSUS, REFERRAL_SOURCE
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import WARNING, AgeAt, Code, Column, Dataset, Date, From, Repeated, Unmatched

DATASET = Dataset(
    name="referrals",
    title="Referrals",
    about=("One row for each child in each request for service that was accepted for statutory intervention."),
    child=CHILD,
    dated_by="referral_date",
    columns=(
        LOCAL_ID,
        Column("referral_date", Date(), "the day on which it was accepted", required=True),
        Column("source", Code(REFERRAL_SOURCE), "who it came from"),
        Column("domestic_abuse", Code(YES_NO), "whether it is about domestic abuse in the family"),
    ),
    derived=(
        AgeAt(
            "age_at_referral",
            on="referral_date",
            born=From("people", "date_of_birth"),
            meaning="age in completed years on that day",
        ),
    ),
    checks=(
        Repeated("referral-twice", "This line says the same as line {other_row} and was counted once. Take it out."),
        Unmatched(
            "referral-child-not-listed",
            "This child is not in the list of children of the same return, so age, sex and ethnicity are not known.",
            to="people",
            severity=WARNING,
        ),
    ),
    source=CENSUS,
)
