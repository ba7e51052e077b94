"""Placements of looked-after children, cut where the child was visited."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="care_visits",
        title="Placements between visits",
        about=(
            "One row for each stretch of a placement of a looked-after child from its beginning, or from a visit, to"
            " the next or the end. One at which the child was not seen is no visit, and a change with the same carer is"
            " no move."
        ),
        child=CHILD,
        dated_by="since",
        columns=(
            Column("placed_on", Date(), "the day on which the placement began"),
            Column("since", Date(), "the day on which the stretch began: that of the placement, or of a visit"),
            Column("until", Date(), "the day of the next visit, or of leaving it; blank while it lasts", expected=True),
            Column(
                "visited",
                WholeNumber(0, 1),
                "1 where a visit began it, 0 where the placement did; blank where nobody says if the child was seen",
            ),
        ),
    ),
    reads=(
        "looked_after_episodes",
        "visits",
    ),
    sql=(Path(__file__).parent / "care_visits.sql").read_text(encoding="utf-8"),
    looks_back=3,
)
