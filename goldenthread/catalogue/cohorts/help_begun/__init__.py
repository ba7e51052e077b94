"""Help begun: early help and statutory."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, Text

COHORT = Cohort(
    dataset=Dataset(
        name="help_begun",
        title="Help begun: early help and statutory",
        about="One row for each early help assessment and for each referral: the two ways in which help begins.",
        child=CHILD,
        dated_by="begun_on",
        columns=(
            Column("begun_on", Date(), "the day on which it began"),
            Column("help", Text(), "early or statutory"),
        ),
    ),
    reads=(
        "early_help_assessments",
        "referrals",
    ),
    sql=(Path(__file__).parent / "help_begun.sql").read_text(encoding="utf-8"),
)
