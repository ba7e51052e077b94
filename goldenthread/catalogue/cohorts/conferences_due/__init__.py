"""Enquiries that found a conference to be needed, and whether it was held."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date

COHORT = Cohort(
    dataset=Dataset(
        name="conferences_due",
        title="Initial conferences that are due",
        about=(
            "One row for each child in each enquiry that found a conference to be needed, with the last day on which"
            " that conference is in time and the day on which one was held: the first about the child that does not"
            " come before the strategy discussion."
        ),
        child=CHILD,
        dated_by="due_on",
        columns=(
            Column("strategy_date", Date(), "the day of the strategy discussion that began the enquiry"),
            Column("due_on", Date(), "the fifteenth working day after it, the last on which the conference is in time"),
            Column("held_on", Date(), "the day on which the conference was held; blank while it is not", expected=True),
        ),
    ),
    reads=(
        "section_47_enquiries",
        "initial_conferences",
    ),
    sql=(Path(__file__).parent / "conferences_due.sql").read_text(encoding="utf-8"),
)
