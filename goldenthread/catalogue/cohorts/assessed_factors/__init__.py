"""Assessments for which factors are recorded, each with those that are asked about."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="assessed_factors",
        title="Assessments with their factors",
        about=(
            "One row for each child in each assessment for which a factor is recorded, or that there was none, with"
            " whether it found some that are asked about most: 1 where it did, 0 where it did not."
        ),
        child=CHILD,
        dated_by="assessment_start",
        columns=(
            Column("assessment_start", Date(), "the day on which it began"),
            Column("assessment_end", Date(), "the day on which a manager authorised it; blank while it lasts"),
            Column("domestic_violence", WholeNumber(0, 1), "whether it found domestic violence"),
            Column("mental_health", WholeNumber(0, 1), "whether it found a concern about somebody's mental health"),
            Column("drink_or_drugs", WholeNumber(0, 1), "whether it found that somebody misused alcohol or drugs"),
            Column("neglect", WholeNumber(0, 1), "whether it found neglect"),
        ),
    ),
    reads=("assessment_factors",),
    sql=(Path(__file__).parent / "assessed_factors.sql").read_text(encoding="utf-8"),
)
