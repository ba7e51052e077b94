"""Unbroken times of being looked after, each beside the one before."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date

COHORT = Cohort(
    dataset=Dataset(
        name="times_in_care",
        title="Times of being looked after",
        about=(
            "One row for each unbroken time of being looked after, with the day on which the time before it ended, if"
            " there was one."
        ),
        child=CHILD,
        dated_by="care_from",
        columns=(
            Column("care_from", Date(), "the day on which it began"),
            Column("care_until", Date(), "the day on which it ended; blank while it lasts", expected=True),
            Column(
                "left_before",
                Date(),
                "the day on which the child had left care before; blank where that is not known to have been",
            ),
        ),
    ),
    reads=("looked_after_episodes",),
    sql=(Path(__file__).parent / "times_in_care.sql").read_text(encoding="utf-8"),
    looks_back=12,
)
