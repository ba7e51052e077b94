"""Child protection plans that ended, with what help went on."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date

COHORT = Cohort(
    dataset=Dataset(
        name="plans_ended",
        title="Ended child protection plans, and what stood when they ended",
        about=(
            "One row for each child protection plan that ended, with whether the child had a child in need plan, or"
            " was looked after, at the end of that day."
        ),
        child=CHILD,
        dated_by="plan_end",
        columns=(
            Column("plan_end", Date(), "the day on which it ended"),
            Column(
                "in_need_since",
                Date(),
                "the day on which the child in need plan began that ran then; blank where none did",
            ),
            Column(
                "looked_after_since",
                Date(),
                "the day on which the episode of care began that ran then; blank where none did",
            ),
        ),
    ),
    reads=(
        "protection_plans",
        "child_in_need_plans",
        "looked_after_episodes",
    ),
    sql=(Path(__file__).parent / "plans_ended.sql").read_text(encoding="utf-8"),
)
