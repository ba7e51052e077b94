"""Child protection plans beside the one before."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date

COHORT = Cohort(
    dataset=Dataset(
        name="plans_in_turn",
        title="Child protection plans beside the one before",
        about=(
            "One row for each child protection plan, with the day on which the same child's plan before it ended, if"
            " there was one."
        ),
        child=CHILD,
        dated_by="plan_start",
        columns=(
            Column("plan_start", Date(), "the day on which it began"),
            Column(
                "ended_before", Date(), "the day on which the child's plan before it ended; blank where none is known"
            ),
        ),
    ),
    reads=("protection_plans",),
    sql=(Path(__file__).parent / "plans_in_turn.sql").read_text(encoding="utf-8"),
    looks_back=24,
)
