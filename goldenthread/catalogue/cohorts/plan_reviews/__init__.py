"""Child protection plans, cut where they were reviewed."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="plan_reviews",
        title="Child protection plans between their reviews",
        about=(
            "One row for each stretch of a child protection plan from its beginning, or from a review, to the next"
            " review or the end."
        ),
        child=CHILD,
        dated_by="since",
        columns=(
            Column("plan_start", Date(), "the day on which the plan began"),
            Column("since", Date(), "the day on which the stretch began: that of the plan, or of a review"),
            Column(
                "until",
                Date(),
                "the day of the next review, or of the end of the plan; blank while it lasts",
                expected=True,
            ),
            Column(
                "months_allowed",
                WholeNumber(),
                "within how many months the next review is due: 3 after the beginning, 6 after a review",
            ),
            Column(
                "last_late_on",
                Date(),
                "the day of the plan's latest review so far that was held late; blank where none was",
            ),
        ),
    ),
    reads=(
        "plan_meetings",
        "protection_plans",
    ),
    sql=(Path(__file__).parent / "plan_reviews.sql").read_text(encoding="utf-8"),
    looks_back=18,
)
