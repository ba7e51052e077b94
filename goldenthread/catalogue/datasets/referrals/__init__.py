"""Referrals: requests for service that were accepted for statutory intervention."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import CENSUS, REFERRAL_SOURCE
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import AgeAt, Code, Column, Dataset, Date, From

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
        said_once("referral-twice"),
        child_listed("referral-child-not-listed"),
    ),
    source=CENSUS,
)
