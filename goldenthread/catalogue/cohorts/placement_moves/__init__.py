"""Moves of looked-after children, numbered within each financial year."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="placement_moves",
        title="Moves between placements",
        about=(
            "One row for each time a looked-after child moved to another placement with another carer, numbered within"
            " the financial year. The first placement of a stay is no move."
        ),
        child=CHILD,
        dated_by="moved_on",
        columns=(
            Column("moved_on", Date(), "the day of the move"),
            Column("move_of_the_year", WholeNumber(), "the child's first, second, third … move in that financial year"),
        ),
    ),
    reads=("looked_after_episodes",),
    sql=(Path(__file__).parent / "placement_moves.sql").read_text(encoding="utf-8"),
    from_april=True,
)
