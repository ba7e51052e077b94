"""Child in need plans that ended, with the early help that followed."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date

COHORT = Cohort(
    dataset=Dataset(
        name="needs_ended",
        title="Ended child in need plans, and the early help that followed",
        about=(
            "One row for each child in need plan that ended, with the day of the first early help assessment that"
            " followed."
        ),
        child=CHILD,
        dated_by="need_end",
        columns=(
            Column("need_end", Date(), "the day on which it ended"),
            Column(
                "early_help_on",
                Date(),
                "the day of the first early help assessment on or after that day; blank where none followed",
            ),
        ),
    ),
    reads=(
        "child_in_need_plans",
        "early_help_assessments",
    ),
    sql=(Path(__file__).parent / "needs_ended.sql").read_text(encoding="utf-8"),
    looks_ahead=3,
)
