"""Referrals beside the early help before."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="referrals_after_help",
        title="Referrals beside the early help before",
        about=(
            "One row for each referral, with the day of the latest early help assessment of the same child before it,"
            " if there was one."
        ),
        child=CHILD,
        dated_by="referral_date",
        columns=(
            Column("referral_date", Date(), "the day on which it was accepted"),
            Column(
                "helped_on", Date(), "the day of the latest early help assessment before it; blank where there was none"
            ),
            Column("age_at_referral", WholeNumber(), "age in completed years on that day"),
        ),
    ),
    reads=(
        "referrals",
        "early_help_assessments",
    ),
    sql=(Path(__file__).parent / "referrals_after_help.sql").read_text(encoding="utf-8"),
    looks_back=12,
)
