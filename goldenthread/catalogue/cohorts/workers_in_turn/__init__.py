"""Social workers of looked-after children, one after another."""

from pathlib import Path

from goldenthread.catalogue.datasets.people import CHILD
from goldenthread.engine.definitions import Cohort, Column, Dataset, Date

COHORT = Cohort(
    dataset=Dataset(
        name="workers_in_turn",
        title="Social workers of looked-after children, one after another",
        about=(
            "One row for each social worker of a child in each episode of care, short breaks apart, from the first day"
            " to the last, with when the one before the one before it ended."
        ),
        child=CHILD,
        dated_by="worker_from",
        columns=(
            Column("worker_from", Date(), "the day from which"),
            Column("worker_until", Date(), "the day until which; blank while it lasts", expected=True),
            Column(
                "third_last_until",
                Date(),
                "the day until which the child had the social worker before the one before; blank where there was none",
            ),
        ),
    ),
    reads=(
        "social_worker_episodes",
        "looked_after_episodes",
    ),
    sql=(Path(__file__).parent / "workers_in_turn.sql").read_text(encoding="utf-8"),
    looks_back=12,
)
