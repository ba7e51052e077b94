"""Moves of looked-after children, each beside the move before the one before."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date

COHORT = Cohort(
    dataset=Dataset(
        name="placement_moves",
        title="Moves between placements",
        about=(
            "One row for each time a looked-after child moved to another placement with another carer, beside the move"
            " before the one before, which is the first of three. The first placement of a stay is no move."
        ),
        child=CHILD,
        dated_by="moved_on",
        columns=(
            Column("moved_on", Date(), "the day of the move"),
            Column(
                "before_last_on",
                Date(),
                "the day of the child's move before the one before; blank where there was none",
            ),
        ),
    ),
    reads=("looked_after_episodes",),
    sql=(Path(__file__).parent / "placement_moves.sql").read_text(encoding="utf-8"),
)
