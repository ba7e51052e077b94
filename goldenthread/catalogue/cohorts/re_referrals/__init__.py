"""Referrals beside the child's referral before."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="re_referrals",
        title="Referrals beside the one before",
        about="One row for each referral, with the day of the same child's referral before it, if there was one.",
        child=CHILD,
        dated_by="referral_date",
        columns=(
            Column("referral_date", Date(), "the day on which it was accepted"),
            Column("referred_before", Date(), "the day of the child's referral before; blank where there was none"),
            Column("age_at_referral", WholeNumber(), "age in completed years on that day"),
        ),
    ),
    reads=("referrals",),
    sql=(Path(__file__).parent / "re_referrals.sql").read_text(encoding="utf-8"),
    looks_back=12,
)
