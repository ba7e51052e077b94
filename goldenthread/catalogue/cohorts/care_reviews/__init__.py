"""Times of being looked after, cut where the child was reviewed."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date, WholeNumber

COHORT = Cohort(
    dataset=Dataset(
        name="care_reviews",
        title="Being looked after between reviews",
        about=(
            "One row for each stretch of being looked after from its beginning, or from a review, to the next review or"
            " the end. Of a child who came into care before there are records two reviews are taken to have been held."
        ),
        child=CHILD,
        dated_by="since",
        columns=(
            Column("care_from", Date(), "the day on which the child came into care"),
            Column("since", Date(), "the day on which the stretch began: that of coming into care, or of a review"),
            Column(
                "until",
                Date(),
                "the day of the next review, or of leaving care; blank while it lasts",
                expected=True,
            ),
            Column("reviews_before", WholeNumber(), "how many reviews there had been before the next"),
            Column(
                "last_late_on",
                Date(),
                "the day of the child's latest review so far that was held late; blank where none was",
            ),
        ),
    ),
    reads=(
        "looked_after_episodes",
        "looked_after_reviews",
    ),
    sql=(Path(__file__).parent / "care_reviews.sql").read_text(encoding="utf-8"),
    looks_back=18,
)
