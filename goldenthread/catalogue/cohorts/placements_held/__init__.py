"""Placements of looked-after children, put together from their episodes."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date

COHORT = Cohort(
    dataset=Dataset(
        name="placements_held",
        title="Placements of looked-after children, one after another",
        about=(
            "One row for each placement of a looked-after child, from the day of the move to the day of the next, with"
            " since when the child has been looked after without a break. A change with the same carer is no move."
        ),
        child=CHILD,
        dated_by="placed_on",
        columns=(
            Column("in_care_since", Date(), "the day on which the unbroken time of being looked after began"),
            Column("placed_on", Date(), "the day on which the placement began"),
            Column("left_on", Date(), "the day on which it ended; blank while it lasts", expected=True),
            Column(
                "third_last_left_on",
                Date(),
                "the day on which the placement before the one before it ended; blank where there was none",
            ),
            Column("birth_month", Date(), "the first day of the month of birth"),
        ),
    ),
    reads=(
        "looked_after_episodes",
        "people",
    ),
    sql=(Path(__file__).parent / "placements_held.sql").read_text(encoding="utf-8"),
    looks_back=12,
)
